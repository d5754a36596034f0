"""On a MicroPython VM: imports the modules named as arguments, one after another, and prints what
each added.

Prints one line a module: its name and the bytes of heap that stay in use. One module a call of
more(), because the WebAssembly VM collects garbage only between calls.
"""

import gc
import sys

names = sys.argv[1:]
at = -1
before = 0


def more():
    global at, before
    gc.collect()
    if at >= 0:
        print(names[at], gc.mem_alloc() - before)
        gc.collect()
    at += 1
    if at == len(names):
        return False
    before = gc.mem_alloc()
    __import__(names[at])
    return True


if sys.platform != "webassembly":
    while more():
        pass
