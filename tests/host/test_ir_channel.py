"""From a command to what the indoor unit obeys, over pulses that get lost, bent and broken."""

from random import Random
from typing import Any

import pytest

from host_sim.channel.handset import Handset
from host_sim.channel.ir_channel import IrChannel
from splitstat import units
from splitstat.control.types import OFF, UnitCommand

HEAT = UnitCommand("heat", 2100, "auto", None, False)
COOL = UnitCommand("cool", 2600, "low", None, False)


class Head:
    def __init__(self):
        self.command: Any = None
        self.obeyed = 0

    def obey(self, command):
        self.command = command
        self.obeyed += 1


def over(name="gree.yaw1f", **options):
    head = Head()
    return head, IrChannel(units.load(name), head, **options)


def test_what_is_sent_is_obeyed():
    head, channel = over()
    for command in (HEAT, COOL, OFF, HEAT._replace(setpoint_cdeg=2500)):
        channel.send(0, command)
        assert head.command.mode == command.mode
        assert head.command.setpoint_cdeg == command.setpoint_cdeg
    assert (channel.sent, channel.lost, channel.misread) == (4, 0, 0)
    assert channel.status is None


def test_what_a_unit_cannot_do_arrives_as_what_it_can():
    head, channel = over()
    channel.send(0, HEAT._replace(setpoint_cdeg=2130, fan="quiet"))
    assert head.command.setpoint_cdeg == 2200 and head.command.fan == "low"


def test_frames_get_lost_as_often_as_asked():
    head, channel = over(loss=0.3, seed=5)
    for i in range(2000):
        channel.send(i, COOL if i & 1 else HEAT)
    assert channel.lost == pytest.approx(600, rel=0.1)
    assert head.obeyed == 2000 - channel.lost


def test_darkness_and_its_end():
    head, channel = over(faults=[(100, 200, "dark", None)])
    channel.send(50, HEAT)
    channel.send(150, COOL)
    assert head.command.mode == "heat" and channel.lost == 1
    channel.send(250, COOL)
    assert head.command.mode == "cool"


@pytest.mark.parametrize("jitter_us", [10.0, 30.0])
def test_jitter_of_a_good_receiver_does_no_harm(jitter_us):
    head, channel = over(jitter_us=jitter_us, seed=2)
    draw = Random(1)
    for i in range(200):
        wanted = UnitCommand("cool", draw.randrange(1800, 3001, 100), "auto", None, False)
        channel.send(i, wanted)
        if head.command is not None and channel.lost == 0:
            assert head.command.setpoint_cdeg == wanted.setpoint_cdeg
    assert channel.lost == channel.misread == 0


def test_broken_frames_are_refused_or_counted():
    """Gree's checksum has four bits: a few broken frames pass it, and those are counted."""
    head, channel = over(corrupt=1.0, seed=3)
    for i in range(1000):
        channel.send(i, COOL if i & 1 else HEAT)
    assert channel.corrupted == 1000
    assert channel.lost > 900
    assert head.obeyed == 1000 - channel.lost >= channel.misread


def test_a_remembered_frame_is_what_the_pulses_say():
    _, channel = over()
    channel.send(0, HEAT)
    channel.send(1, COOL)
    for (command, previous, obeyed), meant in channel.heard.items():
        assert channel._understand(channel._pulses(command, previous), obeyed) == meant


def test_a_press_of_the_handset():
    head = Head()
    handset = Handset(head, seed=1, seen=0.25)
    seen = [handset.press(i, COOL) for i in range(1000)]
    assert head.command == COOL and handset.presses == 1000
    assert set(seen) == {None, COOL}
    assert seen.count(COOL) == pytest.approx(250, rel=0.15)


@pytest.mark.parametrize("name", ["gree.yaw1f", "daikin", "whirlpool_ac.dg11j191", "midea.f"])
def test_a_press_is_read_from_its_pulses(name):
    head, channel = over(name)
    head.command = OFF
    handset = Handset(head, seed=1, seen=1.0, channel=channel)
    for i, command in enumerate((COOL, HEAT, OFF, COOL, HEAT)):
        seen = handset.press(100 * i, command)
        assert (seen.mode, seen.fan) == (command.mode, seen.fan if seen == OFF else command.fan)
        if command.mode != "off":
            assert abs(seen.setpoint_cdeg - command.setpoint_cdeg) < 30
