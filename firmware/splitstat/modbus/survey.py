"""What a register map says of its unit: the registers in short (register_map.py), what the unit
can do, and the requests that read it.

Needed once a unit: a board lets this module go again, and the lists of words are here so that
units share theirs.
"""

import sys

from splitstat.control.types import Traits
from splitstat.modbus.reads import read

MODES = ("off", "heat", "cool", "dry", "fan_only")
FANS = ("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")
SWINGS = ("auto", "highest", "high", "middle", "low", "lowest")


def survey(text: str, index: int):
    """(lines in short, the line that takes a room temperature or "", Traits, requests). index:
    number of the unit behind its gateway."""
    lines, feel, frost, requests = surveyed(text, index)
    fans = swings = ()
    step_of_feel = None
    for line in lines:
        words = line.split()
        name = words[1]
        if name == "mode":
            modes = _known(MODES, words + ["off="])
        elif name == "fan":
            fans = _known(FANS, words)
        elif name == "swing":
            swings = _known(SWINGS, words)
        elif name == "setpoint":
            span = (int(words[3]), int(words[4]))
            step = int(words[5])
    if feel:
        step_of_feel = 100 // abs(int(feel.split()[2]))
    heat = span if "heat" in modes else None
    cool = span if "cool" in modes else None
    traits = Traits(modes, heat, cool, step, fans, swings, frost, (), True, step_of_feel)
    forget()
    return "\n".join(lines), feel, traits, requests


def surveyed(text: str, index: int):
    """(lines in short, the line that takes a room temperature or "", cdeg of the unit's frost
    function or None, requests). Neighbouring registers are read in one request."""
    requests = []
    lines = []
    before = feel = ""
    frost = None
    first = last = -2
    shift = 0
    for line in text.strip().split("\n"):
        words = line.split()
        if words[0] == "stride":
            shift = int(words[1]) + int(words[2]) * index
            continue
        name = words[1]
        write, _, back = words[0].partition(":")
        table = (back or write)[0]
        address = int((back or write)[1:]) + shift
        write = write[0] + str(int(write[1:]) + shift)
        if name == "frost":
            frost = cdeg(words.pop())
        if len(words) < 3:
            words += ("off=0", "on=1")
        elif "/" in words[2]:
            scale, _, degree = words[2].partition("/")
            low, _, high = (words[3] if len(words) > 3 else "-30..60").partition("..")
            low, high, step = cdeg(low), cdeg(high), 1
            rest = words[4:]
            if "by" in rest:
                step = cdeg(rest[1])
                rest = rest[2:]
            if degree == "F":
                scale = "-" + scale
            words[2:] = [scale, str(low), str(high), str(step)] + rest
        if name == "feel":
            feel = " ".join([write] + words[1:])
            if not back:
                continue
        if table == before and address == last + 1:
            requests.pop()
        else:
            first = address
        before, last = table, address
        requests.append(read(table, first, last - first + 1))
        if name != "-":
            words[0] = "%s.%d.%d" % (write, len(requests) - 1, last - first)
            lines.append(" ".join(words))
    return lines, feel, frost, requests


def forget():
    """A board lets this module go."""
    if sys.implementation.name != "cpython":
        package, _, name = __name__.rpartition(".")
        del sys.modules[__name__]
        if package:  # a source tree
            delattr(sys.modules[package], name)


def cdeg(text: str) -> int:
    """Centi-degrees of a number as people write it: "16" -> 1600, "0.5" -> 50, "-7.25" -> -725."""
    whole, _, part = text.partition(".")
    value = abs(int(whole)) * 100 + int((part + "00")[:2])
    return -value if text[0] == "-" else value


def _known(every, words):
    """Those of the words that a line of codes has."""
    found = [pair.split("=")[0] for pair in words[2:]]
    return tuple([word for word in every if word in found])
