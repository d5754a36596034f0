"""Does the room answer? Physics as a watchdog over a unit that mostly cannot speak (infra-red is
one-way).

A trial runs while a call is at work and the room is more than 1 K short. It stands still during an
open window, a defrost, and on any reading that is not the room's own sensor. The room answers when
it moves 0.3 K the right way, or is held within 1 K for an hour. A first trial without an answer in
60 min is a fault. A unit that has answered once in this call may be at its limit on a hard day: it
is only blamed when the best of an hour is 0.5 K worse than the best of the hour before (the edges
of defrosts do not change the best), or worse at all while 3 K short.

A room that moves 1.5 K the wrong way, away from the outdoor temperature, or supply air of the
wrong kind: the unit does the opposite. Faults latch, and clear when the room answers, in this call
or a new one. Nothing is restarted.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRIAL_S = const(3600)
_SHORT_CDEG = const(100)
_ANSWER_CDEG = const(30)
_LOSS_CDEG = const(-50)
_LOST_CDEG = const(300)
_OPPOSITE_CDEG = const(-150)
_SUPPLY_CDEG = const(400)


class Verify:
    """fault: None, "no_heating", "no_cooling", "cools_while_heating" or "heats_while_cooling"."""

    def __init__(self):
        self.fault = None
        self.call = None
        self.base = None  # the best of the last trial, at first its beginning; None: no trial
        self.best = 0
        self.left_s = 0
        self.answered = False
        self.now_s = 0

    def step(self, now_s: int, call, zone, reading, outdoor_cdeg, supply_cdeg):
        """call: heat, cool or None, as granted; supply_cdeg: air that leaves the unit, or None."""
        elapsed_s = min(now_s - self.now_s, 300)
        self.now_s = now_s
        if call != self.call:
            self.call = call
            self.base = None
            self.answered = False
            self.left_s = _TRIAL_S
        rests = call is None or zone.resting or zone.idles
        if rests or zone.wants != call or reading.source != "sensor":
            self.base = None
            return
        if zone.error_cdeg <= _SHORT_CDEG or zone.dry:
            self.base = None
            self.left_s -= elapsed_s
            if not zone.dry and (self.left_s <= 0 or zone.error_cdeg <= 50):
                self._answer()
            return
        if zone.window.open or zone.window.defrost:
            return
        level = reading.cdeg  # mirrored for cooling: higher is always what was asked for
        beyond = 0 if outdoor_cdeg is None else outdoor_cdeg - level
        wrong = 0 if supply_cdeg is None else level - supply_cdeg
        if call == "cool":
            level = -level
            beyond = -beyond
            wrong = -wrong
        if self.base is None:
            self.base = self.best = level
            self.left_s = _TRIAL_S
            return
        self.left_s -= elapsed_s
        if level > self.best:
            self.best = level
        if level - self.base >= _ANSWER_CDEG:
            self._answer()
            self.base = level
            self.left_s = _TRIAL_S
        elif (level - self.base <= _OPPOSITE_CDEG and beyond > 0) or (
            wrong > _SUPPLY_CDEG and self.left_s <= 0
        ):
            self.fault = "cools_while_heating" if call == "heat" else "heats_while_cooling"
        elif self.left_s <= 0:
            moved = self.best - self.base
            lost = moved < 0 if zone.error_cdeg > _LOST_CDEG else moved <= _LOSS_CDEG
            if lost or not self.answered:
                self.fault = "no_heating" if call == "heat" else "no_cooling"
            self.base = self.best
            self.best = level
            self.left_s = _TRIAL_S

    def _answer(self):
        self.answered = True
        self.fault = None
