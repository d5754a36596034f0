"""Every register map through the firmware's own master, against pymodbus over TCP and over a
serial cable of socat; mbpoll reads the same registers once more."""

import asyncio

import pytest

from conftest import need
from host_sim.channel.map_gateway import places
from modbus_peers import (
    DEVICE,
    different_maps,
    first_of,
    mbpoll,
    missing,
    over_a_cable,
    over_tcp,
    plain_registers,
)
from splitstat import units
from splitstat.app.modbus_master import carry
from splitstat.control.types import OFF, UnitCommand
from splitstat.modbus import pdu
from splitstat.modbus.conversation import Conversation
from splitstat.modbus.register_map import registers
from splitstat_cli.unit_port import Line

NAMES = different_maps()


def commands(traits):
    """Each mode, each fan, each louvre, each setpoint of the range."""
    for mode in traits.modes[1:]:
        yield UnitCommand(mode, 2200, traits.fans[0], None, False)
    for fan in traits.fans:
        yield UnitCommand("heat", 2200, fan, None, False)
    for swing in traits.swings:
        yield UnitCommand("cool", 2200, traits.fans[0], swing, False)
    low, high = traits.heat
    for cdeg in range(low, high + 1, traits.step_cdeg):
        yield UnitCommand("heat", cdeg, traits.fans[0], None, False)
    yield OFF
    yield UnitCommand("cool", high, traits.fans[-1], None, False)


class Mirror:
    """A master in front of a device that, as its kind does, shows what was written to one register
    in another."""

    def __init__(self, master, unit):
        self.master = master
        self.shown = {}
        for words in registers(unit.text):
            write, back = places(unit, words)
            if back != write:
                self.shown[write] = back

    async def ask(self, address, request):
        answer = await self.master.ask(address, request)
        place = ({5: "C", 6: "H"}.get(request[0]), request[1] << 8 | request[2])
        if place in self.shown and answer == []:
            value = request[3] << 8 | request[4]
            table, register = self.shown[place]
            await self.master.ask(address, pdu.write(table, register, value))
        return answer


async def lives(master, name) -> list:
    """A conversation of all commands; returns the last requests and their values."""
    unit = units.load(name)
    talk = Conversation(unit)
    carrier = Mirror(master, unit)
    for words in registers(unit.text):
        if words[1] == "link":
            table, register = places(unit, words)[0]
            assert await master.ask(DEVICE, pdu.write(table, register, 1)) == []
    for command in commands(unit.traits):
        await carry(carrier, DEVICE, talk.send(command))
        assert talk.settled and talk.same, (name, command)
        status = talk.status
        assert status.mode == command.mode, (name, command)
        if command.mode != "off":
            assert status.fan == command.fan, (name, command)
        if command.mode in ("heat", "cool"):
            assert status.setpoint_cdeg == command.setpoint_cdeg, (name, command)
    return [(request, await master.ask(DEVICE, request)) for request in unit.polls]


def compared(name, line, where):
    async def run():
        async with line as master:
            if line.port:
                master.gap_s = 0.002  # bytes through a pseudo-terminal come at once
            return await lives(master, name)

    read = asyncio.run(asyncio.wait_for(run(), 300))
    assert len(read) >= 2
    for request, values in read:
        assert mbpoll(where, request) == values, (name, request)


@pytest.mark.parametrize("name", NAMES)
def test_over_tcp(name):
    need(missing("mbpoll"))
    with over_tcp(plain_registers(first_of(units.load(name)))) as port:
        where = ["-m", "tcp", "-p", port, "127.0.0.1"]
        compared(name, Line(tcp=f"127.0.0.1:{port}"), where)


@pytest.mark.parametrize("name", NAMES)
def test_over_a_serial_cable(name, tmp_path):
    need(missing("socat", "mbpoll"))
    with over_a_cable(plain_registers(first_of(units.load(name))), tmp_path) as port:
        where = ["-m", "rtu", "-b", 9600, "-P", "none", port]
        compared(name, Line(port=port), where)
