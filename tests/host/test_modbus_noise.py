"""A long talk over a bad line: 50,000 exchanges in the fast suite, a million a case in the long
one.

Nothing that slips past the checksum may show as a setting that nobody made, or keep the unit from
what was wanted for longer than the line takes to get a round of polls through.
"""

from random import Random

import pytest

from host_sim.channel.modbus_channel import ModbusChannel
from host_sim.channel.onokom_gateway import OnokomGateway
from host_sim.channel.panel import Panel
from splitstat import units
from splitstat.control.types import UnitCommand

POLL_S = 10
ALWAYS = 10**9
# Of each exchange: late, lost, truncated, foreign answers, garbage after it.
MIX = [(0, ALWAYS, kind, 0.02) for kind in ("late", "lost", "truncated", "foreign", "trailing")]


class Head:
    command = None
    mode = "off"
    cls = None
    running = False
    standing_by = False
    return_c = 20.0

    def __init__(self):
        self.told = set()

    def obey(self, command):
        self.command = command
        self.mode = command.mode
        self.told.add(command[:2])


def talk(noise, exchanges, seed):
    """Returns (longest time in s that the unit was wrong, exchanges rejected, polls with a fault
    shown, polls)."""
    head = Head()
    gateway = OnokomGateway("gr_3", Panel(head))
    faults = [(0, ALWAYS, "noise", noise), *MIX]
    channel = ModbusChannel(units.load("onokom.gr_3"), gateway, seed, POLL_S, faults)
    draw = Random(seed)
    wanted = UnitCommand("heat", 2000, "auto", None, False)
    now_s = worst_s = wrong_since = faulty = polls = 0
    while channel.wire.frames < exchanges:
        now_s += POLL_S
        if draw.random() < 0.05:
            mode = draw.choice(("heat", "cool", "off"))
            wanted = UnitCommand(mode, draw.randrange(1600, 3001, 50), "auto", None, False)
            channel.send(now_s, wanted)
        elif polls == 0:
            channel.send(now_s, wanted)
        channel.step(now_s)
        polls += 1
        status = channel.status
        if status is not None:
            faulty += status.fault is not None
            if status.mode not in (None, "off"):
                assert status[:2] in head.told, (now_s, status)
        command = head.command
        if (
            command is not None
            and command.mode == wanted.mode
            and (wanted.mode == "off" or command.setpoint_cdeg == wanted.setpoint_cdeg)
        ):
            wrong_since = now_s
        worst_s = max(worst_s, now_s - wrong_since)
    return worst_s, channel.rejected, faulty, polls


@pytest.mark.parametrize(
    ("noise", "allowed_s"), [(1e-4, POLL_S), (1e-3, POLL_S), (3e-3, 3 * POLL_S)]
)
def test_a_bad_line(noise, allowed_s):
    worst_s, rejected, faulty, polls = talk(noise, 17000, seed=1)
    assert rejected > 1000
    assert worst_s <= allowed_s
    if noise <= 1e-3:
        assert faulty < polls / 100


@pytest.mark.slow
@pytest.mark.parametrize(
    ("noise", "allowed_s"), [(1e-4, POLL_S), (1e-3, POLL_S), (3e-3, 6 * POLL_S)]
)
def test_a_bad_line_for_long(noise, allowed_s):
    worst_s, rejected, _, _ = talk(noise, 1000000, seed=2)
    assert rejected > 50000
    assert worst_s <= allowed_s


def test_a_line_that_loses_four_frames_in_five_still_tells_no_lies():
    """Bit errors of one in a hundred: commands take minutes, but nothing wrong is ever shown."""
    _, rejected, faulty, polls = talk(1e-2, 17000, seed=3)
    assert rejected > 10000
    assert faulty > polls / 2
