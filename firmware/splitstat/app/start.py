"""The order in which a board is built from its home file. Needed once: nothing of it stays.

Law: a home file that is missing or broken leads to the safe profile (safe.py), not to a board that
does nothing. What a step needs is loaded for that step alone and forgotten after it: the most that
a start ever needs decides in how little memory a board can run.

Files: /home.json, the compiled home, with its sum in a last line (sealed.py; without one it is
taken as it is); /secrets.json, {"wifi": {"ssid", "password"}, "mqtt": {"host", ...}, "token"}, all
of it optional; /data/ for what the board writes.
"""

import gc
import json
import sys

from splitstat.app import keeper, wire_task
from splitstat.app.loop import Loop
from splitstat.app.seldom import forget
from splitstat.app.start_memory import remembered
from splitstat.app.supervisor import Supervisor
from splitstat.hardware.nvs import opened
from splitstat.hardware.reset import reset_word

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LINE_MS = const(250)
_SENSORS_MS = const(10000)
# Bytes that are taken before the next collection: left alone it comes when nothing is free, and
# what lasts then lies scattered all over the heap.
_COLLECT = const(16384)


def board_facts():
    """The board file, or None in a source tree without one."""
    try:
        return __import__("board")
    except ImportError:
        return None


def supervisor_of(watchdog, slot: str, trial: int, safe: bool):
    """Everything that is to run, not yet begun. watchdog: of hardware/watchdog.py."""
    if hasattr(gc, "threshold"):
        gc.threshold(_COLLECT)  # pyright: ignore  (MicroPython)
    nvs = opened()
    board = board_facts()
    found = _built(nvs, safe, board)
    if found is None:
        return _without_home(watchdog, nvs, slot)
    house, heads, lines, safe = found
    house.board = house.home["rooms"][0]["board"]
    house.version = version(slot)
    house.log.add(house, -1, reset_word(), trial)
    _next()
    store = remembered(house, heads, nvs, safe)
    supervisor = Supervisor(house, watchdog, nvs)
    _scan(supervisor, heads, store, nvs, board, safe)
    for line in lines:
        supervisor.add(line, wire_task.run, (house, line, lines[line], _LINE_MS), 0)
    _sensors(supervisor, house, board)
    supervisor.add("keeper", keeper.run, (house,))
    _network(supervisor, house, nvs, slot)
    forget_names()
    return supervisor


def _next():
    """What the step before has loaded goes."""
    forget()
    gc.collect()


def _built(nvs, safe, board):
    from splitstat.app.start_house import built

    return built(nvs, safe, board)


def _without_home(watchdog, nvs, slot):
    from splitstat.app.secrets import secrets
    from splitstat.app.slots import there

    if not there(slot + "/first_run.json"):  # deployed with a home: the wizard stayed behind
        print("splitstat: no home file, nothing to do")
        return Supervisor(None, watchdog)
    from splitstat.app import first_run

    print("splitstat: no home file, the page leads to one")
    return first_run.supervisor_of(watchdog, nvs, slot, secrets())


def _scan(supervisor, heads, store, nvs, board, safe):
    _next()
    house = supervisor.house
    contacts = receivers = ()
    if not safe and has_pins(house):
        from splitstat.app import wiring_pins

        contacts = wiring_pins.contacts(house)
        receivers = wiring_pins.receivers(house, heads, board)
    loop = Loop(house, heads, contacts, store)
    if house.plant is not None:
        from splitstat.app import wiring_plant

        loop = wiring_plant.loop_of(house, heads, contacts, store, house.plant, nvs)
    supervisor.add("scan", loop.run, (), 0)
    for args in receivers:
        from splitstat.app.ir_hearing import run as hear

        supervisor.add("receiver", hear, args)


def has_pins(house) -> bool:
    """Whether a room has contacts or a receiver on pins of this board."""
    for room in house.home["rooms"]:
        for pin in (room["window_pin"], room["presence_pin"], room.get("receiver_pin")):
            if pin is not None:
                return True
    return False


def _sensors(supervisor, house, board):
    _next()
    from splitstat.app.wiring_probes import probes_of

    probes = probes_of(house, board, house.plant)
    if probes:
        supervisor.add("sensors", wire_task.run, (house, "sensors", probes, _SENSORS_MS))


def _network(supervisor, house, nvs, slot):
    _next()
    from splitstat.app.network_tasks import add
    from splitstat.app.secrets import secrets

    add(supervisor, house, nvs, secrets(), slot)


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
    """From the first line of the slot's manifest: the whole would take 40 kB."""
    try:
        with open(slot + "/manifest.json", "rb") as file:
            return json.loads(file.readline().strip() + b"]}")["version"]
    except (OSError, ValueError, KeyError):
        return "source"
