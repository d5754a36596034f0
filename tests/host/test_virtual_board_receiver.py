"""A handset in the simulated room, seen by the receiver of a virtual board: by pin interrupts, and
sampled by the I2S peripheral."""

from contextlib import contextmanager

import pytest

from host_sim.virtual_board import clock
from source_files import REPOSITORY
from splitstat.control.types import UnitCommand
from splitstat_cli import vms
from splitstat_cli.board_page import BoardPage
from splitstat_cli.board_virtual import VirtualBoard

TOKEN = "abcdefghjkmnpqrstuvwxyz234"
ROOM = "office"

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


@pytest.fixture(scope="module", autouse=True)
def patient():
    """However busy this machine is, a stall is as long as a test says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "PATIENCE_S", 600.0)
        yield


def started(folder, keys, http=18242, **config):
    """A flat whose office has a receiver; config: of the board's hardware."""
    text = (REPOSITORY / "host_sim/homes/flat.toml").read_text(encoding="utf-8")
    path = folder / "flat.toml"
    unit = 'unit = "mitsubishi_ac"'
    path.write_text(text.replace(unit, f"{unit}\nreceiver_pin = 23\n{keys}"))
    board = VirtualBoard(path, speed=30, http=http, start_c=20.0, secrets={"token": TOKEN})
    board.state.config.update(config)
    return board


@contextmanager
def running(board):
    with board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 120, "health")
        # When the clock is first known the block of that hour begins, and ends what was held.
        board.wait(lambda: board.time.asked, 120, "the clock")
        board.wait(lambda now=board.now_s: board.now_s > now + 12, 120, "two scans")
        yield board


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """By pin interrupts: a window contact hangs on a pin that the sampler would need."""
    with running(started(tmp_path_factory.mktemp("home"), "window_pin = 33\n")) as board:
        yield board
        assert not board.state.wires.sampled


def state(board):
    rooms = BoardPage(board.page.removeprefix("http://"), TOKEN).ask("GET", "/api/state")["rooms"]
    return next(room for room in rooms if room["name"] == ROOM)


def test_a_press_counts_unless_the_interpreter_was_held_up(board):
    receiver = board.plant.receivers[ROOM]
    before = state(board)
    assert before["why"] != "hold"
    receiver.stalls = [(20_000, 30_000)]
    board.press(ROOM, UnitCommand("heat", 2700, "auto", None, False))
    board.wait(lambda now=board.now_s: board.now_s > now + 12, 120, "two scans")
    assert receiver.lost > 0
    spoilt = state(board)
    assert (spoilt["why"], spoilt["heat_cdeg"]) == (before["why"], before["heat_cdeg"])
    board.press(ROOM, UnitCommand("heat", 2500, "auto", None, False))
    board.wait(lambda: state(board)["heat_cdeg"] == 2500, 120, "the press in the room's state")
    assert receiver.seen >= 2
    assert board.violations == []


def test_our_own_frames_come_back_and_mean_nothing(board):
    receiver = board.plant.receivers[ROOM]
    seen = receiver.seen
    held = state(board)["heat_cdeg"]
    page = BoardPage(board.page.removeprefix("http://"), TOKEN)
    page.ask("POST", "/api/rooms/1/ask", {"word": "setpoint", "a": 2300, "b": None})
    board.wait(lambda: receiver.seen > seen, 90, "an echo")
    board.wait(lambda now=board.now_s: board.now_s > now + 12, 120, "two scans")
    assert held != 2300
    assert state(board)["heat_cdeg"] == 2300


@pytest.mark.parametrize("swapped", [False, True])
def test_a_sampled_receiver_hears_through_stalls(swapped, tmp_path):
    """Of 5 to 50 ms, whichever word of a pair the driver hands over first."""
    with running(started(tmp_path, "", 18245, i2s_swapped=swapped)) as board:
        assert board.state.wires.sampled == {23}
        receiver = board.plant.receivers[ROOM]
        for cdeg, stalls in ((2500, []), (2300, [(20_000, 5_000), (60_000, 50_000)])):
            receiver.stalls = stalls
            board.press(ROOM, UnitCommand("heat", cdeg, "auto", None, False))
            board.wait(lambda cdeg=cdeg: state(board)["heat_cdeg"] == cdeg, 120, "the press")
        assert receiver.lost == 0
        assert board.violations == []
