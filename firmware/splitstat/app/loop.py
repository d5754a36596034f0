"""The scan: read everything, decide once, keep what must survive, then tell the units.

Law: control waits for nobody. Sensors, units, network and flash have tasks of their own; here is
only what they left. What must survive a power cut is written before the commands that follow from
it are handed on (control/outdoor_unit.py says why).
"""

import asyncio
import time

from splitstat.control.seconds import Seconds

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_PERIOD_S = const(5)
_MASK = const(0x3FFFFFFF)  # ticks_ms wraps there on a 32-bit port, later elsewhere


def ticks_ms() -> int:
    """Milliseconds, wrapping at 2**30 on every machine."""
    clock = getattr(time, "ticks_ms", None)
    return (clock() if clock else getattr(time, "monotonic_ns")() // 1000000) & _MASK  # noqa: B009


class Loop:
    """heads: one a room, that takes a command by tell() and may have a .status (unit_tasks.py).
    contacts: things with read(room inputs), called every second. store: store.Store or None."""

    def __init__(self, house, heads, contacts, store):
        self.house = house
        self.heads = heads
        self.contacts = contacts
        self.store = store
        self.seconds = Seconds()

    async def run(self):
        """For ever."""
        due_ms = self._now_ms()
        while True:
            await self.step()
            due_ms += _PERIOD_S * 1000
            while True:
                left_ms = due_ms - self._now_ms()
                if left_ms <= 0:
                    break
                await asyncio.sleep(min(left_ms, 1000) / 1000)
                for contact in self.contacts:
                    contact.read(self.house)
                if self.house.inputs.events:
                    due_ms = self._now_ms()
            due_ms -= min(left_ms, 0)  # what is lost is lost: no scan twice

    def _now_ms(self):
        seconds = self.seconds
        return seconds.step(ticks_ms()) * 1000 + seconds.rest_ms

    async def step(self):
        """One scan and what follows from it."""
        house = self.house
        heads = self.heads
        for i in range(len(heads)):
            room = house.inputs.rooms[i]
            room.status = heads[i].status
            if room.handset is not None:
                heads[i].previous = room.handset
        outputs = house.scan(self.seconds.step(ticks_ms()))
        house.beats["scan"] = 0
        if self.store is not None and self.store.due():
            await self._keep()
        for i in range(len(heads)):
            out = outputs.rooms[i]
            if out.send is not None:
                if out.before is not None:
                    heads[i].previous = out.before
                heads[i].tell(out.send)

    async def _keep(self):
        try:
            from splitstat.app.snapshot import keep

            await keep(self.store)
        except (OSError, MemoryError, ImportError):
            pass  # not even that could be loaded: the next scan tries again
