"""tools/frozen/_boot.py on a good, an erased and a broken flash; what it calls prints its name.

frozen_boot.py FOLDER_OF_FLASH_DISK BOOT_FILE. MicroPython's unix port only."""

import sys

sys.path.insert(0, sys.argv[1])
import flash_disk

sys.path.pop(0)
import vfs

import splitstat.app

assert splitstat.app  # the package that the simulated module goes into


class Module:
    pass


def start(disk):
    """What one start does."""
    said = []
    flashbdev, inisetup, machine, main = Module(), Module(), Module(), Module()
    flashbdev.bdev = disk
    inisetup.setup = lambda: said.append("format")
    machine.WDT = lambda timeout: said.append("watchdog")
    main.run = lambda slot, trial, safe: said.append("safe" if safe and trial > 6 else "run")
    sys.modules["flashbdev"] = flashbdev
    sys.modules["inisetup"] = inisetup
    sys.modules["machine"] = machine
    sys.modules["splitstat.app.main"] = main
    exec(source, {"__name__": "_boot"})
    return " ".join(said) or "mounted"


with open(sys.argv[2]) as file:
    source = file.read()
flash = bytearray(b"\xff" * (32 * flash_disk.SIZE))
print("erased:", start(flash_disk.Disk(flash, 32)))
vfs.VfsLfs2.mkfs(flash_disk.Disk(flash, 32))
for at in range(2 * flash_disk.SIZE):
    flash[at] = at * 7 & 255
print("broken:", start(flash_disk.Disk(flash, 32)))
vfs.VfsLfs2.mkfs(flash_disk.Disk(flash, 32))
print("good:", start(vfs.VfsLfs2(flash_disk.Disk(flash, 32))))
