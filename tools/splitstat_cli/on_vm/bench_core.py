"""Measures the control core on a VM: heap, garbage of a scan, time of a scan.

    bench_core.py PLAN.json

The plan: home (compiled), core and unit (module names in the order of their imports), ir_unit (a
unit's name), weeks (for the comparison of heaps). Prints one JSON object a line, and a
line of qstr_info() before each figure of heap. On CPython only the time is measured. Between two
calls of more() the garbage is collected, on every VM.

Scans are a minute apart, a week is WEEK scans: heaps are compared at the same minute of a week, so
that only what accumulates can differ.
"""

import gc
import json
import sys
import time

try:
    import micropython
except ImportError:
    micropython = None  # CPython: only the time is measured

WARM = 1000
WEEK = 10080
WATCHED = 1500  # a day and a bit
BATCH = 1500
START_MIN = 9858 * 1440  # Monday, 2026-12-28, 00:00 UTC
MEASURES_HEAP = micropython is not None

plan = json.loads(open(sys.argv[1]).read())
steps = []
at = 0
held = [None, None]  # the unit, the traits of the rooms
core = None
inputs = None
scanned = 0
spent_us = 0


def say(what, **facts):
    facts["what"] = what
    print(json.dumps(facts))


def report(what, name=None):
    """The heap in use, as splitstat_cli.names_table reads it."""
    if MEASURES_HEAP:
        micropython.qstr_info()
        say(what, name=name, in_use=gc.mem_alloc())


def us():
    return time.ticks_us() if hasattr(time, "ticks_us") else time.perf_counter_ns() // 1000


def us_since(start):
    return time.ticks_diff(us(), start) if hasattr(time, "ticks_diff") else us() - start


def imported(name):
    __import__(name)


def unit_made():
    """An IR unit as a board holds it: its first message builds what is built once."""
    from splitstat import units
    from splitstat.control.types import UnitCommand

    held[0] = units.load(plan["ir_unit"])
    held[0].encode(UnitCommand("heat", 2100, "auto", None, False), None)


def traits_of_the_rooms():
    from splitstat import units

    held[1] = [units.load(room["unit"]).traits for room in plan["home"]["rooms"]]


def core_made():
    """The controller with its inputs; of the home nothing is kept but what they keep."""
    global core, inputs
    from splitstat.control.controller import Controller
    from splitstat.control.types import Inputs

    home = json.loads(open(sys.argv[1]).read())["home"]
    inputs = Inputs([len(room["sensors"]) for room in home["rooms"]])
    core = Controller(home, held[1])


def swing(now_s, period_s, span):
    """A triangle between -span and span, in whole numbers."""
    at = now_s % period_s * 4 * span // period_s
    return at - span if at < 2 * span else 3 * span - at


def read_sensors(n):
    """What the sensors say at scan n; the rooms swing round their setpoints once a day."""
    now_s = n * 60
    inputs.utc_min = START_MIN + now_s // 60
    inputs.outdoor_cdeg = 300 + swing(now_s, 86400, 400)
    inputs.outdoor_age_s = 30
    rooms = inputs.rooms
    for i in range(len(rooms)):
        room = rooms[i]
        cdeg = 2050 + swing(now_s + 9000 * i, 86400, 150) + n % 3
        for k in range(len(room.cdeg)):
            room.cdeg[k] = cdeg
            room.age_s[k] = 5
    return now_s


def scan_batch(until):
    """Scans up to `until`, timed without the making of their inputs; False at the end."""
    global scanned, spent_us
    scan = core.scan
    for _ in range(min(BATCH, until - scanned)):
        now_s = read_sensors(scanned)
        start = us()
        scan(now_s, inputs)
        spent_us += us_since(start)
        scanned += 1
    return scanned < until


def sends():
    """How many rooms sent a command in the last scan."""
    count = 0
    for room in core.outputs.rooms:
        if room.send is not None:
            count += 1
    return count


def watch(tally):
    """Scans WATCHED times, a batch a call, and tallies what each leaves behind, in place."""
    global scanned
    gc.disable()
    for _ in range(BATCH):
        now_s = read_sensors(scanned)
        scanned += 1
        size = gc.mem_alloc()
        core.scan(now_s, inputs)
        size = gc.mem_alloc() - size
        at = 0 if sends() == 0 else 3
        tally[at] += 1
        tally[at + 1] += size
        tally[at + 2] = max(tally[at + 2], size)
    gc.enable()
    return tally[0] + tally[3] < WATCHED


def garbage():
    """A day of scans, those without a command apart from those with one: how many, sum, worst."""
    tally = [0, 0, 0, 0, 0, 0]
    steps.append(lambda: watch(tally))
    steps.append(lambda: say("garbage", steady=tally[:3], sending=tally[3:]))


def to(until, name):
    """Scans until `until`, a batch a call, then says what is in use."""
    steps.append(lambda: scan_batch(until))
    steps.append(lambda: report("total", name))


def add(what, name, action):
    """One action, measured: the report before it opens, the report after it closes."""
    steps.append(lambda: report("before"))
    steps.append(action)
    steps.append(lambda: report(what, name))


def arrange():
    for name in ("collections", "splitstat"):
        steps.append(lambda name=name: imported(name))
    for name in plan["core"]:
        add("core", name, lambda name=name: imported(name))
    for name in plan["unit"]:
        add("unit", name, lambda name=name: imported(name))
    add("unit", "its object after one message", unit_made)
    steps.append(traits_of_the_rooms)
    add("state", "controller, rooms and home", core_made)
    add("state", "grown in %d scans" % WARM, lambda: scan_batch(WARM))
    to(WARM, "warm")
    if MEASURES_HEAP:
        garbage()
    if plan["weeks"] > 1:
        to(WARM + (plan["weeks"] - 1) * WEEK, "a week before the end")
    to(WARM + plan["weeks"] * WEEK, "end")
    steps.append(lambda: say("time", scans=scanned, us=spent_us))


def more():
    """One step, then, after a collection from outside or here, the next.

    The list of steps stays as it is: what it gave back would hide what the core keeps.
    """
    global at
    gc.collect()
    if steps[at]() is not True:
        at += 1
    return at < len(steps)


arrange()
while sys.platform != "webassembly" and more():
    pass
