"""The application as it runs. What it is made of, start.py says.

Law: control first, and without anything else. The network, the page and MQTT are begun after it
and may fail as they like.
"""

import asyncio

from splitstat.app.seldom import forget

# What start.py needs and nothing that stays may belong to.
_STARTING = (
    "start", "build", "wiring", "safe", "restore", "unpacked", "network_tasks", "schedule_check",
)  # fmt: skip


def run(slot: str = "", trial: int = 1, safe: bool = False):
    """slot: the application's folder, "" where it is the source tree; trial: how many starts in a
    row did not prove healthy; safe: leave the home file alone. Returns on KeyboardInterrupt, with
    ten minutes on the watchdog."""
    from splitstat.hardware.watchdog import Watchdog

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
    forget(_STARTING)
    await supervisor.run()
