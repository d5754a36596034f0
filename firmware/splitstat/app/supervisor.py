"""Keeps the tasks alive, and the board with them.

Law: the watchdog is fed only while every critical task gives signs of life. Whatever else ends is
begun again, later and later. When memory runs short the page goes first, then MQTT, then the
lines of the log; control never.
"""

import asyncio
import gc
import sys

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = const(5)
_DEAD_S = const(30)  # a critical task that is silent for so long is taken to hang
_LOW = const(12000)  # bytes: what a scan, a frame of 854 pulses and a snapshot need, twice
_ENOUGH = const(24000)
_PAUSE_S = const(300)
_HEALTHY = const(3)  # scans after which a start counts as good
CRITICAL = const(0)
ALWAYS = const(9)


class Job:
    """A task that is begun again when it ends: `make(*args)`. rank: CRITICAL, ALWAYS, or in which
    order it goes when memory is short, 1 first."""

    def __init__(self, name: str, make, args, rank: int):
        self.name = name
        self.make = make
        self.args = args
        self.rank = rank
        self.task = None

    async def run(self, house):
        """For ever."""
        pause_s = 1
        while True:
            begun_s = house.now_s
            try:
                await self.make(*self.args)
            except Exception as why:  # whatever it is: it must not end the board
                house.log.add(house, -1, "ended_" + self.name)
                show(why)
            if self.rank == CRITICAL or house.now_s - begun_s > _PAUSE_S:
                pause_s = 1
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, _PAUSE_S)


class Supervisor:
    """house: None where there is nothing to control. watchdog: hardware.watchdog.Watchdog or None;
    nvs: its `trial` becomes 0 after the first good scans."""

    def __init__(self, house, watchdog=None, nvs=None):
        self.house = house
        self.watchdog = watchdog
        self.nvs = nvs
        self.jobs = []

    def add(self, name: str, make, args=(), rank: int = ALWAYS):
        """A task: `make(*args)` gives a coroutine."""
        self.jobs.append(Job(name, make, args, rank))
        if rank == CRITICAL:
            self.house.beats[name] = 0

    async def run(self):
        """Begins all and watches over them, for ever."""
        for job in self.jobs:
            job.task = asyncio.create_task(job.run(self.house))
        while True:
            await asyncio.sleep(_LOOK_S)
            self.look(_LOOK_S)

    def look(self, passed_s: int):
        """One look at everything."""
        house = self.house
        alive = True
        for job in self.jobs:
            if job.rank == CRITICAL:
                silent_s = house.beats[job.name] + passed_s
                house.beats[job.name] = silent_s
                alive = alive and silent_s <= _DEAD_S
        watchdog = self.watchdog
        if alive and watchdog is not None:
            watchdog.feed()
        if self.nvs is not None and house.scans >= _HEALTHY:
            from splitstat.app.trial import healthy

            if healthy(house, self.nvs):
                self.nvs = None
                if watchdog is not None:
                    watchdog.shorten()
        gc.collect()
        free = getattr(gc, "mem_free", None)
        if free is not None and house is not None:
            self.balance(free())

    def balance(self, free: int):
        """One step a look: something less while memory is short, something more again when there
        is enough."""
        less = free < _LOW
        if not less and free <= _ENOUGH:
            return
        best = None
        for job in self.jobs:
            if CRITICAL < job.rank < ALWAYS and (job.task is not None) == less:
                if best is None or (job.rank < best.rank) == less:
                    best = job
        house = self.house
        if best is not None:
            house.log.add(house, -1, ("shed_" if less else "back_") + best.name)
            if less:
                best.task.cancel()
                best.task = None
            else:
                best.task = asyncio.create_task(best.run(house))
        elif less:
            house.log.clear()


def show(why):
    """A traceback on the console."""
    if hasattr(sys, "print_exception"):
        sys.print_exception(why)  # pyright: ignore  (MicroPython)
    else:
        sys.excepthook(type(why), why, why.__traceback__)  # pyright: ignore  (CPython)
