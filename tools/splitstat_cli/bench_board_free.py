"""How much of a board's heap is free while the application of one room runs, and in how large a
piece: on the 64-bit VM, where a block has twice the bytes of a board's, with 160 KiB for the
application (board_virtual.py says what comes on top for the simulated peripherals)."""

import re
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from splitstat_cli.board_virtual import VirtualBoard
from splitstat_cli.terminal import err

HEAP_KIB = 160
BLOCK = 32  # bytes, of the 64-bit VM
ASK = "import gc, micropython; gc.collect(); micropython.mem_info()"
FREE = re.compile(r"free: (\d+)[\s\S]*max free sz: (\d+)")


def measure(home: str) -> dict:
    """{"free", "largest_free"} in bytes. home: text of a home file. Raises TimeoutError,
    RuntimeError."""
    with tempfile.TemporaryDirectory() as name, err.status("a board with 160 KiB"):
        path = Path(name) / "home.toml"
        path.write_text(home)
        with VirtualBoard(path, speed=60, http=_unused_port(), heap_kib=HEAP_KIB) as board:
            board.start()
            board.wait(lambda: "splitstat: healthy" in board.console, 60, "health")
            begun_s = board.now_s
            board.wait(lambda: board.now_s > begun_s + 60, 60, "a minute")
            program = [sys.executable, "-m", "mpremote", "connect", f"port:{board.port}"]
            done = subprocess.run(
                [*program, "resume", "exec", ASK], capture_output=True, text=True, timeout=60
            )
    found = FREE.search(done.stdout)
    if found is None:
        raise RuntimeError(done.stderr or done.stdout)
    return {"free": int(found[1]), "largest_free": BLOCK * int(found[2])}


def _unused_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
