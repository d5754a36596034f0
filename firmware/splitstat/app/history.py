"""Seven days of every room, a point in five minutes: what of it stays in memory.

Points wait here for two hours and go into the file of their day (history_file.py) in one go:
twelve writes a day. While nobody knows the time nothing is kept.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_EVERY_MIN = const(5)
_KEEP = const(24)  # points in memory


class History:
    """folder: for its files. size: bytes of a point."""

    def __init__(self, house, folder: str):
        self.house = house
        self.folder = folder
        self.size = 4 + 5 * len(house.traits)
        self.points = bytearray(_KEEP * self.size)
        self.count = 0
        self.last_min = 0
        self.day = 0

    def step(self) -> bool:
        """Once a minute or oftener; True when it is time to write()."""
        utc_min = self.house.utc_min
        if utc_min is None or utc_min // _EVERY_MIN == self.last_min // _EVERY_MIN:
            return False
        from splitstat.app.history_file import add

        return add(self, utc_min)

    def write(self):
        """Adds the points to the file of their day. Raises OSError; they are dropped then. The
        caller holds the lock of flash writes."""
        from splitstat.app.history_file import write

        write(self)
