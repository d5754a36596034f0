"""Splitstat beside other thermostats at equal comfort, and the bound that none may fall below."""

import json
from dataclasses import replace

import pytest

from host_sim.limit import remembered
from host_sim.limit.bound import bound
from host_sim.limit.equal_comfort import LIMIT_KH, at_equal_comfort
from host_sim.limit.homes import homes
from host_sim.limit.lives import lived, plant_of
from host_sim.limit.score import Score
from host_sim.limit.suite import Cell, by_personality, cells, robust
from splitstat_cli import bench_control, control_rows
from splitstat_cli.cell_home import PATHS
from splitstat_cli.control_figures import judged
from splitstat_cli.control_rows import (
    BOUND,
    HALF,
    OURS,
    POLICY,
    QUICK_LEADS_MIN,
    all_rivals,
    controllers,
    life_of,
    row,
)

WEEK = Cell("mixed", "heat", "always", "light", days=7, settle_days=3)


@pytest.fixture(scope="module", autouse=True)
def nothing_is_remembered(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def week():
    names = (BOUND, POLICY, "hysteresis", "PI setpoint offset", OURS + "ir")
    names += (OURS + "modbus shaped",)
    return {name: row(WEEK, name, QUICK_LEADS_MIN) for name in names}


def test_nobody_falls_below_the_bound(week):
    for name, figures in week.items():
        assert figures["kwh"] >= week[BOUND]["kwh"], name


def test_all_are_equally_comfortable(week):
    for name, figures in week.items():
        if name != BOUND:
            assert figures["discomfort_kh"] == LIMIT_KH, name


def test_a_low_speed_beats_full_blast(week):
    for path in ("ir", "modbus shaped"):
        assert week[OURS + path]["kwh"] < 0.7 * week["hysteresis"]["kwh"]


def test_who_knows_the_weather_needs_less_than_all(week):
    best = week[POLICY]
    for name, figures in week.items():
        if name not in (BOUND, POLICY):
            assert best["kwh"] < figures["kwh"], name
            assert best["starts_per_day"] < figures["starts_per_day"], name


KNOWN = {
    "cell": "one",
    "rooms": 1,
    "min_ratio": 0.35,
    "personality": "proportional",
    "troubled": False,
    "starts_per_day": 5.0,
    "accuracy_k": 0.2,
    "frames_per_hour": 3,
    "worst_k": 0.5,
}


def told(kwh, **more):
    """Rows of one cell: what each controller needed."""
    found = [{**KNOWN, **more, "controller": c, "kwh": e} for c, e in kwh.items()]
    for one in found:
        if one["controller"] == BOUND:
            one["load"] = more.get("load", 0.5)
    return found


def test_ratios_are_to_the_best_that_was_had():
    kwh = dict.fromkeys(controllers(), 22.0) | {BOUND: 10.0, POLICY: 11.0}
    for best in (11.0, 10.5):  # a controller may do better than a grid of quarters of an hour
        kwh[OURS + "ir"] = best if best < 11.0 else 22.0
        figures = judged(told(kwh))
        assert figures["mean_ratio_to_achievable"]["modbus"] == 22.0 / best
        assert figures["mean_ratio_to_bound"]["modbus"] == 2.2


def test_a_path_is_beaten_by_those_that_could_have_it():
    kwh = dict.fromkeys(controllers(), 22.0) | {OURS + path: 20.0 for path in PATHS}
    assert judged(told(kwh))["beats_every_rival"]
    kwh["PI setpoint offset"] = 19.0  # in whole degrees
    figures = judged(told(kwh))
    beats = {path: one["beats_every_rival"] for path, one in figures["paths"].items()}
    assert beats == {path: path not in ("ir", "ir follow-me") for path in PATHS}
    assert not figures["beats_every_rival"]
    assert figures["paths"]["ir"]["beaten_by"] == ["one 0.35: PI setpoint offset"]


def test_who_does_not_reach_comfort_beats_nobody():
    kwh = dict.fromkeys(controllers(), 22.0) | {OURS + path: 20.0 for path in PATHS}
    figures = judged(told(kwh | {OURS + "ir": None}))
    assert not figures["paths"]["ir"]["beats_every_rival"]
    assert figures["not_reached"] == [["one", 0.35, "proportional", False, OURS + "ir"]]


def test_limits_are_those_of_the_load():
    kwh = dict.fromkeys(controllers(), 20.0)
    for load, starts, broken in ((1.5, 8.0, False), (1.5, 8.1, True), (0.5, 6.1, True)):
        rows = told(kwh, load=load)
        for one in rows:
            one["starts_per_day"] = 5.0 if one["controller"] == POLICY else starts
        found = judged(rows)["paths"]["ir"]["broken"]["starts_per_day"]
        assert found == broken, (load, starts)


def test_other_thermostats_are_measured_by_the_usual_one():
    kwh = dict.fromkeys(controllers(), 12.0) | {BOUND: 8.0, POLICY: 10.0}
    ours = {OURS + path: 15.0 for path in PATHS}
    figures = judged(told(kwh) + told(ours, personality="fixed"))
    assert figures["personalities"]["ir"] == {
        "mean": pytest.approx(1.35), "worst": 1.5, "proportional": 1.2, "fixed": 1.5
    }  # fmt: skip
    assert figures["mean_ratio_to_achievable"]["ir"] == 1.2


def test_trouble_counts_by_how_much_worse_it_makes_the_ratio():
    kwh = dict.fromkeys(controllers(), 12.0) | {BOUND: 8.0, POLICY: 10.0}
    ours = {OURS + path: 26.0 for path in PATHS} | {BOUND: 16.0, POLICY: 20.0}
    robust = judged(told(kwh) + told(ours, troubled=True))["robust"]["ir"]
    assert robust == {"worse": pytest.approx(0.1), "broken": []}


def test_homes_count_apart():
    kwh = dict.fromkeys(controllers(), 12.0) | {BOUND: 8.0, POLICY: 10.0}
    home = dict.fromkeys([OURS + path for path in PATHS], 15.0) | {"hysteresis": 14.0}
    figures = judged(told(kwh) + told(home, cell="home", rooms=3))
    assert figures["mean_ratio_to_achievable"]["ir"] == 1.2
    assert figures["homes"]["ir"]["ratio_to_achievable"] == pytest.approx(15.0 / 14.0)
    assert figures["homes"]["ir"]["beaten_by"] == ["home 0.35: hysteresis"]


def test_a_home_is_as_comfortable_as_its_worst_room():
    home = replace(homes()[1], days=1, settle_days=1)
    plant = plant_of(home)
    score = Score(plant, home)
    for k in range(2 * 1440):
        plant.step(k)
        score.step(k, None)
    figures = score.result()
    shorts = [one.short * 300 / 3600 * 7 for one in score.rooms]
    assert len(shorts) == 3
    assert figures["discomfort_kh"] == pytest.approx(max(shorts))
    assert max(shorts) > min(shorts)


def test_every_room_of_a_home_has_its_thermostat():
    home = replace(homes()[1], days=1, settle_days=1)
    heads = []
    for name in ("hysteresis", OURS + "ir", OURS + "modbus shaped"):
        lived(life_of(home, name, 21.0, settle=lambda plant: heads.append(plant.heads)))
        assert [head.command is not None for head in heads.pop()] == [True, True, True], name


def test_damp_air_is_discomfort():
    def life(target_c):
        short = max(0.0, (target_c - 26.0) * 10.0)
        damp = max(0.0, (target_c - 24.0) * 10.0)
        return {"kwh": 30.0 - target_c, "discomfort_kh": short, "damp_kh": damp}

    cell = Cell("hot_humid", "cool", "always", "light")
    figures = at_equal_comfort(life, cell)
    assert figures is not None
    assert figures["kwh"] == pytest.approx(30.0 - 24.1, abs=0.05)


def test_what_was_asked_before_is_remembered():
    asked = []

    def work():
        asked.append(1)
        return {"kwh": 0.1}

    assert remembered.remembered((WEEK, "one"), work) == {"kwh": 0.1}
    assert remembered.remembered((WEEK, "one"), work) == {"kwh": 0.1}
    remembered.remembered((replace(WEEK, days=8), "one"), work)
    assert len(asked) == 2


def test_the_whole_run_is_what_the_issue_names():
    for quick in (True, False):
        todo = bench_control.jobs(quick)
        assert len(set(todo)) == len(todo)
        for cell in cells(quick):
            assert {name for one, name in todo if one == cell} == set(controllers()) - {BOUND}
        paths = bench_control.QUICK_PATHS if quick else PATHS
        for cell in [*robust(quick), *by_personality(quick)]:
            assert {OURS + path for path in paths} <= {name for one, name in todo if one == cell}
    assert all(cell.days >= 28 for cell in cells())
    assert len(by_personality()) == 4 * len(
        {replace(c, mass="light", min_ratio=0.35) for c in cells()}
    )


def test_the_best_lead_counts_and_ours_may_learn_it(monkeypatch):
    kwh = {None: 12.0, 0: 30.0, 60: 10.0, 120: 11.0}
    monkeypatch.setattr(control_rows, "lived", lambda lead: {"kwh": kwh[lead]})
    monkeypatch.setattr(control_rows, "life_of", lambda cell, name, target_c, lead: lead)
    monkeypatch.setattr(
        control_rows, "at_equal_comfort", lambda life, *_: {**life(21.0), "target_c": 21.0}
    )
    cell = replace(WEEK, hours="scheduled")
    leads = {"scheduled": (0, 60, 120)}
    found = row(cell, OURS + "ir", leads)
    assert (found["kwh"], found["lead_min"]) == (10.0, 60)
    assert found["kwh_by_lead"] == {"learned": 12.0, "60": 10.0, "120": 11.0}
    assert set(row(cell, "hysteresis", leads)["kwh_by_lead"]) == {"0", "60", "120"}


def test_half_degrees_are_rivals_of_their_own():
    cell = replace(WEEK, days=1, settle_days=1)
    name = "PI setpoint offset"
    one, two = (row(cell, n, {"always": (0,)})["kwh"] for n in (name, name + HALF))
    assert one != two


def test_the_bound_rises_with_comfort():
    least = bound(WEEK, limit_kh=20.0)
    most = bound(WEEK, limit_kh=0.0)
    assert least is not None
    assert most is not None
    assert least.kwh < row(WEEK, BOUND, QUICK_LEADS_MIN)["kwh"] < most.kwh


def test_what_no_target_reaches_is_said():
    cell = replace(WEEK, days=1)
    assert at_equal_comfort(lambda _: {"kwh": 1.0, "discomfort_kh": 2.0}, cell) is None


def test_a_target_is_moved_to_the_limit():
    lives = []

    def life(target_c):
        lives.append(target_c)
        return {"kwh": target_c, "discomfort_kh": max(0.0, 21.3 - target_c) * 10.0}

    for whole, kwh, within in ((False, 21.2, 0.02), (True, 22.0, 0.0)):
        lives.clear()
        figures = at_equal_comfort(life, WEEK, whole)
        assert figures is not None
        assert figures["kwh"] == pytest.approx(kwh, abs=within)
        assert len(lives) <= 6


@pytest.mark.slow
def test_the_suite_of_quick(capsys):
    assert bench_control.run(quick=True, as_json=True) == 0
    figures = json.loads(capsys.readouterr().out)
    of_cell: dict = {}
    for one in figures["rows"]:
        if one["personality"] == "proportional" and not one["troubled"]:
            of_cell.setdefault(one["cell"], {})[one["controller"]] = one["kwh"]
    assert len(of_cell) == len(cells(quick=True))
    for cell, kwh in of_cell.items():
        assert set(all_rivals()) < set(kwh)
        assert all(v >= kwh[BOUND] for v in kwh.values() if v is not None), cell
        assert kwh[OURS + "modbus shaped"] < 0.7 * kwh["hysteresis"], cell
