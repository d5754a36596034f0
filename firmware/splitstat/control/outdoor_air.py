"""What the weather allows: the outdoor air as one outdoor unit sees it, its extremes, and the
season gates.

The extremes of about a day: a lower value is taken at once, otherwise the low drifts towards the
present value with a time constant of 24 h; the high likewise. They tell the season without
flapping over a day. A gate closes at its limit and opens 1 K inside it. A stale value keeps the
last gates and the last extremes. While the outdoor air was never known, the season word alone
decides.
"""

from splitstat.control.rounding import SCALE, lag, rounded

STALE_S = 3600
DAY_S = 86400
HYSTERESIS_CDEG = 100


class OutdoorAir:
    """cdeg: the outdoor air, None when stale; known: cdeg is not None; heat_ok, cool_ok: the
    gates.

    low_cdeg, high_cdeg: decayed extremes, None while never known.
    """

    def __init__(self, unit_config: dict):
        season = unit_config.get("season", "auto")
        self._may_heat = season != "cool_only"
        self._may_cool = season != "heat_only"
        self._heat_below_cdeg = unit_config.get("heat_below_cdeg", 1800)
        self._cool_above_cdeg = unit_config.get("cool_above_cdeg", 1600)
        self.cdeg = None
        self.known = False
        self.heat_ok = self._may_heat
        self.cool_ok = self._may_cool
        self.low_cdeg = None
        self.high_cdeg = None
        self._low = 0
        self._high = 0
        self._now_s = None

    def step(self, now_s: int, cdeg, age_s: int):
        """cdeg: the last value read, or None; age_s: how old it is."""
        if cdeg is None or age_s > STALE_S or cdeg < -6000 or cdeg > 6000:
            self.cdeg = None
            self.known = False
            return
        self.cdeg = cdeg
        self.known = True
        if self.low_cdeg is None:
            self._begin(cdeg, cdeg)
            self.heat_ok = self._may_heat and cdeg <= self._heat_below_cdeg
            self.cool_ok = self._may_cool and cdeg >= self._cool_above_cdeg
        self._extremes(now_s, cdeg)
        if self.heat_ok:
            self.heat_ok = cdeg <= self._heat_below_cdeg
        else:
            self.heat_ok = self._may_heat and cdeg <= self._heat_below_cdeg - HYSTERESIS_CDEG
        if self.cool_ok:
            self.cool_ok = cdeg >= self._cool_above_cdeg
        else:
            self.cool_ok = self._may_cool and cdeg >= self._cool_above_cdeg + HYSTERESIS_CDEG

    def _begin(self, low_cdeg, high_cdeg):
        self.low_cdeg = low_cdeg
        self.high_cdeg = high_cdeg
        self._low = low_cdeg * SCALE
        self._high = high_cdeg * SCALE

    def _extremes(self, now_s, cdeg):
        if cdeg < self.low_cdeg or cdeg > self.high_cdeg:
            self._begin(min(cdeg, self.low_cdeg), max(cdeg, self.high_cdeg))
        if self._now_s is None:
            self._now_s = now_s
        elapsed_s = now_s - self._now_s
        if elapsed_s >= 60:
            self._now_s = now_s
            self._low = lag(self._low, cdeg, elapsed_s, DAY_S)
            self._high = lag(self._high, cdeg, elapsed_s, DAY_S)
            self.low_cdeg = rounded(self._low, SCALE)
            self.high_cdeg = rounded(self._high, SCALE)

    def snapshot(self, now_s: int) -> list:
        return [self.low_cdeg, self.high_cdeg, int(self.heat_ok), int(self.cool_ok)]

    def restore(self, now_s: int, data):
        if data[0] is not None:
            self._begin(data[0], data[1])
            self.heat_ok = self._may_heat and data[2] == 1
            self.cool_ok = self._may_cool and data[3] == 1
