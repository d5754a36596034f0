"""Is somebody in the room? A motion or radar sensor with one output pin.

Fits: HC-SR501 (infra-red motion; high for some seconds after a movement), HLK-LD2410 (24 GHz
radar, pin OUT; sees people who sit still, and through thin walls). Neither says "empty": it only
says nothing, so the room counts as occupied for HOLD_S after the last sign. 30 min fits a motion
sensor, before which people read and sleep; 5 min is enough for a radar.
"""

HOLD_S = 1800


class Presence:
    """hold_s: how long somebody is believed to be there after the last sign."""

    def __init__(self, hold_s: int = HOLD_S):
        self.hold_s = hold_s
        self.seen_s = None
        self.first_s = None

    def step(self, now_s: int, level: int):
        """level: the pin. True or False; None until hold_s have passed without a sign since the
        start.
        """
        if self.first_s is None:
            self.first_s = now_s
        if level:
            self.seen_s = now_s
        if self.seen_s is not None and now_s - self.seen_s < self.hold_s:
            return True
        return False if now_s - self.first_s >= self.hold_s else None
