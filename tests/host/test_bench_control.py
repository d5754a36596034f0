"""Splitstat beside other thermostats at equal comfort, and the bound that none may fall below."""

import json
from dataclasses import replace

import pytest

from host_sim.limit.bound import bound
from host_sim.limit.equal_comfort import LIMIT_KH, at_equal_comfort
from host_sim.limit.suite import Cell, cells
from splitstat_cli import bench_control
from splitstat_cli.bench_control import BOUND, OURS, POLICY, RIVALS

WEEK = Cell("mixed", "heat", "always", "light", days=7, settle_days=3)
LEADS = bench_control.QUICK_LEADS_MIN


@pytest.fixture(scope="module")
def week():
    names = (BOUND, POLICY, "hysteresis", "PI setpoint offset", OURS + "ir")
    names += (OURS + "modbus shaped",)
    return {name: bench_control.row(WEEK, name, LEADS) for name in names}


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


def test_ratios_are_to_the_best_that_was_had():
    kwh = dict.fromkeys(bench_control.controllers(), 22.0) | {BOUND: 10.0, POLICY: 11.0}
    for best in (11.0, 10.5):  # a controller may do better than a grid of quarters of an hour
        kwh[OURS + "ir"] = best if best < 11.0 else 22.0
        known = {"cell": "one", "min_ratio": 0.35, "starts_per_day": 1.0, "accuracy_k": None}
        figures = bench_control.judged(
            [{**known, "controller": c, "kwh": e} for c, e in kwh.items()]
        )
        assert figures["mean_ratio_to_achievable"]["modbus"] == round(22.0 / best, 3)
        assert figures["mean_ratio_to_bound"]["modbus"] == 2.2


def test_air_that_stays_damp_is_no_equal_comfort():
    known = {
        "cell": "one",
        "min_ratio": 0.35,
        "starts_per_day": 1.0,
        "accuracy_k": None,
        "kwh": 2.0,
    }
    rows = [{**known, "controller": c, "damp_kh": 0.0} for c in bench_control.controllers()]
    rows[-1]["damp_kh"] = 40.0
    assert bench_control.judged(rows)["too_damp"] == [f"one, {rows[-1]['controller']}"]


def test_the_bound_rises_with_comfort():
    least = bound(WEEK, limit_kh=20.0)
    most = bound(WEEK, limit_kh=0.0)
    assert least is not None
    assert most is not None
    assert least.kwh < bench_control.row(WEEK, BOUND, LEADS)["kwh"] < most.kwh


def test_what_no_target_reaches_is_said():
    cell = replace(WEEK, days=1)
    assert at_equal_comfort(lambda _: {"kwh": 1.0, "discomfort_kh": 2.0}, cell) is None


def test_a_target_is_moved_to_the_limit():
    def life(target_c):
        return {"kwh": target_c, "discomfort_kh": max(0.0, 21.3 - target_c) * 10.0}

    for whole, kwh in ((False, 21.2), (True, 22.0)):
        figures = at_equal_comfort(life, WEEK, whole)
        assert figures is not None
        assert figures["kwh"] == pytest.approx(kwh)


@pytest.mark.slow
def test_the_suite_of_quick(capsys):
    assert bench_control.run(quick=True, as_json=True) == 0
    figures = json.loads(capsys.readouterr().out)
    of_cell: dict = {}
    for one in figures["rows"]:
        of_cell.setdefault(one["cell"], {})[one["controller"]] = one["kwh"]
    assert len(of_cell) == len(cells(quick=True))
    for cell, kwh in of_cell.items():
        assert set(RIVALS) < set(kwh)
        assert all(v >= kwh[BOUND] for v in kwh.values() if v is not None), cell
        assert kwh[OURS + "modbus shaped"] < 0.7 * kwh["hysteresis"], cell
