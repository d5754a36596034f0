"""What a receiver hears of the handset of one unit, and whether it counts.

Law: a message whose power, mode or setpoint may have been changed on its way without a trace
counts only when an equal one follows within 30 s. Such are the protocols in which no checksum,
inverse or copy watches over them: their tables say `weak` (Kelon, Teco). In all others one message
is enough, as handsets send one; where a checksum leaves out the fan or the louvres (Gree,
Kelvinator) these are wrong at worst. Of a weak one the command is remembered, and its time.

Where the remote toggles the power, a message without the toggle is of a unit that runs, whatever
it was taken to do: handsets say nothing else to one that they take to be off.
"""

from splitstat.control.types import CodecError, UnitCommand
from splitstat.ir import table

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_AGAIN_S = const(30)


class Hearing:
    """unit: IrUnit. feel_cdeg is what a handset said last of its room, or None; broken counts
    messages of this protocol that were refused."""

    def __init__(self, unit):
        self.unit = unit
        self.weak = "weak" in table.read(unit.text)[0]
        self.toggles = "power" in unit.traits.toggles
        self.running = UnitCommand(unit.traits.modes[-1], 2200, "auto", None, False)
        self.feel_cdeg = None
        self.broken = 0
        self.before = None
        self.before_s = 0

    def hear(self, now_s: int, timings, previous=None):
        """[us, ...] -> the UnitCommand that somebody gave, or None. `previous`: what the unit
        obeyed until now."""
        try:
            got = self.unit.decode(timings, previous)
        except CodecError:
            self.broken += 1
            return None
        if got is None:
            return None
        if type(got) is not UnitCommand:
            self.feel_cdeg = got.room_cdeg
            return None
        if self.toggles and got.mode == "off" and previous is not None and previous.mode == "off":
            got = self.unit.decode(timings, self.running)
        if not self.weak:
            return got
        again = got == self.before and now_s - self.before_s <= _AGAIN_S
        self.before = None if again else got
        self.before_s = now_s
        return got if again else None
