"""What modules of the firmware cost in heap on a MicroPython VM, shipped as .mpy.

    python -m splitstat_cli.heap [--vm micropython] MODULE ...

MODULE is a name below `splitstat`: control.zone, units.gree. Each is imported after the one before
it, so its figure is what it adds; `control.types control.zone` shows zone without types.
"""

import sys
import tempfile
from pathlib import Path

from splitstat_cli import mpy, names_table, vms


def of_modules(vm: str, modules) -> list[tuple[str, int]]:
    """(module, bytes added) in the order of `modules`, full names such as splitstat.control.zone.

    Raises VmMissing, and RuntimeError with the VM's own traceback when a module does not import.
    """
    with tempfile.TemporaryDirectory() as folder:
        package = mpy.compile_package(vms.FIRMWARE, Path(folder))
        first = ["collections", "splitstat.control"]
        done = vms.run(vm, vms.ON_VM / "heap_of_imports.py", [*first, *modules], [package])
    if done.returncode:
        raise RuntimeError(done.stderr or done.stdout)
    found = names_table.additions(names_table.reports(vm, done.stdout))
    return [(each["name"], each["bytes"]) for each in found[len(first) :]]


def main() -> None:
    words = sys.argv[1:]
    vm = "micropython32"
    if words[:1] == ["--vm"]:
        vm, words = words[1], words[2:]
    names = [word if word.startswith("splitstat") else f"splitstat.{word}" for word in words]
    total = 0
    try:
        sizes = of_modules(vm, names)
    except (vms.VmMissing, RuntimeError, ValueError) as why:
        sys.exit(str(why))
    for name, size in sizes:
        total += size
        print(f"{size:8d}  {name}")
    print(f"{total:8d}  together, bytes of heap on {vm}")


if __name__ == "__main__":
    main()
