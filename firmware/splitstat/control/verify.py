"""Does the room answer? Physics as a watchdog over a unit that mostly cannot speak (infra-red is
one-way).

A trial runs while a call is at work and the room is more than 1 K short. It stands still during an
open window, a defrost, and on any reading that is not the room's own sensor. The room answers when
it moves 0.3 K the right way. A first trial without an answer in 60 min is a fault. A unit that has
answered once in this call may be at its limit on a hard day: it is only blamed when the room then
loses 0.5 K in an hour, or loses anything while 3 K short, and goes on losing. A room that moves 1.5 K the wrong way,
away from the outdoor temperature, or supply air of the wrong kind: the unit does the opposite.
Faults latch, and clear when the room answers (in this call or a new one). Nothing is restarted.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_TRIAL_S = const(3600)
_SHORT_CDEG = const(100)
_ANSWER_CDEG = const(30)
_LOSS_CDEG = const(-50)
_LOST_CDEG = const(300)
_FALLING_CDEG_H = const(-10)
_FROSTY_CDEG = const(700)
_DIP_CDEG_H = const(-60)  # faster in frost: the edge of a defrost, judged an hour later
_OPPOSITE_CDEG = const(-150)
_SUPPLY_CDEG = const(400)


class Verify:
    """fault: None, "no_heating", "no_cooling", "cools_while_heating" or "heats_while_cooling"."""

    def __init__(self):
        self.fault = None
        self._call = None
        self._base = None  # where the room stood when the trial began; None: no trial
        self._left_s = 0
        self._answered = False
        self._now_s = 0

    def step(self, now_s: int, call, zone, reading, outdoor_cdeg=None, supply_cdeg=None):
        """call: heat, cool or None, as granted; supply_cdeg: air that leaves the unit, or None."""
        elapsed_s = min(now_s - self._now_s, 300)
        self._now_s = now_s
        if call != self._call:
            self._call = call
            self._base = None
            self._answered = False
            self._left_s = _TRIAL_S
        if call is None or zone.resting or zone.wants != call or reading.source != "sensor":
            self._base = None
            return
        if zone.error_cdeg <= _SHORT_CDEG or zone.dry:
            self._base = None
            self._left_s -= elapsed_s
            if not zone.dry and (self._left_s <= 0 or zone.error_cdeg <= 50):
                self._answer()
            return
        if zone.window.open or zone.window.defrost:
            return
        cdeg = reading.cdeg
        if self._base is None:
            self._base = cdeg
            self._left_s = _TRIAL_S
            return
        self._left_s -= elapsed_s
        moved = cdeg - self._base
        slope = reading.slope_cdeg_h
        beyond = 0 if outdoor_cdeg is None else outdoor_cdeg - cdeg
        wrong = 0 if supply_cdeg is None else cdeg - supply_cdeg
        if call == "cool":
            moved = -moved
            slope = -slope
            beyond = -beyond
            wrong = -wrong
        if moved >= _ANSWER_CDEG:
            self._answer()
            self._base = cdeg
            self._left_s = _TRIAL_S
        elif (moved <= _OPPOSITE_CDEG and beyond > 0) or (
            wrong > _SUPPLY_CDEG and self._left_s <= 0
        ):
            self.fault = "cools_while_heating" if call == "heat" else "heats_while_cooling"
        elif self._left_s <= 0:
            if zone.error_cdeg > _LOST_CDEG:
                lost = moved < 0
            else:
                mild = outdoor_cdeg is not None and outdoor_cdeg >= _FROSTY_CDEG
                lost = moved <= _LOSS_CDEG and (mild or slope > _DIP_CDEG_H)
            if not self._answered or (lost and slope < _FALLING_CDEG_H):
                self.fault = "no_heating" if call == "heat" else "no_cooling"
            self._base = cdeg
            self._left_s = _TRIAL_S

    def _answer(self):
        self._answered = True
        self.fault = None

    def snapshot(self, now_s: int):
        """The latched fault, or None."""
        return self.fault

    def restore(self, now_s: int, data):
        self.fault = data
