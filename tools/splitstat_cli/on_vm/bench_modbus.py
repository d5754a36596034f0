"""Measures what a Modbus line with one unit keeps in memory on a MicroPython VM.

    bench_modbus.py UNIT

The core and asyncio are there before, as on a board. One call of more() a part, because the
WebAssembly VM collects garbage only between calls. The reports are those of
splitstat_cli.names_table.
"""

import asyncio
import gc
import json
import sys

import micropython

from splitstat.control.controller import Controller
from splitstat.control.unit_status import UnitStatus

before = (asyncio.Lock, Controller, UnitStatus)  # the core's and the machine's
kept = []


def frames():
    """Register map, requests and answers, frames of a serial line, the talk with a unit."""
    from splitstat.modbus import conversation, rtu, unit  # noqa: F401


def line():
    from splitstat.app import modbus_master  # noqa: F401


def unit():
    from splitstat import units

    kept.append(units.load(sys.argv[1]))


def talk():
    from splitstat.modbus.conversation import Conversation

    kept.append(Conversation(kept[0]))


def master():
    from splitstat.app.modbus_master import Master

    kept.append(Master(None, None))


parts = [None, frames, line, unit, talk, master]


def report(name):
    micropython.qstr_info()
    print(json.dumps({"in_use": gc.mem_alloc(), "name": name}))


done = 0
name = None


def more():
    global done, name
    gc.collect()
    report(name)
    done += 1
    if done == len(parts):
        return False
    parts[done]()
    name = ("", "frames", "line", "unit", "talk", "master")[done]
    return True


if sys.platform != "webassembly":
    while more():
        pass
