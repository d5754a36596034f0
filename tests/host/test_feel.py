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


@pytest.mark.parametrize("name", ["onokom.gr_1", "intesis.mitsubishi_heavy", "melcobems"])
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
    for name, fed in (("intesis.mitsubishi_heavy", None), ("onokom.gr_1", 19.3)):
        head, channel = over_modbus(name)
        channel.send(0, HEAT)
        channel.feel(60, 1930)
        channel.feel(120, None)
        assert head.fed_c == fed, name


def test_an_unplugged_unit_hears_nothing():
    head, channel = over_modbus("intesis.mitsubishi_heavy")
    channel.send(0, HEAT)
    channel.gateway.panel.linked = False
    channel.feel(60, 1930)
    assert head.fed_c is None


@pytest.mark.parametrize("brand", ["mitsubishi", "daikin", "fujitsu", "panasonic"])
def test_a_gateway_that_cannot_hand_it_over_moves_the_setpoint(brand):
    """The manual's example: 22 degC are wanted, 20 are felt, so what the unit takes for 24, then
    25, has to become 26 and 27."""
    head, channel = over_modbus("intesis." + brand)
    head.return_c = 24.0
    channel.send(0, HEAT)
    channel.feel(60, 2000)
    assert head.fed_c is None and head.command.setpoint_cdeg == 2600
    for now_s, air_c, cdeg in ((120, 25.0, 2700), (180, 29.0, 3000), (240, 25.0, 2700)):
        head.return_c = air_c
        channel.step(now_s)
        assert head.command.setpoint_cdeg == cdeg
        assert channel.status.setpoint_cdeg == 2200 and channel.status.return_cdeg == air_c * 100
    head.obey(HEAT._replace(setpoint_cdeg=1800))
    channel.step(300)
    assert head.command.setpoint_cdeg == 2700, "a person's setpoint does not last"
    head.obey(HEAT._replace(mode="off"))
    channel.step(360)
    assert head.command.mode == "off" and channel.status.mode == "off"
    channel.send(420, HEAT)
    assert head.command.setpoint_cdeg == 2700
    channel.feel(480, None)
    assert head.command.setpoint_cdeg == 2200


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
