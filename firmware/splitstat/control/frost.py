"""A room that is not heated must not freeze. What to do for it while no heating is wanted.

In order: the unit's own 8 or 10 degC function, left on through frosty weather; cycling from our
own sensor, on below 7 and off at 9 degC; with no sensor the unit's lowest heating setpoint through
frosty weather. A person's OFF is final: then the room only raises an alarm, unless the guard after
OFF was asked for (`frost_off`).
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_ON_CDEG = const(700)
_DONE_CDEG = const(900)
_NEAR_CDEG = const(1000)  # the unit's own function is switched on in time
_AWAY_CDEG = const(1200)
_WEATHER_ON_CDEG = const(500)
_WEATHER_DONE_CDEG = const(700)


class Frost:
    """duty: None, "unit" (its own function), "cycle" (heat now, from our sensor) or "lowest".

    cold: the room itself is below 7 degC (until 9). weather: frosty outdoors by the low of the
    day. fault: None or "frost_risk".
    """

    def __init__(self, config: dict, traits):
        self.frost_off = config.get("frost_off")
        self.traits = traits
        self.duty = None
        self.cold = False
        self.weather = False
        self.fault = None

    def step(self, cdeg, mode: str, person_off: bool, heated: bool, low_cdeg):
        """cdeg: the room or None; heated: heating is wanted anyway; low_cdeg: outdoor low of the
        day, or None.

        In the modes cool, dry and fan_only somebody is there: then only a cold room counts, not
        the weather.
        """
        if low_cdeg is not None:
            self.weather = low_cdeg < (_WEATHER_DONE_CDEG if self.weather else _WEATHER_ON_CDEG)
        self.cold = cdeg is not None and cdeg < (_DONE_CDEG if self.cold else _ON_CDEG)
        traits = self.traits
        forbidden = (traits is not None and traits.heat is None) or (
            person_off and not self.frost_off
        )
        risk = self.cold or (cdeg is None and self.weather)
        self.fault = "frost_risk" if forbidden and risk else None
        if forbidden or heated:
            self.duty = None
        elif mode == "off" and traits is not None and traits.frost_cdeg is not None:
            if cdeg is None:
                near = low_cdeg is None
            else:
                near = cdeg < (_AWAY_CDEG if self.duty else _NEAR_CDEG)
            self.duty = "unit" if near or self.weather else None
        elif self.cold:
            self.duty = "cycle"
        elif cdeg is None and (self.weather or low_cdeg is None):
            self.duty = "lowest"
        else:
            self.duty = None
