"""What an indoor unit shall take for the temperature of its room (i-feel, follow-me).

A unit's own sensor hangs under the ceiling in the stream of its own air. One that is told what its
room is like runs long and low. This message goes out again and again between two commands; units
are known to forget it after some minutes (the handsets repeat it every 3 to 10).

Law: whole numbers only, so nothing that is no temperature can be sent; out of the unit's range
becomes the end of that range. Whether a reading is fresh is known to the caller alone: for a stale
one nothing is sent, and the unit goes back to its own sensor.

The line `feel` of a table says how:

    feel with    commands carry it too: give encode() the room temperature, or the unit forgets
    feel apart   commands stay as they are, the message stands beside them
    ... silent   it does not beep, so it needs no place in the frame budget; else nobody knows

Where the table has a section `report`, that short message is all that is sent. Else it is the
standing command once more with the temperature in it; toggles and one-shot messages stay out.
"""

from splitstat.control.types import CodecError
from splitstat.ir import frame
from splitstat.ir.unit import feels, to_state


def encode(unit, room_cdeg: int, command):
    """(carrier in Hz, [us, ...]); `command` is what the unit obeys now. CodecError: it takes no
    room temperature, or this is none."""
    if not unit.feel or type(room_cdeg) is not int:
        raise CodecError("feel %s" % room_cdeg)
    state = to_state(command, command, unit)
    feels(state, room_cdeg)
    if unit.report:
        return unit.hz, frame.encode(unit.report, state)
    return unit.send(state, state)
