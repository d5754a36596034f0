"""Is a window open? By its contact, or by a room that runs away towards the weather outdoors.

The contact counts after a minute (somebody steps out on the balcony), and closes at once. Without
one: a room already 1 K off that moves on with more than 4 K/h, for 3 min, towards an outdoor air
that is clearly colder (heating) or hotter (cooling). A room whose unit merely stops falls by 1 - 2
K/h once the first minutes are over, an open casement in frost by 10 - 30 K/h (200 W/K on 0.4 MJ/K
of air). An inferred window closes when the room recovers, after 30 min at the latest, and the next
is believed an hour later at the earliest: a wrong guess costs half an hour.
"""

CONTACT_S = 60
PULL_CDEG_H = 400
PULL_S = 180
MIN_S = 300
MAX_S = 1800
REARM_S = 3600


class Window:
    """open: True or False. cause: None, "contact" or "slope". since_s: when it was found open
    (now_s).
    """

    def __init__(self):
        self.open = False
        self.cause = None
        self.since_s = 0
        self._sign_s = None
        self._rearm_s = None

    def step(self, now_s: int, contact, pull_cdeg_h: int, hold: bool):
        """contact: True, False or None (there is none).

        pull_cdeg_h: how fast the room runs away towards the weather, 0 where that says nothing,
        negative when it recovers. hold: defrost, or a unit that has only just started or stopped:
        infer nothing.
        """
        if contact is not None:
            cause = "contact"
            sign = contact
            wait_s = CONTACT_S
        else:
            cause = "slope"
            sign = pull_cdeg_h >= PULL_CDEG_H and not hold
            wait_s = PULL_S
        if self.open:
            if self._closes(now_s, contact, pull_cdeg_h):
                self.open = False
                self.cause = None
            return
        if not sign:
            self._sign_s = None
            return
        if self._sign_s is None:
            self._sign_s = now_s
        if now_s - self._sign_s < wait_s:
            return
        if contact is None and self._rearm_s is not None and now_s < self._rearm_s:
            return
        self.open = True
        self.cause = cause
        self.since_s = now_s
        self._rearm_s = now_s + MAX_S + REARM_S

    def _closes(self, now_s, contact, pull_cdeg_h):
        if self.cause == "contact":
            return not contact
        open_s = now_s - self.since_s
        return open_s >= MAX_S or (open_s >= MIN_S and pull_cdeg_h < -100)
