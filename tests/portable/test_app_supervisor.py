"""What keeps the board alive: what goes when memory is short, and when the watchdog is fed."""

import asyncio

from splitstat.app.log import Log
from splitstat.app.supervisor import CRITICAL, Supervisor

SHORT, BETWEEN, PLENTY = 11000, 18000, 30000


class House:
    now_s = 1000
    scans = 0

    def __init__(self):
        self.log = Log(64)
        self.beats = {}


class Dog:
    fed = 0

    def feed(self):
        self.fed += 1


async def lasts():
    while True:
        await asyncio.sleep(10)


def run(what):
    """what(supervisor) as a coroutine, with every job begun. The 32-bit VM has no asyncio.run."""
    if not hasattr(asyncio, "run"):
        return

    async def all_of_it():
        supervisor = Supervisor(House(), Dog())
        supervisor.add("scan", lasts, (), CRITICAL)
        supervisor.add("sensors", lasts)
        supervisor.add("mqtt", lasts, (), 2)
        supervisor.add("web", lasts, (), 1)
        for job in supervisor.jobs:
            job.begin(supervisor.house)
        await asyncio.sleep(0)
        await what(supervisor)
        for job in supervisor.jobs:
            if job.task is not None:
                job.task.cancel()

    asyncio.run(all_of_it())


def words(supervisor):
    log = supervisor.house.log
    return log.words[: log.count]


def at_rest(supervisor):
    return [job.name for job in supervisor.jobs if job.task is None]


def test_the_page_goes_first_then_mqtt_then_the_log_and_control_never():
    async def short(supervisor):
        seen = []
        for _ in range(5):
            supervisor.balance(SHORT)
            seen.append(at_rest(supervisor))
        assert seen == [["web"]] + [["mqtt", "web"]] * 4
        assert words(supervisor) == ["shed_web", "shed_mqtt"]
        assert supervisor.house.log.size == 8

    run(short)


def test_they_come_back_one_by_one_the_page_last():
    async def enough(supervisor):
        for free in (SHORT, SHORT, BETWEEN):
            supervisor.balance(free)
        assert at_rest(supervisor) == ["mqtt", "web"]
        supervisor.balance(SHORT)
        assert supervisor.house.log.size == 8
        supervisor.balance(PLENTY)
        assert supervisor.house.log.size == 64
        supervisor.balance(PLENTY)
        assert at_rest(supervisor) == ["web"]
        supervisor.balance(PLENTY)
        supervisor.balance(PLENTY)
        assert at_rest(supervisor) == []
        assert words(supervisor)[2:] == ["back_mqtt", "back_web"]

    run(enough)


def test_what_was_shed_no_longer_runs():
    ran = []

    async def counts():
        while True:
            ran.append(1)
            await asyncio.sleep(0)

    async def shed(supervisor):
        supervisor.add("page", counts, (), 1)
        job = supervisor.jobs.pop()
        supervisor.jobs.insert(0, job)
        job.begin(supervisor.house)
        await asyncio.sleep(0.01)
        assert ran
        supervisor.balance(SHORT)
        await asyncio.sleep(0)
        ran.clear()
        await asyncio.sleep(0.01)
        assert ran == []

    run(shed)


def test_the_watchdog_is_fed_while_control_gives_signs_of_life():
    async def looks(supervisor):
        supervisor.balance = lambda free: None
        for _ in range(6):
            supervisor.look(5)
        assert supervisor.watchdog.fed == 6
        for _ in range(3):
            supervisor.look(5)
        assert supervisor.watchdog.fed == 6, "silent for more than 30 s"
        supervisor.house.beats["scan"] = 0
        supervisor.look(5)
        assert supervisor.watchdog.fed == 7

    run(looks)


def test_a_task_that_ends_is_begun_again_later_and_later_and_said():
    begun = []

    async def breaks():
        begun.append(1)
        await asyncio.sleep(0)

    async def ends(supervisor):
        supervisor.add("breaks", breaks)
        supervisor.add("critical", breaks, (), CRITICAL)
        often, always = supervisor.jobs[-2:]
        often.begin(supervisor.house)
        seconds = []
        for second in range(20):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            supervisor.mend()
            if often.rest_s is None:
                seconds.append(second)
        assert seconds == [0, 2, 6, 14], seconds
        assert words(supervisor) == ["ended_breaks"] * 5
        begun.clear()
        always.begin(supervisor.house)
        for _ in range(5):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            supervisor.mend()
        assert len(begun) == 5, "control never waits longer than a second"

    run(ends)
