"""The room's temperature on its way to a unit that takes it.

Apart from unit.py, because only homes that say `feel` load it.
"""

from splitstat.modbus import pdu
from splitstat.modbus.register_map import counts_of, value_of


def writes(unit, room_cdeg) -> list:
    """Requests that tell a ModbusUnit the room's temperature, or with None that it is to feel for
    itself again; empty where the unit takes neither."""
    words = unit.feel.split()
    if not words or (room_cdeg is None and len(words) < 7):
        return []
    unit.fed = value = (
        value_of(words, "none") if room_cdeg is None else counts_of(words, room_cdeg)
    )
    return [pdu.write(words[0][0], int(words[0][1:]), value)]
