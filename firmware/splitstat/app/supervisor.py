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


class Job:
    """A task that is begun again when it ends. shed: 0 never, else the first to go is 1."""

    def __init__(self, name: str, make, critical: bool, shed: int):
        self.name = name
        self.make = make
        self.critical = critical
        self.shed = shed
        self.task = None

    async def run(self, house):
        """For ever: what make() gives, and again when it ends."""
        pause_s = 1
        while True:
            begun_s = house.now_s
            try:
                await self.make()
            except Exception as why:  # whatever it is: it must not end the board
                house.log.add(house, -1, "ended_" + self.name)
                show(why)
            if house.now_s - begun_s > _PAUSE_S:
                pause_s = 1
            await asyncio.sleep(pause_s)
            if not self.critical:
                pause_s = min(2 * pause_s, _PAUSE_S)


class Supervisor:
    """watchdog: hardware.watchdog.Watchdog or None; healthy() is called once, after the first good
    scans."""

    def __init__(self, house, watchdog=None, healthy=None):
        self.house = house
        self.watchdog = watchdog
        self.healthy = healthy
        self.jobs = []

    def add(self, name: str, make, critical: bool = False, shed: int = 0):
        """make: a function without arguments that gives a coroutine."""
        self.jobs.append(Job(name, make, critical, shed))
        if critical:
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
            if job.critical:
                silent_s = house.beats[job.name] + passed_s
                house.beats[job.name] = silent_s
                alive = alive and silent_s <= _DEAD_S
        watchdog = self.watchdog
        if alive and watchdog is not None:
            watchdog.feed()
        if self.healthy is not None and house.scans >= _HEALTHY:
            self.healthy()
            self.healthy = None
            if watchdog is not None:
                watchdog.shorten()
        gc.collect()
        free = getattr(gc, "mem_free", None)
        if free is not None:
            self.balance(free())

    def balance(self, free: int):
        """One step a look: something less while memory is short, something more again when there
        is enough."""
        if free < _LOW:
            self._step(True)
        elif free > _ENOUGH:
            self._step(False)

    def _step(self, less):
        """The lowest number goes first and comes back last."""
        best = None
        for job in self.jobs:
            if job.shed and (job.task is not None) == less:
                if best is None or (job.shed < best.shed) == less:
                    best = job
        house = self.house
        if best is None:
            if less:
                house.log.clear()
            return
        house.log.add(house, -1, "shed_" + best.name if less else "back_" + best.name)
        if less:
            best.task.cancel()
            best.task = None
        else:
            best.task = asyncio.create_task(best.run(house))


def show(why):
    """A traceback on the console."""
    try:
        sys.print_exception(why)  # pyright: ignore  (MicroPython)
    except AttributeError:
        sys.excepthook(type(why), why, why.__traceback__)  # pyright: ignore  (CPython)
