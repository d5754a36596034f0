"""The thermostats inside indoor units. Over infra-red they are the plant: nobody can change them.

A law gets the unit and how far the return air is short of the unit's target (K, positive: more
wanted) and returns the speed it asks for, relative to the head's nominal capacity. Load-based
tests of splits found such differences between makes (NEEA and Purdue); the figures are plausible
makes, not any one unit.
"""

LOWEST = 0.2
HIGHEST = 1.4


def proportional(unit, short_k, dt_s):
    """Speed by the error: lowest at half a kelvin past the target, full at 2.5 K short of it."""
    r = 0.525 + 0.35 * short_k
    return LOWEST if r < LOWEST else HIGHEST if r > HIGHEST else r


def integrator(unit, short_k, dt_s):
    """A slow integral: a kelvin of error takes most of an hour to bring full speed, and to lose it
    again."""
    unit.memory = min(max(unit.memory + short_k * dt_s * 3.5e-4, LOWEST), HIGHEST)
    return unit.memory


def coarse(unit, short_k, dt_s):
    """Four speeds, looked at every ten minutes: never settles where the load lies between two."""
    unit.memory_s += dt_s
    if unit.memory_s >= 600.0 or unit.memory == 0.0:
        unit.memory_s = 0.0
        if short_k >= 1.0:
            unit.memory = 1.4
        elif short_k >= 0.5:
            unit.memory = 1.0
        elif short_k >= 0.0:
            unit.memory = 0.6
        else:
            unit.memory = LOWEST
    return unit.memory


def fixed(unit, short_k, dt_s):
    """On or off."""
    return 1.0


# name: (law, hidden offset of the heating target in K, thermo-off K past the target, thermo-on K
# short of it, fan after thermo-off)
PERSONALITIES = {
    "proportional": (proportional, 0.0, 1.5, 0.5, "on"),
    "hidden_offset": (proportional, 3.0, 1.0, 0.5, "sampling"),
    "integrator": (integrator, 0.0, 1.5, 0.5, "on"),
    "coarse": (coarse, 1.0, 2.0, 0.5, "off"),
    "fixed": (fixed, 0.0, 0.5, 0.5, "off"),
}
# Where the unit hangs: (bias of the return air in heating at rest, per part load, bias in
# cooling), K against the occupied zone; 0.5 + 1.5 r is a wall unit's.
FORMS = {
    "wall": (0.5, 1.5, 0.3),
    "ceiling": (1.0, 2.0, 0.6),
    "floor": (-0.3, 0.6, -0.6),
}
# Share of full air flow by word; "auto" follows the speed.
FANS = {
    "quiet": 0.35,
    "low": 0.45,
    "medium_low": 0.58,
    "medium": 0.70,
    "medium_high": 0.85,
    "high": 1.0,
}
