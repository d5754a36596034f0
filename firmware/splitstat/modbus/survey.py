"""What a register map says of its unit, and the requests that read it.

Needed once a unit: a board lets this module go again, and the lists of words are here so that
units share theirs.
"""

import sys

from splitstat.control.types import Traits
from splitstat.modbus.reads import read
from splitstat.modbus.register_map import cdeg, registers, span_of

MODES = ("off", "heat", "cool", "dry", "fan_only")
FANS = ("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")
SWINGS = ("auto", "highest", "high", "middle", "low", "lowest")


def survey(unit):
    """(Traits, requests) of a ModbusUnit; neighbouring registers are read in one request."""
    requests = []
    fans = swings = ()
    frost = step_of_feel = None
    before = ""
    first = last = -2
    for words in registers(unit.text):
        name = words[1]
        if name == "feel":
            step_of_feel = 100 // int(words[2][:-2])
            continue
        table, address = unit.place(words, -1)
        if table == before and address == last + 1:
            requests.pop()
        else:
            first = address
        before, last = table, address
        requests.append(read(table, first, last - first + 1))
        if name == "mode":
            modes = _known(MODES, words + ["off="])
        elif name == "fan":
            fans = _known(FANS, words)
        elif name == "swing":
            swings = _known(SWINGS, words)
        elif name == "frost":
            frost = cdeg(words[2])
        elif name == "setpoint":
            low, high, step = span_of(words)
    span = (low, high)
    heat = span if "heat" in modes else None
    cool = span if "cool" in modes else None
    traits = Traits(modes, heat, cool, step, fans, swings, frost, (), True, step_of_feel)
    if sys.implementation.name != "cpython":
        package, _, name = __name__.rpartition(".")
        del sys.modules[__name__]
        delattr(sys.modules[package], name)
    return traits, requests


def _known(every, words):
    """Those of the words that a line of codes has."""
    found = [pair.split("=")[0] for pair in words[2:]]
    return tuple([word for word in every if word in found])
