"""The application as it is deployed, on a virtual board sixty times as fast as life."""

import urllib.request

import pytest

from source_files import REPOSITORY
from splitstat_cli import vms
from splitstat_cli.board_virtual import VirtualBoard

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


def test_it_becomes_healthy_serves_its_page_and_looks_no_name_up():
    home = REPOSITORY / "host_sim/homes/flat.toml"
    with VirtualBoard(home, speed=60, http=18210) as board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 30, "health")
        with urllib.request.urlopen(board.page + "/", timeout=10) as answer:
            assert answer.status == 200
        board.wait(lambda: [f for f in board.frames if f.room == "living_room"], 20, "a command")
        assert board.violations == []
        assert board.lookups == []
        assert board.state.starts == 1
