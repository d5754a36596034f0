"""A board without a home: a wizard on its page leads a person to one.

Law: a unit hears nothing but what the person at the page asks for, and every frame of it is safe
as the last word ever sent (first_run_send.py); until the home is written the unit is left on its
own thermostat. What was answered lies in /setup.json, whole or not at all (sealed.py), so that a
page loaded anew, or a board whose plug was pulled, goes on where it was. The home that comes out
of it is of the same form as that of `splitstat deploy`, and whoever is asked wants a log-in first.

What stays in memory is here; each step is a file of its own, loaded while it is at work.
"""

import asyncio
import json

from splitstat.app import sealed
from splitstat.app.console import show
from splitstat.app.log import Log
from splitstat.app.loop import ticks_ms
from splitstat.app.seldom import forget
from splitstat.app.supervisor import Supervisor
from splitstat.app.web import Refused
from splitstat.control.seconds import Seconds

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SETUP = "/setup.json"
_LIMIT = const(8000)
_FORGET_S = const(10)


def supervisor_of(watchdog, nvs, slot: str, secrets: dict) -> Supervisor:
    """What runs on such a board. slot: folder of the application; secrets: of /secrets.json."""
    from splitstat.app import first_run_space, network_tasks  # which wants what goes next
    from splitstat.app.first_run_wifi import keep
    from splitstat.app.secrets import kept
    from splitstat.hardware.own_name import own_name
    from splitstat.hardware.radio import station

    first_run_space.make_room()
    setup = FirstRun(slot, own_name())
    setup.wish = _known(secrets.get("wifi") or {})
    supervisor = Supervisor(setup, watchdog, nvs)
    supervisor.add("first_run", setup.run, (), 0)
    key = kept(nvs, "point")[:12]
    supervisor.add("wifi", keep, (setup, station(setup.board), key))
    network_tasks.page(supervisor, setup, nvs, secrets, slot)
    return supervisor


def _known(wifi: dict):
    return (wifi["ssid"], wifi.get("password"), True) if wifi.get("ssid") else None


class FirstRun:
    """Stands where a House stands for the page's server and the supervisor; has no rooms.

    facts: what was answered, as it lies in /setup.json. job: what goes on, or went on last:
    {"name", "state": runs, done or failed, ...}. wish: (network, password, whether it is proved)
    or None; wifi: what became of it."""

    home = refuses = utc_min = neighbours = None
    version = "first run"
    path = _SETUP
    steps = "wifi", "parts", "unit", "beep", "aim", "test", "room", "done"

    def __init__(self, slot: str, board: str):
        self.slot = slot
        self.name = self.board = board
        self.facts: dict = {"step": self.steps[0]}
        text = sealed.read(_SETUP, _LIMIT)
        if text:
            self.facts = json.loads(text)
        self.job: dict | None = None
        self.task = None
        self.wish: tuple | None = None
        self.wifi = {"state": "none"}
        self.receiver: tuple | None = None  # (pin, hardware.ir_receiver.IrReceiver)
        self.lamp = self.lamp_pin = None  # hardware.ir_transmitter.IrTransmitter
        self.said: tuple | None = None  # what a sensor said last: (cdeg or None, cpct or None)
        self.network = {}
        self.traits = ()
        self.log = Log(16)
        self.beats = {}
        self.scans = self.now_s = 0
        self.quiet = asyncio.Lock()

    async def run(self):
        """Keeps the time and looks alive, for ever; first it ends what a power cut broke off."""
        seconds = Seconds()
        while True:
            self.now_s = seconds.step(ticks_ms())
            self.scans += 1
            self.beats["first_run"] = 0
            if self.scans == 2 and "testing" in self.facts:
                from splitstat.app.first_run_test import break_off

                self.begin("stop", break_off)
            if self.scans % _FORGET_S == 0 and (self.task is None or self.task.done()):
                forget()
            await asyncio.sleep(1)

    def heard(self, room: int, sensor: int, cdeg, cpct=None):
        """As House.heard: what reads a sensor (sensor.Probe) tells it here."""
        self.said = cdeg, cpct

    def keep(self, facts: dict):
        """Writes down what was answered; None takes a fact away. Raises OSError."""
        for name in facts:
            if facts[name] is None:
                self.facts.pop(name, None)
            else:
                self.facts[name] = facts[name]
        sealed.write(_SETUP, json.dumps(self.facts).encode())

    def begin(self, name: str, make, *args):
        """Begins a job: `make(setup, job, *args)` gives a coroutine, which fills the dict `job`.
        One that only waits for a person gives way to it; during any other: Refused."""
        job = self.job
        if job is not None and job["state"] == "runs":
            if job["name"] != "press":
                raise Refused(409, "something else is under way: wait for its end")
            self.task.cancel()  # pyright: ignore  (a job that runs has a task)
        self.job = {"name": name, "state": "runs"}
        self.task = asyncio.create_task(self._work(self.job, make, args))

    async def _work(self, job, make, args):
        try:
            await make(self, job, *args)
            job["state"] = "done"
        except Exception as why:  # whatever it is: the person may try again
            show(why)
            job["state"] = "failed"
            job["why"] = str(why) or type(why).__name__

    def file(self, name: str):
        """A file that came with the application (tools: first_tree.py), opened."""
        return open(self.slot + "/" + name)
