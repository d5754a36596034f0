"""States to messages and back, both through one table.

A state is a dict of the table's own words: switches "off"/"on", degrees in half degrees. Reading is the
inverse by elimination: every field leaves of each key only the words that give the value seen. What no field
restricts stays unknown; when nothing is left the message lies.
"""

from binascii import unhexlify

from splitstat.control.types import CodecError
from splitstat.ir import checksum, line, table

HALF_DEGREES = range(28, 69)
MOST_READINGS = 64


def messages(text: str, variant: str):
    """The messages of a table in the order of sending: [condition, may be missing, bit, wire, bytes, lines]."""
    out, bit, wire, condition, also = [], None, None, None, False
    for row in table.lines(text, variant):
        word, _, rest = row.partition(" ")
        if word == "bit":
            zero, one, order = rest.split(" ")
            bit = (table.pair(zero), table.pair(one), order == "msb")
        elif word == "wire":
            wire = rest.split(" ")
        elif word == "send":
            condition, also = table.tree(rest), False
        elif word == "also":
            condition, also = None, True
        elif word == "hex":
            out.append((condition, also, bit, wire, unhexlify(rest), []))
        elif word in ("check", "pairs") or word[0] in "0123456789":
            out[-1][5].append(row)
    return out


def _put(data, byte, bit, bits, number):
    mask = (1 << bits) - 1 << bit
    number = number << bit & mask
    while mask:
        data[byte] = data[byte] & ~mask & 255 | number & 255
        number >>= 8
        mask >>= 8
        byte += 1


def _get(data, byte, bit, bits):
    number = data[byte]
    if bit + bits > 8:
        number |= data[byte + 1] << 8
    return number >> bit & (1 << bits) - 1


def _derive(row, data):
    """Carries out a `check` or `pairs` line."""
    if row[0] == "c":
        _put(data, *checksum.checked(row, data))
    else:
        for word in row.split(" ")[1:]:
            data[int(word) + 1] = data[int(word)] ^ 255


def encode(text: str, variant: str, state):
    """The whole transmission: a list of durations in us of exact size, a mark first, an even count."""
    sent, size = [], 0
    for condition, _, bit, wire, fixed, rows in messages(text, variant):
        if condition is None or table.value(condition, state):
            data = bytearray(fixed)
            for row in rows:
                if row[0] in "cp":
                    _derive(row, data)
                else:
                    byte, low, bits, tree = table.field(row)
                    if tree is not None:
                        _put(data, byte, low, bits, table.value(tree, state))
            sent.append((wire, bit, data))
            size += line.length(wire, len(data))
    out = [0] * size
    n = 0
    for wire, bit, data in sent:
        n = line.send(wire, bit, data, out, n)
    return out if n == size else out[:n]


def _intact(fixed, rows, data):
    """True where all bits that are not fields are what the table says, checksums included."""
    again = bytearray(fixed)
    for row in rows:
        if row[0] in "cp":
            _derive(row, again)
        else:
            byte, low, bits, _ = table.field(row)
            _put(again, byte, low, bits, _get(data, byte, low, bits))
    return again == data


def decode(text: str, variant: str, timings):
    """What a transmission leaves possible: {key: [words]}. None: another wire. CodecError: ours, but broken."""
    at, fits, have, lack = 0, False, False, False
    known, found = [{}], None
    for condition, also, bit, wire, fixed, rows in messages(text, variant):
        got = line.receive(wire, bit, timings, at, len(fixed)) if at < len(timings) else None
        left = []
        if got is not None:
            fits = True
            if _intact(fixed, rows, got[0]):
                left = _read(condition, rows, got[0], known)
        if left:
            known, at, found = left, got[1], True
            have = have or condition is None
        elif condition is not None:
            known = _narrow(condition, 0, 1, known) or known
        else:
            lack = lack or not also
    if found and not (have and lack) and at >= len(timings):
        return known[0]
    if fits:
        raise CodecError("broken")
    return None


def _read(condition, rows, data, known):
    if condition is not None:
        known = _narrow(condition, 1, 1, known)
    for row in rows:
        if row[0] not in "cp":
            byte, low, bits, tree = table.field(row)
            if tree is not None:
                known = _narrow(tree, _get(data, byte, low, bits), (1 << bits) - 1, known)
    return known


def _narrow(tree, seen, mask, known):
    out = []
    for one in known:
        _follow(tree, seen, mask, one, out)
    return out[:MOST_READINGS]


def _follow(node, seen, mask, known, out):
    if type(node) is not tuple:
        if node & mask == seen:
            out.append(known)
        return
    key = node[0]
    if key == "deg":
        left = []
        for half in known.get("degrees", HALF_DEGREES):
            if table.degrees(node, half) & mask == seen:
                left.append(half)
        if left:
            out.append(_with(known, "degrees", left))
        return
    rest = known.get(key) or table.words(key)
    for which, branch in node[1]:
        mine, others = rest, ()
        if which is not None:
            mine = [word for word in rest if word in which]
            others = [word for word in rest if word not in which]
        if mine:
            _follow(branch, seen, mask, _with(known, key, mine), out)
        rest = others


def _with(known, key, left):
    new = dict(known)
    new[key] = left
    return new
