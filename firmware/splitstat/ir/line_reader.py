"""Pulses to bytes.

A mark and its space together are allowed a quarter of their length and 100 us besides, a mark
alone half of it: sunlight, a weak signal or a cheap receiver stretch marks at the cost of
spaces, and cheap handsets are off by a tenth as a whole. Pauses differ most: of 86 recorded
remotes the shortest pause was 0.63 of what its protocol is known for.
"""

from splitstat.control.types import CodecError
from splitstat.ir.line import span
from splitstat.ir.table import numbers

# A mark up to here ends something: the space after it is a pause, between sections or at the end.
STOP_US = 1000


def receive(wire, bit, timings, at: int, size: int):
    """Reads the message that begins at timings[at]: (bytes, where it ends), or None: another wire.

    Raises CodecError when a copy differs from what it repeats. The closing gap may be missing.
    """
    data, other = bytearray(size), bytearray(size)
    zero, one, order = bit.split(" ")
    bit = numbers(zero), numbers(one), order
    wire = wire.split(" ")
    if 0 in bit[0] or 0 in bit[1]:
        from splitstat.ir import biphase

        return biphase.receive(wire, bit, timings, at, size)
    runs = []
    for i in range(len(wire)):
        item = wire[i]
        head = item[0]
        if head == "@":
            runs.append(span(item, size))
            at = _bits(timings, at, bit, runs[-1], data)
        elif head == "b":
            for digit in item[1:]:
                at = _bits(timings, at, bit, (0, 1), other)
                if at < 0 or (other[0] != 0) != (digit == "1"):
                    return None
        elif head in "=~":
            first, count = runs[int(item[1:])]
            at = _bits(timings, at, bit, (first, count), other)
            flip = 255 if head == "~" else 0
            for k in range(first, first + count // 8):
                if at >= 0 and other[k] ^ flip != data[k]:
                    raise CodecError("copies differ")
        else:
            at = _literal(timings, at, item, i == len(wire) - 1)
        if at < 0:
            return None
    return data, at


def _far(us, nominal):
    off = us - nominal
    return (off if off > 0 else -off) * 4 > nominal + 400


def _literal(timings, at, item, last):
    mark, _, space = item.partition(",")
    mark = int(mark)
    space = 2 * STOP_US if space[0] == "t" else int(space)
    if at >= len(timings) or _far(timings[at], mark) or (at + 1 == len(timings) and not last):
        return -1
    if at + 1 < len(timings):
        us = timings[at + 1]
        if us * 2 < space or (not last and mark > STOP_US and _far(us, space)):
            return -1
    return at + 2


def _bits(timings, at, bit, run, data):
    """Reads a run of bits; the half in which zero and one differ tells. Where it ends, or -1."""
    zero, one, order = bit
    first, count = run
    pad, turn = (-count & 7, 7) if order == "msb" else (0, 0)
    half = 0 if zero[0] != one[0] else 1
    middle = (zero[half] + one[half]) // 2
    rising = one[half] > zero[half]
    end = len(timings)
    for k in range(first, first + (count + 7) // 8):
        data[k] = 0
    for j in range(pad, pad + count):
        # The space of the very last bit may be lost in the silence that follows.
        short = at + 1 >= end
        if short and (at >= end or j < pad + count - 1):
            return -1
        mark = timings[at]
        if short and half:
            on = False
        else:
            on = (timings[at + half] > middle) == rising
        want, rest = one if on else zero
        off = mark - want
        if (off if off > 0 else -off) * 2 > want + 200:
            return -1
        if not short:
            off += timings[at + 1] - rest
            if (off if off > 0 else -off) * 4 > want + rest + 400:
                return -1
        if on:
            data[first + (j >> 3)] |= 1 << (j & 7 ^ turn)
        at += 2
    return at
