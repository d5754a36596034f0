"""What a good home file compiles to."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from splitstat.control.schedule import Schedule
from splitstat_cli import check, home_file, home_schema, hours
from splitstat_cli.home_compile import blocks, occupied_spans
from splitstat_cli.mistakes import HomeError

SMALL = """
timezone = "Europe/Berlin"

[[room]]
name = "bedroom"
unit = "gree.yaw1f"
pin = 25
"""
THREE_BOARDS = """
timezone = "UTC0"

[[board]]
name = "west"

[[board]]
name = "east"

[[outdoor_unit]]
name = "roof"
changeover = "manual"
min_on_minutes = 30
cool_above = 14.5

[[outdoor_unit]]
name = "yard"

[[room]]
name = "a"
unit = "gree.yaw1f"
board = "west"
outdoor_unit = "roof"
pin = 4
deadband = 1.0
heat = 20.25
fallback = ["b 1.5", "c", "unit -0.5"]

[[room]]
name = "b"
unit = "gree.yaw1f"
board = "east"
outdoor_unit = "roof"
pin = 4
address = 3

[[room]]
name = "c"
unit = "onokom.md_1"
board = "west"
outdoor_unit = "yard"
host = "192.168.1.20"
address = 7
"""


def load(tmp_path, text):
    path = tmp_path / "home.toml"
    path.write_text(text, "utf-8")
    return home_file.load(path)


def test_defaults(tmp_path):
    home = load(tmp_path, SMALL)
    (unit,) = home.compiled["outdoor_units"]
    (room,) = home.compiled["rooms"]
    assert home.compiled["tz"] == [60, 120, [3, 5, 0, 120], [10, 5, 0, 180]]
    assert (unit["min_on_s"], unit["min_off_s"], unit["reversal_s"]) == (1200, 600, 3600)
    assert (unit["cool_above_cdeg"], unit["heat_below_cdeg"]) == (1600, 1800)
    assert (unit["starts_per_h"], unit["reversals_per_day"], unit["max_wait_s"]) == (2, 2, 10800)
    assert (room["heat_cdeg"], room["cool_cdeg"], room["deadband_cdeg"]) == (2000, 2600, 300)
    assert room["blocks"] == [] and room["sleep"] == []
    assert room["sensors"] == [
        {
            "kind": "sht4x",
            "port": "i2c",
            "pin": None,
            "address": 0x44,
            "offset_cdeg": 0,
            "weight": 1,
            "when": "always",
            "stale_s": 900,
        }
    ]
    assert (room["frames_per_h"], room["frames_per_h_sleep"], room["refresh_s"]) == (6, 2, 10800)
    assert home.warnings == []
    assert home.spaces[0]["occupied"] is None


def test_what_puts_a_sensor_right(tmp_path):
    text = SMALL + """[[room.sensor]]
kind = "ds18b20"
pin = 4
two_points = [2.4, 2.0, 27.9, 27]
[[room.sensor]]
kind = "scd4x"
self_heating = 1.5
"""
    line, warm = load(tmp_path, text).compiled["rooms"][0]["sensors"]
    assert line["correction"] == [240, 200, 2790, 2700, 0]
    assert warm["correction"] == [0, 0, 1000, 1000, 150]


def test_the_compiled_home_is_integers_words_and_lists(tmp_path):
    def leaves(value):
        if isinstance(value, dict):
            for key in value:
                assert isinstance(key, str)
                yield from leaves(value[key])
        elif isinstance(value, list):
            for one in value:
                yield from leaves(one)
        else:
            yield value

    home = load(tmp_path, SMALL)
    for leaf in leaves(home.compiled):
        assert leaf is None or type(leaf) in (int, str), leaf
        assert not isinstance(leaf, int) or abs(leaf) < 2**30
    assert json.loads(json.dumps(home.compiled)) == home.compiled


def test_several_boards_are_each_others_peers(tmp_path):
    text = THREE_BOARDS.replace("address = 3\n", "")
    home = load(tmp_path, text)
    assert home.boards == {"west": "esp32_devkitc", "east": "esp32_devkitc"}
    west, east = home.by_board["west"], home.by_board["east"]
    assert [room["name"] for room in west["rooms"]] == ["a", "c"]
    assert [unit["peers"] for unit in west["outdoor_units"]] == [[["east", 0, 1]], []]
    assert [unit["peers"] for unit in east["outdoor_units"]] == [
        [["west", 0, 1]],
        [["west", 1, 1]],
    ]
    assert [unit["peers"] for unit in home.compiled["outdoor_units"]] == [[], []]
    assert (west["boards"], east["boards"]) == (["east"], ["west"])
    assert home.compiled["boards"] == []
    assert home.compiled["rooms"][0]["fallback"] == [
        ["room", 1, 150],
        ["room", 2, 0],
        ["unit", -50],
    ]
    assert west["rooms"][0]["fallback"] == [["room", 1, 0], ["unit", -50]]
    # Two rooms of one board that say nothing of a sensor would share an address.
    assert [warning.key for warning in home.warnings] == ["room.a.fallback", "room.c"]
    roof = home.compiled["outdoor_units"][0]
    assert (roof["changeover"], roof["min_on_s"], roof["cool_above_cdeg"]) == (
        "manual",
        1800,
        1450,
    )
    a, _, c = home.compiled["rooms"]
    assert (a["deadband_cdeg"], a["heat_cdeg"], a["outdoor_unit"], a["pin"]) == (100, 2025, 0, 4)
    assert (c["bus"], c["address"], c["outdoor_unit"], c["pin"]) == ("192.168.1.20", 7, 1, None)
    with pytest.raises(HomeError, match="the key is for a unit on Modbus"):
        load(tmp_path, THREE_BOARDS)


def test_the_speed_of_a_serial_line(tmp_path):
    """Said, or as the unit is delivered; a line like most is not mentioned on the board."""
    for unit, said, line in (
        ("onokom.gree", "", None),
        ("onokom.gree", "baud = 19200\nparity = 'even'", [19200, 0]),
        ("haier_ycj_a002", "", [19200, None]),
        ("haier_ycj_a002", "baud = 9600", None),
    ):
        text = f"""
