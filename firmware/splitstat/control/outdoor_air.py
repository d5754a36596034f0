"""What the weather allows: the outdoor air as one outdoor unit sees it, its extremes, and the
season gates.

The extremes of about a day: a lower value is taken at once, otherwise the low drifts towards the
present value with a time constant of 24 h; the high likewise. They tell the season without
flapping over a day. A gate closes at its limit and opens 1 K inside it. A stale value keeps the
last gates and the last extremes. While the outdoor air was never known, the season word alone
decides.
"""

from splitstat.control.rounding import SCALE, lag, rounded

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_STALE_S = const(3600)
_DAY_S = const(86400)
_LOOK_S = const(300)  # the extremes of a day need no more
_NEVER_CDEG = const(30000)  # the gate of a class that is shut all year
_HYSTERESIS_CDEG = const(100)
# A day whose low is below 12 degC leaves an unheated room below 16 within days: people, appliances
# and sun are worth some 4 K (200 W on a loss of 42 W/K, a room of 20 m2). A high of 26 likewise
# comes to 30 degC in a closed room.
_COLD_DAY_CDEG = const(1200)
_HOT_DAY_CDEG = const(2600)
_UNKNOWN_CDEG = const(300)  # weather never known: a call rests until so far past its setpoint


class OutdoorAir:
    """cdeg: the outdoor air, None when stale; known: cdeg is not None; heat_ok, cool_ok: the
    gates.

    low_cdeg, high_cdeg: decayed extremes, None while never known.
    """

    def __init__(self, config: dict):
        season = config.get("season", "auto")
        self.heat_below_cdeg = config.get("heat_below_cdeg", 1800)
        self.cool_above_cdeg = config.get("cool_above_cdeg", 1600)
        self.heat_ok = season != "cool_only"
        self.cool_ok = season != "heat_only"
        if not self.heat_ok:
            self.heat_below_cdeg = -_NEVER_CDEG
        if not self.cool_ok:
            self.cool_above_cdeg = _NEVER_CDEG
        self.cdeg = None
        self.known = False
        self.low_cdeg = None
        self.high_cdeg = None
        self.low = 0
        self.high = 0
        self.now_s = 0

    def step(self, now_s: int, cdeg, age_s: int):
        """cdeg: the last value read, or None; age_s: how old it is."""
        if cdeg is None or age_s > _STALE_S or cdeg < -6000 or cdeg > 6000:
            self.cdeg = None
            self.known = False
            return
        self.cdeg = cdeg
        self.known = True
        low = self.low_cdeg
        high = self.high_cdeg
        if low is None or high is None:
            self._begin(now_s, cdeg, cdeg)
            self.heat_ok = self.cool_ok = True  # the first value meets no hysteresis
        elif cdeg < low:
            self.low_cdeg = cdeg
            self.low = cdeg * SCALE
        elif cdeg > high:
            self.high_cdeg = cdeg
            self.high = cdeg * SCALE
        elapsed_s = now_s - self.now_s
        if elapsed_s >= _LOOK_S:
            self.now_s = now_s
            self.low = lag(self.low, cdeg, elapsed_s, _DAY_S)
            self.high = lag(self.high, cdeg, elapsed_s, _DAY_S)
            self.low_cdeg = rounded(self.low, SCALE)
            self.high_cdeg = rounded(self.high, SCALE)
        heat_below = self.heat_below_cdeg
        cool_above = self.cool_above_cdeg
        self.heat_ok = cdeg <= (heat_below if self.heat_ok else heat_below - _HYSTERESIS_CDEG)
        self.cool_ok = cdeg >= (cool_above if self.cool_ok else cool_above + _HYSTERESIS_CDEG)

    def _begin(self, now_s, low_cdeg, high_cdeg):
        self.now_s = now_s
        self.low_cdeg = low_cdeg
        self.high_cdeg = high_cdeg
        self.low = low_cdeg * SCALE
        self.high = high_cdeg * SCALE

    def rest_class(self, was, cdeg: int, heat_cdeg, cool_cdeg):
        """The class in which a satisfied unit of this room may stay on, or None.

        What a dead controller leaves behind is its last frame, for weeks: a unit that rests in
        heat (in cold weather) or in cool (in hot weather) holds a safe room by its own thermostat,
        one that is off does not. was: the class wanted so far. In weather both cold and hot, the
        last class, or the one of the nearer setpoint.
        """
        cold = hot = False
        if heat_cdeg is not None and self.heat_ok:
            if self.low_cdeg is None:
                cold = was == "heat" and cdeg - heat_cdeg < _UNKNOWN_CDEG
            else:
                cold = self.low_cdeg < (_COLD_DAY_CDEG + 100 if was == "heat" else _COLD_DAY_CDEG)
        if cool_cdeg is not None and self.cool_ok:
            if self.high_cdeg is None:
                hot = was == "cool" and cool_cdeg - cdeg < _UNKNOWN_CDEG
            else:
                hot = self.high_cdeg > (_HOT_DAY_CDEG - 100 if was == "cool" else _HOT_DAY_CDEG)
        if cold and hot:
            assert heat_cdeg is not None and cool_cdeg is not None
            cold = was == "heat" or (was is None and cdeg - heat_cdeg <= cool_cdeg - cdeg)
        return "heat" if cold else "cool" if hot else None

    def snapshot(self, now_s: int) -> list:
        return [self.low_cdeg, self.high_cdeg, int(self.heat_ok), int(self.cool_ok)]

    def restore(self, now_s: int, data):
        if data[0] is not None:
            self._begin(now_s, data[0], data[1])
            self.heat_ok = self.heat_ok and data[2] == 1
            self.cool_ok = self.cool_ok and data[3] == 1
