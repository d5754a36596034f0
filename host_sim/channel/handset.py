"""A person with the original handset: the indoor unit obeys, and nobody asks the controller.

The press reaches the unit whatever our own lamp does. Our receiver, where there is one, sees it
with a probability: people aim at the unit, not at the board. What it sees goes into the lamp's
channel too, as the board's application has it: the next frame of a unit with toggle keys is a
change against what the unit obeys now.
"""

from random import Random


class Handset:
    """indoor_unit: of the plant; channel: what leads to it (channels.py), or None."""

    def __init__(self, indoor_unit, seed: int = 0, seen: float = 0.0, channel=None):
        self.indoor_unit = indoor_unit
        self.channel = channel
        self.random = Random(seed)
        self.seen = seen
        self.presses = 0

    def press(self, now_s: int, command):
        """Tells the unit; returns the command when our receiver saw it, else None."""
        self.presses += 1
        self.indoor_unit.obey(command)
        if self.random.random() >= self.seen:
            return None
        if self.channel is not None:
            self.channel.previous = command
        return command