timezone = "Europe/Berlin"
[[room]]
name = "a"
unit = "{unit}"
address = 1
{said}
"""
        (room,) = load(tmp_path, text).compiled["rooms"]
        assert room.get("line") == line, (unit, said)


def test_hours_become_blocks(tmp_path):
    home = load(tmp_path, SMALL + 'occupied = ["mon,wed 22:00-07:00", "sun 20:00-24:00"]\n')
    assert home.compiled["rooms"][0]["blocks"] == [
        [None, 1700, 2800, 0, 0, 1860, 4740],
        [None, 2000, 2600, 1, 1320, 4200, 9840],
    ]
    assert home.spaces[0]["occupied"] == [[1320, 1860], [4200, 4740], [9840, 10080]]


def test_setback_off(tmp_path):
    for setback, mode in (
        ('setback_heat = "off"\nsetback_cool = "off"', "off"),
        ('setback_heat = "off"', "cool"),
        ('setback_cool = "off"', "heat"),
        ("setback_heat = 16", None),
    ):
        home = load(tmp_path, f'{SMALL}{setback}\noccupied = "daily 08:00-09:00"\n')
        room = home.compiled["rooms"][0]
        assert room["setback_mode"] == mode
        assert {block[0] for block in room["blocks"] if not block[3]} == {mode}
        assert {block[0] for block in room["blocks"] if block[3]} == {None}


def test_a_default_setback_gives_way_to_comfort(tmp_path):
    (room,) = load(tmp_path, SMALL + "heat = 15\ncool = 31\n").compiled["rooms"]
    assert (room["setback_heat_cdeg"], room["setback_cool_cdeg"]) == (1500, 3100)


def test_a_unit_that_only_cools(tmp_path):
    text = SMALL.replace("gree.yaw1f", "truma")
    assert load(tmp_path, SMALL).compiled["rooms"][0]["mode"] == "heat_cool"
    assert load(tmp_path, text).compiled["rooms"][0]["mode"] == "cool"
    assert load(tmp_path, text + 'mode = "off"\n').compiled["rooms"][0]["mode"] == "off"
    with pytest.raises(
        HomeError, match=r"room\.bedroom\.mode: truma has no heat_cool; allowed are"
    ):
        load(tmp_path, text + 'mode = "heat_cool"\n')


def test_own_blocks(tmp_path):
    home = load(
        tmp_path,
        SMALL
        + """setback_heat = "off"
