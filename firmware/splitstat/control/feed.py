"""A unit that is told its room's temperature: led at its lowest speed, or told to stop.

Law: only a home that says `feel` loads this. The setpoint stands at the room's target, rounded to
the unit's step; what is told lies off it by a *lead*, as much as the unit is to think its room
short of it. Whether it runs goes by a filtered reading: the air of a light room moves by kelvins
within minutes of a start or a stop, its walls do not, and who goes by the air starts fifty times a
day (measured: `splitstat bench control`). So a run begins 0.2 K short and ends 0.5 K past; the air
itself may go to a kelvin short and to 1.6 K past. It starts by the lowest lead that starts it and
runs at the lowest that does not stop it. Both are found out (Edge): lower from run to run, until
the room does not warm after a start, or cools in the middle of a run. (An offset that a unit keeps
to itself would else make each start a burst: 8 times the power of the lowest speed, measured.)
Faster only as far as the room is short; a run that lasts over an hour means that the load is above
the lowest speed, and an integral takes the rest.

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
_FAR_CDEG = const(160)  # or so far past: half of both for a unit that cannot be held
# One that stops by itself at the highest of its lowest leads, an on/off machine: a number of its
# runs are led by a start's lead, and only the room ends them.
_STOPS = const(3)
_GAIN_NUM = const(7)  # tenths of a kelvin of lead per kelvin short
_GAIN_DEN = const(10)
_INTEGRAL_MIN = const(120)
_MOST_CDEG_MIN = const(200 * _INTEGRAL_MIN)
_LONG_S = const(3600)
_STOP_CDEG = const(-450)  # as low as follow.py's: hidden offsets of heating are up to 3 K
_LOW_CDEG = const(-75)  # at first
_HIGHEST_CDEG = const(-25)  # a thermostat with an integral speeds up above none
_START_CDEG = const(75)  # thermostats start half a kelvin short
_MOST_CDEG = const(250)
_ABOVE_CDEG = const(225)  # above the lowest lead, before it is known better
_START_S = const(240)  # one word by infra-red each 3 min
_STARTED_S = const(720)  # by then the room must have turned:
_WARMER_CDEG = const(20)  # warmer by so much
_TURNED_CDEG_H = const(120)  # or falling more slowly by so much
_BURST_S = const(1200)  # low speed is reached some 15 min after a start, and says nothing before
_BRIEF_S = const(1800)
_QUICK_S = const(20)  # lower by 1 cdeg for so much that a run is briefer than that, until once
_CALM_S = const(240)  # it was too low; from then on
_DOWN_CDEG = const(12)  # at least so much
_FALLS_CDEG_H = const(400)  # it has stopped by itself: no defrost cools a room so fast
_TURN_CDEG_H = const(40)  # or again and again: from so fast a rise to such a fall
_OFTEN_S = const(2400)  # twice in this time
_LOST_CDEG = const(150)  # or long ago: the air is short by so much
_SINKS_CDEG_H = const(50)  # and sinks, with a lead that would not start it


class Edge:
    """The lowest lead that still does something: cdeg. Found out by going lower until it fails,
    and tried again, a little lower, after a dozen runs."""

    def __init__(self, cdeg, most_cdeg):
        self.cdeg = cdeg
        self.most_cdeg = most_cdeg
        self.failed_cdeg = _STOP_CDEG

    def lower(self, down_cdeg):
        self.cdeg = max(min(self.cdeg, self.failed_cdeg + 25), self.cdeg - down_cdeg)
        self.failed_cdeg = max(_STOP_CDEG, self.failed_cdeg - 2)

    def fail(self):
        self.failed_cdeg = self.cdeg
        self.cdeg = min(self.most_cdeg, self.cdeg + 50)


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
        self.low = Edge(_LOW_CDEG, _HIGHEST_CDEG)
        self.start = Edge(_START_CDEG, _MOST_CDEG)
        self.kicked: tuple = None  # pyright: ignore  # (reading, slope) then, until it has started
        self.lead_cdeg = _STOP_CDEG  # as it was told last
        self.calm = _QUICK_S
        self.stops = 0  # by itself, lately: a run without one takes one off
        self.rises = False
        self.turned_s = -_OFTEN_S  # when the room last began to fall
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
            cold, far = cold // 2, far // 2
        if self.runs:
            past = short < -_PAST_CDEG or now_short < -far
            self._running(now_s, past, now_short, reading.slope_cdeg_h * sign)
        elif (short > _SHORT_CDEG and now_short > 0) or now_short > cold or self.hurry_cdeg:
            self.runs = True
            self.run_s = now_s
            self._kick(now_s, now_short, reading.slope_cdeg_h * sign)
        lead = _STOP_CDEG
        if self.runs:
            lead = self.low.cdeg
            short = min(short, now_short)  # the air is there before the walls
            if short > 0:
                lead += short * _GAIN_NUM // _GAIN_DEN
            lead += self.more // _INTEGRAL_MIN
            if now_s - self.kick_s < _START_S:
                lead = max(lead, self.start.cdeg)
            if self.stops >= _STOPS:
                lead = max(lead, _START_CDEG)
            if self.hurry_cdeg:
                lead = max(lead, self.hurry_cdeg * sign)
        self.lead_cdeg = lead
        return self.command.setpoint_cdeg - lead * sign

    def _kick(self, now_s, short, slope):
        """It is told to start."""
        self.kick_s = now_s
        self.kicked = (short, slope)

    def _watch(self, now_s, short, slope):
        """Has it started?"""
        start = self.start
        was_short, was_slope = self.kicked
        if was_short - short > _WARMER_CDEG or slope - was_slope > _TURNED_CDEG_H:
            self.kicked = None  # pyright: ignore
            if self.lead_cdeg <= start.cdeg:  # by no more than that
                start.lower(2 * _DOWN_CDEG)
        elif now_s - self.kick_s >= _STARTED_S:
            start.fail()
            self._kick(now_s, short, slope)

    def _running(self, now_s, past, short, slope):
        """The run goes on, ends, or has ended by itself."""
        low = self.low
        settled = now_s - self.kick_s >= _BURST_S
        highest = low.cdeg >= _HIGHEST_CDEG
        fell = slope < -_FALLS_CDEG_H or (self._again(now_s, slope) and highest)
        lost = short > _LOST_CDEG and slope < -_SINKS_CDEG_H
        if past and not self.hurry_cdeg:
            brief_s = _BRIEF_S - now_s + self.run_s
            low.lower(max(_DOWN_CDEG, brief_s // self.calm))
            if self.start.failed_cdeg == _STOP_CDEG:
                self.start.cdeg = min(self.start.cdeg, low.cdeg + _ABOVE_CDEG)
            self.stops = max(0, self.stops - 1)
            self._rest()
        elif self.kicked is not None:
            self._watch(now_s, short, slope)
        elif settled and (fell or (lost and self.lead_cdeg < self.start.cdeg)):
            low.fail()
            self.calm = _CALM_S
            if fell and highest:
                self.stops = min(8 * _STOPS, 2 * (self.stops + _STOPS))
            if short > 0:
                self.kick_s = now_s
            else:
                self._rest()

    def _again(self, now_s, slope):
        """It stops and starts by itself: the room begins to fall twice in a short time."""
        if slope > _TURN_CDEG_H:
            self.rises = True
        elif self.rises and slope < -_TURN_CDEG_H:
            self.rises = False
            again = now_s - self.turned_s < _OFTEN_S
            self.turned_s = now_s
            return again
        return False

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
