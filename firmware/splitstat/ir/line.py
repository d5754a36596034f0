"""Bytes to pulses: marks and spaces in microseconds, a mark first. Back again: line_reader.py."""

from splitstat.ir.table import numbers


def span(item: str, size: int):
    """ "@4+32": 32 bits from byte 4 on -> (4, 32); "@" alone is the whole message."""
    first, _, count = item[1:].partition("+")
    return int(first or 0), int(count or size * 8)


def send(wire, bit, data, out, n: int) -> int:
    """Writes one message into out from n on, equal neighbours merged. Returns the new n.

    Where out is None it only counts. wire and bit are the rests of the lines of those names.
    """
    zero, one, order = bit.split(" ")
    zero, one = numbers(zero), numbers(one)
    start, runs = n, []
    for item in wire.split(" "):
        head = item[0]
        if head == "b":
            for digit in item[1:]:
                n = _put(out, n, one if digit == "1" else zero)
        elif head in "@=~":
            if head == "@":
                runs.append(span(item, len(data)))
                first, count = runs[-1]
            else:
                first, count = runs[int(item[1:])]
            pad, turn = (-count & 7, 7) if order == "msb" else (0, 0)
            flip = 255 if head == "~" else 0
            for j in range(pad, pad + count):
                on = (data[first + (j >> 3)] ^ flip) >> (j & 7 ^ turn) & 1
                n = _put(out, n, one if on else zero)
        else:
            mark, _, total = item.partition(",to")
            if total:
                n = _put(out, n, (int(mark),))
                n = _put(out, n, (0, int(total) - (sum(out[start:n]) if out else 0)))
            else:
                n = _put(out, n, numbers(item))
    return n


def _put(out, n, durations):
    level = 0
    for us in durations:
        if us:
            if n & 1 == level:
                n += 1
            if out:
                out[n - 1] += us
        level ^= 1
    return n
