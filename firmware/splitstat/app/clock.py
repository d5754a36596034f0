"""What time it is, asked of time servers on the network (time_server.py).

Law: control runs on its own seconds; the wall clock serves schedules alone. A clock that is
running is only put by more than two minutes when two answers in a row agree.
"""

import asyncio

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_OFTEN_S = const(64)  # until the time is known
_SELDOM_S = const(21600)
_JUMP_S = const(120)

SERVERS: str = "pool.ntp.org time.cloudflare.com time.google.com"


async def run(house):
    """For ever; the servers in turn."""
    n = 0
    doubt = None  # the difference that an answer made, where it was too big to be believed alone
    while True:
        found = None
        if house.network.get("wifi") == "connected":
            try:
                found = await _asked(SERVERS.split(" ")[n % 3])
            except (OSError, MemoryError, ImportError):
                pass
            n += 1
        if found is None:
            await asyncio.sleep(_OFTEN_S if house.minute is None else _SELDOM_S // 12)
            continue
        wrong_s = 0
        if house.minute is not None:
            wrong_s = (found[0] - house.minute) * 60 + found[1] - (house.now_s - house.minute_s)
        if -_JUMP_S <= wrong_s <= _JUMP_S or (doubt is not None and abs(wrong_s - doubt) <= 5):
            house.set_clock(found[0], found[1])
            doubt = None
            await asyncio.sleep(_SELDOM_S)
        else:
            doubt = wrong_s
            await asyncio.sleep(_OFTEN_S)


async def _asked(server):
    # In a function of its own: a task that sleeps for hours would keep what it has imported.
    from splitstat.app.time_server import asked

    return await asked(server)
