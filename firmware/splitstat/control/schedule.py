"""The weekly blocks of one room: minute of the local week -> the block that is on, and sleep.

Law: a block begins once a week. Where daylight saving time ends and an hour comes twice, the
schedule stands still until it has passed what it had reached; where an hour is left out, the last
block in it begins at its end.

Blocks that ask for the same share a list (a list costs more than its numbers on a board):
    [mode or None, heat_cdeg, cool_cdeg, occupied 0/1, minute of the week, minute, ...]
Each lasts until the next one begins. No minute is used twice.
"""

MODES = ("off", "heat", "cool", "heat_cool", "dry", "fan_only")
const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_WEEK_MIN = const(10080)
_BACK_MIN = const(120)  # the furthest that a clock is put back (Antarctica/Troll, tz data)


def narrowed(mode: str, only: str) -> str:
    """The person's mode within what a block allows (None: anything)."""
    if only is None or only == mode or only == "heat_cool" or mode == "off":
        return mode
    if only == "off" or only == "fan_only" or mode == "heat_cool":
        return only
    if mode == "fan_only":
        return mode
    return "off" if "heat" in (mode, only) else "dry"


class Schedule:
    """step() keeps .block, its .start_min, .next and .next_min (None without blocks) and .sleep.

    sleep: [from, to, from, to, ...], minutes of the week; a span may go over the week's end.
    """

    def __init__(self, blocks, sleep):
        self.blocks = blocks
        self.sleeps = sleep
        self.block = self.start_min = self.next = self.next_min = None
        self.sleep = False
        self.at_min = self.from_min = self.to_min = 0

    def step(self, week_min: int) -> bool:
        """week_min: 0..10079. True when the block or sleep may have changed."""
        if self.to_min and (self.at_min - week_min) % _WEEK_MIN <= _BACK_MIN:
            return False
        if self.from_min <= week_min < self.to_min:
            self.at_min = week_min
            return False
        self.find(week_min)
        return True

    def find(self, week_min: int):
        """Take week_min as the time, and find the stretch around it in which nothing changes."""
        self.at_min = week_min
        back = ahead = _WEEK_MIN
        for block in self.blocks:
            for i in range(4, len(block)):
                passed = (week_min - block[i]) % _WEEK_MIN
                if passed < back:
                    back = passed
                    self.block = block
                    self.start_min = block[i]
                if _WEEK_MIN - passed <= ahead:
                    ahead = _WEEK_MIN - passed
                    self.next = block
                    self.next_min = block[i]
        self.sleep = False
        edge = _WEEK_MIN
        for i in range(len(self.sleeps)):
            passed = (week_min - self.sleeps[i]) % _WEEK_MIN
            if passed < edge:
                edge = passed
                self.sleep = i % 2 == 0
            ahead = min(ahead, _WEEK_MIN - passed)
        self.from_min = week_min - min(back, edge)
        self.to_min = week_min + ahead
