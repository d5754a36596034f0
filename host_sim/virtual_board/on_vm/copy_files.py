"""Copies a tree of files onto the virtual board's disk, or everything from there.

Arguments: fill or empty, folder of these files, path of the disk, folder of the tree.
"""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: E402

import os
import sys

what, folder, disk_path, tree = sys.argv[1:5]
sys.path.insert(0, folder)
import flash_disk
import vfs

size = os.stat(disk_path)[6]
disk = flash_disk.Disk(open(disk_path, "r+b"), size // flash_disk.SIZE)
try:
    vfs.mount(vfs.VfsLfs2(disk, progsize=32, readsize=32, lookahead=32), "/disk")
except OSError:
    vfs.VfsLfs2.mkfs(disk, progsize=32, readsize=32, lookahead=32)
    vfs.mount(vfs.VfsLfs2(disk, progsize=32, readsize=32, lookahead=32), "/disk")


def copy(source, target):
    try:
        os.mkdir(target)
    except OSError:
        pass
    for entry in os.ilistdir(source):
        name = entry[0]
        here, there = source + "/" + name, target + "/" + name
        if entry[1] & 0x4000:
            copy(here, there)
        else:
            with open(here, "rb") as old:
                with open(there, "wb") as new:
                    new.write(old.read())


copy(*((tree, "/disk") if what == "fill" else ("/disk", tree)))
