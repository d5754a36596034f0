"""Splitstat beside other thermostats at equal comfort, and the bound that none may fall below."""

import json
from dataclasses import replace

import pytest

from host_sim.limit.bound import bound
from host_sim.limit.equal_comfort import LIMIT_KH, at_equal_comfort
from host_sim.limit.suite import Cell, cells
from splitstat_cli import bench_control
from splitstat_cli.bench_control import BOUND, OURS, RIVALS

WEEK = Cell("mixed", "heat", "always", "light", days=7, settle_days=3)
LEADS = bench_control.QUICK_LEADS_MIN


@pytest.fixture(scope="module")
def week():
    names = (BOUND, "hysteresis", "PI setpoint offset", OURS + "ir", OURS + "modbus shaped")
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
