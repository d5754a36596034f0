"""What time it is, asked of time servers on the network (time_server.py). Loaded when it is time
to ask.

Law: control runs on its own seconds; the wall clock serves schedules alone. A clock that is
running is only put by more than two minutes when two answers in a row agree.
"""

import os

from splitstat.app.time_server import asked

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_OFTEN_S = const(64)  # until the time is known
_RETRY_S = const(1800)
_SELDOM_S = const(21600)
_JUMP_S = const(120)

SERVERS: str = "pool.ntp.org time.cloudflare.com time.google.com"


async def put_right(house):
    """Asks one of the servers, by chance, and says when the next is to be asked."""
    found = None
    try:
        found = await asked(SERVERS.split(" ")[os.urandom(1)[0] % 3])
    except (OSError, MemoryError, ImportError):
        pass
    if found is None:
        house.clock_due_s = house.now_s + (_OFTEN_S if house.minute is None else _RETRY_S)
    else:
        house.clock_due_s = house.now_s + weigh(house, found[0], found[1])


def weigh(house, utc_min: int, second: int) -> int:
    """Takes an answer, or doubts it. Returns in how many seconds the next is wanted."""
    wrong_s = 0
    if house.minute is not None:
        wrong_s = (utc_min - house.minute) * 60 + second - (house.now_s - house.minute_s)
    doubt_s = house.clock_doubt_s
    if -_JUMP_S <= wrong_s <= _JUMP_S or (doubt_s is not None and abs(wrong_s - doubt_s) <= 5):
        house.clock_doubt_s = None
        put(house, utc_min, second)
        return _SELDOM_S
    house.clock_doubt_s = wrong_s
    return _OFTEN_S


def put(house, utc_min: int, second: int = 0):
    """The time is known: only what was weighed may say so."""
    house.minute = utc_min
    house.minute_s = house.now_s - second
