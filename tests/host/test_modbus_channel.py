"""Controller, wire, gateway and indoor unit together: every map, a noisy wire, and a person at the
handset."""

from random import Random
from typing import Any

import pytest

from host_sim.channel.channels import gateway_of
from host_sim.channel.handset import Handset
from host_sim.channel.modbus_channel import ModbusChannel
from host_sim.channel.panel import Panel
from splitstat import units
from splitstat.control.types import OFF, UnitCommand
from splitstat_cli import unit_names

NAMES = [name for name in unit_names.known_units() if units.load(name).kind == "modbus"]
NAMES += ["onokom.hs_vrf.7", "coolmaster.3", "hitachi_harc.n20000.2"]


class Head:
    """What a gateway needs of the plant's indoor unit."""

    def __init__(self):
        self.command: Any = None
        self.mode = "off"
        self.cls = None
        self.running = False
        self.standing_by = False
        self.return_c = 20.0
        self.sensed_c: Any = 20.0
        self.rest_bias_k = self.bias_k = 0.0
        self.fed_c: Any = None
        self.told = []

    def feel(self, room_c):
        self.fed_c = room_c

    def obey(self, command):
        self.command = command
        self.mode = command.mode
        self.cls = {"heat": "heat", "cool": "cool", "dry": "cool"}.get(command.mode)
        self.told.append(command)


def home(name, **options):
    head = Head()
    unit = units.load(name)
    return head, ModbusChannel(unit, gateway_of(name, unit, Panel(head)), **options)


def status_of(channel):
    assert channel.status is not None
    return channel.status


def heat(cdeg=2150, fan="auto", swing=None):
    return UnitCommand("heat", cdeg, fan, swing, False)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_arrives_and_is_reported(name):
    """The gateways' registers were written down apart from the maps: a slip of the pen shows
    here."""
    head, channel = home(name)
    traits = channel.unit.traits
    low, high = traits.heat
    wanted = [UnitCommand(mode, 2200, traits.fans[0], None, False) for mode in traits.modes]
    wanted += [heat(2200, fan) for fan in traits.fans]
    wanted += [heat(2200, traits.fans[0], swing) for swing in traits.swings]
    wanted += [heat(cdeg, traits.fans[0]) for cdeg in range(low, high + 1, traits.step_cdeg)]
    if traits.frost_cdeg:
        wanted.append(UnitCommand("heat", low, "auto", None, True))
    for now_s, command in enumerate(wanted):
        channel.send(now_s, command)
        assert head.command.mode == command.mode
        if command.mode != "off":
            assert head.command.fan == command.fan
            assert head.command.frost == command.frost
        if command.swing:
            assert head.command.swing == command.swing
        if command.mode in ("heat", "cool"):
            assert head.command.setpoint_cdeg == command.setpoint_cdeg
            assert status_of(channel).setpoint_cdeg == command.setpoint_cdeg
        assert status_of(channel).mode == command.mode
        assert channel.talk.settled and channel.status_s == now_s
    assert channel.refused == channel.rejected == 0


def test_what_the_unit_reports():
    head, channel = home("onokom.gr_3")
    channel.send(0, heat())
    head.running = True
    head.return_c = 19.4
    channel.step(60, outdoor_c=-7.3)
    status = status_of(channel)
    assert (status.return_cdeg, status.outdoor_cdeg, status.action) == (1950, -700, "heating")
    head.running, head.standing_by = False, True
    channel.step(120, outdoor_c=-7.3)
    assert (status_of(channel).action, status_of(channel).fault) == ("idle", "mode_conflict")


def test_a_unit_that_rests_still_measures():
    head, channel = home("onokom.gr_3")
    head.sensed_c, head.rest_bias_k, head.bias_k = None, 1.0, 0.4
    channel.step(0, 5.0, 17.2)
    assert status_of(channel).return_cdeg == 1850
    head.sensed_c = 19.4
    channel.step(60, 5.0, 17.2)
    assert status_of(channel).return_cdeg == 2000


def test_a_whole_unit_switched_on_is_told_once():
    """No moment in which it runs in a mode or at a setpoint that nobody asked for."""
    for name in NAMES:
        head, channel = home(name)
        channel.send(0, OFF)
        head.told.clear()
        channel.send(60, heat(2300, "low"))
        assert [command.mode for command in head.told] == ["heat"], name
        assert head.told[0].setpoint_cdeg == 2300, name


def test_a_press_of_the_handset_is_reported_and_left_alone():
    head, channel = home("onokom.gr_1")
    channel.send(0, heat())
    channel.step(60)
    pressed = UnitCommand("cool", 2400, "low", None, False)
    assert Handset(head, seen=0.0).press(70, pressed) is None
    for now_s in range(120, 400, 60):
        channel.step(now_s)
    assert status_of(channel)[:3] == ("cool", 2400, "low")
    assert head.command[:3] == pressed[:3]
    # The next command says everything again.
    channel.send(400, heat())
    assert head.command[:3] == heat()[:3] and status_of(channel)[:3] == heat()[:3]


