"""Seven days of every room, a point in five minutes, in files of a day each.

Law: a record is never changed, only added, and a file that is not whole loses its last records
alone. Points wait in memory for two hours and go into the file in one go: twelve writes a day.
While nobody knows the time nothing is kept.

A file begins with a line of the rooms' names; a record is the minute since 2000 UTC (4 bytes) and
5 bytes a room: room temperature in cdeg (2, -32768: none), humidity in half % (255: none),
setpoint in quarter kelvins (0: none), action.
"""

import os
import struct

from splitstat.app import sealed

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_EVERY_MIN = const(5)
DAYS = const(7)
_KEEP = const(24)  # points in memory
_DAY_MIN = const(1440)
ACTIONS: str = "off idle heating cooling drying fan defrosting waiting"


class History:
    """folder: for its files."""

    def __init__(self, house, folder: str):
        self.house = house
        self.folder = folder
        names = []
        for room in house.home["rooms"]:
            names.append(room["name"])
        self.head = ",".join(names).encode() + b"\n"
        self.size = 4 + 5 * len(names)
        self.points = bytearray(_KEEP * self.size)
        self.count = 0
        self.last_min = 0
        self.day = 0

    def step(self) -> bool:
        """Once a minute or oftener; True when it is time to write()."""
        house = self.house
        utc_min = house.utc_min
        if utc_min is None:
            return False
        if utc_min // _EVERY_MIN == self.last_min // _EVERY_MIN:
            return False
        if self.count and utc_min // _DAY_MIN != self.day:
            return True
        if self.count < _KEEP:
            self.last_min = utc_min
            self.day = utc_min // _DAY_MIN
            at = self.count * self.size
            struct.pack_into("<i", self.points, at, utc_min)
            at += 4
            for i in range(len(house.traits)):
                point(house.outputs.rooms[i], house.inputs.rooms[i], self.points, at)
                at += 5
            self.count += 1
        return self.count == _KEEP

    def write(self):
        """Adds the points to the file of their day. Raises OSError; they are dropped then. The
        caller holds the lock of flash writes."""
        count = self.count
        self.count = 0
        if not count:
            return
        sealed.folder(self.folder)
        path = self.path(self.day)
        whole = self.records(self.day)
        with open(path, "ab" if whole is not None else "wb") as file:
            if whole is None:
                file.write(self.head)
            file.write(memoryview(self.points)[: count * self.size])
        try:
            os.remove(self.path(self.day + 1))  # the oldest: a ring of eight files
        except OSError:
            pass

    def path(self, day: int) -> str:
        """The file of a day."""
        return "%s/history%d" % (self.folder, day % (DAYS + 1))

    def records(self, day: int):
        """How many records the file of this day has, or None where it is another's, or broken."""
        try:
            with open(self.path(day), "rb") as file:
                if file.read(len(self.head)) != self.head:
                    return None
                first = file.read(4)
                size = file.seek(0, 2) - len(self.head)
        except OSError:
            return None
        if len(first) < 4 or size % self.size:
            return None
        if struct.unpack("<i", first)[0] // _DAY_MIN != day:
            return None
        return size // self.size


def point(out, inputs, data, at: int):
    """Five bytes of one room. out, inputs: types.RoomOutputs, types.RoomInputs."""
    target = None
    if out.mode in ("heat", "heat_cool"):
        target = out.heat_cdeg
    if out.mode in ("cool", "dry") or (out.action in ("cooling", "drying") and out.mode != "heat"):
        target = out.cool_cdeg
    cdeg = -32768 if out.room_cdeg is None else min(max(out.room_cdeg, -32767), 32767)
    cpct = inputs.humidity_cpct
    struct.pack_into("<h", data, at, cdeg)
    data[at + 2] = 255 if cpct is None else cpct // 50
    data[at + 3] = 0 if target is None else target // 25
    data[at + 4] = ACTIONS.split(" ").index(out.action)
