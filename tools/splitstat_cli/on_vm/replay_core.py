"""Runs the scans of a trace through the control core and compares every output. On any VM.

    replay_core.py TRACE

The trace has been checked on the host (splitstat_cli.trace) and is well-formed. Prints one JSON
object: scans, differences, and first: {line, now_s, what, recorded, found}, or error and line
where the core raised.
"""

import json
import sys

import trace_codec
from splitstat import units
from splitstat.control.controller import Controller

SCANS_A_CALL = 50

trace = open(sys.argv[1])
header = json.loads(trace.readline())
home = header["home"]
inputs = trace_codec.new_inputs(home)
line_number = 1
scans = 0
differences = 0
first = None


def start():
    traits = [units.load(room["unit"]).traits for room in home["rooms"]]
    core = Controller(home, traits)
    if header["snapshot"] is not None:
        core.restore(header["now_s"], header["snapshot"])
    return core


def answer(found: dict):
    print(json.dumps(found))
    sys.exit(0)


def refuse(error):
    answer({"error": "%s: %s" % (type(error).__name__, error), "line": line_number})


try:
    controller = start()
except Exception as error:
    refuse(error)


def scan(line):
    """One recorded scan, done again."""
    global scans, differences, first
    recorded = json.loads(line)
    trace_codec.fill_inputs(inputs, recorded["in"])
    outputs = controller.scan(recorded["now_s"], inputs)
    found = trace_codec.outputs_to_list(outputs)
    scans += 1
    differs = trace_codec.first_difference(recorded["out"], found)
    if differs is not None:
        differences += 1
        if first is None:
            first = {
                "line": line_number,
                "now_s": recorded["now_s"],
                "what": differs[0],
                "recorded": differs[1],
                "found": differs[2],
            }


def more():
    global line_number
    for _ in range(SCANS_A_CALL):
        line = trace.readline()
        if not line:
            answer({"scans": scans, "differences": differences, "first": first})
        line_number += 1
        try:
            scan(line)
        except Exception as error:
            refuse(error)
    return True


while sys.platform != "webassembly":
    more()
