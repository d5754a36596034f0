"""A start anew that somebody asked for at the page."""

import asyncio

from splitstat.app.web import Refused
from splitstat.hardware.reset import restart

_later = []


def allow(house):
    """Raises Refused while a boost runs: the last command before it must be safe for weeks."""
    for room in house.controller.rooms:
        if room.intent.boost_s:
            raise Refused(409, "a boost runs: wait for its end")


def soon(house):
    """The answer goes out first."""
    if house.plant is not None:
        from splitstat.app.plant_rest import rest

        rest(house.plant)
    _later.append(asyncio.create_task(_restart()))


async def _restart():
    await asyncio.sleep(2)
    restart()
