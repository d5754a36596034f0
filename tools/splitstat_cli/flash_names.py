"""Writes flash_names.txt: names that a board has in its flash anyway, in MicroPython's own code.

    python -m splitstat_cli.flash_names

They are of modules and types that are written in C and belong to every port of some size: both
VMs have them (on_vm/names_in_flash.py), and the stubs for the ESP32 know them
(library_names.txt). A name of the firmware's own that becomes one of these costs no heap
(bundle_short_names.py).
"""

import builtins
import keyword

from splitstat_cli import vms
from splitstat_cli.bundle_short_names import FLASH, LIBRARY
from splitstat_cli.library_names import text


def names() -> list[str]:
    """Sorted. Raises VmMissing."""
    script = vms.ON_VM / "names_in_flash.py"
    found = set(LIBRARY.read_text("utf-8").split())
    for vm in vms.VMS[1:]:
        found &= set(vms.run(vm, script, packages=()).stdout.split())
    taken = {*dir(builtins), *keyword.kwlist, "const"}
    return sorted(name for name in found if name[0] != "_" and name not in taken)


if __name__ == "__main__":
    FLASH.write_text(text(names()), "utf-8")
