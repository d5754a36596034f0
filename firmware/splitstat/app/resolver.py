"""Names to addresses without standing still: one question over UDP, asked of the network's own
name server, and the last answer kept for when it does not answer. Loaded while somebody asks.

socket.getaddrinfo() blocks the board for as long as a name server is silent. Question and answer
as in RFC 1035, section 4 (header, question, resource records) and 4.1.4 (compression).
"""

import asyncio
import os
import socket

from splitstat.app.seldom import addresses

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRIES = const(3)
_WAIT_S = const(3)


def is_address(name: str) -> bool:
    """Four numbers with dots."""
    parts = name.split(".")
    if len(parts) != 4:
        return False
    for part in parts:
        if not part.isdigit() or len(part) > 3 or int(part) > 255:
            return False
    return True


async def address(name: str) -> str:
    """Raises OSError where nobody knows the name and nobody ever did."""
    if is_address(name):
        return name
    server = addresses.get("")
    found = server and await _asked(name, server)
    if found:
        addresses[name] = found
    if name in addresses:
        return addresses[name]
    raise OSError(113)  # EHOSTUNREACH


async def connect(host: str, port: int):
    """A stream pair to a host by its name. Raises OSError."""
    return await asyncio.open_connection(await address(host), port)


async def _asked(name, server):
    """The address, or None."""
    number = os.urandom(2)
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        for _ in range(_TRIES):
            data = await exchange(wire, (server, 53), question(number, name), _WAIT_S)
            if data is not None and data[:2] == number:
                return answer(data)
    except OSError:
        pass
    finally:
        wire.close()
    return None


async def exchange(wire, to, data, wait_s):
    """Sends a datagram to (address, port) and waits for one back; None where none came. Raises
    OSError."""
    wire.setblocking(False)
    # Of an address getaddrinfo() only makes what this machine calls one: nobody is asked.
    wire.sendto(data, socket.getaddrinfo(to[0], to[1], 0, socket.SOCK_DGRAM)[0][-1])
    for _ in range(wait_s * 20):
        await asyncio.sleep(0.05)
        try:
            return wire.recvfrom(512)[0]
        except OSError:
            pass
    return None


def question(number: bytes, name: str) -> bytes:
    """Asks for the IPv4 address of a name, by way of other servers if need be."""
    out = bytearray(number)
    out.extend(b"\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00")
    for part in name.split("."):
        label = part.encode()
        if not 0 < len(label) < 64:
            raise OSError(22)  # EINVAL
        out.append(len(label))
        out.extend(label)
    out.extend(b"\x00\x00\x01\x00\x01")
    return bytes(out)


def answer(data):
    """The first IPv4 address of an answer, or None."""
    if len(data) < 12 or not data[2] & 0x80 or data[3] & 15:
        return None
    at = 12
    try:
        for _ in range(data[4] << 8 | data[5]):
            at = _past_name(data, at) + 4
        for _ in range(data[6] << 8 | data[7]):
            at = _past_name(data, at)
            kind = data[at + 1] | data[at] << 8
            size = data[at + 8] << 8 | data[at + 9]
            at += 10 + size
            if kind == 1 and size == 4 and at <= len(data):
                return "%d.%d.%d.%d" % tuple(data[at - 4 : at])
    except IndexError:
        pass
    return None


def _past_name(data, at):
    while data[at] and data[at] < 64:
        at += data[at] + 1
    return at + (2 if data[at] else 1)
