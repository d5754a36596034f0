"""`splitstat bench water`: the short parts here, the whole of it with the long counts."""

import pytest

from host_sim.plant.weather import load_weather
from host_sim.tank_stand import TankStand
from splitstat_cli import bench_tariff, bench_water


@pytest.fixture(scope="module")
def weather():
    return load_weather("cold")


def test_a_sound_tank_is_never_cold_and_every_week_is_proved(weather):
    found = TankStand(bench_water.config(), bench_water.SIZES, weather).run(30).figures()
    assert found["draws"] == 30 * 23 and found["draws_cold"] == 0
    assert found["proofs"] >= 5 and found["overdue_hours"] == found["unalarmed_hours"] == 0
    assert found["broken_limits"] == 0 and found["balance_error"] < 1e-12


@pytest.mark.parametrize("part, kind", bench_water.FAULTS.values())
def test_what_is_not_proved_is_alarmed(weather, part, kind):
    faults = {("whole_home", part): [(3 * 86400, 20 * 86400, kind, None)]}
    cuts = {2000: 3, 9000: 600, 14400: 60, 20000: 2000}
    stand = TankStand(
        bench_water.config(), bench_water.SIZES, weather, faults=faults,
        cut_min=lambda minute: cuts.get(minute, 0), clock=lambda minute: minute // 1440 % 3 < 2,
    )  # fmt: skip
    found = stand.run(20).figures()
    assert found["power_cuts"] == 4
    assert found["unalarmed_hours"] == 0 and found["broken_limits"] == 0
    if part != "heat_pump":
        assert found["overdue_hours"] > 24


def test_a_witness_would_see_a_lie(weather):
    """The same with a cycle that is never run: without the alarm there would be hours."""
    config = bench_water.config(immersion=False)
    stand = TankStand(config, bench_water.SIZES, weather)
    found = stand.run(10).figures()
    assert found["proofs"] == 0 and found["overdue_hours"] > 100
    assert stand.since_min == 10 * 1440


def test_night_hours_save_a_tenth_at_equal_comfort(weather):
    plain, night = bench_water.tariff(weather, 20)
    assert plain["draws_cold"] == night["draws_cold"] == 0
    assert night["saved"] > 0.10


@pytest.mark.slow
def test_rooms_behind_floors_save_most_of_what_foresight_does(weather):
    """Behind radiators they do not: 0.3 to 0.4 of it (README)."""
    rows = {row["run"]: row for row in bench_water.rooms_by_tariff(weather, 7)}
    floors = rows["underfloor"]
    assert floors["saved"] > 0.05 and floors["cold_kh"] <= 0.1
    assert floors["foresight_saves"] > 0.05 and floors["share"] >= 0.6
    assert rows["radiators"]["saved"] > 0.02


def test_power_to_spare_is_used_at_home(weather):
    """Three days of March, 5 kW of panels."""
    without, with_it = bench_tariff.surplus(weather, 3)
    assert without["made_kwh"] == with_it["made_kwh"] > 20
    assert with_it["own_use"] > without["own_use"] + 0.05
    assert without["draws_cold"] == with_it["draws_cold"] == 0 == with_it["cold_kh"]


@pytest.mark.slow
def test_a_reheat_costs_the_rooms_half_a_kelvin_at_most(weather):
    assert [row["most_lost_k"] <= 0.5 for row in bench_water.reheat(weather)] == [True, True]


@pytest.mark.slow
def test_a_year_with_each_fault_is_proved_or_alarmed(weather):
    rows = bench_water.hygiene(weather, 365)
    assert [row["unalarmed_hours"] for row in rows] == [0.0] * len(rows)
    assert rows[0]["draws_cold"] == 0 and rows[0]["proofs"] >= 52


@pytest.mark.slow
def test_the_whole_bench(capsys):
    assert bench_water.run(quick=True) == 0
    assert "saved" in capsys.readouterr().out
