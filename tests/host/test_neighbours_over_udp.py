"""Three boards of one home as tasks of one process, over real datagrams on the loopback."""

import asyncio
import importlib
import socket

import pytest

from source_files import REPOSITORY
from splitstat.app import neighbour_wire

# A broadcast address: what is sent there reaches every socket that is bound to it.
EVERYBODY = "127.255.255.255"


@pytest.fixture
def three(monkeypatch):
    """tests/portable/three_boards.py"""
    monkeypatch.syspath_prepend(str(REPOSITORY / "tests/portable"))
    return importlib.import_module("three_boards")


@pytest.fixture
def place():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        wire.bind(("127.0.0.1", 0))
        return EVERYBODY, wire.getsockname()[1]


async def until(condition, timeout_s):
    begun = asyncio.get_running_loop().time()
    while not condition():
        assert asyncio.get_running_loop().time() - begun < timeout_s
        await asyncio.sleep(0.05)


def knows(one, name) -> bool:
    return [bool(each["rooms"]) for each in one.boards() if each["board"] == name] == [True]


def begin(one, place):
    return asyncio.create_task(neighbour_wire.run(one, place, place))


async def home_of_three(three, place):
    names, board = three.NAMES, three.board
    boards = [board(name) for name in names]
    stranger = board("attic", three.KEY[:-1] + "0")
    tasks = [begin(one, place) for one in (*boards, stranger)]
    await asyncio.sleep(0.2)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as noise:
        noise.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        for junk in (b"", b"Sn1", b"Sn1\x05attic" + bytes(40), bytes(1400), b"\xff" * 1000):
            noise.sendto(junk, place)
    await until(lambda: all(knows(a, b) for a in boards for b in names if b != a.house.board), 10)
    for one in boards:
        three.scan(one.house, 10)
        assert one.house.controller.gates[0].peers.agreed
        assert one.door.dropped >= 5
    assert not any(knows(stranger, name) for name in names)
    # One is killed and starts anew: it is back on every page, and they on its own, within 10 s.
    tasks[2].cancel()
    await asyncio.sleep(2)
    boards[2] = board(names[2])
    proved = [one.door.senders[names[2].encode()].order for one in boards[:2]]
    tasks[2] = begin(boards[2], place)
    await until(
        lambda: (
            all(knows(boards[2], name) for name in names[:2])
            and all(
                one.door.senders[names[2].encode()].order > order
                for one, order in zip(boards[:2], proved, strict=True)
            )
        ),
        10,
    )
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_three_boards_and_a_stranger(three, place):
    asyncio.run(home_of_three(three, place))
