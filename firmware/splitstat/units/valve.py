"""A thermostatic valve on a radiator or a floor circuit: told a setpoint, it opens by itself.

Not a heat pump: it takes its water from the home's [whole_home]. `valve` heats, `valve.both` lets
cool water through as well. A steady setpoint is all it needs, in tenths of a degree.
"""

from splitstat.control.types import Traits


class Valve:
    """variant: "" or "both"."""

    kind = "valve"

    def __init__(self, variant: str):
        both = variant == "both"
        self.traits = Traits(
            ("off", "heat", "cool") if both else ("off", "heat"),
            (1000, 3000),
            (1600, 3000) if both else None,
            10,
            ("auto",),
            (),
            None,
            (),
            False,
            None,
        )


def variants():
    """Names after "valve."."""
    return ("", "both")


def unit(variant: str) -> Valve:
    """Raises ValueError for any other variant."""
    if variant not in variants():
        raise ValueError(variant)
    return Valve(variant)
