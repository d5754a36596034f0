"""States to messages, by a table. Back again: frame_reader.py.

A state is a dict of the table's own words: switches "off" and "on", degrees in half degrees. What
a message says about itself (sums, exclusive or, counted bits, inverses) is worked out after its
fields. One file for both, because each module costs a board 200 bytes.
"""

from splitstat.ir import line, table


def put(data, byte: int, bit: int, bits: int, number: int):
    """Sets bits; a field may reach into the next byte."""
    mask = (1 << bits) - 1 << bit
    number = number << bit & mask
    while mask:
        data[byte] = data[byte] & ~mask & 255 | number & 255
        number >>= 8
        mask >>= 8
        byte += 1


def derive(checks, data):
    """Carries out `check` lines, and `pairs`: each of these bytes is followed by its inverse."""
    for word, rest in checks:
        if word == "check":
            put(data, *checked(rest, data))
        else:
            for byte in rest.split(" "):
                data[int(byte) + 1] = data[int(byte)] ^ 255


def turned(byte: int) -> int:
    """The eight bits in the other order."""
    out = 0
    for _ in range(8):
        out = out << 1 | byte & 1
        byte >>= 1
    return out


def checked(line: str, data):
    """A `check` line, TARGET OP WORDS TERMS: (byte, bit, bits, what must stand there)."""
    target, op, *terms = line.split(" ")
    total, sign, flip, add, unit, turn = 0, 1, 0, 0, "", False
    for term in terms:
        end = term[-1]
        if term in ("nib", "rev", "bits"):
            unit = term
        elif term == "minus":
            sign = -1
        elif term == "turned":
            turn = True
        elif term[0] == "+":
            add = int(term)
        elif term[0] == "^":
            flip = int(term[1:])
        else:
            first, _, last = term.partition("..")
            if end in "lh":
                first = term[:-1]
            for i in range(int(first), int(last or first) + 1):
                one = data[i]
                if end == "l":
                    one &= 15
                elif end == "h":
                    one >>= 4
                elif unit == "nib":
                    one = (one ^ one >> 4) & 15 if op == "xor" else (one & 15) + (one >> 4)
                elif unit == "rev":
                    one = turned(one)
                if unit == "bits":
                    one = f"{one:b}".count("1")
                total = total ^ one if op == "xor" else total + one
    total = sign * total + add & 255
    if turn:
        total = turned(total)
    return table.place(target) + ((total ^ flip),)


def encode(text: str, state):
    """The whole transmission: us, a mark first, an even count, a list of exact size."""
    sent, n = [], 0
    for condition, wire, bit, fixed, fields, checks in table.read(text)[1]:
        if not condition or table.value(table.tree(condition), state):
            data = bytearray(fixed)
            for word, rest in fields:
                if rest[0] != "-":
                    put(data, *table.place(word), table.value(table.tree(rest), state))
            derive(checks, data)
            sent.append((wire, bit, data))
            n = line.send(wire, bit, data, None, n)
    out = [0] * n
    n = 0
    for wire, bit, data in sent:
        n = line.send(wire, bit, data, out, n)
    return out
