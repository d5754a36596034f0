"""A device is a table: one text that a person can read beside the remote. See notation.md.

Here the text becomes lines, and a line numbers. Nothing is kept on a board: a table is read line by line each
time (as text it takes a third of the heap that nested tuples take). A host keeps what it has read.
"""

import sys

from splitstat.control.types import CodecError

_READ = {} if sys.implementation.name == "cpython" else None

FAN = ("auto", "min", "low", "medium", "medium_high", "high", "max")
SWINGV = ("off", "auto", "highest", "high", "upper_middle", "middle", "low", "lowest")
SWINGH = ("off", "auto", "left_max", "left", "middle", "right", "right_max", "wide")
MODE = ("auto", "cool", "heat", "dry", "fan")
SWITCH = ("off", "on")


def words(key: str):
    """All values that a state key may have."""
    if key == "mode":
        return MODE
    if key == "fan":
        return FAN
    if key == "swingv":
        return SWINGV
    return SWINGH if key == "swingh" else SWITCH


def lines(text: str, variant: str):
    """The lines that are meant for this variant, as lists of words."""
    key = (text, variant)
    if _READ is not None and key in _READ:
        return _READ[key]
    out = []
    for line in text.split("\n"):
        if line[:1] == "?":
            who, line = line[1:].split(" ", 1)
            if variant not in who.split(","):
                continue
        if line:
            out.append(line)
    if _READ is not None:
        _READ[key] = out
    return out


def pair(word: str):
    """"620,540" -> [620, 540]: durations in us, alternating, a mark first; an empty or zero one is left out."""
    return [int(us) if us else 0 for us in word.split(",")]


def place(word: str):
    """"9.3:4" -> (byte 9, bit 3, 4 bits); "9" -> (9, 0, 8)."""
    if ":" not in word:
        return int(word), 0, 8
    byte, rest = word.split(".")
    bit, count = rest.split(":")
    return int(byte), int(bit), int(count)


def field(line: str):
    """A field line -> (byte, bit, bits, tree); the tree is None where the bits are not ours ("-")."""
    if _READ is not None and line in _READ:
        return _READ[line]
    where, rest = line.split(" ", 1)
    byte, bit, count = place(where)
    out = (byte, bit, count, None if rest[0] == "-" else tree(rest))
    if _READ is not None:
        _READ[line] = out
    return out


def tree(text: str):
    """A value: a number, a temperature or a choice by a state key, as nested tuples."""
    if _READ is not None and text in _READ:
        return _READ[text]
    stack = text.replace("(", "( ").replace(")", " )").split(" ")
    stack.reverse()
    out = _node(stack)
    if _READ is not None:
        _READ[text] = out
    return out


def _node(stack):
    word = stack.pop()
    if word == "deg":
        return _degrees(stack)
    if word[0] in "0123456789":
        return int(word)
    if not stack or stack[-1] != "(":
        if word[0] == "!":
            return (word[1:], ((("off",), 1), (None, 0)))
        return (word, ((("off",), 0), (None, 1)))
    stack.pop()
    cases = []
    while stack[-1] != ")":
        which, first = stack.pop().split("=", 1)
        stack.append(first)
        cases.append((None if which == "*" else which.split("|"), _node(stack)))
    stack.pop()
    return (word, cases)


def _degrees(stack):
    how = stack.pop()
    low, high = stack.pop().split("..")
    sign, add, table = 1, 0, None
    if stack and stack[-1][0] in "+-[0123456789":
        word = stack.pop()
        if word[0] == "[":
            table = pair(word[1:-1])
            add = -int(low)
        elif word[-1] == "-":
            sign, add = -1, int(word[:-1])
        else:
            add = int(word)
    return ("deg", how, int(low) * 2, int(high) * 2, sign, add, table)


def degrees(node, half):
    """The value for a setpoint in half degrees: rounded as the line says, kept within its range."""
    _, how, low, high, sign, add, table = node
    half = low if half < low else high if half > high else half
    if how != "half":
        half = (half + (how == "up")) // 2
    half = sign * half + add
    return half if table is None else table[half]


def value(node, state):
    """The number that a tree gives for a state. A key that is None asks for nothing: 0."""
    while type(node) is tuple:
        key, cases = node[0], node[1]
        if key == "deg":
            return degrees(node, state["degrees"])
        word = state[key]
        if word is None:
            return 0
        for which, node in cases:
            if which is None or word in which:
                break
        else:
            raise CodecError("%s %s" % (key, word))
    return node
