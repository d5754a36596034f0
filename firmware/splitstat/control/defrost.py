"""Is a dip of the room a defrost? Near and below 5 degC outdoors a heating unit stops to melt its
frost.

While it does, the room falls and nobody is to blame: verify, the window and the integrator hold
still, for at most 15 min at a time. Where the unit reports defrost, its word counts; otherwise a
falling room is enough.
"""

GRACE_S = 900
FROSTY_CDEG = 700  # "near 5 degC": the outdoor coil is several kelvin colder than the air
DIP_CDEG_H = -100


class Defrost:
    """holds: True while a dip is taken for a defrost."""

    def __init__(self):
        self.holds = False
        self._since_s = None

    def step(self, now_s: int, heating: bool, slope_cdeg_h: int, outdoor_cdeg, reported):
        """heating: a heat call runs; outdoor_cdeg None counts as frosty; reported: the unit's own
        word, or None.
        """
        if not heating or not (
            reported
            or (slope_cdeg_h < DIP_CDEG_H and (outdoor_cdeg is None or outdoor_cdeg < FROSTY_CDEG))
        ):
            self._since_s = None
            self.holds = False
            return
        if self._since_s is None:
            self._since_s = now_s
        self.holds = now_s - self._since_s < GRACE_S
