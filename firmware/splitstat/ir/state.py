"""The one place where product words become a remote's words, and back.

What a unit cannot do is put right here, on purpose:
- the unit's own automatic mode is never sent; `heat_cool` is refused, the core resolves it before;
- a setpoint between two steps goes the way that meets the request: up in heat, down in cool and dry. Half a
  step too warm (too cool) is felt by nobody and lies well inside the +-3 K of a safe last command;
- a setpoint outside of the unit's range becomes its nearest end;
- a fan speed the unit lacks becomes the nearest one it has, the slower of two.
"""

from splitstat.control.types import OFF, CodecError, UnitCommand

SPEEDS = ("quiet", "low", "medium_low", "medium", "medium_high", "high")


def setpoint_half(cdeg: int, mode: str, traits) -> int:
    """A setpoint in half degrees that the unit has."""
    low, high = traits.heat if mode == "heat" and traits.heat else traits.cool or traits.heat
    cdeg = low if cdeg < low else high if cdeg > high else cdeg
    step = traits.step_cdeg
    if mode == "heat":
        cdeg += step - 1
    return cdeg // step * step // 50


def fan_word(fan: str, fans):
    """The remote's word for a fan speed; fans are pairs (product word, remote's word), auto first."""
    best, far = fans[0][1], 99
    for ours, theirs in fans:
        if ours == fan:
            return theirs
        if fan in SPEEDS and ours in SPEEDS:
            apart = abs(SPEEDS.index(ours) - SPEEDS.index(fan))
            if apart < far:
                best, far = theirs, apart
    return best


def to_state(command, previous, unit):
    """A UnitCommand in the table's words. CodecError when the unit has no such mode."""
    traits = unit.traits
    mode = command.mode
    if mode not in traits.modes:
        raise CodecError("mode %s" % mode)
    state = dict(unit.always)
    state["power"] = "on" if mode != "off" else "off"
    if mode == "off":
        # An off message carries a mode all the same: the one it ends, so that a handset's ON is no surprise.
        mode = previous.mode if previous and previous.mode in traits.modes else "off"
        mode = traits.modes[1] if mode == "off" else mode
    state["mode"] = "fan" if mode == "fan_only" else mode
    state["degrees"] = setpoint_half(command.setpoint_cdeg, mode, traits)
    state["fan"] = fan_word(command.fan, unit.fans)
    swing = command.swing or (previous.swing if previous else None)
    if swing:
        state["swingv"] = swing if swing in traits.swings else "off"
    return state


def to_command(known, previous, unit):
    """What a transmission asks for, given what the unit did before (None: not known).

    `heat_cool` stands for the remote's automatic mode. CodecError when it carries no state of its own and
    nothing is known from before (a toggle key pressed alone).
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
    return UnitCommand(
        mode,
        before.setpoint_cdeg if half is None else half * 50,
        ours(known, "fan", unit.fans) or before.fan,
        ours(known, "swingv", unit.swings) if "swingv" in known else before.swing,
        False,
    )


def first(known, key: str):
    """The word to show for a key: the first that is left, whole degrees before half ones. None: not carried."""
    left = known.get(key)
    if left is None:
        return None
    if key == "degrees":
        return min(left, key=_plainness)
    return left[0]


def _plainness(half):
    # The end of a range stands for everything beyond it: of 10.0 ... 16.5 degC the plain word is 16.0.
    return abs(half - 46) + (half & 1) * 100


def ours(known, key: str, pairs):
    """Our word for what is left of a key, by pairs (ours, theirs)."""
    left = known.get(key) or ()
    for word, theirs in pairs:
        if theirs in left:
            return word
    return None
