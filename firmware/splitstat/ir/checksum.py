"""What a message says about itself: sums, exclusive or, counted bits, complements.

`check TARGET OP TERMS`, see notation.md. TERMS are bytes (`4`), runs of bytes (`0..6`) and
nibbles (`1l` low, `2h` high); the words before them say how they are taken and what becomes of
the total.
"""

from splitstat.ir.table import place


def turned(byte: int) -> int:
    """The eight bits in the other order."""
    out = 0
    for _ in range(8):
        out = out << 1 | byte & 1
        byte >>= 1
    return out


def checked(line: str, data):
    """(byte, bit, bits, the value that must stand there)."""
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
    return place(target) + ((total ^ flip),)
