"""What the heap of a virtual board is made of, and in how little the application starts."""

import subprocess
import sys

import pytest

from source_files import REPOSITORY
from splitstat_cli import vms
from splitstat_cli.board_virtual import PERIPHERALS_KIB, VirtualBoard

HOME = REPOSITORY / "host_sim/homes/flat.toml"
ENOUGH_KIB = 200  # the aim is 160; 184 was enough once

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


def test_the_application_of_three_rooms_starts_and_sends():
    with VirtualBoard(HOME, speed=60, http=18251, start_c=14.0, heap_kib=ENOUGH_KIB) as board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 40, "health")
        board.wait(lambda: any(f.carrier for f in board.frames), 60, "a frame")
        assert "MemoryError" not in board.console
        assert board.state.starts == 1
