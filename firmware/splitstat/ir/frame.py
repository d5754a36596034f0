"""States to messages, by a table. Back again: frame_reader.py.

A state is a dict of the table's own words: switches "off" and "on", degrees in half degrees.
"""

from splitstat.ir import line, table
from splitstat.ir.checksum import checked


def put(data, byte: int, bit: int, bits: int, number: int):
    """Sets bits; a field may reach into the next byte."""
    mask = (1 << bits) - 1 << bit
    number = number << bit & mask
    while mask:
        data[byte] = data[byte] & ~mask & 255 | number & 255
        number >>= 8
        mask >>= 8
        byte += 1


def derive(word: str, rest: str, data):
    """Carries out a `check` line, or `pairs`: each of these bytes is followed by its inverse."""
    if word == "check":
        put(data, *checked(rest, data))
    else:
        for byte in rest.split(" "):
            data[int(byte) + 1] = data[int(byte)] ^ 255


def encode(text: str, variant: str, state):
    """The whole transmission: us, a mark first, an even count, a list of exact size."""
    sent, n = [], 0
    for condition, wire, bit, fixed, rows in table.read(text, variant)[1]:
        if not condition or table.value(table.tree(condition), state):
            data = bytearray(fixed)
            for word, rest in rows:
                if word[0] in "cp":
                    derive(word, rest, data)
                elif rest[0] != "-":
                    put(data, *table.place(word), table.value(table.tree(rest), state))
            sent.append((wire, bit, data))
            n = line.send(wire, bit, data, None, n)
    out = [0] * n
    n = 0
    for wire, bit, data in sent:
        n = line.send(wire, bit, data, out, n)
    return out
