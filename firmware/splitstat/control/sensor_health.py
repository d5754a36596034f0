"""Is this sensor to be believed? One SensorHealth per sensor: fresh, coasting or failed, and why.

A sample outside -40..60 degC is never believed. That covers the power-on values of a DS18B20
(85.00, -127.00) and the markers 126.5 / 127 of others, for a room sensor has no neighbours there.
A sample far from the last believed one (5 K in a minute) waits until the new level persists; after
a loss, and at the very beginning, the second sample that agrees with the first is believed.
Meanwhile the last value is held, for `stale_s` at most: then the sensor has failed.

A flat line is judged by the sensor's own habits. One with noise moves with almost every sample; a
noise-free one of coarse steps, in a room that an inverter keeps well, may stand still for a night.
So the longest stillness ever seen is learned for a day, night included; after that, standing still
for 8 times as long, at least two hours, and all of it while the unit runs, is a fault. So is three
times that with the unit off: a sensor that stands at 30 degC for ever would leave the room to the
frost.

Sources: field reports of 85 / -127 / 127 and of frozen values; 5 K/min as the limit of a plausible
change. That noise-free sensors raise no alarm in a season: tests/host/test_sensor_properties.py.
"""

from splitstat.control.rounding import SCALE, lag, rounded

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOW_CDEG = const(-4000)
_HIGH_CDEG = const(6000)
_PERSIST_S = const(120)  # a jump is believed when the new level lasts this long
_FILTER_S = const(60)
_FLAT_S = const(7200)
_LEARN_S = const(86400)


def plausible(step_cdeg: int, elapsed_s: int) -> bool:
    """May a room sensor move so far in that time? 5 K/min; 1 K is always granted (noise and
    quantum), 5 K the most.
    """
    limit = 500 if elapsed_s >= 60 else elapsed_s * 25 // 3
    if limit < 100:
        limit = 100
    return -limit <= step_cdeg <= limit


class SensorHealth:
    """state: "fresh" (for a third of stale_s), "coasting" or "failed".

    cause: None, "missing", "range", "jump", "flat" or "stale". cdeg: calibrated and lightly
    filtered (60 s); None when failed. weight and when are for room_reading.py.
    """

    def __init__(self, offset_cdeg=0, stale_s=900, weight=1, when="always"):
        self.offset_cdeg = offset_cdeg
        self.stale_s = stale_s
        self.weight = weight
        self.when = when
        self.state = "failed"
        self.cause = "missing"
        self.cdeg = None
        self.at = None  # when the newest sample was taken
        self.raw = None  # the newest one inside the range
        self.good_at = None  # when the last believed one was taken; None: nothing to hold
        self.good = 0
        self.chain_at = None  # since when samples off the believed level agree with each other
        self.filter = 0
        self.changed_at = 0
        self.first_at = None
        self.still_s = 0  # the longest time between two different values
        self.active_at = None  # since when the unit of this room has been running

    def step(self, now_s: int, cdeg, age_s: int, active: bool):
        """cdeg: the last value read, or None; age_s: how old it is; active: the unit of this room
        runs.
        """
        if not active:
            self.active_at = None
        elif self.active_at is None:
            self.active_at = now_s
        if cdeg is None:
            self.cause = "missing"
        elif self.at is None or now_s - age_s > self.at + 1:
            self._sample(now_s - age_s, cdeg)
        if self.good_at is not None:
            age = now_s - self.good_at
            if age * 3 <= self.stale_s:
                self.state = "fresh" if self.cause is None else "coasting"
                return
            if self.cause is None:
                self.cause = "stale"
            if age <= self.stale_s:
                self.state = "coasting"
                return
            self.good_at = None
        self.state = "failed"
        self.cdeg = None

    def _flat(self, at):
        most = max(_FLAT_S, 8 * self.still_s)
        still = at - self.changed_at
        if self.active_at is None:
            return still > 3 * most
        return still > most < at - self.active_at or still > 3 * most

    def _sample(self, at, cdeg):
        last = self.raw
        last_at = self.at
        good_at = self.good_at
        self.at = at
        if cdeg < _LOW_CDEG or cdeg > _HIGH_CDEG:
            self.cause = "range"
            self.chain_at = None
            return
        self.raw = cdeg
        if cdeg != last:
            if last is None:
                self.first_at = at
            elif at - self.changed_at > self.still_s:
                self.still_s = at - self.changed_at
            self.changed_at = at
        elif self.cause == "flat":
            return
        elif at - self.first_at >= _LEARN_S and self._flat(at):
            self.cause = "flat"
            self.good_at = self.chain_at = None
            return
        elapsed_s = 0
        near = False
        if good_at is not None:
            elapsed_s = at - good_at
            near = plausible(cdeg - self.good, elapsed_s)
        if not near:
            if self.chain_at is None or not plausible(cdeg - last, at - last_at):
                self.chain_at = at
            elif (
                good_at is None or elapsed_s * 3 > self.stale_s or at - self.chain_at >= _PERSIST_S
            ):
                near = True
                self.filter = cdeg * SCALE
            if not near:
                if good_at is not None:
                    self.cause = "jump"
                return
        self.chain_at = self.cause = None
        self.good_at = at
        self.good = cdeg
        self.filter = lag(self.filter, cdeg, elapsed_s, _FILTER_S)
        self.cdeg = rounded(self.filter, SCALE) + self.offset_cdeg
