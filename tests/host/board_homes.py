"""A small home for virtual boards, and what lies on their disks."""

import tempfile
import time
from pathlib import Path

from host_sim.virtual_board import machine_disk
from page_boards import TOKEN, PageBoard
from splitstat_cli.board_virtual import VirtualBoard

BEDROOM = """
timezone = "Europe/Berlin"
[[room]]
name = "bedroom"
unit = "gree.yaw1f"
pin = 25
occupied = ["daily 00:00-24:00"]
"""
HEALTHY = "splitstat: healthy"


def bedroom(folder: Path, secrets=None, keys="", **more) -> VirtualBoard:
    """A board in a flat's bedroom, switched off. keys: lines more of the room; more: of
    VirtualBoard."""
    home = folder / "bedroom.toml"
    home.write_text(BEDROOM + keys)
    return VirtualBoard(home, secrets={"token": TOKEN, **(secrets or {})}, **more)


def put(board, files: dict[str, bytes]) -> None:
    """Writes files onto the disk of a board without power."""
    with tempfile.TemporaryDirectory() as name:
        for path, content in files.items():
            target = Path(name) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        machine_disk.fill(board.disk, Path(name))


def healthy(board, times=1, timeout_s=60) -> None:
    """Waits until the board has said so, so many times since the beginning."""
    board.wait(lambda: board.console.count(HEALTHY) >= times, timeout_s, "health")


def page(board, port: int) -> PageBoard:
    """The page of a board that was given TOKEN as its secret, logged in.

    A board that is faster than life keeps the page's deadlines in its own seconds: who comes late
    on a busy machine comes again."""
    found = PageBoard(None, port, Path())
    said = []
    for _ in range(5):
        try:
            said.append(found.log_in())
        except (OSError, ValueError):
            said.append(0)
        if said[-1] == 200:
            return found
        time.sleep(1)
    raise AssertionError(f"no log-in: {said}")


def hurry(board, speed: float) -> None:
    """From now on so many times as fast as the wall's clock, for a board that did not begin in
    real time."""
    board.server.do(board.server.now_us)
    board.server.do(lambda: setattr(board.server.clock, "speed", speed))
