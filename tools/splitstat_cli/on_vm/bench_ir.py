"""Measures every infra-red unit on a VM: heap with the engine, time to encode and to decode.

    bench_ir.py NAMES.json

Prints one JSON object a unit. The core is loaded before, as on a board; where the heap is not
measured by the byte (the 64-bit VM) the figure is left to others. Between two calls of more() the
garbage is collected, on every VM.
"""

import gc
import json
import sys
import time

from splitstat.control.controller import Controller

ROUNDS = 10  # the clock of the 32-bit VM counts milliseconds
STATE = {"power": "on", "mode": "cool", "degrees": 48, "fan": "auto"}


class Names:
    """The table of names grows by doubling, at some moment or other: here it has grown before."""


names = Names()
for i in range(330):
    setattr(names, "name_%d" % i, 1)
del names

wanted = json.loads(open(sys.argv[1]).read())
step = 0
engine = before = 0
units = kept = None
core = Controller


def us_of(work, argument):
    """The mean of some rounds, in us."""
    begin = time.ticks_us()
    for _ in range(ROUNDS):
        work(argument)
    return time.ticks_diff(time.ticks_us(), begin) // ROUNDS


def times():
    """(us to encode, us to decode, pulses) of one cooling command."""
    sent = kept.send(STATE, None)[1]
    encode_us = us_of(lambda _: kept.send(STATE, None), None)
    return encode_us, us_of(kept.decode_state, sent), len(sent)


def more():
    global step, engine, before, units, kept
    gc.collect()
    if step == 1:
        before = gc.mem_alloc()
        from splitstat import units
        from splitstat.ir.unit import IrUnit  # noqa: F401 (the engine itself)
    elif step == 3:
        engine = gc.mem_alloc() - before
    elif step > 3 and step % 4 == 1:
        if not wanted:
            return False
        before = gc.mem_alloc()
        kept = units.load(wanted[0])
    elif step > 3 and step % 4 == 3:
        heap = engine + gc.mem_alloc() - before
        spent = times()
        row = {"unit": wanted.pop(0), "heap_bytes": heap, "pulses": spent[2]}
        row["encode_us"] = spent[0]
        row["decode_us"] = spent[1]
        print(json.dumps(row))
        kept = None
    step += 1
    return True


while sys.platform != "webassembly" and more():
    pass
