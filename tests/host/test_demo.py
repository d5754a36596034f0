"""The demo as a person and a program meet it: rows, report, words. Three days a season are lived
through here; the figures of a full run are not fixed anywhere, only what must hold for any.
"""

import json
import re
from html.parser import HTMLParser

import pytest

from command import splitstat
from host_sim.findings import claim, findings, headline

DAYS = 3
REQUIRED = {
    "variant", "season", "kwh_electric", "kwh_heat_moved", "cop", "discomfort_kh",
    "comfortable_room_hours", "starts_per_day", "compressor_starts_per_day", "changeovers",
    "frames_per_hour",
}  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """(parsed standard output, text of the report)."""
    folder = tmp_path_factory.mktemp("demo")
    done = splitstat("demo", "--json", "--days", DAYS, "--out", folder)
    assert done.returncode == 0, done.stderr
    assert "simulated days" in done.stderr  # progress is shown, and not on standard output
    return json.loads(done.stdout)["rows"], (folder / "report.html").read_text("utf-8")


def pick(rows, variant, season):
    return next(one for one in rows if (one["variant"], one["season"]) == (variant, season))


def test_rows_are_flat_and_complete(demo):
    rows, _ = demo
    assert len(rows) >= 6
    assert len({(one["variant"], one["season"]) for one in rows}) == len(rows)
    for one in rows:
        assert one.keys() >= REQUIRED
        assert not [key for key, value in one.items() if isinstance(value, (dict, list))]
        missing = {key for key in REQUIRED if one[key] is None}
        assert missing <= ({"cop"} if one["kwh_heat_moved"] == 0 else set())


def test_four_ways_in_two_seasons_doors_shut_and_open(demo):
    rows, _ = demo
    shut = {(one["variant"], one["season"]) for one in rows if one["doors"] == "shut"}
    names = {"air conditioner", "heat pump", "room by room", "whole home"}
    assert shut == {(name, season) for name in names for season in ("winter", "summer")}
    assert {one["season"] for one in rows if one["doors"] == "open"} == {"winter", "summer"}


def test_the_energy_balance_closes(demo):
    for one in demo[0]:
        assert abs(one["balance_error"]) < 0.005


def test_an_air_conditioner_cannot_heat(demo):
    rows, _ = demo
    idle = pick(rows, "air conditioner", "winter")
    assert idle["kwh_heat_moved"] == 0
    assert idle["cop"] is None
    warm = pick(rows, "heat pump", "winter")
    assert warm["kwh_heating"] > 0
    # What an electric heater in the same room would take is what the heat pump moved there.
    assert idle["kwh_direct_electric"] == warm["kwh_heating"]


def test_service_stands_beside_cost(demo):
    rows, _ = demo
    for season in ("winter", "summer"):
        one, every = pick(rows, "heat pump", season), pick(rows, "room by room", season)
        assert one["rooms_unserved"] == 2
        assert every["rooms_unserved"] == 0
        assert one["unserved_mean_c"] is not None
        assert every["unserved_mean_c"] is None
        # Comfort is judged by the same hours in every way.
        assert one["occupied_room_hours"] == every["occupied_room_hours"]
        assert one["kwh_electric"] < every["kwh_electric"]


def test_cop_is_heat_moved_over_electricity(demo):
    for one in demo[0]:
        if one["cop"] is not None:
            moved = one["kwh_heat_moved"] / one["kwh_electric"]
            assert one["cop"] == pytest.approx(moved, abs=0.01)


class Loads(HTMLParser):
    """Collects what a browser would fetch, and whether the tags close."""

    VOID = {"meta", "link", "br", "img", "input", "hr", "use", "path", "col"}

    def __init__(self):
        super().__init__()
        self.loads, self.open, self.ids = [], [], []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        for key in ("src", "href", "xlink:href", "srcset", "data", "action", "poster"):
            if found.get(key) and not found[key].startswith("#"):
                self.loads.append((tag, found[key]))
        if "id" in found:
            self.ids.append(found["id"])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag, tag


def test_the_report_is_one_file_without_network_or_script(demo):
    _, page = demo
    seen = Loads()
    seen.feed(page)
    assert seen.loads == []
    assert seen.open == []
    assert len(set(seen.ids)) == len(seen.ids)
    assert "<script" not in page
    assert not re.search(r"@import|url\((?!#)", page)
    assert len(page) < 2_000_000


def test_the_report_says_what_was_measured(demo):
    rows, page = demo
    every = pick(rows, "room by room", "winter")
    assert f"<b>{every['kwh_electric']:.0f}</b> kWh" in page
    assert f"{round(every['cop'] * 100)} %" in page
    for word in ("Bedroom", "Office", "Living room", "Outdoor air", "prefers-color-scheme: dark"):
        assert word in page


def test_the_strip_of_actions_carries_its_reasons(demo):
    _, page = demo
    words = set(re.findall(r"<title>(\w+): ", page))
    assert words <= {"off", "idle", "heating", "cooling", "drying", "fan", "defrosting", "waiting"}
    assert words & {"heating", "cooling"}


def row(way, season, doors="shut", **given):
    """A made-up row for the sentences."""
    kwh = given.pop("kwh", 100.0)
    cop = given.pop("cop", 3.5)
    found = {
        "variant": way, "way": way, "season": season, "doors": doors, "days": 28,
        "kwh_electric": kwh, "cop": cop, "catalogue_cop": 4.0, "comfortable_share": 0.98,
        "kwh_heating": kwh * (cop or 0) if season == "winter" else 0.0, "cost": kwh * 0.3,
        "kwh_direct_electric": 0.0, "cost_direct_electric": 0.0, "unserved_mean_c": None,
        "unserved_min_c": None, "unserved_mould_hours": 0.0, "occupied_room_hours": 600.0,
        "comfortable_room_hours": 590.0, "discomfort_kh": 3.0, "starts_per_day": 2.0,
        "compressor_starts_per_day": 8.0,
    }  # fmt: skip
    return {**found, **given}


@pytest.mark.parametrize(("cop", "word"), [(2.4, "below"), (3.5, "within"), (4.6, "above")])
def test_the_claim_is_judged_not_repeated(cop, word):
    assert word in claim([row("room by room", "winter", cop=cop)])[0]["text"]


def test_a_setback_that_saves_little_is_called_so():
    rows = [row("room by room", "winter", kwh=95), row("whole home", "winter", kwh=100)]
    said = next(one for one in findings(rows, 0.33) if "5\u202f% less" in one.text)
    assert said.tone == "sorry"


def test_a_setback_that_saves_much_is_praised():
    rows = [row("room by room", "winter", kwh=50), row("whole home", "winter", kwh=100)]
    said = next(one for one in findings(rows, 0.33) if "50\u202f% less" in one.text)
    assert said.tone == "good"


def test_a_setback_that_costs_is_called_so():
    rows = [row("room by room", "winter", kwh=110), row("whole home", "winter", kwh=100)]
    said = next(one for one in findings(rows, 0.33) if "10\u202f% more" in one.text)
    assert said.tone == "sorry"


def test_quiet_figures_make_no_complaint():
    rows = [row("room by room", "winter"), row("whole home", "winter", kwh=300)]
    assert [one for one in findings(rows, 0.33) if one.tone == "sorry"] == []


def test_missed_hours_and_many_starts_are_said():
    rows = [row("room by room", "summer", comfortable_share=0.8, compressor_starts_per_day=40)]
    titles = {one.title for one in findings(rows, 0.33)}
    assert {"Not always in band", "The compressor starts often"} <= titles


def test_no_rows_no_words():
    assert headline([]) == ""
    assert findings([], 0.3) == []