[[room.block]]
at = ["mon-fri 06:30", "sat 08:00"]
heat = 21.5
[[room.block]]
at = "daily 22:00"
occupied = false
[[room.block]]
at = "sun 14:00"
mode = "dry"
""",
    )
    assert home.compiled["rooms"][0]["blocks"] == [
        [None, 2150, 2600, 1, *(day * 1440 + 390 for day in range(5)), 5 * 1440 + 480],
        ["cool", 2000, 2800, 0, *(day * 1440 + 1320 for day in range(7))],
        ["dry", 2000, 2600, 1, 6 * 1440 + 840],
    ]


def test_what_an_editor_may_do_to_a_file(tmp_path):
    expected = load(tmp_path, SMALL).compiled
    for raw in (
        b"\xef\xbb\xbf" + SMALL.encode(),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL.rstrip().encode(),
    ):
        path = tmp_path / "edited.toml"
        path.write_bytes(raw)
        assert home_file.load(path).compiled == expected


def test_a_zone_without_a_rule_is_warned_of(tmp_path, capsys):
    path = tmp_path / "home.toml"
    path.write_text(SMALL.replace("Europe/Berlin", "Asia/Gaza"))
    assert check.run(path) == 0
    said = capsys.readouterr()
    assert f'{path}:2: timezone: "Asia/Gaza"; its clock changes follow no yearly rule' in said.err
    assert said.out == f"{path}: good, 1 room\n"
    assert check.run(path, as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["good"] and len(found["warnings"]) == 1


def test_a_missing_pin_is_a_warning(tmp_path):
    home = load(tmp_path, SMALL.replace("pin = 25", ""))
    assert [warning.text.split(": ", 1)[1] for warning in home.warnings] == [
        "room.bedroom.pin: is missing; a board needs it; the simulator does not"
    ]


def test_the_demo_home_has_nothing_to_complain_of():
    path = home_schema.__file__.replace("tools/splitstat_cli/home_schema.py", "")
    home = home_file.load(f"{path}host_sim/homes/flat.toml")
    assert home.warnings == []
    assert [room["name"] for room in home.compiled["rooms"]] == [
        "bedroom",
        "office",
        "living_room",
    ]
    assert len(home.compiled["outdoor_units"]) == 1


@given(st.lists(st.tuples(st.integers(0, 10079), st.integers(1, 1440)), max_size=6))
def test_spans_against_a_search(spans):
    inside = {minute % 10080 for start, length in spans for minute in range(start, start + length)}
    merged = hours.merged([(start, start + length) for start, length in spans])
    assert {minute for start, end in merged for minute in range(start, end)} == inside
    room = {
        "heat": 20.0,
        "cool": 26.0,
        "setback_heat": 17.0,
        "setback_cool": "off",
        "blocks": [],
        "occupied": [[(start, start + length) for start, length in spans]],
    }
    schedule = Schedule(blocks(room), [])
    for minute in {0, 10079, *(m for start, end in merged for m in (start, end - 1, end % 10080))}:
        schedule.find(minute)
        assert schedule.block[3] == (minute in inside)
    assert occupied_spans(blocks(room)) == merged


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mon 00:00-24:00", [(0, 1440)]),
        ("Sat,Sun 8:00-12:00", [(7680, 7920), (9120, 9360)]),
        ("fri-mon 23:00-01:00", [(start, start + 120) for start in (7140, 8580, 10020, 1380)]),
        ("tue 07:00-07:00", [(1860, 3300)]),
    ],
)
def test_hours(text, found):
    assert hours.Hours().read(text) == found


def checked(folder, capsys, secrets):
    text = 'timezone = "UTC0"\n'
    for name in ("west", "east"):
        text += f'[[board]]\nname = "{name}"\n[[room]]\nname = "room_{name}"\n'
        text += f'unit = "gree.yaw1f"\nboard = "{name}"\npin = 4\n'
    path = folder / "home.toml"
    path.write_text(text)
    if secrets is not None:
        (folder / "secrets.toml").write_text(secrets)
    return check.run(path, as_json=True), json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("secrets", [None, '[wifi]\nssid = "home"\n'])
def test_boards_that_do_not_know_each_other_are_warned_of(tmp_path, capsys, secrets):
    status, said = checked(tmp_path, capsys, secrets)
    assert status == 0 and said["good"]
    (warning,) = [each for each in said["warnings"] if each["file"] == "secrets.toml"]
    assert (warning["key"], warning["found"]) == ("home.key", "is missing")
    assert "west and east" in warning["allowed"]


def test_boards_with_a_key_are_not(tmp_path, capsys):
    status, said = checked(tmp_path, capsys, f'[home]\nkey = "{"ab" * 16}"\n')
    assert status == 0
    assert [each for each in said["warnings"] if each["file"] == "secrets.toml"] == []


def test_mistakes_in_the_secrets_are_told_by_check(tmp_path, capsys):
    status, said = checked(tmp_path, capsys, '[home]\nkay = "1"\n')
    assert status == 2 and not said["good"]
    assert [each["key"] for each in said["mistakes"]] == ["home.kay", "home.key"]
