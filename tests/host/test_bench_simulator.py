"""How long a simulated home-year takes: figures of this run, and the budget in the long suite."""

import json

import pytest

from splitstat_cli import bench_simulator


def figures_of(capsys, days: int) -> tuple[int, dict]:
    status = bench_simulator.run(as_json=True, days=days)
    return status, json.loads(capsys.readouterr().out)


def test_figures_belong_together(capsys):
    status, figures = figures_of(capsys, 2)
    assert figures["rooms"] == 3 and figures["scan_s"] == 60 and figures["frames"] > 0
    scans_s = figures["us_per_scan"] * 1e-6 * 365 * 1440
    assert figures["wall_s_per_home_year"] == pytest.approx(scans_s, rel=0.01)
    assert figures["home_years_per_wall_second"] == pytest.approx(1 / scans_s, rel=0.01)
    assert status == int(figures["wall_s_per_home_year"] > figures["budget_s"])


@pytest.mark.slow
def test_a_home_year_stays_within_its_budget(capsys):
    status, figures = figures_of(capsys, 365)
    assert status == 0, figures
