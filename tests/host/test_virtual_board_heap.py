"""What the heap of a virtual board is made of, and in how little the application starts."""

import subprocess
import sys

import pytest

from board_homes import bedroom, healthy, page
from source_files import REPOSITORY
from splitstat_cli import vms
from splitstat_cli.board_virtual import PERIPHERALS_KIB, VirtualBoard

HOME = REPOSITORY / "host_sim/homes/flat.toml"
ROOM_KIB = 160  # 140 was enough once
ROOMS_KIB = 184  # for three; 180 was enough

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


def test_the_peripherals_take_what_is_added_for_them():
    ask = "import gc; gc.collect(); print(gc.mem_alloc())"
    with VirtualBoard(HOME, tree=False, http=18253) as board:
        board.start()
        board.wait(lambda: ">>> " in board.console, 20, "the prompt")
        done = subprocess.run(
            [sys.executable, "-m", "mpremote", "connect", f"port:{board.port}", "resume", "exec",
             ask], capture_output=True, text=True, timeout=30, check=True,
        )  # fmt: skip
    assert 0 <= PERIPHERALS_KIB - int(done.stdout) / 1024 < 3


def test_a_room_starts_sends_and_serves(tmp_path):
    with bedroom(tmp_path, speed=60, start_c=14.0, http=18450, heap_kib=ROOM_KIB) as board:
        board.start()
        healthy(board, timeout_s=40)
        board.wait(lambda: any(f.carrier for f in board.frames), 60, "a frame")
        on_page = page(board, 18450)
        shell = on_page.raw(b"GET / HTTP/1.1\r\nHost: 127.0.0.1:18450\r\n\r\n")
        assert shell.startswith(b"HTTP/1.1 200 ") and len(shell) > 500
        for path in ("/api/log", "/api/diagnostics", "/api/history?room=0&hours=24"):
            assert on_page.ask("GET", path)[0] == 200, path
        assert on_page.json("/api/state")["rooms"][0]["name"] == "bedroom"
        assert "MemoryError" not in board.console
        assert board.state.starts == 1


def test_the_application_of_three_rooms_starts_and_sends():
    with VirtualBoard(HOME, speed=60, http=18251, start_c=14.0, heap_kib=ROOMS_KIB) as board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 40, "health")
        board.wait(lambda: any(f.carrier for f in board.frames), 60, "a frame")
        assert "MemoryError" not in board.console
        assert board.state.starts == 1
