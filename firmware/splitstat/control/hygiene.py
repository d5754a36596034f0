"""Legionella: has all of the tank been hot for long enough, and when must it be again?

Law: only measured temperature at the coldest sensor counts, without a break, and from a sensor
that has moved meanwhile; heat that came by itself counts as well as a cycle's. Default 60 degC
for 30 min once a week (general practice, as in DVGW W 551 and HSE L8; what a plant needs is its
operator's duty). With one sensor the bottom is not proved, and `proof` says so. What cannot be
known is taken to be bad: never proved is due at once, and after a power cut the alarm stands until
the clock tells how long it was, or a proof comes; where no clock comes for ten minutes a cycle is
due.

Times are ages in minutes. Not protection: see README, "Hot water that is safe".
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_DAY_MIN = const(1440)
_FORCED_MIN = const(360)  # so long before the end of the period no better hour is waited for
_TRY_S = const(14400)  # a cycle that takes longer gives up
_AGAIN_S = const(14400)  # and the next begins so much later
_CLOCK_S = const(600)
_AGE_MAX = const(1000000)


class Hygiene:
    """due: a cycle is wanted now. overdue: the alarm. age_min: since the last proof, or None:
    never. held_s: how long it has been hot enough. proofs: counted since the start. proof:
    "bottom", or "top" where no sensor is at the bottom."""

    def __init__(self, config: dict):
        self.cdeg = config["hygiene_cdeg"]
        self.hold_s = config["hygiene_s"]
        self.period_min = config["hygiene_days"] * _DAY_MIN
        self.proof = "bottom" if config["sensors"] > 1 else "top"
        self.age_min = None
        self.rest_s = self.held_s = self.tried_s = self.proofs = self.kept_min = 0
        self.due = self.overdue = self.counted = False
        self.now_s = None
        self.first_cdeg = None  # where the sensor stood when it began to be hot enough
        self.stored_min = None  # the clock at the snapshot, until the cut's length is known
        self.unknown_s = None  # so long the length of a cut has not been known

    def step(self, now_s: int, utc_min, coldest_cdeg, good_hour: bool):
        """coldest_cdeg: at the coldest sensor, None where one is missing; good_hour: a cycle is
        cheap now."""
        elapsed_s = 0 if self.now_s is None else min(now_s - self.now_s, 300)
        self.now_s = now_s
        if self.stored_min is not None and utc_min is not None:
            if utc_min >= self.stored_min:
                self.age_min = min(utc_min - self.stored_min, _AGE_MAX) + self.kept_min
                self.unknown_s = None
            self.stored_min = None
        self.rest_s += elapsed_s
        if self.rest_s >= 60:
            if self.age_min is not None:
                self.age_min = min(self.age_min + self.rest_s // 60, _AGE_MAX)
            self.rest_s %= 60
        if coldest_cdeg is None or coldest_cdeg < self.cdeg:
            self.held_s = 0
            self.counted = False
        else:
            if self.held_s == 0:
                self.first_cdeg = coldest_cdeg
            self.held_s += elapsed_s
            if self.held_s >= self.hold_s and coldest_cdeg != self.first_cdeg:
                self.proofs += not self.counted  # one long heat is one proof
                self.counted = True
                self.age_min = self.held_s = 0
                self.stored_min = self.unknown_s = None
        left_min = 0 if self.age_min is None else self.period_min - self.age_min
        self.overdue = left_min < 0 or (self.age_min is None and self.tried_s > _TRY_S)
        if self.unknown_s is not None:
            self.overdue = True
            self.unknown_s = min(self.unknown_s + elapsed_s, _CLOCK_S)
            if self.unknown_s >= _CLOCK_S:
                left_min = 0
        wanted = left_min <= _FORCED_MIN or (left_min <= _DAY_MIN and (self.due or good_hour))
        if not wanted:
            self.tried_s = 0
        elif self.tried_s < _TRY_S or self.held_s:
            self.tried_s += elapsed_s
        else:
            wanted = False
            self.tried_s += elapsed_s
            if self.tried_s >= _TRY_S + _AGAIN_S:
                self.tried_s = 0
        self.due = wanted

    def snapshot(self, utc_min) -> list:
        """What survives a power cut."""
        return [self.age_min, utc_min]

    def restore(self, data):
        """Goes on from a snapshot; the time between is found out by the wall clock."""
        self.unknown_s = 0
        if data[0] is not None:
            self.age_min = min(data[0] + _DAY_MIN, _AGE_MAX)
            self.kept_min, self.stored_min = data
