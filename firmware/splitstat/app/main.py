"""The application: builds what the home file says, and runs it.

Law: control first, and without anything else. The network, the page and MQTT are begun after the
first scan and may fail as they like. A home file that is missing or broken leads to the safe
profile (safe.py), not to a board that does nothing.

Files: /home.json, the compiled home, with its sum in a last line (sealed.py; without one it is
taken as it is); /secrets.json, {"wifi": {"ssid", "password"}, "mqtt": {"host", ...}, "token"}, all
of it optional; /data/ for what the board writes.
"""

import asyncio
import json

from splitstat.app import build, keeper, sealed, sensor_tasks, unit_tasks
from splitstat.app.history import History
from splitstat.app.loop import Loop
from splitstat.app.settings import Settings
from splitstat.app.store import Store
from splitstat.app.supervisor import Supervisor, show

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LIMIT = const(40000)  # bytes of a home file: 16 rooms of 84 blocks
BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, ImportError)


def run(slot: str = "", trial: int = 1, safe: bool = False):
    """slot: the application's folder, "" where it is the source tree; trial: how many starts in a
    row did not prove healthy; safe: leave the home file alone. Returns on KeyboardInterrupt, with
    ten minutes on the watchdog."""
    from splitstat.hardware.watchdog import Watchdog

    watchdog = Watchdog()
    try:
        asyncio.run(start(watchdog, slot, trial, safe))
    except KeyboardInterrupt:
        pass
    finally:
        watchdog.lengthen()
        asyncio.new_event_loop()


def home_file(path: str):
    """The compiled home. Raises one of BROKEN."""
    text = sealed.read(path, _LIMIT)
    if text is None:
        with open(path, "rb") as file:
            text = file.read(_LIMIT)
    return json.loads(text)


def secrets():
    """What nobody else is to know; {} where there is nothing."""
    try:
        with open("/secrets.json") as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def board_facts():
    """The board file, or None in a source tree without one."""
    try:
        return __import__("board")
    except ImportError:
        return None


def built(nvs, safe: bool):
    """(house, heads, lines, whether it is the safe profile), or None where nothing is known."""
    from splitstat.app import safe as profile
    from splitstat.app import wiring

    board = board_facts()
    why = None
    if not safe:
        try:
            home = home_file("/home.json")
            house, units = build.house_of(home)
            heads, lines = wiring.heads(house, units, board)
            profile.keep(nvs, home)
            return house, heads, lines, False
        except BROKEN as problem:
            why = problem
            show(why)
    try:
        home = profile.safe_home(nvs)
        if home is None:
            return None
        house, units = build.house_of(home)
        heads, lines = wiring.heads(house, units, board)
    except BROKEN as problem:
        show(problem)
        return None
    house.refuses = "the home file is lost: deploy it again"  # pyright: ignore
    house.log.add(house, -1, "safe_profile")
    return house, heads, lines, True


async def start(watchdog, slot, trial, safe):
    """Everything, for ever."""
    from splitstat.app import wiring
    from splitstat.hardware.nvs import Nvs
    from splitstat.hardware.watchdog import reset_word

    nvs = Nvs()
    found = built(nvs, safe)
    if found is None:
        print("splitstat: no home file, nothing to do")
        while True:
            watchdog.feed()
            await asyncio.sleep(5)
    house, heads, lines, safe = found
    house.board = house.home["rooms"][0]["board"]
    house.version = _version(slot)
    sealed.folder("/data")
    house.settings = Settings(house, None if safe else "/data/settings")  # pyright: ignore
    store = None
    if not safe:
        store = Store(nvs, house)
        store.restore(0)
        house.history = History(house, "/data")  # pyright: ignore
    for i in range(len(heads)):
        heads[i].previous = house.controller.rooms[i].sender.last
    house.log.add(house, -1, reset_word(), trial)

    def healthy():
        nvs.put_int("trial", 0)
        print("splitstat: healthy")

    supervisor = Supervisor(house, watchdog, healthy)
    loop = Loop(house, heads, () if safe else wiring.contacts(house), store)
    supervisor.add("scan", loop.run, True)
    for line in lines:
        supervisor.add(line, _line(house, line, lines[line]), True)
    if not safe:
        probes = wiring.probes(house, board_facts())
        if probes:
            supervisor.add("sensors", lambda: sensor_tasks.run(house, probes))
    supervisor.add("keeper", lambda: keeper.run(house))
    from splitstat.app import network_tasks

    network_tasks.add(supervisor, house, nvs, secrets(), slot)
    await supervisor.run()


def _line(house, line, heads):
    return lambda: unit_tasks.run(house, line, heads)


def _version(slot):
    """From the slot's manifest."""
    try:
        with open(slot + "/manifest.json") as file:
            return json.load(file)["version"]
    except (OSError, ValueError, KeyError):
        return "source"
