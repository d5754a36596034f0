"""Sensors that fail on a virtual board, in their registers and on their wires, at -10 degC
outdoors: the page names the fault within five minutes, and no room freezes or boils."""

import time

import pytest

from board_homes import healthy, hurry, page
from page_boards import TOKEN
from splitstat_cli import vms
from splitstat_cli.board_virtual import VirtualBoard
from still_weather import still_weather

PORT = 18270
NAMED_S = 300
LOW_C, HIGH_C = 5.0, 28.0
HOME = """
timezone = "Europe/Berlin"
[building]
built = "1980_2000"
airing_per_day = 1.0
[[outdoor_unit]]
name = "outside"
[[room]]
name = "bedroom"
unit = "gree.yaw1f"
pin = 25
outdoor_unit = "outside"
occupied = ["daily 00:00-24:00"]
[[room.sensor]]
kind = "sht4x"
[[room]]
name = "office"
unit = "gree.yaw1f"
pin = 26
outdoor_unit = "outside"
occupied = ["daily 00:00-24:00"]
[[room.sensor]]
kind = "ds18b20"
pin = 4
"""
# Of bedroom and office: a bus that is held low and a sensor that shows its power-on value; a
# broken wire, and one on which no byte is right.
PAIRS = [({"held_low": None}, {"stuck": 85.0}), ({"silent": None}, {"crc": None})]

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


def let_pass(board, seconds, look=lambda: None):
    until_s = board.now_s + seconds
    while board.now_s < until_s:
        assert board.server.failure is None
        look()
        time.sleep(0.02)


def lived(folder, faults, hours):
    """Seconds until the page names both faults, and (coldest, hottest) of both rooms for so many
    hours after it."""
    path = folder / "home.toml"
    path.write_text(HOME)
    weather = still_weather(dry_c=-10.0, dew_c=-13.0, wind_ms=3.0)
    secrets = {"token": TOKEN}
    with VirtualBoard(
        path, speed=300, start_c=19.0, http=PORT, secrets=secrets, weather=weather
    ) as board:
        board.start()
        healthy(board, timeout_s=60)
        let_pass(board, 900)
        hurry(board, 30)
        door = page(board, PORT)

        def named():
            rooms = door.json("/api/state")["rooms"]
            return [bool(room["faults"]) for room in rooms] == [True, True] and rooms

        assert [room["faults"] for room in door.json("/api/state")["rooms"]] == [[], []]
        begun_s = board.now_s
        for room, broken in zip(("bedroom", "office"), faults, strict=True):
            board.server.do(lambda r=room, b=broken: board.chip_faults[r, 0].update(b))
        rooms = board.wait(named, 60, "a name")
        named_s = board.now_s - begun_s
        assert [room["faults"] for room in rooms] == [["sensor_doubtful"], ["sensor_doubtful"]]
        seen = []
        hurry(board, 3600)
        let_pass(board, hours * 3600, lambda: seen.extend(board.rooms.values()))
        hurry(board, 30)
        rooms = page(board, PORT).json("/api/state")["rooms"]
        assert [room["faults"] for room in rooms] == [["no_sensor"], ["no_sensor"]]
        assert board.state.starts == 1 and board.violations == []
        return named_s, min(seen), max(seen)


def judge(named_s, coldest, hottest):
    assert named_s <= NAMED_S
    assert LOW_C <= coldest and hottest <= HIGH_C, (coldest, hottest)


def test_the_page_names_it_and_the_rooms_stay_warm(tmp_path):
    judge(*lived(tmp_path, PAIRS[0], 1))


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS)
def test_for_a_fortnight(pair, tmp_path):
    judge(*lived(tmp_path, pair, 14 * 24))
