"""Builds what the home file says. Needed once: nothing of this module stays in memory.

Law: a home file that is missing or broken leads to the safe profile (safe.py), not to a board that
does nothing.

Files: /home.json, the compiled home, with its sum in a last line (sealed.py; without one it is
taken as it is); /secrets.json, {"wifi": {"ssid", "password"}, "mqtt": {"host", ...}, "token"}, all
of it optional; /data/ for what the board writes.
"""

import json
import os
import sys

from splitstat.app import keeper, sealed, settings, wire_task
from splitstat.app.build import house_of
from splitstat.app.history import History
from splitstat.app.kept_home import kept
from splitstat.app.loop import Loop
from splitstat.app.network_tasks import add
from splitstat.app.restore import restore
from splitstat.app.safe import keep
from splitstat.app.secrets import secrets
from splitstat.app.slots import home_path, there
from splitstat.app.store import Store
from splitstat.app.supervisor import Supervisor
from splitstat.app.wiring import has_pins, heads_of, probes_of
from splitstat.hardware.nvs import get, opened
from splitstat.hardware.reset import reset_word

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LINE_MS = const(250)
_SENSORS_MS = const(10000)
_LIMIT = const(40000)  # bytes of a home file: 16 rooms of 84 blocks
BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, ImportError)


def home_file(path: str):
    """The compiled home. Raises one of BROKEN."""
    text = sealed.read(path, _LIMIT)
    if not text:
        with open(path, "rb") as file:
            text = file.read(min(os.stat(path)[6], _LIMIT))
    return json.loads(text)


def starts_anew(nvs) -> bool:
    """Whether there never was a home, or the wizard was begun, or asked for (tools: `deploy
    --first-run`): then what the safe profile knows of the unit before does not count."""
    if there(home_path()):
        return False
    return there("/setup.json") or get(nvs, "safe") is None


def show(why):
    """What a person at the serial line sees of it."""
    from splitstat.app import console

    console.show(why)


def board_facts():
    """The board file, or None in a source tree without one."""
    try:
        return __import__("board")
    except ImportError:
        return None


def built(nvs, safe: bool):
    """(house, heads, lines, whether it is the safe profile), or None where nothing is known."""
    board = board_facts()
    if not safe:
        try:
            home = home_file(home_path())
            house, heads, lines = wired(home, board)
            keep(nvs, home)
            return house, heads, lines, False
        except BROKEN as problem:
            show(problem)
    try:
        from splitstat.app.safe_home import safe_home

        home = safe_home(nvs)
        if home is None:
            return None
        house, heads, lines = wired(home, board)
    except BROKEN as problem:
        show(problem)
        return None
    house.refuses = "the home file is lost: deploy it again"  # pyright: ignore
    house.log.add(house, -1, "safe_profile")
    return house, heads, lines, True


def wired(home: dict, board):
    """(House, heads, lines). Raises one of BROKEN."""
    house, units = house_of(home)
    heads, lines = heads_of(house, units, board)
    if "whole_home" in home:
        from splitstat.app import wiring_plant

        wiring_plant.plant_of(house, lines, board)
    return house, heads, lines


def supervisor_of(watchdog, slot: str, trial: int, safe: bool):
    """Everything that is to run, not yet begun. watchdog: of hardware/watchdog.py."""
    nvs = opened()
    found = None if starts_anew(nvs) else built(nvs, safe)
    if found is None:
        if not there(slot + "/first_run.json"):  # deployed with a home: the wizard stayed behind
            print("splitstat: no home file, nothing to do")
            return Supervisor(None, watchdog)
        from splitstat.app import first_run

        print("splitstat: no home file, the page leads to one")
        return first_run.supervisor_of(watchdog, nvs, slot, secrets())
    house, heads, lines, safe = found
    house.nvs = nvs  # pyright: ignore
    house.board = house.home["rooms"][0]["board"]
    house.version = version(slot)
    sealed.folder("/data")
    settings.load(house, None if safe else "/data/settings")
    store = None
    if not safe:
        store = Store(nvs, house)
        restore(store, 0)
        house.history = History(house, "/data")  # pyright: ignore
    for i in range(len(heads)):
        heads[i].previous = house.controller.rooms[i].sender.last
    house.log.add(house, -1, reset_word(), trial)
    supervisor = Supervisor(house, watchdog, nvs)
    contacts = receivers = ()
    if not safe and has_pins(house):
        from splitstat.app import wiring_pins

        contacts = wiring_pins.contacts(house)
        receivers = wiring_pins.receivers(house, heads, board_facts())
    plant = house.plant
    loop = Loop(house, heads, contacts, store)
    if plant is not None:
        from splitstat.app import wiring_plant

        loop = wiring_plant.loop_of(house, heads, contacts, store, plant, nvs)
    supervisor.add("scan", loop.run, (), 0)
    for line in lines:
        supervisor.add(line, wire_task.run, (house, line, lines[line], _LINE_MS), 0)
    for args in receivers:
        from splitstat.app.ir_hearing import run as hear

        supervisor.add("receiver", hear, args)
    probes = probes_of(house, board_facts(), plant)
    if probes:
        supervisor.add("sensors", wire_task.run, (house, "sensors", probes, _SENSORS_MS))
    supervisor.add("keeper", keeper.run, (house,))
    add(supervisor, house, nvs, secrets(), slot)
    house.home = kept(house.home)
    forget_names()
    return supervisor


def forget_names():
    """Units and sensors were found by their names, and live on by who uses them."""
    if sys.implementation.name == "cpython":
        return
    splitstat = sys.modules["splitstat"]
    for package in ("splitstat.units", "splitstat.sensors"):
        for name in list(sys.modules):
            if name.startswith(package):
                del sys.modules[name]
        if hasattr(splitstat, package[10:]):
            delattr(splitstat, package[10:])


def version(slot: str) -> str:
    """From the slot's manifest."""
    try:
        with open(slot + "/manifest.json") as file:
            return json.load(file)["version"]
    except (OSError, ValueError, KeyError):
        return "source"
