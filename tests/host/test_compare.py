"""`splitstat compare` and `splitstat units`: their documents and their sentences."""

import json
from pathlib import Path

import pytest

import host_sim
from command import splitstat
from host_sim.plant.weather import load_weather
from splitstat_cli import compare, compare_page, home_file
from splitstat_cli.compare_words import (
    against_boiler,
    cheapest,
    flip,
    payback_years,
    sentences,
    splits,
)
from splitstat_cli.plant_ways import BOILER, COST_KEYS, HEAT_PUMP, SPLIT, plant_ways
from splitstat_cli.staging import staged
from splitstat_cli.unit_names import known_units
from splitstat_cli.units_list import sold_as
from splitstat_cli.ways import ROOM_BY_ROOM

ONE_ROOM = """
timezone = "Europe/Berlin"

[[room]]
name = "study"
unit = "gree.yaw1f"
occupied = ["mon-fri 08:00-18:00"]
"""


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """Two of the six fortnights, at a price of one to two; and its report."""
    folder = tmp_path_factory.mktemp("compare")
    (folder / "house.toml").write_text(ONE_ROOM, encoding="utf-8")
    about = home_file.load(folder / "house.toml")
    about.prices.update(electricity=0.5, gas=0.25)
    (part,) = compare.climates_of([staged(about)], [(9, 14), (190, 14)])
    compare_page.write(folder / "report.html", about, [part])
    return part["ways"], about, (folder / "report.html").read_text(encoding="utf-8")


def test_five_ways_of_the_same_home(compared):
    rows, _, _ = compared
    assert [one["way"] for one in rows] == list(COST_KEYS)
    assert len({one["occupied_room_hours"] for one in rows}) == 1
    # Ten hours on five days of seven, for a year.
    assert rows[0]["occupied_room_hours"] == pytest.approx(10 * 5 / 7 * 365, rel=0.03)


def test_every_way_delivers_the_same_hot_water(compared):
    rows, _, _ = compared
    for one in rows:
        assert one["draws"] == pytest.approx(23 * 365)
        assert one["draws_cold"] == 0 and one["draw_coldest_c"] > 40
        assert one["kwh_hot_water"] == pytest.approx(5.845 * 365, rel=0.005)
        assert one["hygiene_overdue_hours"] == 0


def test_figures_are_those_of_a_year(compared):
    rows, _, _ = compared
    for one in rows:
        money = 0.5 * one["kwh_electric"] + 0.25 * one["kwh_gas"]
        assert one["cost"] == pytest.approx(money, rel=1e-3)
        grams = 250 * one["kwh_electric"] + 182 * one["kwh_gas"]
        assert one["co2_kg"] == pytest.approx(grams / 1000, rel=1e-3)
    rooms, whole, pump, both, boiler = rows
    assert rooms["kwh_heating"] < whole["kwh_heating"]
    assert rooms["kwh_gas"] == whole["kwh_gas"] == pump["kwh_gas"] == 0
    assert 0 <= both["kwh_gas"] < boiler["kwh_gas"]
    assert boiler["kwh_electric"] < 300 < pump["kwh_electric"] < rooms["kwh_electric"] + 2000
    assert boiler["kwh_cooling"] == pump["kwh_cooling"] == 0 < rooms["kwh_cooling"]


def test_hot_water_by_splits_has_three_sources(compared):
    rows, _, _ = compared
    immersion, boiler, cylinder = rows[0]["hot_water_options"]
    assert immersion["kwh_electric"] == pytest.approx(rows[0]["kwh_electric"], rel=0.02)
    assert boiler["kwh_gas"] > 2000 and cylinder["kwh_gas"] == 0
    assert cylinder["kwh_electric"] < immersion["kwh_electric"] - 800
    assert max(one["draws_cold"] for one in rows[0]["hot_water_options"]) == 0


def test_sentences_and_report_hold_the_figures(compared):
    rows, about, page = compared
    said = sentences(rows, about.prices)
    assert any("Cheapest to run" in one for one in said)
    assert any("times as much as gas; here it is 2.0 times" in one for one in said)
    for row in rows:
        assert row["way"] in page and f">{row['kwh_electric']:.0f}<" in page
    assert page.count("<svg") == 2 and "heat-pump cylinder" in page


