"""The application as it is deployed, on a virtual board sixty times as fast as life."""

import urllib.request

import pytest

from source_files import REPOSITORY
from splitstat_cli import vms
from splitstat_cli.board_page import BoardPage
from splitstat_cli.board_virtual import VirtualBoard

TOKEN = "abcdefghjkmnpqrstuvwxyz234"

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


def heats(frame, room: str) -> bool:
    return frame.room == room and frame.command is not None and frame.command.mode == "heat"


def test_cold_rooms_are_heated_by_frames_that_their_units_understand():
    home = REPOSITORY / "host_sim/homes/flat.toml"
    secrets = {"token": TOKEN}
    with VirtualBoard(home, speed=60, http=18210, start_c=14.0, secrets=secrets) as board:
        board.start()
        board.wait(lambda: "splitstat: healthy" in board.console, 30, "health")
        with urllib.request.urlopen(board.page + "/", timeout=10) as answer:
            assert answer.status == 200
        for room in ("bedroom", "office"):
            board.wait(lambda room=room: any(heats(f, room) for f in board.frames), 60, room)
        sent = [frame for frame in board.frames if frame.room in ("bedroom", "office")]
        assert all(frame.command is not None and 36000 <= frame.carrier for frame in sent)
        # A machine that was just connected may have run a moment ago: ten minutes of rest.
        assert min(frame.at_s for frame in sent) > 590
        coldest = dict(board.rooms)
        board.wait(
            lambda: all(board.rooms[name] > coldest[name] + 0.8 for name in ("bedroom", "office")),
            40,
            "warmth",
        )
        # Nobody was asked for a name in a way that stands still, and yet the board knows the time.
        said = BoardPage(board.page.removeprefix("http://"), TOKEN).ask("GET", "/api/state")
        expected = board.plant.utc_min0 + board.now_s / 60
        assert abs(said["board"]["utc_min"] - expected) < 2
        assert board.names.asked and board.time.asked
        assert board.lookups == []
        assert board.violations == []
        assert board.state.starts == 1
