"""Modbus rooms against infra-red ones with the same core (`splitstat bench wires`): more comfort,
fewer starts."""

import json

import pytest

from splitstat_cli import bench_wires

PLAIN = {"modbus": bench_wires.WAYS["modbus"]}


def better(row, comfort=1.0, starts=1.0):
    assert row["discomfort_kh_modbus"] < comfort * row["discomfort_kh_ir"], row
    assert row["starts_modbus"] < starts * row["starts_ir"], row


def test_a_few_days_of_the_usual_thermostat():
    winter, summer = bench_wires.rows(4, ("proportional",), PLAIN)
    better(winter, 1.0, 0.8)
    better(summer)


@pytest.mark.slow
def test_a_month_of_the_three_rooms():
    """host_sim/homes/three_rooms.toml, each room over infra-red once."""
    winter, summer = bench_wires.rows(28, ("proportional",), PLAIN)
    better(winter, 0.9, 0.7)
    better(summer)


@pytest.mark.slow
def test_a_month_of_every_thermostat(capsys):
    """It holds of the mean of all thermostats, not of each."""
    bench_wires.run(as_json=True)
    found = json.loads(capsys.readouterr().out)["rows"]
    means = [row for row in found if row["personality"] == "mean" and row["way"] == "modbus"]
    for row in means:
        better(row)
