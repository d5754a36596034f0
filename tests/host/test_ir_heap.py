"""The infra-red engine and any one unit fit into 8 KiB of heap on a board."""

import pytest

from conftest import need
from ir_vectors import PROFILES
from splitstat_cli import mpy, vms

BUDGET_BYTES = 8 * 1024
FAHRENHEIT = ("gree.yaw1f.f", "midea.f", "bosch144.f", "eurom.f", "trotec_3550.f")
# The table of names grows by doubling, at some moment or other: here it has grown before.
# Garbage goes only between the calls of more(): loading and weighing are steps of their own.
SCRIPT = """
import gc, sys

class Names:
    pass

names = Names()
for i in range(330):
    setattr(names, "name_%d" % i, 1)
del names
from splitstat.control.controller import Controller

wanted = sys.argv[1:]
step = 0
engine = before = 0
units = kept = None

def more():
    global step, engine, before, units, kept
    gc.collect()
    if step == 1:
        before = gc.mem_alloc()
        from splitstat import units
        from splitstat.ir.unit import IrUnit
    elif step == 3:
        engine = gc.mem_alloc() - before
    elif step > 3 and step % 4 == 1:
        if not wanted:
            return False
        before = gc.mem_alloc()
        kept = units.load(wanted[0])
    elif step > 3 and step % 4 == 3:
        print(wanted.pop(0), engine + gc.mem_alloc() - before)
        kept = None
    step += 1
    return True
"""


@pytest.fixture(scope="module")
def heap_bytes(tmp_path_factory):
    """unit -> bytes of heap with the engine, on the 32-bit VM, joined and compiled as on a
    board."""
    need(vms.missing("micropython32"))
    folder = tmp_path_factory.mktemp("heap")
    names = [profile.lower().replace("-", "_") for profile in [*PROFILES, "AIRWELL"]]
    names += FAHRENHEIT
    start = {f"splitstat.units.{name.partition('.')[0]}" for name in names}
    start = ["splitstat.control.controller", *sorted(start)]
    package, bundles = mpy.compile_bundles(vms.FIRMWARE.parent, start, folder)
    script = folder / "script.py"
    script.write_text(bundles.script(SCRIPT))
    done = vms.run("micropython32", script, names, [package])
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    return {name: int(size) for name, size in lines}


def test_engine_and_any_unit_fit(heap_bytes):
    assert len(heap_bytes) == len(PROFILES) + 1 + len(FAHRENHEIT)
    too_big = {name: size for name, size in heap_bytes.items() if size > BUDGET_BYTES}
    assert not too_big
    assert min(heap_bytes.values()) > 4000, "that cannot be the whole engine"
