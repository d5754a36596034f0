"""A unit that is told its room's temperature: led at its lowest speed, or told to stop.

Law: only a home that says `feel` loads this. The setpoint stands at the room's target, rounded to
the unit's step; what is told lies off it by a *lead*, as much as the unit is to think its room
short of it. Whether it runs goes by a filtered reading: the air of a light room moves by kelvins
within minutes of a start or a stop, its walls do not, and who goes by the air starts fifty times a
day (measured: `splitstat bench control`). So a run begins 0.2 K short and ends 0.5 K past; the air
itself may go to a kelvin short and to 1.6 K past. It runs at the lowest lead that does not stop
it, found out as in follow.py: down while runs are short, up where the room cools in the middle of
one. Faster only as far as the room is short; a run that lasts over an hour means that the load is
above the lowest speed, and an integral takes the rest.

Nothing is told that is not measured now: with no reading of the room's own, without a call, in
frost duty, or where a person has set the unit, feel_cdeg is None, and whoever sends lets the unit
feel for itself again.

A board that dies leaves its last word. A unit that keeps it for ever then runs without a
thermostat: that is why nothing here is the default (README, "The room's temperature, told").
"""

from splitstat.control.modulation import Modulation
from splitstat.control.rounding import SCALE, lag, rounded

const = int  # see zone.py

_TAU_S = const(1800)  # of the filtered reading: slower than the air, faster than the walls
_SHORT_CDEG = const(20)  # a run begins
_PAST_CDEG = const(50)  # and ends,
_COLD_CDEG = const(100)  # or where the air itself is so short,
_FAR_CDEG = const(160)  # or so far past: a third of both for a unit that cannot be held
# One that stops by itself in every third of its runs, an on/off machine: its runs are led as their
# starts are, and only the room ends them.
_STOPS = const(3)
_GAIN_NUM = const(7)  # tenths of a kelvin of lead per kelvin short
_GAIN_DEN = const(10)
_INTEGRAL_MIN = const(120)
_MOST_CDEG_MIN = const(200 * _INTEGRAL_MIN)
_LONG_S = const(3600)
_STOP_CDEG = const(-450)  # as low as follow.py's: hidden offsets of heating are up to 3 K
_LOW_CDEG = const(-75)  # at first
_HIGHEST_CDEG = const(-25)  # a thermostat with an integral speeds up above none
# Thermostats start half a kelvin short, some by an offset of their own that the lowest lead shows.
_START_CDEG = const(75)
_ABOVE_CDEG = const(225)
_START_S = const(240)  # one word by infra-red each 3 min
_BURST_S = const(1200)  # low speed is reached some 15 min after a start, and says nothing before
_BRIEF_S = const(1800)
_QUICK_S = const(20)  # lower by 1 cdeg for so much that a run is briefer than that, until once
_CALM_S = const(240)  # it was too low; from then on
_TOO_LOW_CDEG = const(50)
_FALLS_CDEG_H = const(400)  # it has stopped by itself
_LOST_CDEG = const(60)  # or does not start: the air is short by so much
_SINKS_CDEG_H = const(50)  # and sinks


