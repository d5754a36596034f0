"""Keeps the tasks alive, and the board with them.

Law: the watchdog is fed only while every critical task gives signs of life. Whatever else ends is
begun again, later and later. When memory runs short the page goes first, then MQTT, then the
log (shedding.py); control never.
"""

import asyncio
import gc

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = const(5)
_DEAD_S = const(30)  # a critical task that is silent for so long is taken to hang
_LOW = const(12000)  # bytes: what a scan, a frame of 854 pulses and a snapshot need, twice
_ENOUGH = const(24000)
_HEALTHY = const(3)  # scans after which a start counts as good
CRITICAL = 0  # ranks of jobs
ALWAYS = 9


class Job:
    """A task: `make(*args)` gives its coroutine. rank: CRITICAL, ALWAYS, or in which order it goes
    when memory is short, 1 first.

    task: None while it is shed. rest_s: seconds until it is begun again; None while it runs."""

    pause_s = 1
    rest_s = None

    def __init__(self, name: str, make, args, rank: int):
        self.name = name
        self.make = make
        self.args = args
        self.rank = rank
        self.task = None

    def begin(self, house):
        """Now."""
        self.begun_s = house.now_s
        self.task = asyncio.create_task(self.make(*self.args))


class Supervisor:
    """house: None where there is nothing to control. watchdog: of hardware/watchdog.py, or None;
    nvs: the space whose `trial` becomes 0 after the first good scans (trial.py). shed: how
    much memory is too short for."""

    def __init__(self, house, watchdog=None, nvs=None):
        self.house = house
        self.watchdog = watchdog
        self.nvs = nvs
        self.jobs = []
        self.shed = 0

    def add(self, name: str, make, args=(), rank: int = ALWAYS):
        """A task: `make(*args)` gives a coroutine."""
        self.jobs.append(Job(name, make, args, rank))
        if rank == CRITICAL:
            self.house.beats[name] = 0

    async def run(self):
        """Begins all and watches over them, for ever."""
        for job in self.jobs:
            job.begin(self.house)
        while True:
            for _ in range(_LOOK_S):
                await asyncio.sleep(1)
                self.mend()
            self.look(_LOOK_S)

    def mend(self):
        """Once a second: whatever has ended, and however, is begun again; asyncio shows why."""
        for job in self.jobs:
            if job.task is not None and job.task.done():
                from splitstat.app.mending import mend

                mend(job, self.house)

    def look(self, passed_s: int):
        """One look at everything."""
        house = self.house
        alive = True
        for job in self.jobs:
            if job.rank == CRITICAL:
                silent_s = house.beats[job.name] + passed_s
                house.beats[job.name] = silent_s
                alive = alive and silent_s <= _DEAD_S
        if alive and self.watchdog is not None:
            self.watchdog.feed()
        if self.nvs is not None and house.scans >= _HEALTHY:
            from splitstat.app.trial import healthy

            healthy(self)
        gc.collect()
        if house is not None and hasattr(gc, "mem_free"):
            self.balance(gc.mem_free())  # pyright: ignore  (MicroPython)

    def balance(self, free: int):
        """Something goes while memory is short, or comes back when there is enough again."""
        less = free < _LOW
        if less or (self.shed and free > _ENOUGH):
            try:
                from splitstat.app.shedding import balance

                balance(self, less)
            except MemoryError:  # not even that could be loaded: the next look tries again
                pass
