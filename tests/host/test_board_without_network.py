"""Three days without any network: a board decides as its twin does that has one, and neither is
ever restarted."""

import time

import pytest

from board_homes import bedroom, healthy, hurry
from host_sim.virtual_board import clock
from splitstat_cli import vms

CONNECTED = 1010  # network.STAT_GOT_IP
SCAN_S = 5

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Time waits for a board that computes, however busy this machine is: both have equal days."""
    monkeypatch.setattr(clock, "PATIENCE_S", 600.0)


def lived(folder, network: bool, hours: float, port: int, speed: float) -> list:
    """[(seconds, command)] of that time."""
    folder.mkdir()
    # Time stands all but still until the machine is there, so that both begin at the same moment.
    with bedroom(folder, speed=0.001, start_c=17.0, http=port) as board:
        board.state.radio.set_up(network)
        board.start()
        board.wait(lambda: board.state.starts, 60, "the start")
        hurry(board, speed)
        healthy(board, timeout_s=60)
        while board.now_s < hours * 3600:
            assert board.server.failure is None
            time.sleep(0.2)
        assert (board.state.radio.status == CONNECTED) == network
        assert bool(board.time.asked) == network
        assert board.state.starts == 1
        assert board.violations == [] and board.lookups == []
        return [(f.at_s, f.command) for f in board.frames if f.at_s < hours * 3600]


def same(folder, hours, speed):
    with_it = lived(folder / "with", True, hours, 18280, speed)
    without = lived(folder / "without", False, hours, 18281, speed)
    assert len(with_it) >= 2
    assert [command for _, command in without] == [command for _, command in with_it]
    for (at_s, _), (other_s, _) in zip(without, with_it, strict=True):
        assert abs(at_s - other_s) <= SCAN_S


def test_an_hour(tmp_path):
    same(tmp_path, 1, 600)


@pytest.mark.slow
def test_three_days(tmp_path):
    same(tmp_path, 72, 3600)
