"""A person with the original handset: the indoor unit obeys, and nobody asks the controller.

The press reaches the unit whatever our own lamp does. Our receiver, where there is one, sees it
with a probability: people aim at the unit, not at the board. What it sees are pulses, read as the
board reads them; where one message does not count (ir/hearing.py), the key is taken to be pressed
twice. What a key that toggles does is read against what the unit is taken to obey; what was
understood is from then on what it is taken to obey.
"""

from random import Random

from splitstat.control.types import OFF, CodecError
from splitstat.ir.hearing import Hearing

# A demodulating receiver lengthens marks at the cost of spaces (see ir_channel.py).
STRETCH_US = 60


class Handset:
    """indoor_unit: of the plant; channel: the lamp's that leads to it, or None: then what is seen
    needs no reading."""

    def __init__(self, indoor_unit, seed: int = 0, seen: float = 0.0, channel=None):
        self.indoor_unit = indoor_unit
        self.channel = channel
        self.random = Random(seed)
        self.seen = seen
        self.presses = 0
        self.hearing = Hearing(channel.unit) if channel is not None else None
        self.toggles = channel is not None and "power" in channel.unit.traits.toggles

    def press(self, now_s: int, command):
        """Tells the unit; returns what our receiver made of it, None where it saw nothing.

        Nobody presses a key that toggles the power to switch off a unit that is off.
        """
        before = self.indoor_unit.command
        off = before is None or before.mode == "off"
        if off and command.mode == "off" and self.toggles:
            return None
        self.presses += 1
        command = self._sayable(command)
        self.indoor_unit.obey(command)
        if self.random.random() >= self.seen:
            return None
        if self.hearing is None or self.channel is None:
            return command
        understood = self._heard(self.hearing, now_s, command, before, self.channel.previous)
        if understood is not None:
            self.channel.previous = understood
        return understood

    def _heard(self, hearing, now_s, command, before, taken):
        try:
            _, timings = hearing.unit.encode(command, before)
        except CodecError:
            return command  # the handset's own automatic mode, which we never send
        pulses = [us - STRETCH_US if i & 1 else us + STRETCH_US for i, us in enumerate(timings)]
        heard = hearing.hear(now_s, pulses[:-1], taken)
        return hearing.hear(now_s, pulses[:-1], taken) if hearing.weak else heard

    def _sayable(self, command):
        """What the remote makes of a wish: many a one dries at one fan speed only. Its automatic
        mode, which we never send, is taken as it is."""
        obeyed = self.indoor_unit.command or OFF
        if self.channel is None or command.mode in ("off", "heat_cool"):
            return command
        unit = self.channel.unit
        return unit.decode(unit.encode(command, obeyed)[1], obeyed) or command
