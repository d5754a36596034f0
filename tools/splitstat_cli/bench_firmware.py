"""`splitstat bench firmware`: what the control core costs on the two MicroPython VMs.

Measured on the demo home (three rooms), with the firmware joined (bundle.py) and compiled as for a
board.

Heap: the bytes in use that each module adds, then the controller with what it keeps of the home,
then what a thousand scans add. Garbage: what a scan leaves to the collector, each scan of a day on
its own; steady are those that send no command. Single allocations: not one can be larger than all
that its scan left, so the worst scan of the day is their bound. Both leave out the frames of
function calls, which the VM takes from the heap, or from the stack where the heap is full, and
gives back on return. Time: the same scans on every VM.
"""

import json
import sys
import tempfile
from pathlib import Path

from rich.table import Table

import host_sim
from splitstat_cli import (
    bench_board,
    bench_modbus,
    bench_profiles,
    home_file,
    mpy,
    names_table,
    vms,
)
from splitstat_cli.terminal import GOOD, MISSED, complain, err, out, print_json

HOME = Path(host_sim.__file__).parent / "homes" / "flat.toml"
CORE = "splitstat.control.controller"
IR_UNIT = "gree.yaw1f"
WEEKS = 10  # of 10,080 scans, a minute apart
MICROPYTHONS = ("micropython", "micropython32")

# (key of a VM's result, most bytes allowed, on which VM)
BUDGETS = (
    ("core_bytes", 36 * 1024, ("micropython32",)),
    ("unit_bytes", 8 * 1024, ("micropython32",)),
    ("scan_bytes_worst", 512, MICROPYTHONS),
    ("largest_allocation_bytes", 256, MICROPYTHONS),
    ("grown_bytes", 0, MICROPYTHONS),
    ("grown_in_a_week_bytes", 0, MICROPYTHONS),
)


def run(as_json: bool) -> int:
    """Exit status 1 when a budget is exceeded. Raises VmMissing."""
    for vm in MICROPYTHONS:
        if (why := vms.missing(vm)) is not None:
            raise vms.VmMissing(why)
    results = [measure(vm, WEEKS) for vm in vms.VMS]
    units = bench_profiles.rows()
    board = bench_board.measure()
    modbus = bench_modbus.parts()
    over = [
        *exceeded(results),
        *bench_profiles.exceeded(units),
        *bench_board.exceeded(board),
        *bench_modbus.exceeded(modbus),
    ]
    if as_json:
        found = {"rows": results, "units": units, "board": board, "modbus": dict(modbus)}
        print_json({"home": HOME.name, **found, "exceeded": over})
    else:
        bench_profiles.show(units)
        show(results)
        bench_board.show(board)
        bench_modbus.show(modbus)
        for line in over:
            complain(line)
    return MISSED if over else GOOD


def plan(weeks: int) -> dict:
    """What the script on the VM is told to do; `start`: the modules that it starts from."""
    compiled = home_file.load(HOME).compiled
    rooms = {room["unit"].partition(".")[0] for room in compiled["rooms"]}
    return {
        "home": compiled,
        "start": [CORE, *(f"splitstat.units.{name}" for name in sorted(rooms))],
        "ir_unit": IR_UNIT,
        "weeks": weeks,
    }


