"""`splitstat sim` as a person and CI meet it: exit statuses, streams, files."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import host_sim
from command import splitstat
from splitstat_cli import home_file, scenario_file
from splitstat_cli.staging import staged

FLAT = Path(host_sim.__file__).parent / "homes" / "flat.toml"


def scenario(tmp_path, text):
    path = tmp_path / "some.toml"
    path.write_text(text, encoding="utf-8")
    return path


KEPT = 'days = 1\nfrom = "01-20"\n[budget]\nframes_per_hour = 30\nkwh_electric = 100\n'
MISSED = KEPT + "discomfort_kh = 0\ncop_at_least = 20\n"


def test_a_kept_budget_is_status_0(tmp_path):
    done = splitstat("sim", FLAT, "--scenario", scenario(tmp_path, KEPT))
    assert done.returncode == 0, done.stderr
    assert "all 2 budgets kept" in done.stdout


def test_a_missed_budget_is_status_1_and_named(tmp_path):
    junit = tmp_path / "junit.xml"
    done = splitstat("sim", FLAT, "--scenario", scenario(tmp_path, MISSED), "--junit", junit)
    assert done.returncode == 1
    missed = sorted(line for line in done.stderr.splitlines() if line.startswith("missed: "))
    assert len(missed) == 2
    assert missed[0].startswith("missed: cop is ")
    assert missed[1].startswith("missed: discomfort_kh is ")
    assert missed[1].endswith("at most 0 is allowed")
    cases = list(ElementTree.parse(junit).getroot().iter("testcase"))
    failed = {case.get("name"): case.find("failure") is not None for case in cases}
    assert failed == {
        "frames_per_hour": False,
        "kwh_electric": False,
        "discomfort_kh": True,
        "cop_at_least": True,
    }


def test_json_is_one_document_and_progress_is_elsewhere(tmp_path):
    done = splitstat("sim", FLAT, "--scenario", scenario(tmp_path, MISSED), "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert found["good"] is False
    missed = {one["budget"] for one in found["budgets"] if not one["kept"]}
    assert missed == {"discomfort_kh", "cop_at_least"}
    assert {"kwh_electric", "balance_error", "discomfort_kh"} <= found["metrics"].keys()
    assert [room["name"] for room in found["rooms"]] == ["bedroom", "office", "living_room"]
    assert "simulated days" in done.stderr


def test_report_and_trace_are_written_and_the_trace_replays(tmp_path):
    report, trace = tmp_path / "new" / "report.html", tmp_path / "trace.jsonl"
    done = splitstat("sim", FLAT, "--days", "1", "--report", report, "--trace", trace)
    assert done.returncode == 0, done.stderr
    page = report.read_text("utf-8")
    assert "<svg" in page and "Living room" in page
    again = splitstat("replay", trace)
    assert again.returncode == 0, again.stderr
    assert "1440 scans on cpython: 0 differences" in again.stdout


def test_the_same_seed_gives_the_same_run_and_another_does_not():
    def run(seed):
        done = splitstat("sim", FLAT, "--days", "2", "--seed", seed, "--json")
        return json.loads(done.stdout)["metrics"]

    assert run(3) == run(3)
    assert run(3) != run(4)


@pytest.mark.parametrize(
    "words",
    [
        ["--from", "02-30"],
        ["--from", "2-3"],
        ["--from", "tomorrow"],
        ["--weather", "nowhere.epw"],
        ["--scenario", "nowhere.toml"],
        ["--days", "0"],
        ["--days", "1", "--junit", "nowhere/junit.xml"],
        ["--days", "1", "--trace", "nowhere/trace.jsonl"],
    ],
)
def test_bad_input_is_status_2_without_a_traceback(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = splitstat("sim", FLAT, *words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert done.stdout == ""


def test_a_truncated_weather_file_is_status_2(tmp_path):
    place = "LOCATION,Somewhere,-,XXX,TMY3,1,50.0,10.0,1.0,100.0\n"
    path = tmp_path / "cut.epw"
    path.write_text(place + "DATA PERIODS,1,1,Data,Sunday,1/1,12/31\n1987,1,1,1,60,A7\n")
    done = splitstat("sim", FLAT, "--weather", path)
    assert done.returncode == 2
    assert "a year has 8760" in done.stderr
    assert "Traceback" not in done.stderr


def stage(tmp_path, text, **command):
    home = home_file.load(FLAT)
    return staged(home, scenario_file.load(scenario(tmp_path, text), home), **command)


def test_the_command_goes_over_the_scenario_and_that_over_the_home(tmp_path):
    text = 'days = 3\nfrom = "07-01"\nseed = 5\n[building]\nweather = "cold"\ndoors = "open"\n'
    found = stage(tmp_path, text)
    assert (found.weather, found.start_day, found.days, found.seed) == ("cold", 182, 3, 5)
    assert found.home.building["doors"] == "open"
    assert found.home.building["built"] == "1980_2000"
    over = stage(tmp_path, text, weather="mixed", start="01-01", days=1, seed=0)
    assert (over.weather, over.start_day, over.days, over.seed) == ("mixed", 1, 1, 0)


def test_a_weather_file_is_named_from_the_folder_of_its_scenario(tmp_path):
    found = stage(tmp_path, '[building]\nweather = "mine.epw"\n')
    assert found.weather == str(tmp_path / "mine.epw")


def test_without_anything_a_week_in_january_in_mixed_weather():
    found = staged(home_file.load(FLAT))
    assert (found.weather, found.start, found.days) == ("mixed", "01-10", 7)


def test_a_room_of_the_scenario_changes_only_that_room(tmp_path):
    found = stage(tmp_path, '[[room]]\nname = "office"\nwindow_m2 = 6\n')
    sizes = {space["name"]: space["building"].get("window_m2") for space in found.home.spaces}
    assert sizes["office"] == 6
    assert sizes["bedroom"] is None


def test_faults_reach_their_parts(tmp_path):
    silent = """
days = 1
from = "01-17"
[[fault]]
room = "bedroom"
part = "sensor"
kind = "silent"
from_hours = 2
[[fault]]
room = "office"
part = "window"
kind = "open"
hours = 24
"""
    quiet = json.loads(splitstat("sim", FLAT, "--days", "1", "--from", "01-17", "--json").stdout)
    done = splitstat("sim", FLAT, "--scenario", scenario(tmp_path, silent), "--json")
    faulty = json.loads(done.stdout)
    # A window open all day, and a sensor that says nothing.
    assert faulty["rooms"][1]["mean_c"] < quiet["rooms"][1]["mean_c"] - 2
    assert faulty["rooms"][0] != quiet["rooms"][0]
