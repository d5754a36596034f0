"""The other boards of this home over UDP: broadcast on port PORT of the local network.

Whatever arrives is for neighbours.py to judge; here is only how much of it is looked at.
"""

import asyncio
import os
import select
import socket

from splitstat.app.loop import ticks_ms
from splitstat.app.neighbour_door import MOST
from splitstat.app.neighbours import Neighbours

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

PORT = 21480
_MOST_HEARD = const(16)  # datagrams a second


def joined(house, key: str):
    """What run() takes, for a house that now has neighbours. Raises ValueError for no key."""
    house.neighbours = Neighbours(house, key, os.urandom)
    return house.neighbours, ("0.0.0.0", PORT), ("255.255.255.255", PORT)


async def run(neighbours, here: tuple, to: tuple):
    """here: (address, port) to listen at; to: where everybody hears it. For ever."""
    while True:
        try:
            await _talk(neighbours, here, to)
        except OSError:
            pass
        await asyncio.sleep(1)


async def _talk(neighbours, here, to):
    """As long as there is a network."""
    network = neighbours.house.network
    if network.get("wifi", "connected") != "connected":
        return
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        wire.setblocking(False)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        wire.bind(_place(here))
        where = _place(to)
        poll = select.poll()
        poll.register(wire, select.POLLIN)
        while network.get("wifi", "connected") == "connected":
            now_s = neighbours.seconds.step(ticks_ms())
            for _ in range(_MOST_HEARD):
                if not poll.poll(0):
                    break
                neighbours.hear(now_s, wire.recvfrom(MOST + 1)[0])
            for data in neighbours.say(now_s):
                wire.sendto(data, where)
            await asyncio.sleep(1)
    finally:
        wire.close()


def _place(at):
    """What this machine calls an address of numbers and a port."""
    return socket.getaddrinfo(at[0], at[1], 0, socket.SOCK_DGRAM)[0][-1]
