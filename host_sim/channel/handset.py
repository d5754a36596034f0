"""A person with the original handset: the indoor unit obeys, and nobody asks the controller.

The press reaches the unit whatever our own lamp does. Our receiver, where there is one, sees it
with a probability: people aim at the unit, not at the board. What it sees are pulses, read as the
board reads them; where one message does not count (ir/hearing.py), the key is taken to be pressed
twice.
"""

from random import Random

from splitstat.control.types import CodecError
from splitstat.ir.hearing import Hearing

# A demodulating receiver lengthens marks at the cost of spaces (see ir_channel.py).
STRETCH_US = 60


class Handset:
    """unit: an infra-red unit of splitstat.units, or None: then what is seen needs no reading."""

    def __init__(self, indoor_unit, seed: int = 0, seen: float = 0.0, unit=None):
        self.indoor_unit = indoor_unit
        self.random = Random(seed)
        self.seen = seen
        self.presses = 0
        self.unit = unit
        self.hearing = Hearing(unit) if unit is not None else None

    def press(self, now_s: int, command):
        """Tells the unit; returns what our receiver made of it, None where it saw nothing."""
        self.presses += 1
        before = self.indoor_unit.command
        self.indoor_unit.obey(command)
        if self.random.random() >= self.seen:
            return None
        return command if self.hearing is None else self._heard(now_s, command, before)

    def _heard(self, now_s, command, before):
        try:
            _, timings = self.unit.encode(command, before)
        except CodecError:
            return command  # the handset's own automatic mode, which we never send
        pulses = [us - STRETCH_US if i & 1 else us + STRETCH_US for i, us in enumerate(timings)]
        heard = self.hearing.hear(now_s, pulses[:-1], before)
        return self.hearing.hear(now_s, pulses[:-1], before) if self.hearing.weak else heard
