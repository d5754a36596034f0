"""What goes into flash files, when it is time and under the lock that infra-red shares."""

import asyncio

from splitstat.app.seldom import forget

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = const(10)


async def run(house):
    """For ever: settings that changed, and the history when enough has come together. Then
    everything that is seldom needed is forgotten."""
    while True:
        house.beat("keeper")
        if house.unsaved:
            from splitstat.app.settings import save

            async with house.quiet:
                try:
                    save(house)
                except OSError:
                    house.log.add(house, -1, "settings_failed")
        if house.history is not None and house.history.step():
            async with house.quiet:
                try:
                    house.history.write()
                except OSError:
                    house.log.add(house, -1, "history_failed")
        forget()
        await asyncio.sleep(_LOOK_S)
