"""The files of the history (history.py), a day each. Loaded when there is something to keep.

Law: a record is never changed, only added, and a file that is not whole loses its last records
alone.

A file begins with a line of the rooms' names; a record is the minute since 2000 UTC (4 bytes) and
5 bytes a room: room temperature in cdeg (2, -32768: none), humidity in half % (255: none),
setpoint in quarter kelvins (0: none), action.
"""

import os
import struct

from splitstat.app import sealed

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

DAYS = const(7)
_DAY_MIN = const(1440)
ACTIONS: str = "off idle heating cooling drying fan defrosting waiting"


async def keep(history):
    """Adds a point of now, and writes when it is time to."""
    if add(history):
        house = history.house
        async with house.quiet:
            try:
                write(history)
            except OSError:
                house.log.add(house, -1, "history_failed")


def add(history) -> bool:
    """A point of now; True when it is time to write()."""
    utc_min = history.house.utc_min
    if history.count and utc_min // _DAY_MIN != history.day:
        return True
    house = history.house
    points = history.points
    size = history.size
    at = history.count * size
    if at < len(points):
        history.last_min = utc_min
        history.day = utc_min // _DAY_MIN
        struct.pack_into("<i", points, at, utc_min)
        for i in range(len(house.traits)):
            point(house.outputs.rooms[i], house.inputs.rooms[i], points, at + 4 + 5 * i)
        history.count += 1
    return history.count * size == len(points)


def head(history) -> bytes:
    """The first line of every file."""
    names = [room["name"] for room in history.house.home["rooms"]]
    return ",".join(names).encode() + b"\n"


def write(history):
    """Adds the points to the file of their day. Raises OSError; they are dropped then. The caller
    holds the lock of flash writes."""
    count = history.count
    history.count = 0
    if not count:
        return
    sealed.folder(history.folder)
    day = history.day
    whole = records(history, day)
    with open(path(history, day), "ab" if whole is not None else "wb") as file:
        if whole is None:
            file.write(head(history))
        file.write(memoryview(history.points)[: count * history.size])
    try:
        os.remove(path(history, day + 1))  # the oldest: a ring of eight files
    except OSError:
        pass


def path(history, day: int) -> str:
    """The file of a day."""
    return "%s/history%d" % (history.folder, day % (DAYS + 1))


def records(history, day: int):
    """How many records the file of this day has, or None where it is another's, or broken."""
    names = head(history)
    try:
        with open(path(history, day), "rb") as file:
            if file.read(len(names)) != names:
                return None
            first = file.read(4)
            size = file.seek(0, 2) - len(names)
    except OSError:
        return None
    if len(first) < 4 or size % history.size:
        return None
    if struct.unpack("<i", first)[0] // _DAY_MIN != day:
        return None
    return size // history.size


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