def test_a_command_that_did_not_arrive_is_sent_again():
    head, channel = home("intesis.daikin", faults=[(0, 200, "silent", None)])
    channel.send(10, heat())
    assert head.command is None
    channel.step(60)
    channel.step(120)
    assert status_of(channel).fault == "no_answer"
    channel.step(240)
    assert head.command[:3] == heat()[:3] and status_of(channel).mode == "heat"


def test_an_unplugged_unit_and_its_own_faults():
    faults = [(100, 200, "unplugged", None), (300, 400, "error", 16)]
    _, channel = home("onokom.md_1", faults=faults)
    channel.send(0, heat())
    seen = {}
    for now_s in range(60, 600, 60):
        channel.step(now_s)
        seen[now_s] = status_of(channel).fault
    assert seen == {60: None, 120: "unit_silent", 180: "unit_silent"} | {
        240: None,
        300: 16,
        360: 16,
        420: None,
        480: None,
        540: None,
    }


def test_a_refused_command_shows():
    """The map says 16..30, this gateway takes 17 at the least."""
    head, channel = home("onokom.gr_1")
    channel.gateway.low = 17
    channel.send(0, heat(1600))
    assert status_of(channel).fault == "refused" and not channel.talk.settled
    channel.send(60, heat(1700))
    assert status_of(channel).fault is None and head.command.setpoint_cdeg == 1700


def test_a_register_that_cannot_be_read_does_not_hide_the_others():
    _, channel = home("onokom.md_1")
    del channel.gateway.coils[13]
    channel.send(0, heat())
    channel.step(60)
    assert status_of(channel)[:3] == heat()[:3] and status_of(channel).fault is None


NOISES = (
    {"noise": 1e-4},
    {"noise": 1e-3},
    {"noise": 1e-2},
    {"truncated": 0.3},
    {"lost": 0.3},
    {"late": 0.3},
    {"foreign": 0.3},
    {"trailing": 0.3},
    {"echo": None},
    {"echo": None, "noise": 3e-3},
    {"noise": 3e-3, "late": 0.1, "lost": 0.1, "truncated": 0.1, "foreign": 0.1},
)


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: "+".join(noise))
@pytest.mark.parametrize("name", ["onokom.gr_1", "intesis.fujitsu"])
def test_noise_never_changes_a_unit_for_longer_than_a_poll(name, noise):
    """3,000 polls and 1,500 commands a case; the unit may differ from what was wanted only until
    the next poll that gets through, and a status never tells of a setting that nobody made."""
    faults = [(0, 10**9, kind, value) for kind, value in noise.items()]
    head, channel = home(name, seed=7, faults=faults)
    draw = Random(11)
    wanted: Any = None
    made = set()
    wrong_since = None
    for now_s in range(0, 30000, 10):
        if draw.random() < 0.5:
            mode = draw.choice(("heat", "cool", "off"))
            wanted = UnitCommand(mode, draw.randrange(1600, 3001, 50), "auto", None, False)
            made.add(wanted[:2])
            channel.send(now_s, wanted)
        before = channel.status_s
        channel.step(now_s)
        for command in head.told:
            made.add(command[:2])
        head.told.clear()
        if channel.status and status_of(channel).mode not in (None, "off"):
            assert status_of(channel)[:2] in made, channel.status
        if wanted is None or head.command is None:
            continue
        right = head.command.mode == wanted.mode and (
            wanted.mode == "off" or head.command.setpoint_cdeg == wanted.setpoint_cdeg
        )
        if right:
            wrong_since = None
        elif wrong_since is None:
            wrong_since = now_s
        elif channel.status_s == now_s and status_of(channel).mode is not None and before != now_s:
            # A poll got through since: it must have put the unit right.
            assert now_s - wrong_since <= 20, (now_s, wanted, head.command, channel.status)
    assert channel.wire.frames > 6000
    # The wire falls silent of noise: right again within one poll.
    channel.faults.change_s = 0
    channel.faults.faults = ()
    for now_s in (30000, 30010, 30020):
        channel.step(now_s)
    assert head.command.mode == wanted.mode == status_of(channel).mode
    if wanted.mode != "off":
        assert (
            head.command.setpoint_cdeg == wanted.setpoint_cdeg == status_of(channel).setpoint_cdeg
        )


def test_a_remembered_round_is_what_the_wire_would_say():
    head, channel = home("onokom.pn_1", poll_s=10)
    draw = Random(3)
    for now_s in range(0, 3000, 10):
        if draw.random() < 0.1:
            channel.send(now_s, draw.choice((heat(), heat(2300), OFF)))
        head.running = draw.random() < 0.5
        head.return_c = draw.choice((19.0, 19.5, 20.0))
        channel.step(now_s, outdoor_c=draw.choice((1.0, 2.0)))
        values = [channel._ask(request) for request in channel.unit.polls]
        assert status_of(channel) == channel.unit.status(values)
    assert 0 < len(channel.seen) < 60


def test_steady_polls_are_cheap():
    """A home-year polls its Modbus units half a million times."""
    _, channel = home("onokom.gr_1", poll_s=60)
    channel.send(0, heat())
    channel.step(0)
    frames = channel.wire.frames
    for now_s in range(60, 60000, 60):
        channel.step(now_s)
    assert channel.wire.frames == frames and channel.status_s == 59940
