"""A question to a time server and what of its answer counts (NTP, RFC 5905 section 7.3). Loaded
while somebody asks.

An answer counts only when it fits: it is of the question, from a server that knows the time, in
this century and after this program was made.
"""

import os
import socket

from splitstat.app import resolver

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_EPOCH = const(3155673600)  # 2000-01-01 in NTP's seconds since 1900
_MADE_MIN = const(14127840)  # 2026-11-11: no answer can be from before this program
_LAST_MIN = const(52596000)  # 2100-01-01


async def asked(server: str):
    """(minutes since 2000 UTC, second), or None where no answer fits. Raises OSError."""
    place = (await resolver.address(server), 123)
    token = os.urandom(8)
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        data = await resolver.exchange(wire, place, question(token), 3)
    finally:
        wire.close()
    return None if data is None else answer(data, token)


def question(token: bytes) -> bytes:
    """Version 4, client; the token stands for our own time and comes back."""
    return b"\x23" + bytes(39) + token


def answer(data, token: bytes):
    """(minutes since 2000 UTC, second), or None."""
    if len(data) < 48 or data[0] & 7 != 4 or data[0] >> 6 == 3 or not 1 <= data[1] <= 15:
        return None  # not a server, not in step, or a refusal ("kiss of death")
    if bytes(data[24:32]) != token:
        return None
    seconds = int.from_bytes(data[40:44], "big")
    if seconds < 0x80000000:
        seconds += 1 << 32  # the second era, from 2036-02-07 on
    seconds -= _EPOCH
    minute = seconds // 60
    return (minute, seconds % 60) if _MADE_MIN <= minute < _LAST_MIN else None
