"""What goes into flash files, when it is time and under the lock that infra-red shares."""

import asyncio

from splitstat.app.seldom import ASKED, forget

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = const(10)


async def run(house):
    """For ever: settings that changed, and the history when enough has come together."""
    while True:
        house.beat("keeper")
        for part, due, write in (
            ("settings", house.settings.dirty, house.settings.save),
            ("history", house.history is not None and house.history.step(), None),
        ):
            if due:
                async with house.quiet:
                    try:
                        (write or house.history.write)()
                    except OSError:
                        house.log.add(house, -1, part + "_failed")
        forget(ASKED)
        await asyncio.sleep(_LOOK_S)