class FedModulation(Modulation):
    """feel_cdeg: what the unit is told of its room, or None. The rest as in Modulation.

    classes: in which a unit is told; cooling by the setpoint is the more comfortable (measured:
    `splitstat bench wires`).
    """

    classes = ("heat",)

    def __init__(self, traits):
        super().__init__(traits)
        self.slow: int = None  # pyright: ignore  # the filtered reading, in 1/1024 cdeg
        self.slow_s = 0
        self.runs = False  # as it is told
        self.run_s = self.kick_s = 0  # since when, and when it was last told to start
        self.low_cdeg = _LOW_CDEG
        self.calm = _QUICK_S
        self.stops = 0  # by itself: 2 more, a run without: 1 less
        self.more = 0  # the integral, cdeg min

    def step(self, now_s: int, cls: str, reading, zone, intent):
        super().step(now_s, cls, reading, zone, intent)
        choice = intent.choice
        if (
            cls in self.classes
            and reading.source == "sensor"
            and zone.frost.duty is None
            and (choice is None or choice[6] is None)
        ):
            self.feel_cdeg = self.told(now_s, cls, reading)
            # A room that cools because its unit stands still has no window open.
            zone.idles = not self.runs or now_s - self.run_s < _BURST_S
        else:
            self._forget()

    def told(self, now_s: int, cls: str, reading) -> int:
        """What the unit is to think of its room."""
        sign = 1 if cls == "heat" else -1
        if self.slow is None:
            self.slow = reading.cdeg * SCALE
        else:
            self.slow = lag(self.slow, reading.cdeg, now_s - self.slow_s, _TAU_S)
        self.slow_s = now_s
        short = (self.target_cdeg - rounded(self.slow, SCALE)) * sign
        now_short = (self.target_cdeg - reading.cdeg) * sign
        cold, far = _COLD_CDEG, _FAR_CDEG
        if self.stops >= _STOPS:
            cold, far = cold // 3, far // 3
        if self.runs:
            past = short < -_PAST_CDEG or now_short < -far
            self._running(now_s, past, now_short, reading.slope_cdeg_h * sign)
        elif (short > _SHORT_CDEG and now_short > 0) or now_short > cold or self.hurry_cdeg:
            self.runs = True
            self.run_s = self.kick_s = now_s
        lead = _STOP_CDEG
        if self.runs:
            lead = self.low_cdeg
            short = min(short, now_short)  # the air is there before the walls
            if short > 0:
                lead += short * _GAIN_NUM // _GAIN_DEN
            lead += self.more // _INTEGRAL_MIN
            if now_s - self.kick_s < _START_S or self.stops >= _STOPS:
                lead = max(lead, min(_START_CDEG, self.low_cdeg + _ABOVE_CDEG))
            if self.hurry_cdeg:
                lead = max(lead, self.hurry_cdeg * sign)
        return self.command.setpoint_cdeg - lead * sign

    def _running(self, now_s, past, short, slope):
        """The run goes on, ends, or has ended by itself."""
        settled = now_s - self.kick_s >= _BURST_S
        lost = short > _LOST_CDEG and slope < -_SINKS_CDEG_H
        if past and not self.hurry_cdeg:
            brief_s = _BRIEF_S - now_s + self.run_s
            if brief_s > 0:
                self.low_cdeg = max(_STOP_CDEG, self.low_cdeg - brief_s // self.calm)
            self.stops = max(0, self.stops - 1)
            self._rest()
        elif settled and (lost or slope < -_FALLS_CDEG_H):
            self.low_cdeg = min(_HIGHEST_CDEG, self.low_cdeg + _TOO_LOW_CDEG)
            self.calm = _CALM_S
            self.stops = min(2 * _STOPS, self.stops + 2)
            if short > 0:
                self.kick_s = now_s
            else:
                self._rest()

    def _rest(self):
        self.runs = False
        self.more = 0

    def _forget(self):
        self._rest()
        self.feel_cdeg = self.slow = None  # pyright: ignore

    def blow(self, intent):
        super().blow(intent)
        self._forget()

    def stop(self):
        super().stop()
        self._forget()

    def _trimmed(self, cls, error, elapsed_min):
        """As in Modulation, where the unit is not told: what is told needs no trim."""
        if cls not in self.classes:
            return super()._trimmed(cls, error, elapsed_min)
        if self.runs and self.looked_s - self.run_s >= _LONG_S:
            error = error if cls == "heat" else -error
            self.more = max(0, min(_MOST_CDEG_MIN, self.more + error * elapsed_min))
        return 0

    def _quantised(self, cls, wanted_cdeg):
        return super()._quantised(cls, self.target_cdeg if cls in self.classes else wanted_cdeg)
