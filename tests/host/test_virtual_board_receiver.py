"""A handset in the simulated room, seen by the receiver of a virtual board."""

import pytest

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


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    text = (REPOSITORY / "host_sim/homes/flat.toml").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("home") / "flat.toml"
    path.write_text(
        text.replace('unit = "mitsubishi_ac"', 'unit = "mitsubishi_ac"\nreceiver_pin = 23')
    )
    with VirtualBoard(path, speed=30, http=18240, start_c=20.0, secrets={"token": TOKEN}) as board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 40, "health")
        # When the clock is first known the block of that hour begins, and ends what was held.
        board.wait(lambda: board.time.asked, 40, "the clock")
        board.wait(lambda now=board.now_s: board.now_s > now + 12, 30, "two scans")
        yield board


def state(board):
    rooms = BoardPage(board.page.removeprefix("http://"), TOKEN).ask("GET", "/api/state")["rooms"]
    return next(room for room in rooms if room["name"] == ROOM)


def test_a_press_counts_unless_the_interpreter_was_held_up(board):
    receiver = board.plant.receivers[ROOM]
    before = state(board)
    assert before["why"] != "hold"
    receiver.stalls = [(20_000, 30_000)]
    board.press(ROOM, UnitCommand("heat", 2700, "auto", None, False))
    board.wait(lambda now=board.now_s: board.now_s > now + 12, 30, "two scans")
    assert receiver.lost > 0
    spoilt = state(board)
    assert (spoilt["why"], spoilt["heat_cdeg"]) == (before["why"], before["heat_cdeg"])
    board.press(ROOM, UnitCommand("heat", 2500, "auto", None, False))
    board.wait(lambda: state(board)["heat_cdeg"] == 2500, 30, "the press in the room's state")
    assert receiver.seen >= 2
    assert board.violations == []


def test_our_own_frames_come_back_and_mean_nothing(board):
    receiver = board.plant.receivers[ROOM]
    seen = receiver.seen
    held = state(board)["heat_cdeg"]
    page = BoardPage(board.page.removeprefix("http://"), TOKEN)
    page.ask("POST", "/api/rooms/1/ask", {"word": "setpoint", "a": 2300, "b": None})
    board.wait(lambda: receiver.seen > seen, 90, "an echo")
    board.wait(lambda now=board.now_s: board.now_s > now + 12, 30, "two scans")
    assert held != 2300
    assert state(board)["heat_cdeg"] == 2300
