"""A unit that says how warm its return air is: its setpoint follows that.

Law: a unit's thermostat goes by the difference between its setpoint and its own return air, which
a running unit warms by a kelvin or more. Who knows both sets that difference itself, the *lead*.
Whether it runs is the room's matter: a run begins 0.4 K short (0.75 K in cooling: out of the cold
air runs off faster than into the cool), and ends when the walls, a slow filter of the reading, are
0.9 K past, or the air itself 2.25 K; by the air alone a light room starts fifty times a day. The
air is the reading and as much again as its sensor, in its box, is behind.

A run goes at the lowest lead that does not stop this unit, faster only as far as walls and air are
both short, or the air by more than 0.6 K (a window was open); what a run of over 20 min still
lacks, an integral adds. The lowest lead is found out: up when the unit stopped by itself, down a
little each time that it had to be told. No trim of infra-red (modulation.py) is in it: what the
unit's sensor gets wrong is in the return air already.

The last word is safe: within 3 K of the target, apart from what the return air of this unit is
learned to lie off the room, up to 1 K. No return air, no reading of the room's own, frost duty, or
a person at the unit: as in Modulation. A unit that does not say whether it runs is taken to do as
it was told.
"""

from splitstat.control.modulation import Modulation
from splitstat.control.rounding import SCALE, lag, rounded

const = int  # see zone.py

_REACH_CDEG = const(300)  # as in modulation.py
_BIAS_CDEG = const(100)  # more, and a dead board leaves a sunny room at 29.5 degC (test_will.py)
_BIAS_S = const(1800)
_SENSOR_S = const(300)  # boxes lag by 3 to 10 min (published comparisons)
_WALLS_S = const(1800)  # as in feed.py
_SHORT_CDEG = const(40)
_WARM_CDEG = const(75)
_PAST_CDEG = const(90)
_FAR_CDEG = const(225)
_END_CDEG = const(160)  # of the reading: the call ends or rests there
_ENDS_CDEG = const(100)  # else, as in zone.py
_COLD_CDEG = const(60)
_GAIN_NUM = const(5)  # halves of a kelvin of lead per kelvin short
_LONG_S = const(1200)
_INTEGRAL_S = const(3600)
_MOST_CDEG_S = const(300 * _INTEGRAL_S)
_START_CDEG = const(50)  # thermostats start so far short (general knowledge)
_START_S = const(240)  # and within so much, where the unit does not say
_BURST_CDEG = const(50)  # above the lowest lead while the return air races ahead of what we know;
_BURST_S = const(900)  # low speed is not reached before
_LOW_CDEG = const(-150)  # they stop so far past, before it is known better
_LOWEST_CDEG = const(-450)  # hidden offsets of heating are up to 3 K
_HIGHEST_CDEG = const(100)
_STOPPED_CDEG = const(50)  # it stopped by itself: not so low again
_TOLD_CDEG = const(25)  # it had to be told: lower next time,
_CALM_CDEG = const(4)  # but not by much once it was too low


