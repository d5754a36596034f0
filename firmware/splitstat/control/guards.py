"""Two guards of a room: an open window, and frost.

What does a room say that suddenly falls or rises? A defrost, an open window, or nothing.

Defrost: near and below 5 degC outdoors a heating unit stops to melt its frost, the room dips and
nobody is to blame. Verify, the window and the integrator hold still, for 15 min at most. Where the
unit reports defrost its word counts, otherwise a falling room is enough.

Window, by contact: open after a minute (somebody steps out on the balcony), closed at once.
By slope: a room already 1 K off that moves on with more than 4 K/h, for 5 min, towards an outdoor
air that is clearly colder (heating) or hotter (cooling). A room whose unit merely stops falls by
1 - 2 K/h once the first minutes are over, an open casement in frost by 10 - 30 K/h (200 W/K on
0.4 MJ/K of air). An inferred window closes when the room recovers, after 30 min at the latest, and
the next is believed an hour later at the earliest: a wrong guess costs half an hour.

A room that is not heated must not freeze. What to do for it while no heating is wanted.

In order: the unit's own 8 or 10 degC function, left on through frosty weather; cycling from our
own sensor, on below 7 and off at 9 degC; with no sensor the unit's lowest heating setpoint through
frosty weather. A person's OFF is final: then the room only raises an alarm, unless the guard after
OFF was asked for (`frost_off`).
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_GRACE_S = const(900)
_FROSTY_CDEG = const(700)  # "near": the outdoor coil is several kelvin colder than the air
_DIP_CDEG_H = const(-100)
_CONTACT_S = const(60)
_PULL_CDEG_H = const(400)
_PULL_S = const(300)
_MIN_S = const(300)
_MAX_S = const(1800)
_REARM_S = const(3600)

_ON_CDEG = const(700)
_DONE_CDEG = const(900)
_NEAR_CDEG = const(1000)  # the unit's own function is switched on in time
_AWAY_CDEG = const(1200)
_WEATHER_ON_CDEG = const(500)
_WEATHER_DONE_CDEG = const(700)


class Window:
    """open, cause (None, "contact" or "slope"), since_s: when it was found open; defrost."""

    def __init__(self):
        self.open = False
        self.cause = None
        self.since_s = 0
        self.defrost = False
        self.dip_s = None
        self.sign_s = None
        self.rearm_s = 0

    def dips(self, now_s: int, heating: bool, slope_cdeg_h: int, outdoor_cdeg, reported):
        """heating: a heat call runs; outdoor_cdeg None counts as frosty; reported: by the unit."""
        if heating and (
            reported
            or (
                slope_cdeg_h < _DIP_CDEG_H
                and (outdoor_cdeg is None or outdoor_cdeg < _FROSTY_CDEG)
            )
        ):
            if self.dip_s is None:
                self.dip_s = now_s
            self.defrost = now_s - self.dip_s < _GRACE_S
        else:
            self.dip_s = None
            self.defrost = False

    def step(self, now_s: int, contact, pull_cdeg_h: int, settled: bool):
        """contact: True, False or None (there is none).

        pull_cdeg_h: how fast the room runs away towards the weather, 0 where that says nothing,
        negative when it recovers. settled: the unit has not just started or stopped.
        """
        if self.open:
            open_s = now_s - self.since_s
            if self.cause == "contact":
                self.open = contact is True
            elif open_s >= _MAX_S or (open_s >= _MIN_S and pull_cdeg_h < -100):
                self.open = False
            if not self.open:
                self.cause = self.sign_s = None
            return
        if contact is None:
            sign = (
                pull_cdeg_h >= _PULL_CDEG_H
                and settled
                and not self.defrost
                and now_s >= self.rearm_s
            )
        else:
            sign = contact
        if not sign:
            self.sign_s = None
            return
        if self.sign_s is None:
            self.sign_s = now_s
        if now_s - self.sign_s >= (_PULL_S if contact is None else _CONTACT_S):
            self.open = True
            self.cause = "slope" if contact is None else "contact"
            self.since_s = now_s
            self.rearm_s = now_s + _MAX_S + _REARM_S


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
