"""A unit on a line that goes bad and good again: nothing false is ever told, every fault is shown
within 30 s, and 10 s after the trouble ends all is as wanted.

Trouble is of every kind and comes alone or mixed: bit errors of 1e-4 to 1e-2, truncated, lost,
late and foreign answers, garbage, echoes, silence, each exception code, a unit unplugged from its
adapter, a fault of the unit's own. 50,000 exchanges in the fast suite, a million in the long one.
"""

from random import Random
from typing import Any

import pytest

from host_sim.channel.channels import gateway_of
from host_sim.channel.faults import Fault
from host_sim.channel.modbus_channel import ModbusChannel
from host_sim.channel.panel import Panel
from splitstat import units
from splitstat.control.types import UnitCommand

POLL_S = 10
SHOWN_WITHIN_S = 30
RIGHT_WITHIN_S = 10
EXCEPTIONS = (1, 2, 3, 4, 5, 6, 10, 11)
# Kinds that leave nothing of the unit to be read, and so must show.
DEAD = ("silent", "exception", "unplugged", "error")


class Head:
    command: Any = None
    mode = "off"
    cls = None
    running = False
    standing_by = False
    sensed_c = 20.0
    return_c = 20.0

    def __init__(self):
        self.told = set()

    def obey(self, command):
        self.command = command
        self.mode = command.mode
        self.told.add(command[:2])


def trouble(draw) -> dict:
    """Faults of one spell, kind -> value."""
    if draw.random() < 0.3:
        kind = draw.choice(DEAD)
        value = {"exception": draw.choice(EXCEPTIONS), "error": draw.randint(1, 60)}.get(kind)
        return {kind: value}
    mix = {"noise": 10 ** draw.uniform(-4, -2)}
    for kind in ("late", "lost", "truncated", "foreign", "trailing"):
        if draw.random() < 0.4:
            mix[kind] = draw.choice((0.02, 0.1, 0.3))
    if draw.random() < 0.2:
        mix["echo"] = None
    return mix


class Home:
    """One unit behind its adapter, and what was wanted of it."""

    def __init__(self, name, seed):
        self.head = Head()
        unit = units.load(name)
        gateway = gateway_of(name, unit, Panel(self.head))
        self.channel = ModbusChannel(unit, gateway, seed, POLL_S)
        self.draw = Random(seed)
        self.wanted = UnitCommand("heat", 2000, "auto", None, False)
        self.now_s = 0
        self.channel.send(0, self.wanted)

    def step(self):
        """A poll; now and then a command before it."""
        self.now_s += POLL_S
        draw = self.draw
        if draw.random() < 0.05:
            mode = draw.choice(("heat", "cool", "off"))
            self.wanted = UnitCommand(mode, draw.randrange(1600, 3001, 50), "auto", None, False)
            self.channel.send(self.now_s, self.wanted)
        self.channel.step(self.now_s)
        status = self.channel.status
        if status is not None and status.mode not in (None, "off"):
            assert status[:2] in self.head.told, (self.now_s, status)

    def right(self) -> bool:
        command, wanted = self.head.command, self.wanted
        status = self.channel.status
        return (
            status is not None
            and status.fault is None
            and command.mode == wanted.mode == status.mode
            and (
                wanted.mode == "off"
                or command.setpoint_cdeg == wanted.setpoint_cdeg == status.setpoint_cdeg
            )
        )

    def suffers(self, faults: dict, spell_s: int):
        start_s = self.now_s + 1
        end_s = start_s + spell_s
        self.channel.faults.faults = tuple(
            Fault(start_s, end_s, kind, value) for kind, value in faults.items()
        )
        self.channel.faults.change_s = start_s
        return end_s


def lives(name, exchanges, seed) -> dict:
    """Spells of trouble until so many exchanges are done; what was counted."""
    home = Home(name, seed)
    count = {"spells": 0, "dead": 0, "slowest_s": 0}
    while home.channel.wire.frames < exchanges:
        faults = trouble(home.draw)
        start_s = home.now_s
        end_s = home.suffers(faults, home.draw.randrange(60, 600, 10))
        shown_s = None
        while home.now_s < end_s:
            home.step()
            status = home.channel.status
            if shown_s is None and status is not None and status.fault is not None:
                shown_s = home.now_s - start_s
        count["spells"] += 1
        if set(DEAD) & set(faults):
            count["dead"] += 1
            assert shown_s is not None and shown_s <= SHOWN_WITHIN_S, (faults, shown_s)
        waited_s = 0
        while not home.right():
            home.step()
            waited_s += POLL_S
            assert waited_s <= RIGHT_WITHIN_S, (faults, home.wanted, home.channel.status)
        count["slowest_s"] = max(count["slowest_s"], waited_s)
        for _ in range(3):
            home.step()
            assert home.right(), (faults, home.wanted, home.channel.status)
    return count | {"rejected": home.channel.rejected}


@pytest.mark.parametrize("name", ["onokom.gr_3", "intesis.fujitsu"])
def test_trouble_comes_and_goes(name):
    count = lives(name, 50_000, seed=5)
    assert count["dead"] > 20 and count["rejected"] > 5_000, count


@pytest.mark.slow
@pytest.mark.parametrize("name", ["onokom.gr_3", "intesis.fujitsu"])
def test_trouble_for_long(name):
    count = lives(name, 1_000_000, seed=6)
    assert count["dead"] > 400 and count["rejected"] > 100_000, count
