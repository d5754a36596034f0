"""Messages to states: the inverse of frame.py by elimination, through the same table.

Every field leaves of each key only the words that give the value seen. What no field restricts
stays unknown; when nothing is left the message lies.
"""

from splitstat.control.types import CodecError
from splitstat.ir import frame, table
from splitstat.ir.line_reader import receive

HALF_DEGREES = range(28, 69)
HALF_DEGREES_OF_ROOMS = range(128)
MOST_READINGS = 64
SWITCH = ("off", "on")
# Where one code means several words it is read as the first of them here.
WORDS = {
    "mode": ("cool", "auto", "heat", "dry", "fan"),
    "fan": ("auto", "min", "low", "medium", "medium_high", "high", "max"),
    "swingv": ("off", "auto", "highest", "high", "upper_middle", "middle", "low", "lowest"),
    "swingh": ("off", "auto", "left_max", "left", "middle", "right", "right_max", "wide"),
}


def decode(text: str, timings):
    """What a transmission leaves possible: {key: [words]}. None: another wire.

    Raises CodecError where the wire is this one and the message is broken.
    """
    at, fits, have, lack, found = 0, False, False, False, False
    known = [{}]
    for condition, wire, bit, fixed, fields, checks in table.read(text)[1]:
        got = receive(wire, bit, timings, at, len(fixed)) if at < len(timings) else None
        left = []
        always = condition is None or condition == "1"
        if got is not None:
            fits = True
            if intact(fixed, fields, checks, got[0]):
                left = _read(condition, fields, got[0], known)
        if left:
            known, at, found = left, got[1], True
            have = have or always
        elif condition and not always:
            known = _narrow(table.tree(condition), 0, 1, known) or known
        else:
            lack = lack or always
    if found and not (have and lack):
        if at >= len(timings) or decode(text, timings[at:]) == known[0]:
            return known[0]
    if fits:
        raise CodecError("broken")
    return None


def _get(data, byte, bit, bits):
    number = data[byte]
    if bit + bits > 8:
        number |= data[byte + 1] << 8
    return number >> bit & (1 << bits) - 1


def intact(fixed, fields, checks, data):
    """True where all bits that are not fields are what the table says, checksums included."""
    again = bytearray(fixed)
    for word, _ in fields:
        where = table.place(word)
        frame.put(again, *where, _get(data, *where))
    frame.derive(checks, again)
    return again == data


def _read(condition, fields, data, known):
    if condition:
        known = _narrow(table.tree(condition), 1, 1, known)
    for word, rest in fields:
        if rest[0] != "-" and rest[-1] != "?":
            where = table.place(word)
            known = _narrow(table.tree(rest), _get(data, *where), (1 << where[2]) - 1, known)
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
    if key == "deg" or key == "room":
        words = HALF_DEGREES_OF_ROOMS
        if key == "deg":
            key, words = "degrees", HALF_DEGREES
        left = []
        for half in known.get(key, words):
            if table.degrees(node, half) & mask == seen:
                left.append(half)
        if left:
            out.append(_with(known, key, left))
        return
    rest = known.get(key) or WORDS.get(key, SWITCH)
    for which, branch in node[1]:
        mine, others = rest, ()
        if which[0] != "*":
            mine = [word for word in rest if word in which or "~" + word in which]
            others = [word for word in rest if word not in which]
        if mine:
            _follow(branch, seen, mask, _with(known, key, mine), out)
        rest = others


def _with(known, key, left):
    new = dict(known)
    new[key] = left
    return new


def first(known, key: str):
    """The word to show for a key: the first that is left. None: not carried.

    Whole degrees come before half ones, and the end of a range stands for everything beyond it: of
    10.0 ... 16.5 degC the word is 16.0.
    """
    left = known.get(key)
    if left is None:
        return None
    if key == "degrees" or key == "room":
        return min(left, key=_plainness)
    return left[0]


def _plainness(half):
    return abs(half - 46) + (half & 1) * 100
