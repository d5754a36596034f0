"""Pulses to bytes.

Each pulse is allowed a quarter of its length and 100 us besides: sunlight, a weak signal or a cheap
receiver stretch marks at the cost of spaces, and cheap handsets are off by a tenth as a whole.
"""

from splitstat.control.types import CodecError
from splitstat.ir.line import span
from splitstat.ir.table import numbers

# A space from here on is a pause: between sections, or whatever the receiver made of the end.
PAUSE_US = 8000


def receive(wire, bit, timings, at: int, size: int):
    """Reads the message that begins at timings[at]: (bytes, where it ends), or None: another wire.

    Raises CodecError when a copy differs from what it repeats. The closing gap may be missing.
    """
    data, other = bytearray(size), bytearray(size)
    zero, one, order = bit.split(" ")
    bit = numbers(zero), numbers(one), order
    wire = wire.split(" ")
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
    if ",to" in item:
        mark, space = int(item.split(",")[0]), PAUSE_US
    else:
        mark, space = numbers(item)
    if at >= len(timings) or _far(timings[at], mark):
        return -1
    if at + 1 < len(timings):
        us = timings[at + 1]
        if _far(us, space) and (us < space or not last and space < PAUSE_US):
            return -1
    elif not last:
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
    for k in range(first, first + (count + 7) // 8):
        data[k] = 0
    # The space of the very last bit may be lost in the silence that follows.
    timings_end = len(timings)
    for j in range(pad, pad + count):
        if at + 1 >= timings_end and (at >= timings_end or j < pad + count - 1):
            return -1
        on = at + half < timings_end and (timings[at + half] > middle) == rising
        want = one if on else zero
        off = timings[at] - want[0]
        if (off if off > 0 else -off) * 4 > want[0] + 400:
            return -1
        if at + 1 < timings_end:
            off = timings[at + 1] - want[1]
            if (off if off > 0 else -off) * 4 > want[1] + 400:
                return -1
        if on:
            data[first + (j >> 3)] |= 1 << (j & 7 ^ turn)
        at += 2
    return at
