"""The asynchronous master against pymodbus over TCP and over a serial line, and against devices
that misbehave."""

import asyncio
import os
import pty
import time
import tty
from typing import Any

import pytest
from pymodbus import FramerType
from pymodbus.server import ModbusSerialServer, ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from conftest import need
from host_sim.channel import modbus_gateway
from host_sim.channel.channels import gateway_of
from host_sim.channel.panel import Panel
from splitstat import units
from splitstat.app.modbus_master import Master, carry
from splitstat.control.types import OFF, UnitCommand
from splitstat.modbus import pdu, reads, rtu
from splitstat.modbus.conversation import Conversation
from splitstat_cli import vms

DEVICE = 3
HEAT = UnitCommand("heat", 2150, "auto", None, False)


def device():
    bits = [SimData(0, count=120, values=True, datatype=DataType.BITS)]
    words = [SimData(0, count=120, values=0, datatype=DataType.REGISTERS)]
    return SimDevice(id=DEVICE, simdata=(bits, bits, words, words))


class Tty:
    """One end of a pseudo-terminal as an asyncio stream pair."""

    def __init__(self, fd):
        self.fd = fd
        self.reader = asyncio.StreamReader()

    async def open(self):
        loop = asyncio.get_running_loop()
        file = os.fdopen(self.fd, "rb", 0)
        self.transport, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(self.reader), file
        )
        return self.reader, self

    def write(self, data):
        os.write(self.fd, data)

    async def drain(self):
        await asyncio.sleep(0)


def serial_line():
    """A cable: two file descriptors, the second with a path for a program that opens a port."""
    ours, theirs = pty.openpty()
    tty.setraw(ours)
    tty.setraw(theirs)
    return ours, theirs, os.ttyname(theirs)


def run(test, seconds=30):
    return asyncio.run(asyncio.wait_for(test, seconds))


async def talks(master, name):
    """A whole conversation with a device of plain registers."""
    talk = Conversation(units.load(name))
    for command in (HEAT, HEAT._replace(setpoint_cdeg=2300, mode="cool"), OFF):
        await carry(master, DEVICE, talk.send(command))
        await carry(master, DEVICE, talk.poll())
        assert talk.settled and talk.same
        assert talk.status.mode == command.mode
    return talk


@pytest.mark.parametrize("name", ["onokom.gr_1", "intesis.daikin"])
def test_over_tcp(name):
    async def test():
        server: Any = ModbusTcpServer([device()], address=("127.0.0.1", 0))
        await server.listen()
        port = server.transport.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        master = Master(reader, writer, baud=0)
        await talks(master, name)
        assert await master.ask(DEVICE, reads.read("H", 119, 2)) == 2
        writer.close()
        await server.shutdown()

    run(test())


@pytest.mark.parametrize("name", ["onokom.gr_1", "intesis.daikin"])
def test_over_a_serial_line(name):
    async def test():
        ours, _, path = serial_line()
        server = ModbusSerialServer([device()], framer=FramerType.RTU, port=path, baudrate=9600)
        await server.listen()
        reader, writer = await Tty(ours).open()
        master = Master(reader, writer)
        await talks(master, name)
        assert await master.ask(DEVICE, reads.read("H", 119, 2)) == 2
        await server.shutdown()
        writer.transport.close()

    run(test())


ON_THE_VM = """
import asyncio
import sys
from splitstat import units
from splitstat.app.modbus_master import Master, carry
from splitstat.control.types import OFF, UnitCommand
from splitstat.modbus import pdu, reads
from splitstat.modbus.conversation import Conversation

async def main():
    reader, writer = await asyncio.open_connection("127.0.0.1", int(sys.argv[1]))
    master = Master(reader, writer, baud=0)
    talk = Conversation(units.load("onokom.gr_1"))
    for command in (UnitCommand("heat", 2150, "auto", None, False), OFF):
        await carry(master, 3, talk.send(command))
        await carry(master, 3, talk.poll())
        print(talk.settled, talk.status.mode, talk.status.setpoint_cdeg)
    print(await master.ask(3, reads.read("H", 119, 2)))

asyncio.run(main())
"""


def test_the_same_file_on_micropython(tmp_path):
    need(vms.missing("micropython"))
    script = tmp_path / "talk.py"
    script.write_text(ON_THE_VM)

    async def test():
        server: Any = ModbusTcpServer([device()], address=("127.0.0.1", 0))
        await server.listen()
        port = server.transport.sockets[0].getsockname()[1]
        done = await asyncio.to_thread(vms.run, "micropython", script, [str(port)])
        await server.shutdown()
        assert done.stdout.split("\n")[:3] == ["True heat 2150", "True off 2150", "2"], done.stderr

    run(test())


class Line:
    """A stream pair in memory whose other end is a function: bytes sent -> list of (delay in s,
    bytes)."""

    def __init__(self, answers):
        self.answers = answers
        self.reader = asyncio.StreamReader()
        self.sent = []

    def write(self, frame):
        self.sent.append(bytes(frame))
        loop = asyncio.get_running_loop()
        for delay_s, data in self.answers(bytes(frame)):
            loop.call_later(delay_s, self.reader.feed_data, data)

    async def drain(self):
        pass


class Memory(modbus_gateway.Gateway):
    def read(self, table, register):
        return register & 1 if table in ("coil", "discrete") else register * 3

    def write(self, table, register, value):
        pass


def over(answers, **options):
    line = Line(answers)
    return line, Master(line.reader, line, answer_s=0.05, **options)


