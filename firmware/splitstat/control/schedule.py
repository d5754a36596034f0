"""The weekly blocks of one room: minute of the local week -> the block that is on, and sleep.

Law: a block begins once a week. Where daylight saving time ends and an hour comes twice, the
schedule stands still until it has passed what it had reached; where an hour is left out, the last
block in it begins at its end. A block is [minute of the week, mode or None, heat_cdeg, cool_cdeg,
occupied 0/1] and lasts until the next one.
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
    """step() keeps .block and .next (None without blocks) and .sleep (bool).

    blocks are sorted by their minute; sleep lists [from, to) minutes, none over the week's end.
    """

    def __init__(self, blocks, sleep):
        self.blocks = blocks
        self.sleeps = sleep
        self.block = None
        self.next = None
        self.sleep = False
        self.at_min = 0
        self.from_min = 0
        self.to_min = 0

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
        start = 0
        end = _WEEK_MIN
        if self.blocks:
            self.block = self.blocks[-1]
            self.next = self.blocks[0]
            for block in self.blocks:
                if block[0] > week_min:
                    self.next = block
                    end = block[0]
                    break
                self.block = block
                start = block[0]
        self.at_min = week_min
        self.sleep = False
        for pair in self.sleeps:
            if pair[0] > week_min:
                end = min(end, pair[0])
            elif pair[1] > week_min:
                self.sleep = True
                start = max(start, pair[0])
                end = min(end, pair[1])
            else:
                start = max(start, pair[1])
        self.from_min = start
        self.to_min = end