class FollowModulation(Modulation):
    """status: the last UnitStatus (hand.py puts it there), or None. The rest as in Modulation."""

    status = None

    def __init__(self, traits):
        super().__init__(traits)
        self.follows = False
        self.runs = None
        self.asked = False  # to run,
        self.asked_s = 0  # since
        self.low_cdeg = _LOW_CDEG
        self.down = _TOLD_CDEG
        self.lead = None
        self.short = False  # of its lead: the setpoint's bounds hold it back
        self.more = 0  # the integral, in cdeg s
        self.walls: int = None  # pyright: ignore  # this and the next two in 1/1024 cdeg
        self.sensor = self.bias = 0
        self.looked_at = 0

    def step(self, now_s: int, cls: str, reading, zone, intent):
        status = self.status
        choice = intent.choice
        self.follows = (
            status is not None
            and status.return_cdeg is not None
            and reading.source == "sensor"
            and zone.frost.duty is None
            and (choice is None or choice[6] is None)
        )
        super().step(now_s, cls, reading, zone, intent)
        zone.end_cdeg = _END_CDEG if self.follows else _ENDS_CDEG
        if self.follows:
            self._follow(now_s, cls, reading.cdeg, status)
        else:
            self._forget()

    def _follow(self, now_s, cls, cdeg, status):
        sign = 1 if cls == "heat" else -1
        back_cdeg = status.return_cdeg
        elapsed_s = min(now_s - self.looked_at, 300)
        self.looked_at = now_s
        if self.walls is None:
            self.walls = self.sensor = cdeg * SCALE
        self.walls = lag(self.walls, cdeg, elapsed_s, _WALLS_S)
        self.sensor = lag(self.sensor, cdeg, elapsed_s, _SENSOR_S)
        if self.runs:
            self.bias = lag(self.bias, back_cdeg - cdeg, elapsed_s, _BIAS_S)
        short = (self.target_cdeg - 2 * cdeg + rounded(self.sensor, SCALE)) * sign
        walls = (self.target_cdeg - rounded(self.walls, SCALE)) * sign
        self._listen(status.action, short)
        self._ask(now_s, short, walls, _SHORT_CDEG if sign > 0 else _WARM_CDEG)
        cdeg = self.target_cdeg - _REACH_CDEG * sign
        if self.asked:
            says = status.action is not None
            lead = self._lead(now_s - self.asked_s, says, short, walls, elapsed_s)
            lead = max(lead, self.hurry_cdeg * sign) if self.hurry_cdeg else lead
            if self.lead is None or abs(lead - self.lead) * 4 > self.traits.step_cdeg * 3:
                self.lead = lead
            wanted = back_cdeg + self.lead * sign
            bias = max(-_BIAS_CDEG, min(_BIAS_CDEG, rounded(self.bias, SCALE)))
            low = self.target_cdeg + bias - _REACH_CDEG
            cdeg = max(low, min(low + 2 * _REACH_CDEG, wanted))
            self.short = (wanted - cdeg) * sign > _TOLD_CDEG
        told = self.command  # which step() has told
        self.command = None  # the hysteresis is the lead's, and return air has a grid of its own
        cdeg = super()._quantised(cls, cdeg)
        self.command = told
        self._tell(cls, cdeg, told.fan, False)  # pyright: ignore[reportAttributeAccessIssue]

    def _listen(self, action, short):
        runs = self.asked if action is None else action not in ("idle", "off", "fan")
        if self.asked and self.runs and not runs:  # by itself
            if not self.short:
                self.low_cdeg = min(_HIGHEST_CDEG, self.low_cdeg + _STOPPED_CDEG)
                self.down = _CALM_CDEG
            if short <= 0:
                self._rest()
        self.runs = runs

    def _ask(self, now_s, short, walls, start):
        """Whether it is to run."""
        if not self.asked:
            if self.hurry_cdeg or short > start:
                self.asked = True
                self.asked_s = now_s
        elif not self.hurry_cdeg and short < 0 and (walls < -_PAST_CDEG or short < -_FAR_CDEG):
            self.low_cdeg = max(_LOWEST_CDEG, self.low_cdeg - self.down)
            self._rest()

    def _lead(self, asked_s, says, short, walls, elapsed_s):
        lead = self.low_cdeg
        if asked_s < _BURST_S:
            lead += _BURST_CDEG
        if self.runs and asked_s >= _LONG_S:
            self.more = max(0, min(_MOST_CDEG_S, self.more + short * elapsed_s))
        short = max(min(short, walls), short - _COLD_CDEG)
        if short > 0:
            lead = max(lead, self.low_cdeg + short * _GAIN_NUM // 2)
        lead += self.more // _INTEGRAL_S
        if not self.runs or (not says and asked_s < _START_S):
            lead = max(lead, _START_CDEG)
        return lead

    def _rest(self):
        self.asked = False
        self.lead = None
        self.more = 0

    def _forget(self):
        self._rest()
        self.walls = None  # pyright: ignore

    def blow(self, intent):
        super().blow(intent)
        self._forget()

    def stop(self):
        super().stop()
        self._forget()

    def _trimmed(self, cls, error, elapsed_min):
        return 0 if self.follows else super()._trimmed(cls, error, elapsed_min)

    def _quantised(self, cls, wanted_cdeg):
        if self.follows and self.command is not None:
            return self.command.setpoint_cdeg
        return super()._quantised(cls, wanted_cdeg)
