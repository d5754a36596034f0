"""How long a simulated home-year takes: figures of this run, and the budgets in the long suite."""

import json

import pytest

from host_sim.truth import energyplus
from splitstat_cli import bench_simulator


def figures_of(capsys, **options) -> tuple[int, dict]:
    status = bench_simulator.run(as_json=True, **options)
    return status, json.loads(capsys.readouterr().out)


def test_figures_belong_together(capsys, monkeypatch):
    monkeypatch.setattr(bench_simulator, "QUICK_HOMES", 2)
    status, figures = figures_of(capsys, quick=True, days=1)
    assert figures["rooms"] == 3 and figures["scan_s"] == 60 and figures["frames"] > 0
    assert not figures["compiled"]  # conftest.py asks for plain Python
    assert figures["wall_s_per_home_year"] == figures["python_wall_s_per_home_year"]
    scans_s = figures["us_per_scan"] * 1e-6 * 365 * 1440
    assert figures["wall_s_per_home_year"] == pytest.approx(scans_s, rel=0.01)
    assert figures["home_years_per_wall_second"] == pytest.approx(1 / scans_s, rel=0.01)
    assert figures["batch_homes"] == 2 and figures["scaled"]
    batch_s = figures["batch_wall_s"] * 365 * 100 / 2
    assert figures["wall_s_per_100_home_years"] == pytest.approx(batch_s, rel=0.01)
    theirs_s = figures["energyplus_wall_s_per_room_year"]
    assert (theirs_s is None) == (energyplus.missing() is not None)
    assert theirs_s is None or theirs_s > 0.0
    met = figures["wall_s_per_home_year"] <= figures["budget_s"]
    met = met and figures["wall_s_per_100_home_years"] <= figures["batch_budget_s"]
    assert status == int(not met)


@pytest.mark.slow
@pytest.mark.xfail(strict=True, reason="some ten times the 3 s, README: How fast is it")
def test_budgets_of_a_year(capsys, monkeypatch):
    """With the compiled simulator, where it is there."""
    monkeypatch.delenv("SPLITSTAT_PLAIN")
    status, figures = figures_of(capsys)
    assert status == 0, figures