def measure(vm: str, weeks: int) -> dict:
    """One VM's figures. Raises RuntimeError with the VM's own words when the core fails there."""
    with tempfile.TemporaryDirectory() as folder, err.status(f"{weeks} weeks of scans on {vm}"):
        told = plan(weeks)
        package = vms.FIRMWARE
        script = vms.ON_VM / "bench_core.py"
        told["core"] = [CORE]
        told["unit"] = []
        if vm in MICROPYTHONS:
            start = told["start"]
            package, bundles = mpy.compile_bundles(vms.FIRMWARE.parent, start, Path(folder))
            core = bundles.loaded([CORE])
            unit = bundles.loaded([f"splitstat.units.{IR_UNIT.partition('.')[0]}"])
            told["core"] = core
            told["unit"] = ["splitstat.units", *(name for name in unit if name not in core)]
            text = bundles.script(script.read_text("utf-8"))
            script = Path(folder) / script.name
            script.write_text(text, "utf-8")
        path = Path(folder) / "plan.json"
        path.write_text(json.dumps(told))
        done = vms.run(vm, script, [path], [package], heap_kib=1024)
    if done.returncode:
        raise RuntimeError(f"{vm}: {done.stderr or done.stdout}")
    said = names_table.reports(vm, done.stdout)
    spent = next(each for each in said if each["what"] == "time")
    figures = {
        "vm": vm,
        "scan_us": round(spent["us"] / spent["scans"], 1),
        "scans": spent["scans"],
    }
    return figures | (heap_figures(said) if vm in MICROPYTHONS else {})


def heap_figures(said: list[dict]) -> dict:
    """What the lines of on_vm/bench_core.py add up to."""
    added = names_table.additions(said)
    parts = {
        kind: [(each["name"], each["bytes"]) for each in added if each["what"] == kind]
        for kind in ("core", "unit", "state")
    }
    total = {kind: sum(size for _, size in found) for kind, found in parts.items()}
    garbage = next(each for each in said if each["what"] == "garbage")
    steady, sending = garbage["steady"], garbage["sending"]
    in_use = {each["name"]: each["in_use"] for each in said if each["what"] == "total"}
    figures = {
        "core_bytes": total["core"] + total["state"],
        "unit_bytes": total["unit"],
        "scan_bytes": round(steady[1] / steady[0], 1),
        "scan_bytes_worst": steady[2],
        "largest_allocation_bytes": max(steady[2], sending[2]),
        "parts": parts,
    }
    if "a week before the end" in in_use:  # not with the short runs of the tests
        figures["grown_bytes"] = in_use["end"] - in_use["warm"]
        figures["grown_in_a_week_bytes"] = in_use["end"] - in_use["a week before the end"]
    return figures


def exceeded(results: list[dict]) -> list[str]:
    """A line for every budget that is not kept."""
    return [
        f"{row['vm']}: {key} is {row[key]}, the budget is {most}"
        for row in results
        for key, most, where in BUDGETS
        if row["vm"] in where and row.get(key, most) > most
    ]


def show(results: list[dict]) -> None:
    columns = [row for row in results if "parts" in row]
    modules = Table("heap of a module, bytes", *(row["vm"] for row in columns))
    for kind in ("core", "state", "unit"):
        for at, (name, _) in enumerate(columns[0]["parts"][kind]):
            sizes = [str(row["parts"][kind][at][1]) for row in columns]
            modules.add_row(name, *sizes)
        modules.add_section()
    out.print(modules)
    figures = Table("", *(row["vm"] for row in results))
    names = {
        "core_bytes": "core with three rooms, bytes (budget 36864 on the 32-bit VM)",
        "unit_bytes": f"engine and {IR_UNIT}, bytes (8192)",
        "scan_bytes": "garbage of a steady scan, mean, bytes",
        "scan_bytes_worst": "garbage of the worst steady scan, bytes (512)",
        "largest_allocation_bytes": "no single allocation above, bytes (256)",
        "grown_bytes": "heap after 101,800 scans less heap after 1,000 (0)",
        "grown_in_a_week_bytes": "the same, less heap a week before (0)",
        "scan_us": "time of a scan, us",
    }
    for key, name in names.items():
        figures.add_row(name, *(str(row.get(key, "")) for row in results))
    cpython = results[0]["scan_us"]
    figures.add_row(
        "time against CPython", *(f"{row['scan_us'] / cpython:.1f}" for row in results)
    )
    out.print(figures)


if __name__ == "__main__":
    sys.exit(run(as_json="--json" in sys.argv))
