"""A virtual board from power-up on: control without a network, memory of what was asked, and the
safe profile where the home file is lost."""

import pytest

from board_homes import bedroom, healthy, page, put
from splitstat_cli import board_tree, vms
from splitstat_cli.bundle import Bundles

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


def test_control_begins_within_ten_seconds_without_any_network(tmp_path):
    """Healthy are three scans, five seconds apart, found by a look every five seconds."""
    with bedroom(tmp_path, speed=10, http=18224) as board:
        board.state.radio.set_up(False)
        board.start()
        healthy(board)
        assert board.now_s <= 10 + 15


def test_a_cold_bedroom_reaches_its_setpoint_without_any_network(tmp_path):
    with bedroom(tmp_path, speed=600, start_c=15.0, http=18220) as board:
        board.state.radio.set_up(False)
        board.start()
        board.wait(lambda: board.frames, 25, "a command")
        assert board.frames[0].command.mode == "heat"
        board.wait(lambda: board.rooms["bedroom"] > 19.5, 28, "the setpoint")
        assert board.violations == []
        assert board.lookups == []
        assert board.state.starts == 1


WARM = '[[room.sensor]]\nkind = "sht4x"\nself_heating = 1.5\n'


def test_a_power_cut_keeps_what_was_asked(tmp_path):
    """And what the home file says of its sensor is taken off."""
    with bedroom(tmp_path, speed=20, start_c=21.0, http=18221, keys=WARM) as board:
        board.start()
        healthy(board)
        door = page(board, 18221)
        asked = {"word": "setpoint", "a": 2400}
        assert door.ask("POST", "/api/rooms/0/ask", asked)[0] == 200
        held = door.wait_for(0, heat_cdeg=2400)
        assert abs(held["room_cdeg"] - 100 * (board.rooms["bedroom"] - 1.5)) < 50
        board.cut_power()
        board.start()
        healthy(board, 2)
        again = page(board, 18221).wait_for(0, heat_cdeg=2400)
        assert (again["why"], again["mode"]) == (held["why"], held["mode"])
        assert board.violations == []


@pytest.mark.parametrize("damage", ["empty", "truncated", "garbage"])
def test_without_its_home_file_a_board_heats_to_16_degrees_at_most(tmp_path, damage):
    port = 18222
    with bedroom(tmp_path, speed=300, start_c=9.0, http=port) as board:
        board.start()
        healthy(board)
        board.cut_power()
        whole = board_tree.outside(board.about, board.name, {})["home.json"]
        broken = {
            "empty": b"",
            "truncated": whole[: len(whole) // 2],
            "garbage": bytes((byte * 7 + 13) & 255 for byte in whole),
        }[damage]
        put(board, {"home.json": broken, "a/home.json": broken})
        before = len(board.frames)
        board.start()
        healthy(board, 2)
        board.wait(lambda: len(board.frames) > before, 25, "a command")
        board.wait(lambda: board.rooms["bedroom"] > 12.0, 25, "some warmth")
        for frame in board.frames[before:]:
            assert frame.command.mode == "heat"
            assert frame.command.setpoint_cdeg <= 1600


HANGS = """
import asyncio
import machine
from splitstat.app.loop import Loop

step = Loop.step

async def hang(loop):
    if loop.house.scans > 5 and machine.reset_cause() != machine.WDT_RESET:
        await asyncio.sleep(100000)
    await step(loop)

Loop.step = hang
"""


def test_the_watchdog_ends_a_scan_that_hangs(tmp_path):
    """The scan of the first start stands still after a while, as a driver might that never
    returns from an await."""
    starter = (board_tree.STARTERS / "main.py").read_text("utf-8")
    call = "        run(folder, trial, trial > 6)\n"
    assert call in starter
    starter = starter.replace(call, "        import hangs\n" + call)
    with bedroom(tmp_path, speed=60, start_c=15.0, http=18223) as board:
        bundles = Bundles(board_tree.ROOT, board_tree.modules(board.home.about.by_board["main"]))
        put(board, {"main.py": starter.encode(), "hangs.py": bundles.script(HANGS).encode()})
        board.start()
        healthy(board)
        board.wait(lambda: board.state.starts == 2, 25, "the watchdog")
        healthy(board, 2)
        log = page(board, 18223).json("/api/log")
        assert "wdt_reset" in str(log)
