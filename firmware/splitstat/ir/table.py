"""A device is a table: one text that a person can read beside the remote. See notation.md.

Here the text becomes lines, and a line numbers. Nothing is kept on a board: a table is read line
by line each time, because as text it takes a third of the heap that nested tuples take. A host,
which has the heap and wants the speed, keeps what it has read.
"""

import sys


def kept(make):
    """Decorates a pure function: a host remembers its results, a board does not."""
    if sys.implementation.name != "cpython":
        return make
    known = {}

    def look(*key):
        if key not in known:
            known[key] = make(*key)
        return known[key]

    return look


def of_variant(text: str, variant: str) -> str:
    """The lines that count for one variant, without its name; those of `f` or else `c` besides."""
    words = variant.split(".")
    if "f" not in words:
        words.append("c")
    out = []
    for line in text.split("\n"):
        while line[0] == "?":
            names, _, line = line[1:].partition(" ")
            for name in names.split(","):
                if name in words:
                    break
            else:
                break
        else:
            out.append(line)
    return "\n".join(out)


@kept
def read(text: str):
    """A table of one variant -> ({word: rest} of the lines about the unit, its messages in order).

    A message is (condition, wire, bit, fixed bytes, its fields, its checks), the last two as pairs
    (first word, rest). Fields and checks before the first message belong to every message. The
    condition is None for a message that is always sent, "" for one that others may leave out.
    """
    head: dict = {"send": None}
    messages, common = [], ([], [])
    own = common
    for line in text.split("\n"):
        word, _, rest = line.partition(" ")
        if word == "hex":
            own = (list(common[0]), list(common[1]))
            messages.append((head["send"], head["wire"], head["bit"], bytes.fromhex(rest)) + own)
        elif word in ("check", "pairs"):
            own[1].append((word, rest))
        elif word[0] in "0123456789":
            own[0].append((word, rest))
        else:
            head[word] = rest
    return head, messages


@kept
def numbers(word: str):
    """ "620,540" -> (620, 540): us, alternating, a mark first; nothing between commas is 0."""
    return tuple(map(int, word.split(",")))


@kept
def place(word: str):
    """ "9.3:4" -> (byte 9, bit 3, 4 bits); "9" -> (9, 0, 8)."""
    byte, _, rest = word.partition(".")
    bit, _, count = rest.partition(":")
    return int(byte), int(bit or 0), int(count or 8)


@kept
def tree(text: str):
    """A value as nested tuples: a number, a temperature, or a choice by a state key."""
    stack = text.replace("(", "( ").replace(")", " )").split(" ")
    stack.reverse()
    return _node(stack)


def _node(stack):
    word = stack.pop()
    if word[0] in "0123456789":
        return int(word)
    if word == "deg" or word == "room":
        how, limits = stack.pop(), stack.pop().split("..")
        add = stack.pop() if stack and stack[-1][0] in "+-[0123456789" else "+0"
        return (word, how, int(limits[0]), int(limits[1]), add)
    cases = []
    if not stack or stack[-1] != "(":
        # A key alone asks whether it is on at all, a key with ! whether it is off.
        cases = [("off", int(word[0] == "!")), ("*", int(word[0] != "!"))]
        return (word.lstrip("!"), cases)
    stack.pop()
    while stack[-1] != ")":
        which, _, first = stack.pop().partition("=")
        stack.append(first)
        cases.append((which.split("|"), _node(stack)))
    stack.pop()
    return (word, cases)


def degrees(node, half: int) -> int:
    """The number for half degrees: kept in range, rounded as the line says; `f` is in degF."""
    _, how, low, high, add = node
    if how == "f":
        half = min(max((half * 9 + 325) // 10, low), high)
    else:
        half = min(max(half, 2 * low), 2 * high)
        if how != "half":
            half = (half + (how == "up")) // 2
    if add[0] == "[":
        return numbers(add[1:-1])[half - low]
    return int(add[:-1]) - half if add[-1] == "-" else half + int(add)


def value(node, state) -> int:
    """The number that a tree gives for a state. A key that is None asks for nothing: 0."""
    while type(node) is tuple:
        if node[0] == "deg" or node[0] == "room":
            # A remote that always tells its room's temperature begins with 25 degC.
            return degrees(node, state["degrees"] if node[0] == "deg" else state.get("room", 50))
        word = state.get(node[0], "off")
        if word is None:
            return 0
        for case in node[1]:
            if word in case[0] or case[0][0] == "*":
                break
        node = case[1]
    return node
