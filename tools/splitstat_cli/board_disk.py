"""Puts onto the disk of a virtual board what a board gets by `splitstat deploy`."""

import tempfile
from pathlib import Path

from host_sim.virtual_board import machine_disk
from splitstat_cli import board_tree, first_tree


def install(disk: Path, home, name: str, secrets: dict, first_run: bool) -> None:
    """home: of home_file.load; first_run: as a board is before it has a home."""
    if first_run:
        files = first_tree.files(home.boards[name], secrets)
    else:
        slot = board_tree.slot(home, name)
        files = {f"a/{path}": content for path, content in slot.items()}
        files |= board_tree.outside(home, name, secrets)
    with tempfile.TemporaryDirectory() as folder:
        board_tree.write(files, Path(folder))
        machine_disk.fill(disk, Path(folder))
