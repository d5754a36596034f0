"""Reads the history back (history_file.py). Loaded when somebody asks for it."""

import struct

from splitstat.app.history_file import ACTIONS, DAYS, head, path, records


def points_of(history, since_min: int = 0):
    """(utc_min, [(cdeg, humidity %, setpoint cdeg, action) of each room]) from the oldest on;
    a generator. What waits in memory is its end."""
    for each in range(history.day - DAYS, history.day + 1):
        count = records(history, each) if each > 0 else None
        if count is None:
            continue
        with open(path(history, each), "rb") as file:
            file.seek(len(head(history)))
            for _ in range(count):
                data = file.read(history.size)
                if len(data) < history.size:
                    break
                found = unpacked(data, 0, history.size)
                if found[0] >= since_min:
                    yield found
    for n in range(history.count):
        found = unpacked(history.points, n * history.size, history.size)
        if found[0] >= since_min:
            yield found


def unpacked(data, at: int, size: int):
    """A record of points_of()."""
    utc_min = struct.unpack_from("<i", data, at)[0]
    actions = ACTIONS.split(" ")
    rooms = []
    for k in range(at + 4, at + size, 5):
        cdeg = struct.unpack_from("<h", data, k)[0]
        rooms.append(
            (
                None if cdeg == -32768 else cdeg,
                None if data[k + 2] == 255 else data[k + 2] // 2,
                data[k + 3] * 25 or None,
                actions[data[k + 4]] if data[k + 4] < len(actions) else "off",
            )
        )
    return utc_min, rooms
