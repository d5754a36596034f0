"""A long talk over a bad line: 50,000 exchanges and more in the fast suite; in the
long one, a million for each unit and seed by itself and with slips.

Nothing that slips past the checksum may show as a setting that nobody made, nor stay in the unit
for longer than a poll. Of 65,536 damaged frames one slips past by itself, so such frames are made
on purpose, too. A line on which hardly a frame gets through keeps the unit waiting for a new
command; that is silence, measured apart, and it shows as a fault.
"""

from random import Random

import pytest

from host_sim.channel.channels import gateway_of
from host_sim.channel.modbus_channel import ModbusChannel
from host_sim.channel.panel import Panel
from splitstat import units
from splitstat.control.types import UnitCommand

POLL_S = 10
SHOWN_WITHIN_S = 30
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


class Talk:
    """One unit, commanded now and then. strange_s: the longest that it had a mode or a setpoint
    that nobody had asked of it since it last did as it was told; strange: how often a poll ended
    so; late_s: the longest that it did not yet do as it was told."""

    def __init__(self, name, noise, slip, seed):
        self.head = Head()
        unit = units.load(name)
        gateway = gateway_of(name, unit, Panel(self.head))
        faults = [(0, ALWAYS, "noise", noise), (0, ALWAYS, "slip", slip), *MIX]
        self.channel = ModbusChannel(unit, gateway, seed, POLL_S, faults)
        self.draw = Random(seed)
        self.now_s = self.late_s = self.strange_s = 0
        self.strange = self.faulty = self.polls = 0
        self.right_at_s = self.known_at_s = 0
        self.modes, self.setpoints = {"off"}, set()
        self.ask(UnitCommand("heat", 2000, "auto", None, False))

    def ask(self, wanted):
        self.wanted = wanted
        self.modes.add(wanted.mode)
        self.setpoints.add(wanted.setpoint_cdeg)
        self.channel.send(self.now_s, wanted)

    def goes_on(self, exchanges):
        while self.channel.wire.frames < exchanges:
            self.now_s += POLL_S
            if self.draw.random() < 0.05:
                mode = self.draw.choice(("heat", "cool", "off"))
                cdeg = self.draw.randrange(1600, 3001, 50)
                self.ask(UnitCommand(mode, cdeg, "auto", None, False))
            self.channel.step(self.now_s)
            self.look()

    def look(self):
        self.polls += 1
        status = self.channel.status
        if status is not None:
            self.faulty += status.fault is not None
            if status.mode not in (None, "off"):
                assert status[:2] in self.head.told, (self.now_s, status)
        has = self.head.command
        if has is None:
            return
        wanted = self.wanted
        off = has.mode == "off"
        if has.mode == wanted.mode and (off or has.setpoint_cdeg == wanted.setpoint_cdeg):
            self.right_at_s = self.now_s
            self.modes, self.setpoints = {has.mode}, {wanted.setpoint_cdeg}
        if has.mode in self.modes and (off or has.setpoint_cdeg in self.setpoints):
            self.known_at_s = self.now_s
        else:
            self.strange += 1
        self.late_s = max(self.late_s, self.now_s - self.right_at_s)
        if self.now_s - self.right_at_s >= SHOWN_WITHIN_S:
            assert status is None or status.fault is not None, (self.now_s, status)
        self.strange_s = max(self.strange_s, self.now_s - self.known_at_s)

    def told(self):
        wire = self.channel.wire
        return {
            "exchanges": wire.frames, "slipped": wire.slipped, "strange": self.strange,
            "strange_s": self.strange_s, "late_s": self.late_s,
            "rejected": self.channel.rejected, "faulty": round(self.faulty / self.polls, 4),
        }  # fmt: skip


def talked(name, noise, slip, exchanges, seed):
    talk = Talk(name, noise, slip, seed)
    talk.goes_on(exchanges)
    told = talk.told()
    assert told["strange_s"] <= POLL_S, told
    if noise <= 3e-3:
        assert told["late_s"] <= POLL_S, told
    return told


NOISES = (1e-4, 1e-3, 3e-3, 1e-2)


@pytest.mark.parametrize("noise", NOISES)
def test_a_bad_line(noise):
    told = talked("onokom.gr_3", noise, 0.0, 12_500, seed=1)
    assert told["rejected"] > 1000, told
    if noise <= 1e-3:
        assert told["faulty"] < 0.01, told
    if noise >= 1e-2:
        assert told["faulty"] > 0.5, told


@pytest.mark.parametrize("name", ["onokom.gr_3", "intesis.fujitsu"])
def test_what_slips_past_the_checksum_is_put_right_within_a_poll(name):
    told = talked(name, 1e-3, 0.02, 12_500, seed=1)
    assert told["slipped"] > 300, told


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize("slip", [0.0, 0.01])
@pytest.mark.parametrize("noise", NOISES)
@pytest.mark.parametrize("name", ["onokom.gr_3", "intesis.fujitsu"])
def test_a_bad_line_for_long(name, noise, slip, seed):
    told = talked(name, noise, slip, 1_000_000, seed)
    assert told["rejected"] > 80_000, told
    assert told["slipped"] > (8_000 if slip else -1), told
