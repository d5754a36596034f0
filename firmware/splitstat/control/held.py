"""What a hold asks for, as a block that is never changed in place:

    [mode or None, heat_cdeg, cool_cdeg, 1]                                  asked for here
    [mode or None, heat_cdeg, cool_cdeg, 1, fan, swing, exact_cdeg]          with more, or None

The mode and the exact setpoint are those that a person chose at the unit itself (hand.py): the
unit keeps them as they are. Setpoints are kept a deadband apart.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOW_CDEG = const(500)
_HIGH_CDEG = const(3500)


def within(value, low: int, high: int) -> bool:
    """A plain integer (not True, not a float) from low to high."""
    return type(value) is int and low <= value <= high


def inherited(intent, heat: int, cool: int):
    """New setpoints for the hold that is on, with its mode, fan and swing."""
    block = [None, heat, cool, 1]
    if intent.hold == "hold" and len(intent.held) > 4:
        block[0] = intent.held[0]
        block += intent.held[4:6] + [None]
    return block


def spread(intent, heat, cool):
    """New setpoints with the deadband between, None leaves one; None where there is no such
    pair."""
    old_heat = intent.heat_cdeg
    old_cool = intent.cool_cdeg
    if not intent.occupied or intent.why == "boost":
        old_heat = intent.comfort[1]
        old_cool = intent.comfort[2]
    moved = heat is not None and heat != old_heat
    if heat is None:
        heat = old_heat
    if cool is None:
        cool = old_cool
    if within(heat, _LOW_CDEG, _HIGH_CDEG) and within(cool, _LOW_CDEG, _HIGH_CDEG):
        gap = intent.deadband_cdeg
        if cool - heat < gap:
            if moved:
                cool = heat + gap
            else:
                heat = cool - gap
        if heat >= _LOW_CDEG and cool <= _HIGH_CDEG:
            return inherited(intent, heat, cool)
    return None
