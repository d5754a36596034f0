"""The application as it runs. What it is made of, start.py says.

Law: control first, and without anything else. The network, the page and MQTT are begun after it
and may fail as they like.
"""

import asyncio

# ruff: noqa: F401
# What start.py builds with and what then stays in memory: named here, it becomes one module on a
# board (tools/splitstat_cli/bundle.py), apart from start.py, which is forgotten.
from splitstat.app.clock import run as clock
from splitstat.app.history import History
from splitstat.app.house import House
from splitstat.app.keeper import run as keeper
from splitstat.app.loop import Loop
from splitstat.app.seldom import forget
from splitstat.app.sensor_tasks import Probe
from splitstat.app.store import Store
from splitstat.app.supervisor import Supervisor
from splitstat.app.unit_tasks import run as units
from splitstat.app.wifi import run as wifi
from splitstat.hardware.nvs import Nvs
from splitstat.hardware.watchdog import Watchdog


def run(slot: str = "", trial: int = 1, safe: bool = False):
    """slot: the application's folder, "" where it is the source tree; trial: how many starts in a
    row did not prove healthy; safe: leave the home file alone. Returns on KeyboardInterrupt, with
    ten minutes on the watchdog."""
    watchdog = Watchdog()
    try:
        asyncio.run(_run(watchdog, slot, trial, safe))
    except KeyboardInterrupt:
        pass
    finally:
        watchdog.lengthen()
        asyncio.new_event_loop()


async def _run(watchdog, slot, trial, safe):
    from splitstat.app.start import supervisor_of

    supervisor = supervisor_of(watchdog, slot, trial, safe)
    forget()
    await supervisor.run()
