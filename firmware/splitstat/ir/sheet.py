"""States in the words of the IR fact sheets, for tools and tests: a board works in commands.

power, quiet ... True or False; mode auto cool heat dry fan; degrees a number of degC; fan auto
min low medium medium_high high max; swingv, swingh positions. None: not carried. Toggles:
"toggled" or None. feel, where it is said: what the room is like, in degC.
"""

from splitstat.control.types import CodecError
from splitstat.ir import frame, frame_reader
from splitstat.ir.frame_reader import SWITCH, WORDS, first

KEYS = ("power", "mode", "degrees", "fan", "swingv", "swingh", "quiet", "turbo", "econo", "light")
KEYS += ("filter", "clean", "beep", "sleep")


def encode(unit, state, previous):
    """A state -> (carrier in Hz, [us, ...])."""
    if unit.report and state.get("mode") is None and state.get("feel") is not None:
        return unit.hz, frame.encode(unit.report, to_words(unit, state))
    return unit.send(to_words(unit, state), to_words(unit, previous) if previous else None)


def decode(unit, timings):
    """[us, ...] -> a state, or None: another protocol. Raises CodecError: this one, but broken."""
    known = frame_reader.decode(unit.report, timings) if unit.report else None
    if known is None:
        known = frame_reader.decode(unit.text, timings)
    return None if known is None else from_words(known, unit.toggles)


def to_words(unit, state):
    """A state of a sheet in the table's words. CodecError for a value that no sheet has."""
    out = {"power": "on", "mode": "auto", "degrees": 48, "fan": "auto"}
    if "power" in unit.toggles:
        out["power"] = "off"
    for key in unit.once:
        # Left out it is off; None, what a reader did not hear, is not said at all.
        if key not in state:
            out[key] = "off"
    for key in KEYS:
        word = state.get(key)
        if word is None:
            continue
        if key == "degrees":
            word = int(word * 2)
        else:
            if word == "toggled":
                word = "auto" if key[:5] == "swing" else "on"
            elif word is True or word is False:
                word = "on" if word else "off"
            if word not in WORDS.get(key, SWITCH):
                raise CodecError("%s %s" % (key, word))
        out[key] = word
    if state.get("feel") is not None:
        out["feel"] = "on"
        out["room"] = int(state["feel"] * 2)
    return out


def from_words(known, toggles):
    """What a transmission leaves possible, as one state of a sheet with all its keys."""
    state = {}
    for key in KEYS:
        word = first(known, key)
        if key in toggles:
            word = "toggled" if word not in (None, "off") else None
        elif key == "degrees":
            word = None if word is None else word / 2
        elif key not in WORDS and word is not None:
            word = word == "on"
        state[key] = word
    if "room" in known and first(known, "feel") != "off":
        state["feel"] = first(known, "room") / 2
    return state
