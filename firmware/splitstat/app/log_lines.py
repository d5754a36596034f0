"""The log (log.py) as people read it. Loaded while somebody asks."""

import struct


def lines(house):
    """(utc_min or None, now_s, room or -1, word, number), the oldest first; a generator.
    utc_min: by the clock as it is now, so that what was before it was known has its time."""
    log = house.log
    for n in range(max(0, log.count - log.size), log.count):
        k = n % log.size
        now_s, number, room = struct.unpack_from("<iib", log.data, 9 * k)
        minute = house.minute
        if minute is not None:
            minute += (now_s - house.minute_s) // 60
        yield minute, now_s, room, log.words[k], number
