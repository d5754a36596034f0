"""The application as it runs. What it is made of, start.py says.

Law: control first, and without anything else. The network, the page and MQTT are begun after it
and may fail as they like.
"""

import asyncio

# ruff: noqa: F401
# What start.py builds with and what then stays in memory: named here, it becomes one module on a
# board (tools/splitstat_cli/bundle.py), apart from start.py, which is forgotten.
from splitstat.app.history import History
from splitstat.app.house import House
from splitstat.app.keeper import run as keeper
from splitstat.app.loop import Loop
from splitstat.app.seldom import forget
from splitstat.app.sensor import Probe
from splitstat.app.store import Store
from splitstat.app.supervisor import Supervisor
from splitstat.app.unit_tasks import IrHead
from splitstat.app.wire_task import run as wire


def run(slot: str, trial: int, safe: bool):
    """slot: the application's folder, "" where it is the source tree; trial: how many starts in a
    row did not prove healthy; safe: leave the home file alone. Returns on KeyboardInterrupt, with
    ten minutes on the watchdog."""
    try:
        asyncio.run(_supervisor(slot, trial, safe).run())
    except KeyboardInterrupt:
        pass
    finally:
        from splitstat.hardware.watchdog import long

        long()
        asyncio.new_event_loop()


def _supervisor(slot, trial, safe):
    from splitstat.app.start import supervisor_of
    from splitstat.hardware.watchdog import long

    supervisor = supervisor_of(long(), slot, trial, safe)
    forget()
    return supervisor
