"""What the heap of a virtual board is made of, and in how little the application starts."""

import subprocess
import sys
import time

import pytest

from board_homes import bedroom, healthy, hurry, page
from host_sim.virtual_board import clock
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


def used(board, port, at_h) -> int:
    """Bytes of the heap after so many hours: the least of five looks, as a part of the application
    that is loaded now and then may be there."""
    hurry(board, 3600)
    while board.now_s < at_h * 3600:
        assert board.server.failure is None
        time.sleep(0.2)
    hurry(board, 30)
    looks = []
    for _ in range(5):
        looks.append(page(board, port).json("/api/diagnostics")["heap_used"])
        until_s = board.now_s + 60
        while board.now_s < until_s:
            time.sleep(0.05)
    return min(looks)


@pytest.mark.slow
def test_the_heap_does_not_grow_in_a_hundred_thousand_scans(tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "PATIENCE_S", 600.0)
    with bedroom(tmp_path, speed=30, start_c=17.0, http=18450) as board:
        board.start()
        healthy(board, timeout_s=60)
        warm = used(board, 18450, 12)  # the history's table of days and the log are full
        scans = page(board, 18450).json("/api/diagnostics")["scans"]
        assert used(board, 18450, 152) <= warm
        done = page(board, 18450).json("/api/diagnostics")
        assert done["scans"] - scans > 100_000
        assert board.state.starts == 1
