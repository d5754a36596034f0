"""A remote that no table fits: its learned messages, played back as they were recorded.

`unit = "raw.NAME"` reads raw_NAME.json: in /data of a board; on a computer beside the home file,
or in the folder that the program runs in. `splitstat ir store` writes it:

    {"hz": 38000, "us": [540, 620, ...], "states": [["cool", 2400, "low", "edbc..."], ...]}

A state is mode, setpoint in cdeg (None where the mode has none), fan, and a letter for each mark
and space: "a" is the first of us. What was learned is offered, in steps of what was learned;
everything else is refused. A message that is heard is the learned one next to it.
"""

import json

from splitstat.control.types import CodecError, Traits, UnitCommand
from splitstat.ir.unit import SPEEDS

FOLDERS = ("", "/data/")
MODES = ("off", "heat", "cool", "dry", "fan_only")


class RawUnit:
    """learned: what the file holds. Raises ValueError when it is not of that form."""

    kind = "ir"
    # What ir/hearing.py reads of a table: nothing watches over these messages.
    text = "weak"
    feel = ""

    def __init__(self, learned):
        try:
            self.hz = learned["hz"]
            self.us = learned["us"]
            self.states = [tuple(state) for state in learned["states"]]
            self.traits = traits_of(self.states)
        except (KeyError, TypeError, IndexError):
            raise ValueError("not what `splitstat ir store` writes") from None

    def encode(self, command, previous=None, room_cdeg=None):
        """A UnitCommand -> (carrier in Hz, [us, ...]). CodecError: that state was not learned."""
        mode, cdeg, fan = command.mode, command.setpoint_cdeg, command.fan
        step = self.traits.step_cdeg
        if mode in ("heat", "cool"):
            low, high = self.traits.heat if mode == "heat" else self.traits.cool or (0, 0)
            up = step - 1 if mode == "heat" else 0
            cdeg = low + (min(max(cdeg, low), high) - low + up) // step * step
        for state in self.states:
            if state[0] == mode and (mode == "off" or state[1:3] in ((cdeg, fan), (None, fan))):
                return self.hz, self._timings(state)
        raise CodecError("not learned: %s %s %s" % (mode, cdeg, fan))

    def _timings(self, state):
        out = [0] * len(state[3])
        for i in range(len(out)):
            out[i] = self.us[ord(state[3][i]) - 97]
        return out

    def encode_feel(self, room_cdeg, command):
        raise CodecError("feel")

    def decode(self, timings, previous=None):
        """[us, ...] -> the UnitCommand of the learned message next to it, None where none is."""
        best = nearest = None
        for state in self.states:
            known = self._timings(state)
            off = apart(known, timings)
            if off is not None and (best is None or off < best):
                best, nearest = off, state
        if nearest is None:
            return None
        cdeg = nearest[1]
        if cdeg is None:
            cdeg = previous.setpoint_cdeg if previous else 2200
        return UnitCommand(nearest[0], cdeg, nearest[2], None, False)


def apart(known, timings):
    """How far two messages are from each other, in us; None: not the same number of pulses, or one
    that is too far. The closing gap may be missing."""
    count = len(timings)
    if not count or not len(known) - 1 <= count <= len(known):
        return None
    total = 0
    for i in range(len(known) - 1):
        off = abs(known[i] - timings[i])
        if off * 4 > known[i] + 400:
            return None
        total += off
    return total


def traits_of(states):
    """What the learned states add up to."""
    modes = tuple([mode for mode in MODES if [1 for state in states if state[0] == mode]])
    if modes[:1] != ("off",) or len(modes) < 2:
        raise ValueError("off and one mode must be learned")
    spans, step = [], 0
    for mode in ("heat", "cool"):
        found = sorted([state[1] for state in states if state[0] == mode])
        spans.append((found[0], found[-1]) if found else None)
        for i in range(1, len(found)):
            apart_cdeg = found[i] - found[i - 1]
            while apart_cdeg:
                step, apart_cdeg = apart_cdeg, step % apart_cdeg
    fans = tuple([fan for fan in SPEEDS if [1 for s in states if s[0] != "off" and s[2] == fan]])
    return Traits(modes, spans[0], spans[1], step or 100, fans, (), None, (), False, None)


def unit(name: str):
    """Raises ValueError: nothing was learned under that name."""
    for folder in FOLDERS:
        try:
            with open("%sraw_%s.json" % (folder, name)) as file:
                learned = json.load(file)
        except OSError:
            continue
        return RawUnit(learned)
    raise ValueError("no raw_%s.json" % name)
