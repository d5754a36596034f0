"""A room temperature on its way to the unit: by a gateway, or by infra-red, and away again."""

import json

import pytest

from host_sim.channel.channels import channel_of, gateway_of
from host_sim.channel.ir_channel import IrChannel
from host_sim.channel.modbus_channel import ModbusChannel
from host_sim.channel.panel import Panel
from host_sim.plant.indoor_unit import IndoorUnit
from splitstat import units
from splitstat.control.types import UnitCommand

HEAT = UnitCommand("heat", 2200, "auto", None, False)


def over_modbus(name):
    unit = units.load(name)
    head = IndoorUnit(0, {"bias_k": 2.0}, 60)
    return head, ModbusChannel(unit, gateway_of(name, unit, Panel(head)))


def over_infrared(name):
    head = IndoorUnit(0, {"bias_k": 2.0}, 60)
    return head, channel_of(units.load(name), {"unit": name, "name": "room"}, head, 1, {})


@pytest.mark.parametrize("name", ["onokom.gr_1", "intesis.daikin", "melcobems"])
def test_a_gateway_hands_it_over(name):
    head, channel = over_modbus(name)
    channel.send(0, HEAT)
    channel.feel(60, 1930)
    assert head.fed_c == pytest.approx(19.3, abs=0.05)
    head.cls = "heat"
    head.think(25.0)
    assert head.return_c == 19.5  # neither the air at the unit nor its own error
    channel.step(120, 5.0, 25.0)
    assert channel.status is not None and channel.status.return_cdeg == 1950


def test_only_a_gateway_that_knows_a_word_for_it_lets_the_unit_feel_again():
    for name, fed in (("intesis.daikin", None), ("onokom.gr_1", 19.3)):
        head, channel = over_modbus(name)
        channel.send(0, HEAT)
        channel.feel(60, 1930)
        channel.feel(120, None)
        assert head.fed_c == fed, name


def test_an_unplugged_unit_hears_nothing():
    head, channel = over_modbus("intesis.daikin")
    channel.send(0, HEAT)
    channel.gateway.panel.linked = False
    channel.feel(60, 1930)
    assert head.fed_c is None


@pytest.mark.parametrize("name", ["gree.yaw1f", "electra_ac", "midea"])
def test_infrared_frames_carry_it(name):
    head, channel = over_infrared(name)
    channel.feel(0, 1930)
    assert head.fed_c is None  # nothing was commanded yet
    channel.send(60, HEAT)
    channel.feel(60, 1930)
    assert head.fed_c == 19.0 and head.command.setpoint_cdeg == 2200
    sent = channel.sent
    channel.feel(120, 2130)
    assert head.fed_c == 19.0 and channel.sent == sent
    channel.feel(240, 2130)
    assert head.fed_c == 21.0


def test_what_ends_it_over_infrared():
    """A plain command where commands carry it; silence in a Midea."""
    for name in ("gree.yaw1f", "electra_ac"):
        head, channel = over_infrared(name)
        channel.send(0, HEAT)
        channel.feel(0, 1930)
        channel.step(100000)
        assert head.fed_c == 19.0, name
        channel.feel(100060, None)
        assert head.fed_c is None, name
    head, channel = over_infrared("midea")
    channel.send(0, HEAT)
    channel.feel(0, 1930)
    channel.send(60, HEAT)
    channel.step(400)
    assert head.fed_c == 19.0
    channel.step(420)
    assert head.fed_c is None


def test_a_lost_frame_tells_nothing():
    head, channel = over_infrared("midea")
    channel.send(0, HEAT)
    assert isinstance(channel, IrChannel)
    channel.loss = 1.0
    channel.feel(60, 1930)
    assert head.fed_c is None and channel.lost == 1


def test_the_bench_of_wires_says_what_it_measured(capsys):
    """One thermostat, four days a season: a Modbus room that is told its temperature starts its
    compressor less often, one that is not is no less comfortable than over infra-red."""
    from splitstat_cli import bench_wires

    found = bench_wires.rows(4, ("hidden_offset",))
    assert len(found) == 4
    mean = {(row["season"], row["way"]): row for row in bench_wires.means(found)}
    winter = mean["winter", "modbus, feel"]
    assert winter["starts_modbus"] < 0.6 * winter["starts_ir"]
    for season in ("winter", "summer"):
        plain = mean[season, "modbus"]
        assert plain["discomfort_kh_modbus"] < plain["discomfort_kh_ir"], season


@pytest.mark.slow
def test_a_month_of_every_thermostat_over_both_wires(capsys):
    """It holds of the mean of all thermostats, not of each."""
    from splitstat_cli import bench_wires

    bench_wires.run(as_json=True)
    found = json.loads(capsys.readouterr().out)["rows"]
    total: dict = {}
    for row in found:
        if row["personality"] == "mean":
            for key in ("discomfort_kh_ir", "discomfort_kh_modbus", "starts_ir", "starts_modbus"):
                total[row["way"], key] = total.get((row["way"], key), 0) + row[key]
    plain, told = "modbus", "modbus, feel"
    assert total[plain, "discomfort_kh_modbus"] < 0.9 * total[plain, "discomfort_kh_ir"]
    assert total[told, "starts_modbus"] < 0.85 * total[told, "starts_ir"]
    assert total[told, "discomfort_kh_modbus"] < 0.9 * total[told, "discomfort_kh_ir"]