@pytest.mark.parametrize("home", ["nowhere.toml", str(Path(host_sim.__file__).parent)])
def test_a_home_that_is_none_is_status_2(home):
    done = splitstat("compare", home)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def row(kwh, share=0.9, mould=0.0, gas=0.0, way=ROOM_BY_ROOM):
    return {
        "kwh_electric": kwh, "kwh_gas": gas, "cost": kwh / 2 + gas / 10,
        "comfortable_share": share, "mould_hours": mould, "way": way,
    }  # fmt: skip


def test_words_follow_the_figures():
    assert "25\u202f% less electricity (50 a year less)" in splits(row(300), row(400))
    assert "50\u202f% more electricity (100 a year more)" in splits(row(600), row(400))
    assert "less comfortable" in splits(row(300, 0.8), row(400))
    assert "Comfort is the same" in splits(row(300), row(400))
    assert "100 room-hours of mould risk" in splits(row(300, mould=100), row(400))
    assert "mould" not in splits(row(300), row(400, mould=100))


def test_the_cheapest_is_not_said_without_its_comfort():
    rows = [{**row(300), "co2_kg": 30.0}, {**row(200, 0.5, way=HEAT_PUMP), "co2_kg": 20.0}]
    assert "Cheapest to run: heat pump, 100" in cheapest(rows)
    assert "comfortable ways the cheapest is room by room: 150" in cheapest(rows)
    rows[1]["comfortable_share"] = 0.9
    assert "comfortable" not in cheapest(rows)


def test_no_electricity_at_all_is_not_divided_by():
    assert splits(row(0), row(0)) == "Neither way needed any electricity."


def test_prices_at_which_two_ways_change_places():
    pump, boiler = row(1000, way=HEAT_PUMP), row(100, gas=3600, way=BOILER)
    assert flip(pump, boiler) == pytest.approx(4.0)
    assert 1000 * 4.0 == 100 * 4.0 + 3600  # it is where both cost the same
    assert flip(row(1000), row(500)) is None
    assert flip(row(1000, gas=50), row(500)) is None  # more of both is never cheaper
    assert "it is dearer" in against_boiler(pump, boiler, 5.0)  # 500 against 410
    assert "do not change places" in against_boiler(row(1000, gas=50), row(500), 5.0)


def test_payback_is_a_range_against_the_boiler():
    pump, boiler = row(400, way=HEAT_PUMP), row(100, gas=3500, way=BOILER)
    costs = {"heat_pump": [8000, 12000], "boiler": [5000, 6000]}
    assert payback_years(pump, boiler, costs, COST_KEYS) == [10.0, 35.0]
    dear = row(2000, way=HEAT_PUMP)
    assert payback_years(dear, boiler, costs, COST_KEYS) == [None, None]
    assert payback_years(pump, boiler, {"boiler": [1, 2]}, COST_KEYS) is None
    cheap = {"heat_pump": [4000, 5500], "boiler": [5000, 6000]}
    assert payback_years(pump, boiler, cheap, COST_KEYS) == [0.0, 2.5]


def test_a_home_on_water_gets_splits_of_its_size():
    weather = load_weather("cold")
    home = home_file.load(Path(host_sim.__file__).parent / "homes" / "house_on_water.toml")
    ways = {way.name: way.home for way in plant_ways(home, weather)}
    rooms = ways[ROOM_BY_ROOM].compiled["rooms"]
    assert {room["unit"] for room in rooms} == {SPLIT} and len({r["address"] for r in rooms}) == 3
    assert ways[ROOM_BY_ROOM].compiled["whole_home"]["heat_pump"] == 0
    assert ways[HEAT_PUMP].compiled["whole_home"]["boiler"] == 0
    assert ways[BOILER].compiled["whole_home"]["flow_design_cdeg"] == 5200  # as written
    assert all(room["unit"] == "valve" for room in ways[BOILER].compiled["rooms"])
    assert home.compiled["whole_home"]["boiler"] == 1  # the home itself is left alone


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
