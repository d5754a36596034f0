"""Telling a unit its room's temperature: what that saves and what it costs, in figures of this
run."""

import json

import pytest

from host_sim.plant.thermostats import PERSONALITIES
from splitstat_cli import bench_feel


def by_way(rows):
    found: dict = {}
    for row in rows:
        found.setdefault((row["season"], row["personality"]), {})[row["way"]] = row
    return found


def test_a_held_unit_saves_starts(capsys):
    assert bench_feel.run(quick=True, as_json=True) == 0
    found = by_way(json.loads(capsys.readouterr().out)["rows"])
    assert len(found) == 4
    for case, ways in found.items():
        told, moved = ways["held"], ways["setpoint"]
        assert told["writes"] < moved["writes"] / 2, case
        if case[0] == "winter":
            assert told["starts_per_day"] < moved["starts_per_day"], case
            assert told["kwh"] < moved["kwh"], case
            assert told["error_k"] < moved["error_k"] + 0.25, case
        else:  # why feed.py leaves cooling to the setpoint
            assert told["discomfort_kh"] > moved["discomfort_kh"], case
    # An inverter in winter can run low instead of stopping: that is what it is for.
    ways = found["winter", "proportional"]
    assert ways["held"]["starts_per_day"] < 0.5 * ways["setpoint"]["starts_per_day"]


@pytest.mark.slow
@pytest.mark.parametrize("personality", PERSONALITIES)
def test_a_fortnight_of_winter(personality):
    day = dict(bench_feel.SEASONS)["winter"]
    moved = bench_feel.lived(personality, None, day, bench_feel.DAYS)
    told = bench_feel.lived(personality, bench_feel.Held, day, bench_feel.DAYS)
    assert told["starts_per_day"] < moved["starts_per_day"]
    assert told["kwh"] < 1.03 * moved["kwh"]


@pytest.mark.slow
def test_a_unit_that_adds_three_kelvin_must_not_be_left_to_itself():
    day = dict(bench_feel.SEASONS)["winter"]
    room, held = (
        bench_feel.lived("hidden_offset", way, day, bench_feel.DAYS)
        for way in (bench_feel.Room, bench_feel.Held)
    )
    assert room["error_k"] > 2 * held["error_k"]
