"""What each infra-red unit costs on the two MicroPython VMs: heap with the engine, and time.

Heap is that of the 32-bit VM, joined and compiled as on a board: the engine for sending and the
one unit, on top of the core. Times are of these VMs on this machine, no board's: they tell units
apart, and 32 bits from 64.
"""

import json
import tempfile
from pathlib import Path

from rich.table import Table

from splitstat_cli import mpy, vms
from splitstat_cli.ir_batch import profiles
from splitstat_cli.terminal import err, out

UNIT_BYTES = 8 * 1024
# So many are loaded in one start, about as many as on a board at most: the tables of names that
# all of them share grow by some 4 KB when many are there.
TOGETHER = 4
FAHRENHEIT = ("bosch144.f", "eurom.f", "gree.yaw1f.f", "midea.f", "trotec_3550.f")


def rows() -> list[dict]:
    """One row a unit, by name. Raises VmMissing, and RuntimeError with a VM's own words."""
    names = sorted([*profiles().values(), *FAHRENHEIT])
    small, large = (measure(vm, names) for vm in ("micropython32", "micropython"))
    found = []
    for name in names:
        one, other = small[name], large[name]
        found.append({
            "unit": name,
            "heap_bytes": one["heap_bytes"],
            "pulses": one["pulses"],
            "encode_us_32": one["encode_us"],
            "decode_us_32": one["decode_us"],
            "encode_us_64": other["encode_us"],
            "decode_us_64": other["decode_us"],
        })  # fmt: skip
    return found


def measure(vm: str, names: list[str]) -> dict[str, dict]:
    """unit name -> what on_vm/bench_ir.py says of it."""
    start = sorted({f"splitstat.units.{name.partition('.')[0]}" for name in names})
    with tempfile.TemporaryDirectory() as folder, err.status(f"{len(names)} units on {vm}"):
        package, bundles = mpy.compile_bundles(
            vms.FIRMWARE.parent, ["splitstat.control.controller", *start], Path(folder)
        )
        script = Path(folder) / "bench_ir.py"
        script.write_text(bundles.script((vms.ON_VM / "bench_ir.py").read_text("utf-8")), "utf-8")
        told = Path(folder) / "names.json"
        found = {}
        for at in range(0, len(names), TOGETHER):
            told.write_text(json.dumps(names[at : at + TOGETHER]))
            done = vms.run(vm, script, [told], [package])
            if done.returncode:
                raise RuntimeError(f"{vm}: {done.stderr or done.stdout}")
            found |= {row["unit"]: row for row in map(json.loads, done.stdout.splitlines())}
    return found


def exceeded(found: list[dict]) -> list[str]:
    """A line for every unit that does not fit with the engine."""
    return [
        f"{row['unit']}: heap_bytes is {row['heap_bytes']}, the budget is {UNIT_BYTES}"
        for row in found
        if row["heap_bytes"] > UNIT_BYTES
    ]


def show(found: list[dict]) -> None:
    table = Table("infra-red unit", f"heap, bytes ({UNIT_BYTES})", "pulses", "encode 32, us")
    for name in ("decode 32, us", "encode 64, us", "decode 64, us"):
        table.add_column(name)
    for row in found:
        table.add_row(*(str(value) for value in row.values()))
    out.print(table)
