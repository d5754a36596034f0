"""Broken home files: exit status 2, lines that name the place, no traceback, at once."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from splitstat_cli import check, home_file
from splitstat_cli.mistakes import HomeError

FOLDER = Path(__file__).parent / "broken_homes"
# file: the line that must be named (None: there is none to name), what must be said of it
BROKEN = {
    "block_beside_hours": (10, "room.bedroom.occupied"),
    "blocks_at_once": (19, "room.office.block.1.at"),
    "date_for_a_number": (8, "room.bedroom.heat: 2026-11-23; allowed is a number from 5 to 35"),
    "deadband_with_changeover": (9, "1.5 K with automatic changeover; allowed is 2 K or more"),
    "door_to_nowhere": (19, 'did you mean "hall"?'),
    "duplicate_room": (13, 'room.bedroom.name: "bedroom"; number 1 has this name already'),
    "empty": (None, "the file is empty"),
    "fallback_to_itself": (16, '"office -0.5"; allowed are bedroom, unit'),
    "feel_for_ever": (16, "room.office.feel: onokom.md_1; no way is known to make it feel"),
    "hot_water_scalds": (8, "58 degC scalds; allowed is up to 55 degC, or `mixing_valve = true`"),
    "hours_misspelt": (10, 'did you mean "fri"?'),
    "hours_of_no_clock": (10, '"daily 21:30-25:00"; allowed is'),
    "hygiene_without_mixing_valve": (7, "hot_water.hygiene: 60 degC scalds"),
    "infinite": (9, "room.bedroom.cool: inf"),
    "key_under_the_wrong_table": (19, "building.heat: there is no such key"),
    "many_mistakes": (6, "and 6 more"),
    "minus_infinite": (8, "room.bedroom.heat: -inf"),
    "nested_deeply": (10, "nested too deeply"),
    "no_room": (None, "at least one [[room]] is needed"),
    "no_unit": (4, "room.bedroom.unit: is missing"),
    "no_zone": (None, "timezone: is missing"),
    "not_a_number": (8, "room.bedroom.heat: nan"),
    "not_utf8": (1, "byte 0xe4 is not UTF-8"),
    "nul_character": (5, "this is not TOML"),
    "number_as_a_word": (8, 'room.bedroom.heat: "19"'),
    "number_far_too_big": (7, "allowed is a whole number from 0 to 48"),
    "out_of_range": (8, "room.bedroom.heat: 45.0; allowed is a number from 5 to 35 degC"),
    "outdoor_unit_to_choose": (4, "allowed are balcony, roof"),
    "part_of_a_pin": (7, "room.bedroom.pin: 25.5; allowed is a whole number"),
    "pin_for_modbus": (15, "room.office.pin: 26; the key is for a unit on infra-red"),
    "pin_of_the_bus": (7, "pin 17 is taken by bus rs485"),
    "pin_of_the_flash": (7, "pin 6 belongs to the flash memory"),
    "pin_without_output": (7, "pin 34 has no output"),
    "radiators_that_cool": (5, "radiators drip when they cool"),
    "room_is_a_word": (2, "tables are needed here: [[room]]"),
    "room_is_one_table": (4, "tables are needed here: [[room]]"),
    "room_name_with_space": (13, 'did you mean "my_office"?'),
    "two_points_of_push": (10, "not for push: correct what you send"),
    "two_points_too_near": (11, "allowed are four: read, true, read, true, the second 5 K warmer"),
    "two_speeds": (13, "9600, and room office on the same line has 19200"),
    "same_address": (21, "address 3 is taken by room office"),
    "same_pin": (15, "pin 25 is taken by room bedroom"),
    "setback_above_comfort": (9, "20 is above heat 19; allowed is up to 19 degC"),
    "setpoints_crossed": (9, "cool 25 is less than 3 K above heat 24; allowed is a cool of 27"),
    "syntax_comma_number": (8, "this is not TOML"),
    "syntax_json": (1, "this is not TOML"),
    "syntax_key_twice": (9, "this is not TOML"),
    "syntax_no_value": (9, "this is not TOML"),
    "syntax_quote": (5, "this is not TOML"),
    "syntax_table_twice": (21, "this is not TOML"),
    "syntax_yaml": (1, "this is not TOML"),
    "truth_for_a_number": (8, "room.bedroom.heat: true"),
    "unknown_board": (2, 'did you mean "esp32_devkitc"?'),
    "unknown_key": (
        8,
        "room.bedroom.heet: there is no such key; allowed are the keys in the README;",
    ),
    "unknown_key_on_top": (2, 'did you mean "timezone"?'),
    "unknown_table": (18, 'did you mean "room"?'),
    "unknown_unit": (6, 'did you mean "gree.yaw1f"?'),
    "unknown_zone": (2, 'did you mean "Europe/Berlin"?'),
    "utf16": (1, "this is UTF-16; save it as UTF-8"),
    "valve_without_water": (6, "a valve without [whole_home]"),
    "word_of_the_building": (19, 'did you mean "living"?'),
}
QUICK_S = 1.0


def checked(path, capsys) -> tuple[int, list[str]]:
    """Exit status and complaints of `splitstat check`."""
    began = time.process_time()
    status = check.run(path)
    assert time.process_time() - began < QUICK_S
    said = capsys.readouterr()
    assert said.out == ""
    return status, said.err.splitlines()


def test_every_file_is_listed():
    assert sorted(BROKEN) == sorted(path.stem for path in FOLDER.iterdir())
    assert len(BROKEN) >= 40


@pytest.mark.parametrize("name", BROKEN)
def test_broken_home(name, capsys):
    path = FOLDER / f"{name}.toml"
    line, said = BROKEN[name]
    status, lines = checked(path, capsys)
    assert status == 2
    place = f"{path}:" if line is None else f"{path}:{line}: "
    assert any(one.startswith(place) for one in lines), lines
    assert any(said in one for one in lines), lines
    assert len(lines) <= 21


def generated(folder: Path) -> dict:
    """Broken homes that are too big, or no files, to keep: name -> path."""
    room = '[[room]]\nname = "a"\nunit = "gree.yaw1f"\n'
    texts = {
        "twelve_megabytes": "# a home\n" * (12 * 1024 * 1024 // 9),
        "a_long_line": f'name = "{"a" * 100_000}"\n',
        "a_key_of_many_parts": ".".join("a" * 100_000) + " = 1\n",
        "a_header_of_many_parts": "[" + ".".join("a" * 100_000) + "]\n",
        "deep_over_lines": "a = " + "[\n" * 50_000 + "]\n" * 50_000,
        "many_digits": "seed = " + "9" * 4_000 + "\n",
        "many_rooms": 'timezone = "UTC0"\n' + room * 5_000,
        "many_keys": "".join(f"key{n} = 1\n" for n in range(15_000)),
        "open_string": 'name = """' + "a\n" * 50_000,
        "escaped_control_characters": 'name = "\\u001b[31m\\u0007"\ntimezone = "UTC0"\n',
    }
    paths = {}
    for name, text in texts.items():
        paths[name] = folder / f"{name}.toml"
        paths[name].write_text(text, "utf-8")
    paths["missing"] = folder / "missing.toml"
    paths["a_directory"] = folder
    paths["a_name_of_a_file_with_nul"] = Path("\0.toml")
    paths["inside_a_file"] = paths["many_digits"] / "home.toml"
    return paths


