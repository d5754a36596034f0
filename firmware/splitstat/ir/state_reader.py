"""A remote's words become product words: the inverse of unit.py."""

from collections import namedtuple

from splitstat.control.types import OFF, CodecError, UnitCommand
from splitstat.ir import frame_reader
from splitstat.ir.frame_reader import first

# A message that only says what the room is like: nobody asked for anything.
Feel = namedtuple("Feel", ("room_cdeg",))


def decode(unit, timings, previous):
    """[us, ...] -> UnitCommand or Feel, or None: another protocol. CodecError: this one, but
    broken."""
    known = None
    if unit.report:
        known = frame_reader.decode(unit.report, timings)
    if known is None:
        known = frame_reader.decode(unit.text, timings)
        if known is None:
            return None
        if unit.feel[:4] == "with" or first(known, "feel") != "on":
            return to_command(known, previous, unit)
    return Feel(first(known, "room") * 50)


def to_command(known, previous, unit):
    """What a transmission asks for, given what the unit did before (None: not known).

    `heat_cool` stands for the remote's automatic mode. Raises CodecError when it carries no state
    of its own and nothing is known from before (a toggle key pressed alone).
    """
    before = previous or OFF
    power, mode = first(known, "power"), first(known, "mode")
    if previous is None and power != "off" and mode is None:
        raise CodecError("no state")
    if "power" in unit.toggles:
        runs = before.mode != "off"
        power = "off" if previous and runs == (power == "on") else "on"
    if power == "off":
        mode = "off"
    elif mode is None:
        mode = before.mode
    elif mode == "fan":
        mode = "fan_only"
    elif mode == "auto":
        mode = "heat_cool"
    half = first(known, "degrees")
    fan, swing = before.fan, before.swing
    for word in unit.fans.split(" "):
        ours, _, theirs = word.partition("=")
        if (theirs or ours) in known.get("fan", ()):
            fan = ours
            break
    if "swingv" in known:
        swing = first(known, "swingv")
        swing = swing if swing in unit.traits.swings else None
    cdeg = before.setpoint_cdeg if half is None else half * 50
    if unit.fahrenheit and half:
        # Below its lowest degree the code is the same, and whole degC are read first.
        cdeg = max(cdeg, unit.traits.cool[0])
    return UnitCommand(mode, cdeg, fan, swing, False)
