"""The one place where product words become a remote's words. Back again: state_reader.py.

What a unit cannot do is put right here, on purpose:
- the unit's own automatic mode is never sent; `heat_cool` is refused, the core resolves it before;
- a setpoint between two steps goes the way that meets the request: up in heat, down in cool and
  dry. Half a step too warm (too cool) is felt by nobody and lies well inside the +-3 K of a safe
  last command;
- a setpoint outside of the unit's range becomes its nearest end;
- a fan speed that the unit lacks becomes the next faster one that it has, else its fastest;
- louvres stay where they were told to be last when a command leaves them alone.
"""

from splitstat.control.types import CodecError

SPEEDS = ("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")


def to_state(command, previous, unit):
    """A UnitCommand in the table's words. CodecError when the unit has no such mode."""
    traits = unit.traits
    mode = command.mode
    if mode not in traits.modes or traits.cool is None:
        raise CodecError("mode %s" % mode)
    state = {"power": "on"}
    for word in unit.always.split():
        key, _, state[key] = word.partition("=")
    if mode == "off":
        # An off message carries a mode all the same: the one it ends.
        state["power"] = mode
        mode = previous.mode if previous else mode
        if mode == "off":
            mode = traits.modes[1]
    state["mode"] = "fan" if mode == "fan_only" else mode
    low, high = traits.heat if mode == "heat" else traits.cool
    step = traits.step_cdeg
    cdeg = min(max(command.setpoint_cdeg, low), high)
    state["degrees"] = (cdeg + (step - 1 if mode == "heat" else 0)) // step * step // 50
    state["fan"] = fan_word(command.fan, unit.fans)
    swing = command.swing or (previous.swing if previous else None)
    if swing in traits.swings:
        state["swingv"] = swing
    return state


def fan_word(fan: str, fans: str):
    """The remote's word for a fan speed; fans are our words, slow to fast, perhaps "=theirs"."""
    for word in fans.split(" "):
        ours, _, theirs = word.partition("=")
        if SPEEDS.index(ours) >= SPEEDS.index(fan):
            break
    return theirs or ours
