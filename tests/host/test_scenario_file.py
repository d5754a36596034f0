"""Scenario files: what they give, and how they complain."""

from pathlib import Path

import pytest

import host_sim
from splitstat_cli import budgets, home_file, scenario_file
from splitstat_cli.mistakes import ScenarioError

FOLDER = Path(host_sim.__file__).parent
GOOD = """
name = "winter, a sensor lost"
from = "01-10"
days = 14
seed = 3

[building]
weather = "cold"
handset_per_day = 2

[[room]]
name = "hall"
mass = "heavy"

[[fault]]
room = "bedroom"
part = "sensor"
kind = "silent"
from_hours = 48

[[fault]]
room = "outdoor"
part = "sensor"
kind = "bias"
value = -3
hours = 0.5

[budget]
discomfort_kh = 20
coldest_c_at_least = 14
"""


@pytest.fixture(scope="module")
def home():
    return home_file.load(FOLDER / "homes" / "flat.toml")


def load(tmp_path, home, text):
    path = tmp_path / "scenario.toml"
    path.write_text(text, "utf-8")
    return scenario_file.load(path, home)


def test_good(tmp_path, home):
    scenario = load(tmp_path, home, GOOD)
    assert (scenario.start, scenario.days, scenario.seed) == ("01-10", 14, 3)
    assert scenario.building == {"weather": "cold", "handset_per_day": 2.0}
    assert scenario.rooms == {"hall": {"mass": "heavy"}}
    assert scenario.faults == [
        ("bedroom", "sensor", 172800, 172800 + 8784 * 3600, "silent", None),
        ("outdoor", "sensor", 0, 1800, "bias", -3.0),
    ]
    assert scenario.budgets == {"discomfort_kh": 20.0, "coldest_c_at_least": 14.0}


def test_an_empty_table_leaves_all_to_the_command(tmp_path, home):
    scenario = load(tmp_path, home, "[budget]\n")
    assert (scenario.start, scenario.days, scenario.seed) == (None, None, None)
    assert (scenario.faults, scenario.budgets, scenario.rooms) == ([], {}, {})


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"01-10"', '"02-29"', 3, 'from: "02-29"; allowed is a month and a day'),
        ("days = 14", "days = 0", 4, "allowed is a whole number from 1 to 366"),
        ('"cold"\n', '"cold"\nwether = 1\n', 9, 'did you mean "weather"?'),
        ('"hall"', '"hal"', 12, 'did you mean "hall"?'),
        ('"bedroom"', '"bedrom"', 16, 'did you mean "bedroom"?'),
        ('part = "sensor"', 'part = "senso"', 17, 'did you mean "sensor"?'),
        ('"silent"', '"silence"', 18, 'did you mean "silent"?'),
        ('"silent"', '"silent"\nvalue = 1', 19, "silent has no value"),
        ("value = -3", "", 21, "room.2.value: is missing".replace("room", "fault")),
        ("value = -3", "value = 99", 25, "allowed is a number from -20 to 20 K"),
        ('"outdoor"\npart = "sensor"', '"outdoor"\npart = "infrared"', 22, "allowed are bedroom"),
        ("discomfort_kh", "discomfort", 29, 'did you mean "discomfort_kh"?'),
    ],
)
def test_bad(tmp_path, home, old, new, line, said):
    assert old in GOOD
    with pytest.raises(ScenarioError) as error:
        load(tmp_path, home, GOOD.replace(old, new, 1))
    assert f"scenario.toml:{line}: " in str(error.value), str(error.value)
    assert said in str(error.value)


def test_the_scenarios_of_the_project(home):
    for path in sorted((FOLDER / "scenarios").glob("*.toml")):
        scenario_file.load(path, home)


def test_budgets():
    result = {
        "discomfort_kh": 20.0,
        "cop": 3.0,
        "rooms": [{"min_c": 15.0, "max_c": 25.0}, {"min_c": 13.0, "max_c": 24.0}],
    }
    limits = {"discomfort_kh": 20, "cop_at_least": 3.1, "coldest_c_at_least": 14, "hottest_c": 25}
    limits["mould_hours"] = 10
    rows = budgets.judged(limits, result)
    assert [row["kept"] for row in rows] == [True, False, False, True, False]
    assert [row["found"] for row in rows] == [20.0, 3.0, 13.0, 25.0, None]
