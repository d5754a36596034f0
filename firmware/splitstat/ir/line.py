"""Bytes to pulses and back: marks and spaces in microseconds, a mark first.

Sending is exact. Reading allows each pulse a quarter of its length and 100 us besides: sunlight, a weak signal
or a cheap receiver stretch marks at the cost of spaces, and cheap handsets are off by a tenth as a whole.
"""

from splitstat.control.types import CodecError
from splitstat.ir.table import pair

GAP_US = 8000


def _span(item, size):
    """"@4+32" -> (4, 32); "@" alone is the whole message."""
    if item == "@":
        return 0, size * 8
    first, count = item[1:].split("+")
    return int(first), int(count)


def length(wire, size: int) -> int:
    """How many marks and spaces a message of `size` bytes takes at most."""
    total, runs = 0, []
    for item in wire:
        if item[0] == "@":
            runs.append(_span(item, size)[1])
            total += runs[-1]
        elif item[0] == "b":
            total += len(item) - 1
        elif item[0] in "=~":
            total += runs[int(item[1:])]
        else:
            total += 1
    return 2 * total


def send(wire, bit, data, out, n: int) -> int:
    """Writes the pulses of one message into out from n on, equal neighbours merged. Returns the new n."""
    zero, one, msb = bit
    start, runs = n, []
    for item in wire:
        head = item[0]
        if head == "b":
            for digit in item[1:]:
                n = _put(out, n, one if digit == "1" else zero)
        elif head in "@=~":
            if head == "@":
                runs.append(_span(item, len(data)))
                first, count = runs[-1]
            else:
                first, count = runs[int(item[1:])]
            pad, turn = (-count & 7, 7) if msb else (0, 0)
            flip = 255 if head == "~" else 0
            for j in range(pad, pad + count):
                on = (data[first + (j >> 3)] ^ flip) >> (j & 7 ^ turn) & 1
                n = _put(out, n, one if on else zero)
        elif "to" in item:
            mark, total = item.split(",to")
            n = _put(out, n, (int(mark), 0))
            so_far = 0
            for i in range(start, n):
                so_far += out[i]
            n = _put(out, n, (0, int(total) - so_far))
        else:
            n = _put(out, n, pair(item))
    return n


def _put(out, n, durations):
    level = 0
    for us in durations:
        if us:
            if n & 1 == level:
                out[n] = us
                n += 1
            else:
                out[n - 1] += us
        level ^= 1
    return n


def _near(us, nominal):
    off = us - nominal
    return (off if off > 0 else -off) * 4 <= nominal + 400


def receive(wire, bit, timings, at: int, size: int):
    """Reads one message that begins at timings[at]: (bytes, where it ends), or None when the wire is another.

    Raises CodecError when a copy of a run differs from it. The closing gap may be missing.
    """
    data, other = bytearray(size), bytearray(size)
    runs = []
    for i in range(len(wire)):
        item = wire[i]
        head = item[0]
        if head == "@":
            runs.append(_span(item, size))
            at = _bits(timings, at, bit, runs[-1], data)
        elif head == "b":
            for digit in item[1:]:
                if at >= 0:
                    other[0] = 0
                    at = _bits(timings, at, bit, (0, 1), other)
                    if at >= 0 and (other[0] != 0) != (digit == "1"):
                        return None
        elif head in "=~":
            first, count = runs[int(item[1:])]
            at = _bits(timings, at, bit, (first, count), other)
            if at >= 0:
                flip = 255 if head == "~" else 0
                for k in range(first, first + count // 8):
                    if other[k] ^ flip != data[k]:
                        raise CodecError("copy")
        else:
            at = _literal(timings, at, item, i == len(wire) - 1)
        if at < 0:
            return None
    return data, at


def _literal(timings, at, item, last):
    if "to" in item:
        mark, space = int(item.split(",")[0]), GAP_US
    else:
        mark, space = pair(item)
    if at >= len(timings) or not _near(timings[at], mark):
        return -1
    if at + 1 < len(timings):
        us = timings[at + 1]
        if us * 4 < 3 * space - 400 or not (last or space >= GAP_US or _near(us, space)):
            return -1
    elif not last:
        return -1
    return at + 2


def _bits(timings, at, bit, span, data):
    """Reads a run of bits; the half in which zero and one differ tells. Returns where it ends, or -1."""
    zero, one, msb = bit
    first, count = span
    pad, turn = (-count & 7, 7) if msb else (0, 0)
    half = 0 if zero[0] != one[0] else 1
    middle = (zero[half] + one[half]) // 2
    rising = one[half] > zero[half]
    end = len(timings)
    for k in range(first, first + (count + 7) // 8):
        data[k] = 0
    for j in range(pad, pad + count):
        if at + 1 >= end:
            # The space of a last bit that no closing mark ends: the line just stays silent.
            if at >= end or j < pad + count - 1:
                return -1
            on = False
        else:
            on = (timings[at + half] > middle) == rising
        want = one if on else zero
        off = timings[at] - want[0]
        if (off if off > 0 else -off) * 4 > want[0] + 400:
            return -1
        if at + 1 < end:
            off = timings[at + 1] - want[1]
            if (off if off > 0 else -off) * 4 > want[1] + 400:
                return -1
        if on:
            data[first + (j >> 3)] |= 1 << (j & 7 ^ turn)
        at += 2
    return at
