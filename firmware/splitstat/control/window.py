"""What does a room say that suddenly falls or rises? A defrost, an open window, or nothing.

Defrost: near and below 5 degC outdoors a heating unit stops to melt its frost, the room dips and
nobody is to blame. Verify, the window and the integrator hold still, for 15 min at most. Where the
unit reports defrost its word counts, otherwise a falling room is enough.

Window, by contact: open after a minute (somebody steps out on the balcony), closed at once.
By slope: a room already 1 K off that moves on with more than 4 K/h, for 5 min, towards an outdoor
air that is clearly colder (heating) or hotter (cooling). A room whose unit merely stops falls by
1 - 2 K/h once the first minutes are over, an open casement in frost by 10 - 30 K/h (200 W/K on
0.4 MJ/K of air). An inferred window closes when the room recovers, after 30 min at the latest, and
the next is believed an hour later at the earliest: a wrong guess costs half an hour.
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
