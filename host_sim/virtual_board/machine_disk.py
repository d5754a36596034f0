"""The file behind a virtual board's flash, and how a tree of files gets onto it."""

import subprocess
import sys
from pathlib import Path

from host_sim.virtual_board.vm_process import ON_VM

BLOCKS = 512  # 2 MiB: the vfs partition of a 4 MiB chip with the stock firmware
BLOCK = 4096
FILL = "import sys, micropython_unix; sys.exit(micropython_unix.main())"


def blank(path: Path, blocks: int = BLOCKS):
    """An erased flash."""
    path.write_bytes(b"\xff" * (blocks * BLOCK))


def fill(path: Path, tree: Path):
    """Writes the files below `tree` onto the disk; makes a file system where there is none."""
    _on_vm("fill", path, tree)


def empty_into(path: Path, tree: Path):
    """Copies every file of the disk below `tree`."""
    tree.mkdir(parents=True, exist_ok=True)
    _on_vm("empty", path, tree)


def _on_vm(what, path, tree):
    done = subprocess.run(
        [sys.executable, "-c", FILL, "-X", "heapsize=8m", str(ON_VM / "copy_files.py"), what,
         str(ON_VM), str(path), str(tree)],
        capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode or "Traceback" in done.stdout + done.stderr:
        raise OSError(f"{path}: {done.stdout}{done.stderr}")