def test_bytes_that_come_one_by_one():
    memory = Memory(1)

    async def test():
        def answers(frame):
            answer = memory.serve(frame)
            return [(0.002 * i, answer[i : i + 1]) for i in range(len(answer))]

        _, master = over(answers)
        assert await master.ask(1, reads.read("H", 5, 3)) == [15, 18, 21]

    run(test())


def test_an_echo_is_thrown_away():
    memory = Memory(1)

    async def test():
        _, master = over(lambda frame: [(0, frame + memory.serve(frame))], echo=True)
        assert await master.ask(1, pdu.write("H", 5, 7)) == []
        assert await master.ask(1, reads.read("H", 5, 1)) == [15]
        # The echo of a write is byte for byte its good answer: without one it is no answer.
        _, master = over(lambda frame: [(0, frame)], echo=True)
        assert await master.ask(1, pdu.write("H", 5, 7)) is None

    run(test())


def test_three_tries_and_a_growing_pause():
    async def test():
        line, master = over(lambda frame: [])
        start = time.monotonic()
        assert await master.ask(1, reads.read("H", 5, 1)) is None
        assert len(line.sent) == 3
        # Three time-outs, and pauses of one and of two more.
        assert 0.3 <= time.monotonic() - start < 1.0

    run(test())


def test_garbage_then_silence_then_a_good_answer():
    memory = Memory(1)
    turns = iter([b"\x01\x03\x02\x00", b"\xff" * 30, None])

    async def test():
        problems = []

        def answers(frame):
            said = next(turns, None)
            return [(0, memory.serve(frame) if said is None else said)]

        _, master = over(answers, broken=problems.append)
        assert await master.ask(1, reads.read("H", 5, 1)) == [15]
        assert len(problems) == 2

    run(test())


def test_a_late_answer_is_nobodys():
    """The first answer comes after its time-out, with another value than the second request asks
    for."""
    memory = Memory(1)

    async def test():
        late = iter([0.07])
        _, master = over(lambda frame: [(next(late, 0.0), memory.serve(frame))])
        assert await master.ask(1, reads.read("H", 5, 1)) == [15]
        assert await master.ask(1, reads.read("H", 6, 1)) == [18]

    run(test())


def test_another_device_answers():
    async def test():
        other = Memory(2)
        _, master = over(lambda frame: [(0, other.serve(b"\x02" + frame[1:-2] + b"00") or b"")])
        _, master = over(lambda frame: [(0, b"\x02" + Memory(1).serve(frame)[1:])])
        assert await master.ask(1, reads.read("H", 5, 1)) is None

    run(test())


def test_busy_is_asked_again_and_other_refusals_once():
    async def test():
        def refuses(code):
            body = bytes([1, 0x83, code])
            return lambda frame: [(0, body + modbus_gateway.checksum(body))]

        line, master = over(refuses(6))
        assert await master.ask(1, reads.read("H", 5, 1)) == 6 and len(line.sent) == 3
        line, master = over(refuses(2))
        assert await master.ask(1, reads.read("H", 5, 1)) == 2 and len(line.sent) == 2
        # One that comes once is an answer gone wrong.
        said = iter([refuses(2)(b""), [(0, Memory(1).serve(rtu.frame(1, reads.read("H", 5, 1))))]])
        line, master = over(lambda frame: next(said))
        assert await master.ask(1, reads.read("H", 5, 1)) == [15] and len(line.sent) == 2

    run(test())


def test_the_silence_between_frames():
    """3.5 characters of 11 bits, and never less than 20 ms."""

    async def test():
        assert over(lambda frame: [], baud=1200)[1].gap_s == 3.5 * 11 / 1200
        for baud in (2400, 9600, 19200, 115200):
            assert over(lambda frame: [], baud=baud)[1].gap_s == 0.02

    run(test())


def test_an_unplugged_line_is_an_os_error():
    async def test():
        line, master = over(lambda frame: [])
        line.reader.feed_eof()
        with pytest.raises(OSError, match="closed"):
            await master.ask(1, reads.read("H", 5, 1))

    run(test())


class Head:
    command = None
    mode = "off"
    cls = None
    running = False
    standing_by = False
    return_c = 21.0

    def obey(self, command):
        self.command = command
        self.mode = command.mode


def test_eight_units_on_one_line_and_one_of_them_dead():
    """Answers at 9600 baud at their true length: every unit commanded and polled in
    10 s."""

    async def test():
        names = ["onokom.gr_3", "intesis.daikin"] * 4
        heads = [Head() for _ in names]
        gateways = {
            i + 1: gateway_of(name, units.load(name), Panel(head), i + 1)
            for i, (name, head) in enumerate(zip(names, heads, strict=True))
            if i != 3
        }

        def answers(frame):
            gateway = gateways.get(frame[0])
            answer = gateway.serve(frame) if gateway else None
            return [((len(frame) + len(answer)) * 11 / 9600, answer)] if answer else []

        line = Line(answers)
        master = Master(line.reader, line, answer_s=0.1)
        talks = [Conversation(units.load(name)) for name in names]
        start = time.monotonic()
        await asyncio.gather(
            *(carry(master, i + 1, talk.send(HEAT)) for i, talk in enumerate(talks))
        )
        await asyncio.gather(*(carry(master, i + 1, talk.poll()) for i, talk in enumerate(talks)))
        assert time.monotonic() - start < 10
        for i, head in enumerate(heads):
            assert (head.command is None) == (i == 3)
            assert talks[i].settled == (i != 3)

    run(test())
