"""What the virtual board does before boot.py: the wire, the simulated modules, the disk.

Arguments: folder of these files, path of the wire's socket, name of the board, path of the disk
(or "" for a run without one), 1 when main.py shall not run.
"""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: E402, F401, I001

import sys

_folder, _path, _name, _disk, _raw = sys.argv[1:6]
sys.path[:] = [_folder, ".frozen"]
import board_wire

board_wire.connect(_path, _name)
import time

import select
import socket

import asyncio.core

asyncio.core.ticks = time.wide_ms
asyncio.core.ticks_add = time.wide_add
asyncio.core.ticks_diff = time.wide_diff
import machine

import dht
import esp32
import flash_disk
import network
import onewire
import vfs


def _mounted():
    blocks = board_wire.wire.config["blocks"]
    disk = flash_disk.Disk(open(_disk, "r+b"), blocks, lambda: esp32._flash("file system"))
    vfs.umount("/")
    try:
        vfs.mount(vfs.VfsLfs2(disk, progsize=32, readsize=32, lookahead=32), "/")
    except OSError:
        first = bytearray(4096)
        disk.readblocks(0, first)
        if first != disk.blank:
            # The stock firmware prints this for ever (modules/inisetup.py says so in its words).
            print("The file system appears to be corrupt.")
            while True:
                time.sleep(3)
        vfs.VfsLfs2.mkfs(disk, progsize=32, readsize=32, lookahead=32)
        vfs.mount(vfs.VfsLfs2(disk, progsize=32, readsize=32, lookahead=32), "/")
    import os

    os.chdir("/")


def _run(name):
    try:
        source = open(name).read()
    except OSError:
        return True
    try:
        exec(compile(source, name, "exec"), globals())
    except KeyboardInterrupt as why:
        sys.print_exception(why)
        return False
    except SystemExit:
        return None
    except Exception as why:
        sys.print_exception(why)
    return True


_mounted()
sys.path[:] = ["", ".frozen", "/lib"]
del sys.modules["flash_disk"]
board_wire.wire.tell(b"B")
_go = _run("boot.py")
if _go and _raw != "1":
    _go = _run("main.py")
if _go is None:
    import os

    raise SystemExit
