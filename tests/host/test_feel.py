"""A room temperature on its way to the unit: by a gateway, or by infra-red, and away again."""


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
