"""Every register map against pymodbus, which knows nothing of it: a server over TCP that keeps
what is written.

Each mode, each fan, setpoints over the range; read back through our own polls, and the registers
once more through pymodbus's client.
"""

import asyncio
from typing import Any

import pytest
from pymodbus.client import AsyncModbusTcpClient
from pymodbus.server import ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from host_sim.channel.map_gateway import places
from modbus_peers import first_of
from splitstat import units
from splitstat.control.types import OFF, UnitCommand
from splitstat.modbus import pdu, reads, several, tcp
from splitstat.modbus.register_map import registers
from splitstat_cli import unit_names

REGISTERS = 120
DEVICE = 3
NAMES = [name for name in unit_names.known_units() if units.load(name).kind == "modbus"]
NAMES += ["onokom.md_vrf.63", "coolmaster.127", "hitachi_harc.n2000.15"]


def device(first, count=REGISTERS):
    """Registers from `first` on."""

    def bits():
        return [SimData(first, count=count, values=False, datatype=DataType.BITS)]

    def words():
        return [SimData(first, count=count, values=0, datatype=DataType.REGISTERS)]

    return SimDevice(id=DEVICE, simdata=(bits(), bits(), words(), words()))


class Master:
    """The least that talks over TCP with our frames: one request in flight."""

    def __init__(self, port):
        self.port = port
        self.number = 0

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_):
        self.writer.close()
        await self.writer.wait_closed()

    async def ask(self, request):
        self.number += 1
        self.writer.write(tcp.frame(DEVICE, request, self.number))
        head = await self.reader.readexactly(tcp.HEAD)
        data = head + await self.reader.readexactly(tcp.size(request, head) - tcp.HEAD)
        return pdu.answer(request, tcp.unframe(DEVICE, data, self.number))


def served(test, first=0, count=REGISTERS):
    """Runs an async test with a pymodbus server on a free port of 127.0.0.1."""

    async def run():
        server: Any = ModbusTcpServer([device(first, count)], address=("127.0.0.1", 0))
        await server.listen()
        port = server.transport.sockets[0].getsockname()[1]
        try:
            async with Master(port) as master:
                await test(master, port)
        finally:
            await server.shutdown()

    asyncio.run(asyncio.wait_for(run(), 60))


def commands(traits):
    """Every mode, every fan, every louvre, and setpoints over the range in the unit's steps."""
    for mode in traits.modes[1:]:
        yield UnitCommand(mode, 2200, traits.fans[0], None, False)
    for fan in traits.fans:
        yield UnitCommand("heat", 2200, fan, None, False)
    for swing in traits.swings:
        yield UnitCommand("cool", 2200, traits.fans[0], swing, False)
    low, high = traits.heat
    for cdeg in range(low, high + 1, traits.step_cdeg):
        yield UnitCommand("heat", cdeg, traits.fans[0], None, False)
    if traits.frost_cdeg is not None:
        yield UnitCommand("heat", low, "auto", None, True)
    yield OFF


@pytest.mark.parametrize("name", NAMES)
def test_reads_back_what_was_written(name):
    unit = units.load(name)

    async def test(master, port):
        if name.startswith("onokom") and not first_of(unit):
            assert await master.ask(pdu.write("C", 20, 1)) == []
        elif name.startswith("intesis"):
            assert await master.ask(pdu.write("H", 22, 0x8000)) == []  # told no temperature
        previous = None
        for command in commands(unit.traits):
            for request in unit.writes(command, previous):
                assert await master.ask(request) == []
            await mirror(master, unit)
            values = [await master.ask(request) for request in unit.polls]
            assert unit.confirms(command, values) is True, command
            status = unit.status(values)
            assert status.mode == command.mode
            if command.mode != "off":
                assert status.fan == command.fan
            if command.mode in ("heat", "cool"):
                assert status.setpoint_cdeg == command.setpoint_cdeg
            other = OFF if command.mode == "heat" else command._replace(mode="heat")
            assert unit.confirms(other, values) is False
            previous = command
        await same_by_pymodbus(port, unit, values)

    served(test, first_of(unit))


async def mirror(master, unit):
    """What is written to one register and read from another is copied, as the gateway does it."""
    for words in registers(unit.text):
        write, back = places(unit, words)
        if back != write:
            (value,) = await master.ask(reads.read(*write, 1))
            assert await master.ask(pdu.write(*back, value)) == []


async def same_by_pymodbus(port, unit, values):
    """pymodbus's own client finds the same values at the same addresses."""
    client = AsyncModbusTcpClient("127.0.0.1", port=port)
    assert await client.connect()
    reads = {
        1: client.read_coils,
        2: client.read_discrete_inputs,
        3: client.read_holding_registers,
        4: client.read_input_registers,
    }
    for request, ours in zip(unit.polls, values, strict=True):
        start, count = int.from_bytes(request[1:3], "big"), int.from_bytes(request[3:5], "big")
        found = await reads[request[0]](start, count=count, device_id=DEVICE)
        theirs = found.registers if request[0] > 2 else [int(bit) for bit in found.bits[:count]]
        assert theirs == ours
    client.close()


def test_several_at_once_and_refusals():
    async def test(master, port):
        assert await master.ask(several.write("H", 100, (1, 2, 0xFFFF))) == []
        assert await master.ask(reads.read("H", 99, 5)) == [0, 1, 2, 0xFFFF, 0]
        bits = (1, 0, 1, 1, 0, 0, 0, 1, 1, 0, 1)
        assert await master.ask(several.write("C", 7, bits)) == []
        assert await master.ask(reads.read("C", 7, len(bits))) == list(bits)
        assert await master.ask(reads.read("H", REGISTERS, 1)) == 2
        assert await master.ask(bytes((0x2B, 0x01, 0x00, 0x00, 0x01))) in (1, 2, 3)

    served(test)
