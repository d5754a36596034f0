"""A person with the original handset: the indoor unit obeys, and nobody asks the controller.

The press reaches the unit whatever our own lamp does. Our receiver, where there is one, sees it
with a probability: people aim at the unit, not at the board.
"""

from random import Random


class Handset:
    def __init__(self, indoor_unit, seed: int = 0, seen: float = 0.0):
        self.indoor_unit = indoor_unit
        self.random = Random(seed)
        self.seen = seen
        self.presses = 0

    def press(self, now_s: int, command):
        """Tells the unit; returns the command when our receiver saw it, else None."""
        self.presses += 1
        self.indoor_unit.obey(command)
        return command if self.random.random() < self.seen else None
