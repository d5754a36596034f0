"""On a MicroPython VM: imports the modules named as arguments, one after another, and reports the
heap in use.

The reports are those of splitstat_cli.names_table. One module a call of more(), because the
WebAssembly VM collects garbage only between calls.
"""

import gc
import json
import sys

import micropython

names = sys.argv[1:]
at = -1


def report(name):
    micropython.qstr_info()
    print(json.dumps({"in_use": gc.mem_alloc(), "name": name}))


def more():
    global at
    gc.collect()
    report(names[at] if at >= 0 else None)
    at += 1
    if at == len(names):
        return False
    __import__(names[at])
    return True


if sys.platform != "webassembly":
    while more():
        pass
