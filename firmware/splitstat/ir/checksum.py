"""What a message says about itself: sums, exclusive or, counted bits, complements.

One line of a table: `check TARGET OP TERMS`, see notation.md. TERMS are bytes (`4`), runs of bytes (`0..6`)
and nibbles (`1l` low, `2h` high); words around them say how they are taken.
"""

from splitstat.ir.table import place


def _rev(byte):
    out = 0
    for _ in range(8):
        out = out << 1 | byte & 1
        byte >>= 1
    return out


def _count(byte):
    out = 0
    while byte:
        out += byte & 1
        byte >>= 1
    return out


def checked(line: str, data):
    """(byte, bit, bits, the value that must stand there)."""
    parts = line.split(" ")
    byte, bit, bits = place(parts[1])
    op = parts[2]
    total, sign, flip, unit, turn = 0, 1, 0, None, False
    for part in parts[3:]:
        if part == "nib" or part == "rev" or part == "bits":
            unit = part
        elif part == "minus":
            sign = -1
        elif part == "turned":
            turn = True
        elif part[0] == "+":
            total += sign * int(part[1:])
        elif part[0] == "^":
            flip = int(part[1:])
        else:
            end = part[-1]
            first, _, last = part.partition("..")
            if end == "l" or end == "h":
                first = last = part[:-1]
            for i in range(int(first), int(last or first) + 1):
                one = data[i]
                if end == "l":
                    one &= 15
                elif end == "h":
                    one >>= 4
                elif unit == "nib":
                    one = (one ^ one >> 4) & 15 if op == "xor" else (one & 15) + (one >> 4)
                elif unit == "rev":
                    one = _rev(one)
                if unit == "bits":
                    one = _count(one)
                total = total ^ one if op == "xor" else total + one
    total = sign * total & 255
    if turn:
        total = _rev(total)
    return byte, bit, bits, (total ^ flip) & (1 << bits) - 1
