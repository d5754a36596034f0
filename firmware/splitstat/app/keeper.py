"""What is done now and then: settings and history go into flash, the time is asked for, a lost
Wi-Fi is joined again, and what is seldom needed is forgotten."""

import asyncio

from splitstat.app.seldom import forget

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = const(10)


async def run(house):
    """For ever."""
    while True:
        house.beats["keeper"] = 0
        await _round(house)
        forget()
        if house.station is not None:
            _look_at_wifi(house, house.network, house.station)
        await asyncio.sleep(_LOOK_S)


async def _round(house):
    # In a function of its own: a task that sleeps would keep what it has imported.
    if house.unsaved:
        from splitstat.app import settings

        await settings.keep(house)
    if house.history is not None and house.history.due():
        from splitstat.app import history_file

        await history_file.keep(house.history)
    if house.now_s >= house.clock_due_s and house.network.get("wifi") == "connected":
        from splitstat.app import clock

        await clock.put_right(house)


def _look_at_wifi(house, network, station):
    if network.get("wifi") != "connected" or not station.isconnected():
        if house.joining is None or house.joining.done():
            from splitstat.app.wifi_join import join

            house.joining = asyncio.create_task(join(house))
        return
    house.joining = None
    try:
        network["rssi"] = station.status("rssi")
    except (OSError, ValueError, TypeError):
        pass
