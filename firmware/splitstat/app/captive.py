"""While the access point is open, every way leads to this board's page: names and probes.

A phone that joins asks for a name and then for a page that it knows, to see whether this network
has the Internet. Every name is answered with this board's address, every such question with
"look there", and the phone shows the page by itself. Nothing of it runs when the access point is
closed. Datagrams as in RFC 1035, section 4.
"""

import asyncio
import socket

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOOK_S = 0.1
_AT_ONCE = const(8)
_LIVES_S = const(5)  # so that a phone asks anew once it is in another network
# What phones and computers ask for (Android, Apple, Windows, Firefox; general knowledge).
PROBES = (
    "/generate_204", "/gen_204", "/hotspot-detect.html", "/library/test/success.html",
    "/connecttest.txt", "/ncsi.txt", "/redirect", "/success.txt", "/canonical.html",
)  # fmt: skip


async def answer_names(network: dict):
    """Until the access point closes. network: House.network. Ends in silence where the port is
    taken: the page can be typed."""
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    address = network["point_address"]
    try:
        wire.setblocking(False)
        wire.bind(socket.getaddrinfo(address, 53, 0, socket.SOCK_DGRAM)[0][-1])
        while "point" in network:
            await asyncio.sleep(_LOOK_S)
            for _ in range(_AT_ONCE):
                try:
                    data, sender = wire.recvfrom(300)
                    said = answer(data, address)
                    if said:
                        wire.sendto(said, sender)
                except OSError:
                    break
    except OSError:
        pass
    finally:
        wire.close()


def answer(data: bytes, address: str):
    """A datagram that answers one question, or None for what is none. Of a name that is asked for
    in another form than IPv4 there is no answer, but it exists."""
    if len(data) < 17 or data[2] & 0xF8 or data[4:6] != b"\x00\x01":
        return None
    at = 12
    while at < len(data) and 0 < data[at] < 64:
        at += data[at] + 1
    end = at + 5
    if end > len(data) or data[at]:
        return None
    ipv4 = data[at + 1 : end] == b"\x00\x01\x00\x01"
    out = bytearray(data[:2])
    out.extend(b"\x85\x80\x00\x01\x00" + bytes([ipv4]) + b"\x00\x00\x00\x00")
    out.extend(data[12:end])
    if ipv4:
        out.extend(b"\xc0\x0c\x00\x01\x00\x01\x00\x00\x00" + bytes([_LIVES_S]) + b"\x00\x04")
        for part in address.split("."):
            out.append(int(part))
    return bytes(out)


def elsewhere(request, known, page: str):
    """Where a request is sent instead, or None where it was meant for this board. known: whether
    its Host is a name of this board."""
    if request.method == "GET" and (not known or request.path in PROBES):
        return page
    return None
