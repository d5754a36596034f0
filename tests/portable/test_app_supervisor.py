"""What keeps the board alive: what goes when memory is short, and when the watchdog is fed."""

import asyncio

from splitstat.app.supervisor import CRITICAL, Supervisor

SHORT, BETWEEN, PLENTY = 11000, 18000, 30000


class Log:
    def __init__(self):
        self.words = []
        self.cleared = 0

    def add(self, house, room, word, number=0):
        self.words.append(word)

    def clear(self):
        self.cleared += 1


class House:
    now_s = 1000
    scans = 0

    def __init__(self):
        self.log = Log()
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
            job.task = asyncio.create_task(job.run(supervisor.house))
        await asyncio.sleep(0)
        await what(supervisor)
        for job in supervisor.jobs:
            if job.task is not None:
                job.task.cancel()

    asyncio.run(all_of_it())


def at_rest(supervisor):
    return [job.name for job in supervisor.jobs if job.task is None]


def test_the_page_goes_first_then_mqtt_then_the_log_and_control_never():
    async def short(supervisor):
        seen = []
        for _ in range(5):
            supervisor.balance(SHORT)
            seen.append(at_rest(supervisor))
        assert seen == [["web"]] + [["mqtt", "web"]] * 4
        assert supervisor.house.log.words == ["shed_web", "shed_mqtt"]
        assert supervisor.house.log.cleared == 3

    run(short)


def test_they_come_back_one_by_one_the_page_last():
    async def enough(supervisor):
        for free in (SHORT, SHORT, BETWEEN):
            supervisor.balance(free)
        assert at_rest(supervisor) == ["mqtt", "web"]
        supervisor.balance(PLENTY)
        assert at_rest(supervisor) == ["web"]
        supervisor.balance(PLENTY)
        supervisor.balance(PLENTY)
        assert at_rest(supervisor) == []
        assert supervisor.house.log.words[2:] == ["back_mqtt", "back_web"]
        assert supervisor.house.log.cleared == 0

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
        job.task = asyncio.create_task(job.run(supervisor.house))
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


def test_a_task_that_ends_is_begun_again_and_said():
    begun = []

    async def breaks():
        begun.append(1)
        raise ValueError("broken")

    async def twice(supervisor):
        supervisor.add("breaks", breaks)
        job = supervisor.jobs[-1]
        job.task = asyncio.create_task(job.run(supervisor.house))
        await asyncio.sleep(1.2)
        assert len(begun) == 2
        assert supervisor.house.log.words == ["ended_breaks", "ended_breaks"]

    run(twice)
