"""What a Modbus line with one unit costs in heap, on top of core and asyncio, as on a board.

Joined and compiled; a serial line, so without the frames of Modbus TCP, which such a board never
loads.
"""

import tempfile
from pathlib import Path

from splitstat_cli import mpy, names_table, vms
from splitstat_cli.terminal import out

UNIT = "onokom.gr_3"
VM = "micropython32"
BUDGET_BYTES = 8 * 1024
MODULES = (
    "splitstat.control.controller",
    "splitstat.modbus.conversation",
    "splitstat.modbus.rtu",
    "splitstat.app.modbus_master",
)


def parts(unit: str = UNIT) -> list[tuple[str, int]]:
    """(part, bytes that it keeps) in the order of loading. Raises VmMissing, and RuntimeError with
    the VM's own words."""
    with tempfile.TemporaryDirectory() as folder:
        start = [*MODULES, f"splitstat.units.{unit.partition('.')[0]}"]
        package, bundles = mpy.compile_bundles(vms.FIRMWARE.parent, start, Path(folder))
        script = Path(folder) / "bench_modbus.py"
        script.write_text(bundles.script((vms.ON_VM / script.name).read_text("utf-8")), "utf-8")
        done = vms.run(VM, script, [unit], [package])
    if done.returncode:
        raise RuntimeError(f"{VM}: {done.stderr or done.stdout}")
    found = names_table.additions(names_table.reports(VM, done.stdout))
    return [(each["name"], each["bytes"]) for each in found]


def exceeded(found: list[tuple[str, int]]) -> list[str]:
    """A line where the budget is not kept."""
    total = sum(size for _, size in found)
    if total <= BUDGET_BYTES:
        return []
    return [f"{VM}: a Modbus line with {UNIT} takes {total} bytes, the budget is {BUDGET_BYTES}"]


def show(found: list[tuple[str, int]]) -> None:
    total = sum(size for _, size in found)
    each = ", ".join(f"{name} {size}" for name, size in found)
    out.print(f"Modbus line with {UNIT}: {total} bytes (budget {BUDGET_BYTES}): {each}")
