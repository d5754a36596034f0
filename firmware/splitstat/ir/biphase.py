"""Reads messages whose bits are told by a change in their middle (biphase, Manchester).

Pulses run together here: the last half of a bit with the first of the next, or with a leader. So
a pulse is first measured in half bits. The length of a half bit is taken from the whole capture,
so that a handset may be too fast or too slow.
"""

from splitstat.control.types import CodecError
from splitstat.ir.line import span


def half_us(timings, at: int, nominal: int) -> int:
    """The true length of half a bit: all pulses together over the half bits they must be."""
    length = nominal
    for _ in range(2):
        us = halves = 0
        for i in range(at, len(timings)):
            count = (timings[i] + length // 2) // length
            if 0 < count < 6:
                us += timings[i]
                halves += count
        if halves:
            length = us // halves
    return length if nominal * 2 < length * 3 < nominal * 5 else nominal


def receive(wire, bit, timings, at: int, size: int):
    """As line_reader.receive: (bytes, where it ends), None, or CodecError for unequal copies."""
    zero, one, order = bit
    nominal = zero[0] or one[0]
    half = half_us(timings, at, nominal)
    data, runs = bytearray(0), []
    carry = 0
    i = 0
    while i < len(wire):
        mark, space = [int(us) // nominal for us in wire[i].split(",")]
        if at >= len(timings) or _far(timings[at], (mark + carry) * half):
            return None
        if i == len(wire) - 1:
            return data, min(at + 2, len(timings) + 1)
        if at + 1 >= len(timings):
            return None
        item = wire[i + 1]
        if item[0] == "@":
            runs.append(span(item, size))
        first, count = runs[-1 if item[0] == "@" else int(item[1:])]
        late = timings[at + 1] * 2 > (2 * space + 1) * half
        got = _run(timings, at + 1, late, count, half) or _run(
            timings, at + 1, not late, count, half
        )
        if got is None:
            return None
        bits, at, carry = got
        one_first = 1 if one[0] == 0 else 0
        again = bytearray(size)
        pad, turn = (-count & 7, 7) if order == "msb" else (0, 0)
        for j in range(count):
            if bits[j] == one_first:
                again[first + (j + pad >> 3)] |= 1 << (j + pad & 7 ^ turn)
        if item[0] == "@":
            data = again
        elif again != data:
            raise CodecError("copies differ")
        i += 2
    return None


def _run(timings, at, inside, count, half):
    """Reads a run of bits behind the space at timings[at]; inside: that holds its first half bit.

    (levels of the first halves, where it ends, 1 if the next mark holds its last half), or None.
    """
    levels = [1] if inside else []
    while len(levels) < 2 * count:
        at += 1
        if at >= len(timings):
            return None
        levels.append(at & 1)
        if timings[at] * 2 > 3 * half:
            levels.append(at & 1)
    carry = len(levels) - 2 * count
    if levels[2 * count - 1] == 0 and not carry:
        return None
    for j in range(count):
        if levels[2 * j] == levels[2 * j + 1]:
            return None
    return [levels[2 * j] for j in range(count)], at + 1 - carry, carry


def _far(us, nominal):
    return abs(us - nominal) * 4 > nominal + 400
