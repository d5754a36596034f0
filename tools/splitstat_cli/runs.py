"""Many simulated homes at once, on all cores, with one bar of progress for all of them."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from typing import Any

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from splitstat_cli.home_file import Home
from splitstat_cli.terminal import err

LOOK_S = 0.2  # how often the bar moves


@dataclass(frozen=True)
class Job:
    """A home that lives through some days: weather is a word or a path, start_day 1..365."""

    name: str
    home: Home
    weather: str
    start_day: int
    days: int
    seed: int = 1
    record_s: int = 600

    def live(self, progress):
        """A Result. progress(fraction) is called once a simulated day."""
        from host_sim.plant.weather import load_weather
        from host_sim.world import World

        world = World(
            self.home,
            load_weather(self.weather),
            start_day=self.start_day,
            days=self.days,
            seed=self.seed,
            record_s=self.record_s,
        )
        return world.run(progress)


def run_all(jobs: list, title: str) -> list:
    """What live(progress) of each job gives, in their order. jobs: Job or what else has live and
    days. An error in a run is raised here."""
    done = multiprocessing.Array("d", len(jobs), lock=False)
    workers = max(1, min(len(jobs), _cores()))
    # The longest first, so that no core is idle while the last one works.
    order = sorted(range(len(jobs)), key=lambda n: -jobs[n].days)
    with (
        _progress() as bar,
        ProcessPoolExecutor(workers, initializer=_begin, initargs=(done,)) as pool,
    ):
        task = bar.add_task(title, total=sum(job.days for job in jobs))
        futures = {n: pool.submit(_run, n, jobs[n]) for n in order}
        waiting = set(futures.values())
        while waiting:
            _, waiting = wait_for(waiting, timeout=LOOK_S)
            bar.update(task, completed=sum(d * j.days for d, j in zip(done, jobs, strict=True)))
        return [futures[n].result() for n in range(len(jobs))]


def run_one(world, title: str):
    """One World in this process, with the same bar."""
    with _progress() as bar:
        task = bar.add_task(title, total=world.days)
        return world.run(lambda part: bar.update(task, completed=part * world.days))


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f} of {task.total:.0f} simulated days"),
        TimeElapsedColumn(),
        console=err,
    )


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_done: Any = None


def _begin(done):
    global _done
    _done = done


def _run(number: int, job):
    def progress(part):
        _done[number] = part

    return job.live(progress)
