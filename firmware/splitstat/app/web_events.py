"""Live updates: one server-sent event stream a page.

Law: a page hears of a change within a second, and every ten seconds in any case, so that it can
tell a quiet house from a dead line. A page that does not take what it is sent within five seconds
is dropped; it comes back by itself.
"""

import asyncio

from splitstat.app import api

_PACE_S = 0.5  # changes closer together travel as one
_SILENCE_S = 10
_DRAIN_S = 5


async def stream(house, writer, allowed):
    """Sends until the other side leaves or allowed() is false. Raises OSError or TimeoutError."""
    since = -1
    while allowed():
        house.beat("web")
        try:
            since = await asyncio.wait_for(house.changed(since), _SILENCE_S)
        except asyncio.TimeoutError:  # noqa: UP041  (another class on MicroPython)
            since = house.changes
        for name, text in api.news(house):
            writer.write(("event: " + name + "\ndata: " + text + "\n\n").encode())
            await asyncio.wait_for(writer.drain(), _DRAIN_S)
        await asyncio.sleep(_PACE_S)