def test_big_and_strange_homes(tmp_path, capsys):
    for name, path in generated(tmp_path).items():
        status, lines = checked(path, capsys)
        assert status == 2, name
        assert 1 <= len(lines) <= 21, (name, lines)
        for line in lines[:20]:
            assert line.startswith((str(path), ascii(str(path)))), (name, line)
            assert len(line) < 600, (name, line[:200])
            assert line.isprintable(), (name, line)


def test_all_mistakes_in_one_run():
    with pytest.raises(HomeError) as error:
        home_file.load(FOLDER / "many_mistakes.toml")
    assert len(error.value.mistakes) == 26
    assert str(error.value).count("\n") == 20
    assert str(error.value).endswith("and 6 more")


def test_json(capsys):
    assert check.run(FOLDER / "unknown_key.toml", as_json=True) == 2
    found = json.loads(capsys.readouterr().out)
    assert not found["good"]
    (mistake,) = found["mistakes"]
    assert mistake["line"] == 8
    assert mistake["key"] == "room.bedroom.heet"
    assert mistake["suggestion"] == "heat"


def test_the_command_itself():
    path = FOLDER / "setpoints_crossed.toml"
    done = subprocess.run(
        [sys.executable, "-c", "from splitstat_cli.main import run; run()", "check", str(path)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"{path}:9: ")
    assert "Traceback" not in done.stderr
