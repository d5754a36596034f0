"""Real peers for the Modbus tests: pymodbus as the device, socat as the cable, mbpoll as a second
reader. pymodbus runs in a thread of its own, so that the test may block."""

import asyncio
import contextlib
import re
import shutil
import subprocess
import threading
import time
from typing import Any

from pymodbus import FramerType
from pymodbus.server import ModbusSerialServer, ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

from host_sim.channel.map_gateway import places
from splitstat import units
from splitstat.modbus.register_map import registers
from splitstat_cli import unit_names

REGISTERS = 120
DEVICE = 3
MBPOLL_TABLES = {1: "0", 2: "1", 3: "4", 4: "3"}
LINE = re.compile(r"^\[(\d+)\]:\s+(\d+)", re.MULTILINE)


def missing(*tools: str) -> str | None:
    """Why a test cannot run here, for conftest.need()."""
    gone = [tool for tool in tools if shutil.which(tool) is None]
    return f"not installed: {', '.join(gone)} (make debian)" if gone else None


def different_maps() -> list[str]:
    """One name for each different map; brands that share a table count once."""
    names, texts = [], set()
    for name in unit_names.known_units():
        unit = units.load(name)
        if unit.kind == "modbus" and unit.text not in texts:
            texts.add(unit.text)
            names.append(name)
    return names


def first_of(unit) -> int:
    """Where a unit's registers begin, in round hundreds."""
    ours = (address for words in registers(unit.text) for _, address in places(unit, words))
    return min(ours) // 100 * 100


def plain_registers(first: int = 0, address: int = DEVICE) -> SimDevice:
    """A device that keeps what is written, from register `first` on."""

    def bits():
        return [SimData(first, count=REGISTERS, values=False, datatype=DataType.BITS)]

    def words():
        return [SimData(first, count=REGISTERS, values=0, datatype=DataType.REGISTERS)]

    return SimDevice(id=address, simdata=(bits(), bits(), words(), words()))


@contextlib.contextmanager
def serving(make_server):
    """Runs the pymodbus server that make_server() makes; gives it once it listens."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def start() -> Any:
        server = make_server()
        await server.listen()
        return server

    server = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(server.shutdown(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


@contextlib.contextmanager
def over_tcp(device):
    """Gives the port on 127.0.0.1."""
    with serving(lambda: ModbusTcpServer([device], address=("127.0.0.1", 0))) as server:
        yield server.transport.sockets[0].getsockname()[1]


@contextlib.contextmanager
def cable(folder):
    """A serial cable made by socat: the paths of its two ends."""
    ends = [folder / "ours", folder / "theirs"]
    words = [f"pty,raw,echo=0,link={end}" for end in ends]
    process = subprocess.Popen(["socat", *words])
    try:
        until = time.monotonic() + 10
        while not all(end.exists() for end in ends):
            assert process.poll() is None and time.monotonic() < until, "socat made no cable"
            time.sleep(0.01)
        yield ends
    finally:
        process.terminate()
        process.wait(10)


@contextlib.contextmanager
def over_a_cable(device, folder):
    """Gives the path of our end; pymodbus sits at the other one."""
    with cable(folder) as (ours, theirs):

        def make():
            return ModbusSerialServer(
                [device], framer=FramerType.RTU, port=str(theirs), baudrate=9600
            )

        with serving(make):
            yield str(ours)


def mbpoll(where: list, request: bytes, address: int = DEVICE) -> list[int]:
    """The values of a read request as mbpoll reads them. where: its options and the device."""
    start, count = int.from_bytes(request[1:3], "big"), int.from_bytes(request[3:5], "big")
    table = MBPOLL_TABLES[request[0]]
    options = ["-0", "-1", "-a", address, "-r", start, "-c", count, "-t", table, "-o", 2]
    done = subprocess.run(
        ["mbpoll", *map(str, options), *map(str, where)],
        capture_output=True,
        text=True,
        timeout=30,
    )
    found = [(int(at), int(value)) for at, value in LINE.findall(done.stdout)]
    assert [at for at, _ in found] == list(range(start, start + count)), done.stdout + done.stderr
    return [value for _, value in found]
