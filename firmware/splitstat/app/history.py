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
        self.count = self.last_min = self.day = 0

    def due(self) -> bool:
        """Whether history_file.add() has a point to add; to be asked once a minute or oftener."""
        utc_min = self.house.utc_min
        return utc_min is not None and utc_min // _EVERY_MIN != self.last_min // _EVERY_MIN
