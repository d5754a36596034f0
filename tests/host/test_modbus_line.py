"""Eight units on one line of 9600 baud, with the firmware's own task and master, in virtual
time: every byte takes its time on the wire."""

import asyncio
import itertools
from types import SimpleNamespace
from typing import Any

import pytest

import virtual_time
from host_sim.channel.channels import gateway_of
from host_sim.channel.panel import Panel
from splitstat import units
from splitstat.app import wire_task
from splitstat.app.modbus_master import Master
from splitstat.app.unit_modbus import ModbusHead
from splitstat.control.types import UnitCommand

HEAT = UnitCommand("heat", 2150, "auto", None, False)
COOL = UnitCommand("cool", 2300, "auto", None, False)
NAMES = ["onokom.gr_3", "intesis.daikin"] * 4
BYTE_S = 11 / 9600
TURN_S = 0.03  # a gateway thinks before it answers
POLL_S = 10


class Head:
    command = None
    mode = "off"
    cls = None
    running = False
    standing_by = False
    return_c = 21.0

    def feel(self, room_c):
        """Takes any."""

    def obey(self, command):
        self.command = command
        self.mode = command.mode


class Wire:
    """Both directions of the line, one byte after the other; `heard` are (end of the request,
    device)."""

    def __init__(self, gateways, dead=()):
        self.gateways = gateways
        self.dead = set(dead)
        self.reader = asyncio.StreamReader()
        self.heard = []
        self.free_s = 0.0
        self.collisions = 0

    def write(self, frame):
        loop = asyncio.get_running_loop()
        now_s = loop.time()
        self.collisions += now_s < self.free_s
        end_s = now_s + len(frame) * BYTE_S
        self.heard.append((end_s, frame[0]))
        answer = None
        if frame[0] not in self.dead:
            answer = self.gateways[frame[0]].serve(bytes(frame))
        if answer:
            end_s += TURN_S
            for i in range(len(answer)):
                end_s += BYTE_S
                loop.call_at(end_s, self.reader.feed_data, answer[i : i + 1])
        self.free_s = end_s

    async def drain(self):
        """write() says it all."""


class Beats(dict):
    """When there was a sign of life."""

    def __init__(self):
        self.at_s = []

    def __setitem__(self, name, seconds):
        self.at_s.append(asyncio.get_running_loop().time())


class House:
    def __init__(self):
        rooms = [SimpleNamespace(feel_cdeg=2100) for _ in NAMES]
        self.home = {"rooms": [{"feel": 1} for _ in NAMES]}
        self.outputs = SimpleNamespace(rooms=rooms)
        self.beats = Beats()

    @property
    def now_s(self):
        return int(asyncio.get_running_loop().time())

    def heard_outdoor(self, cdeg, weight):
        pass


def lived(seconds, dead=(), revived_at_s=None, told_at_s=0.0):
    """The line after so long: all told HEAT at the start, COOL at told_at_s."""
    found = SimpleNamespace()

    async def life():
        heads = [Head() for _ in NAMES]
        gateways = {
            i + 1: gateway_of(name, units.load(name), Panel(head), i + 1)
            for i, (name, head) in enumerate(zip(NAMES, heads, strict=True))
        }
        wire = Wire(gateways, dead)
        master = Master(wire.reader, wire)
        house = House()
        talkers = [
            ModbusHead(house, i, units.load(name), master, i + 1) for i, name in enumerate(NAMES)
        ]
        for each in talkers:
            each.tell(HEAT)
        task = asyncio.create_task(wire_task.run(house, "line", talkers, 250))
        cooling_s: list[Any] = [None] * len(NAMES)
        settled_s: list[Any] = [None] * len(NAMES)
        fault_s: list[Any] = [None] * len(NAMES)
        told = False
        loop = asyncio.get_running_loop()
        while loop.time() < seconds:
            await asyncio.sleep(0.05)
            assert not task.done(), task.exception()
            now_s = loop.time()
            if revived_at_s is not None and now_s >= revived_at_s:
                wire.dead = set()
            if told_at_s and now_s >= told_at_s and not told:
                told = True
                for each in talkers:
                    each.tell(COOL)
            for i, each in enumerate(talkers):
                if heads[i].mode == "cool" and cooling_s[i] is None:
                    cooling_s[i] = now_s
                if each.talk.settled and each.talk.same and settled_s[i] is None:
                    settled_s[i] = now_s
                if each.status and each.status.fault == "no_answer" and fault_s[i] is None:
                    fault_s[i] = now_s
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        found.heads, found.wire, found.house = heads, wire, house
        found.cooling_s, found.settled_s, found.fault_s = cooling_s, settled_s, fault_s
        found.talkers = talkers

    virtual_time.run(life())
    return found


def gaps(found, device):
    """The longest time between two questions to a device."""
    times = [at for at, address in found.wire.heard if address == device]
    assert len(times) > 20
    return max(b - a for a, b in itertools.pairwise(times))


def test_every_unit_is_commanded_and_polled_within_ten_seconds():
    found = lived(10)
    assert {address for _, address in found.wire.heard} == set(range(1, 9))
    assert all(head.mode == "heat" for head in found.heads)
    assert max(found.settled_s) < 10
    assert all(each.status.mode == "heat" for each in found.talkers)
    assert found.wire.collisions == 0
    again = lived(120, told_at_s=60)
    assert max(at - 60 for at in again.cooling_s) < 10
    assert max(gaps(again, device) for device in range(1, 9)) < POLL_S + 3


@pytest.mark.parametrize("dead", [(4,), (1, 8)])
def test_a_dead_unit_slows_the_others_by_less_than_a_poll_period(dead):
    whole = lived(300, told_at_s=150)
    lame = lived(300, dead, told_at_s=150)
    for device in range(1, 9):
        i = device - 1
        if device in dead:
            assert lame.heads[i].mode == "off"
            assert lame.fault_s[i] < 30
            continue
        assert gaps(lame, device) < gaps(whole, device) + POLL_S
        assert lame.cooling_s[i] < whole.cooling_s[i] + POLL_S
        assert lame.fault_s[i] is None
    waits = [b - a for a, b in itertools.pairwise(lame.house.beats.at_s)]
    assert max(waits) < 30  # what the watchdog allows


def test_a_unit_that_comes_back_is_put_right():
    found = lived(60, (4,), revived_at_s=35)
    assert found.fault_s[3] < 30
    assert found.heads[3].mode == "heat"
    assert found.settled_s[3] < 35 + 2 * POLL_S
    assert found.talkers[3].status.fault is None
