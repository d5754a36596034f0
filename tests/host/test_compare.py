"""`splitstat compare` and `splitstat units`: their documents and their sentences."""

import json
from pathlib import Path

import pytest

import host_sim
from command import splitstat
from splitstat_cli.compare import words
from splitstat_cli.unit_names import known_units
from splitstat_cli.units_list import sold_as

ONE_ROOM = """
timezone = "Europe/Berlin"

[[room]]
name = "study"
unit = "gree.yaw1f"
occupied = ["mon-fri 08:00-18:00"]
"""


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    home = tmp_path_factory.mktemp("compare") / "house.toml"
    home.write_text(ONE_ROOM, encoding="utf-8")
    done = splitstat("compare", home, "--json", "--price", "0.5")
    assert done.returncode == 0, done.stderr
    assert "simulated days" in done.stderr
    return json.loads(done.stdout)["ways"]


def test_two_ways_of_the_same_home(compared):
    assert [one["way"] for one in compared] == ["room by room", "whole home"]
    rooms, whole = compared
    assert rooms["occupied_room_hours"] == whole["occupied_room_hours"]
    # Ten hours on five days of seven, for a year.
    assert rooms["occupied_room_hours"] == pytest.approx(10 * 5 / 7 * 365, rel=0.03)


def test_figures_are_those_of_a_year(compared):
    for one in compared:
        assert one["cost"] == pytest.approx(0.5 * one["kwh_electric"], abs=0.01)
        moved = one["kwh_heating"] + one["kwh_cooling"]
        assert one["cop"] == pytest.approx(moved / one["kwh_electric"], rel=0.01)


def test_the_rooms_take_less(compared):
    rooms, whole = compared
    assert rooms["kwh_heating"] < whole["kwh_heating"]


@pytest.mark.parametrize("home", ["nowhere.toml", str(Path(host_sim.__file__).parent)])
def test_a_home_that_is_none_is_status_2(home):
    done = splitstat("compare", home)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def row(kwh, share=0.9, mould=0.0):
    return {
        "kwh_electric": kwh, "cost": kwh / 2, "comfortable_share": share, "mould_hours": mould,
    }  # fmt: skip


def test_words_follow_the_figures():
    assert "25\u202f% less electricity (50 a year less)" in words(row(300), row(400))
    assert "50\u202f% more electricity (100 a year more)" in words(row(600), row(400))
    assert "less comfortable" in words(row(300, 0.8), row(400))
    assert "Comfort is the same" in words(row(300), row(400))
    assert "100 room-hours of mould risk" in words(row(300, mould=100), row(400))
    assert "mould" not in words(row(300), row(400, mould=100))


def test_no_electricity_at_all_is_not_divided_by():
    assert words(row(0), row(0)) == "Neither way needed any electricity."


def test_units_lists_every_unit_with_what_it_can():
    done = splitstat("units", "--json")
    assert done.returncode == 0, done.stderr
    listed = json.loads(done.stdout)["units"]
    assert tuple(one["name"] for one in listed) == known_units()
    gree = next(one for one in listed if one["name"] == "gree.yaw1f")
    assert gree["wire"] == "infra-red"
    assert gree["heat_c"] == [16.0, 30.0]
    assert gree["step_k"] == 1.0
    assert {"heat", "cool", "dry"} <= set(gree["modes"])
    assert any(one["wire"] == "Modbus" and one["reports"] for one in listed)


def test_units_says_who_sells_them():
    done = splitstat("units")
    assert done.returncode == 0, done.stderr
    assert "Cooper & Hunter" in done.stdout
    assert sold_as("gree.ybofb")[0] == "Gree"


def test_every_unit_names_a_brand():
    assert [name for name in known_units() if not sold_as(name)] == []
