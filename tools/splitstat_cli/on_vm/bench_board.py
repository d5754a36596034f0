"""Measures the whole application on the 32-bit VM, on stand-ins for the peripherals.

    bench_board.py PLAN.json

The plan: files (path -> text), core and unit (module names in the order of their imports), ir_unit
(a unit's name), seconds (how long it runs), without (files that shall be missing). Prints what
splitstat_cli.names_table reads, one report a stage, and the heap's layout after the start and at
the end. One stage, or one turn of the event loop, a call of more(), because this VM collects
garbage only between calls. Time is the stand-in's: it goes on to whatever is due next.
"""

import gc
import json
import os
import sys

import micropython

from bench_stand_ins import Ble, Broker, Namespace, Nvs, Pin, Rmt, Stream, Wire, Wlan, sent

now_ms = 1000
stage = 0
plan = json.loads(open(sys.argv[1]).read())
held = {}
asyncio = None
idle = None


async def connection(host, port):
    held["broker"] = Broker(asyncio.Event())
    return held["broker"], held["broker"]


async def server(client, address, port):
    """Nobody comes at once."""
    asyncio.core.create_task(browser(client))
    return Wire()


async def browser(client):
    """Fetches the page, once the board has its address, and keeps a second connection open."""
    await asyncio.sleep(60)
    head = b"GET / HTTP/1.1\r\nHost: 10.0.0.2\r\n\r\n"
    for name, text in (("page", head), ("open", head[:-2])):
        held[name] = Stream(text, idle)
        asyncio.core.create_task(client(held[name], held[name]))


def clock():
    return now_ms


def difference(a, b):
    return a - b


def later(a, b):
    return a + b


def arrange():
    """The stand-ins take the places of what they stand for, and what is C in the ESP32's firmware
    but Python on this VM is loaded before anything is counted."""
    for name in ("binascii", "collections"):
        __import__(name)
    modules = sys.modules
    time = __import__("time")
    modules["time"] = Namespace(
        ticks_ms=clock, ticks_diff=difference, ticks_add=later, sleep_us=time.sleep_us
    )
    modules["machine"] = Namespace(Pin=Pin, WDT=Wire, I2C=Wire, reset_cause=clock)
    modules["esp32"] = Namespace(NVS=Nvs, RMT=Rmt)
    modules["network"] = Namespace(WLAN=Wlan, hostname=len)
    modules["bluetooth"] = Namespace(BLE=Ble)
    modules["board"] = Namespace(I2C=(("i2c", (0, 21, 22)),), BUSES=())
    modules["os"] = Namespace(
        stat=os.stat, mkdir=os.mkdir, rename=os.rename, remove=os.remove, urandom=bytes
    )
    modules["socket"] = Namespace(AF_INET=2, SOCK_DGRAM=2, socket=Wire)
    os.rename("/script", "/a")  # where a board has it: each module's path is a name, too
    sys.path.insert(0, "/a")
    for name in plan["without"]:
        os.remove("/a/" + name)
    for path in plan["files"]:
        folder = ""
        for part in path.split("/")[1:-1]:
            folder += "/" + part
            try:
                os.mkdir(folder)
            except OSError:
                pass
        with open(path, "w") as file:
            file.write(plan["files"][path])


def waiting():
    """asyncio, with what of it is loaded when it is first used."""
    global asyncio, idle
    import asyncio.core

    idle = asyncio.Event()
    held["locks"] = asyncio.Lock(), asyncio.wait_for
    asyncio.core.ticks = clock
    asyncio.core.ticks_diff = difference
    asyncio.open_connection = connection
    asyncio.start_server = server


def loaded(names):
    for name in names:
        __import__(name)


def unit_made():
    """As bench_core.py holds it: its first message builds what is built once."""
    from splitstat import units
    from splitstat.control.types import UnitCommand

    held["unit"] = units.load(plan["ir_unit"])
    held["unit"].encode(UnitCommand("heat", 2100, "auto", None, False), None)


def core_made():
    """The controller with its inputs; of the home nothing is kept but what they keep."""
    from splitstat.control.controller import Controller
    from splitstat.control.types import Inputs

    home = json.loads(plan["files"]["/home.json"])
    held["core"] = Inputs([1]), Controller(home, [held["unit"].traits])


def core_dropped():
    del held["core"], held["unit"]


def begun():
    """As app/main.py begins: build, forget what only builds, run."""
    from splitstat.app.seldom import forget
    from splitstat.app.start import supervisor_of
    from splitstat.hardware.watchdog import long

    held["app"] = supervisor_of(long(), "/a", 1, False)
    forget()
    held["task"] = asyncio.core.create_task(held["app"].run())


def turn():
    """One turn of the event loop; True while it is to go on."""
    global now_ms
    core = asyncio.core
    queue = core._task_queue
    if queue.peek():
        now_ms = max(now_ms, queue.peek().ph_key)
    core._run_iter()
    return now_ms < plan["seconds"] * 1000


STAGES = (
    ("", arrange),
    ("asyncio", waiting),
    ("core", lambda: loaded(plan["core"])),
    ("unit", lambda: loaded(plan["unit"])),
    ("unit", unit_made),
    ("core", core_made),
    ("", core_dropped),
    ("rest", begun),
    ("rest", turn),
)
done = None  # the stage to be reported once the garbage is gone; "" is where to count from


def more():
    """One step, then, after a collection from outside, the next."""
    global stage, done
    if done is not None:
        micropython.qstr_info()
        print(json.dumps({"in_use": gc.mem_alloc(), "name": done}))
    if done == "rest":
        micropython.mem_info(1)
    if stage == len(STAGES):
        said = {name: held[name].written for name in ("page", "broker") if name in held}
        said["frames"] = sent[0]
        said["scans"] = held["app"].house.scans
        print(json.dumps(said))
        return False
    done, act = STAGES[stage]
    if act() is True:
        done = None
    else:
        stage += 1
    return True
