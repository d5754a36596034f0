"""Recovery, or optimal start: a block with people begins early, and they find it as it is set.

Law: only a home that says `recovery` loads this. The schedule alone is run early, at most 4 h,
from a setback to a block with people: a hold, a person's OFF, absence and vacation are not. How
early is learned (learning.py) from the room's own recoveries, in each class, with the gap and the
weather of each. A setpoint counts as reached at half the differential, where no call would begin.
A recovery with an open window, without a reading or with a person's hand in it teaches nothing.
In weather in which the unit is known to hang short of the setpoint for hours (learning.py: weak),
the room is set back by 1 K at most, so that its walls stay warm enough.
The fan stays as quiet as the sleep hours want it until these end.
"""

from splitstat.control.intent import Intent
from splitstat.control.learning import RecoveryLine
from splitstat.control.schedule import narrowed

const = int  # see zone.py

_WEEK_MIN = const(10080)
_EARLIEST_MIN = const(240)
_HURRY_CDEG = const(300)  # the unit's setpoint past the room's on the way: as far as it may be
# The return air of a unit that heats hard is 2 K warmer than its room (a wall unit's, as in the
# simulator). What goes beyond 3 K may last 30 min (a will: modulation.py, which looks
# every 10 min).
_BOOST_CDEG = const(500)
# A unit that heats past its setpoint by itself needs no boost, and must not get one as its last
# word: the first recovery, before its trim is known, goes without.
_BOOST_S = const(1200)
_INTEGRAL_MIN = const(120)  # as in modulation.py
_SHALLOW_CDEG = const(100)
_LATEST_MIN = const(120)  # a recovery that takes so much longer than planned teaches that much


class RecoveringIntent(Intent):
    """As Intent; early_min: the minute of the week whose block is on before its time, or None."""

    def __init__(self, config: dict, room):
        self.shallow_cdeg = 0  # not set back below it
        super().__init__(config)
        self.room = room
        self.near_cdeg = config["differential_cdeg"] // 2
        self.lines = (RecoveryLine(), RecoveryLine())  # heat, cool
        self.early_min: int = None  # pyright: ignore
        self.quiet = False
        # Of the recovery under way: [line, sign, cdeg, gap, drive, now_s].
        self.sample: list = None  # pyright: ignore
        self.planned_min = 0

    def step(self, now_s: int, utc_min: int, week_min: int, presence: bool):
        if self.sample is not None:
            self._watch(now_s)
        if week_min is not None:
            week_min = self._reached_for(now_s, week_min)
            shallow_cdeg = self._shallow()
            if shallow_cdeg != self.shallow_cdeg:
                self.shallow_cdeg = shallow_cdeg
                self.timed = True  # to be decided anew
        super().step(now_s, utc_min, week_min, presence)
        if self.quiet:
            self.quiet = self.early_min is not None
            self.sleep = self.quiet or self.schedule.sleep
        hurry_cdeg = 0
        sample = self.sample
        if sample is not None:
            boost = sample[1] > 0 and now_s - sample[5] < _BOOST_S and sample[0].learned()
            hurry_cdeg = (_BOOST_CDEG if boost else _HURRY_CDEG) * sample[1]
            if boost:
                hurry_cdeg += min(0, self.room.modulation.trim_heat // _INTEGRAL_MIN)
        self.room.modulation.hurry_cdeg = hurry_cdeg

    def decide(self, now_s: int, utc_min: int):
        super().decide(now_s, utc_min)
        if self.why == "schedule" and not self.occupied:
            most = max(self.heat_cdeg, self.cool_cdeg - self.deadband_cdeg)
            self.heat_cdeg = max(self.heat_cdeg, min(self.shallow_cdeg, most))

    def _shallow(self) -> int:
        """The least heating setpoint of a setback, 0: as it is set."""
        air_cdeg = self.room.air.cdeg
        block = self.schedule.next
        if air_cdeg is None or block is None or not block[3]:
            return 0
        return 0 if self.lines[0].carries(block[1] - air_cdeg) else block[1] - _SHALLOW_CDEG

    def _reached_for(self, now_s, week_min) -> int:
        """The minute whose block is to be on now."""
        early_min = self.early_min
        if early_min is not None:
            if 0 < (early_min - week_min) % _WEEK_MIN <= _EARLIEST_MIN:
                return early_min
            self.early_min = None  # pyright: ignore
        block = self.schedule.next
        next_min: int = self.schedule.next_min  # pyright: ignore
        if self.why != "schedule" or self.occupied or block is None or not block[3]:
            return week_min
        left_min = (next_min - week_min) % _WEEK_MIN
        if left_min > _EARLIEST_MIN or not self._due(now_s, block, left_min):
            return week_min
        self.early_min = next_min
        self.quiet = self.sleep
        return next_min

    def _due(self, now_s, block, left_min):
        """Whether the way to the block's setpoint takes all the time that is left."""
        room = self.room
        reading = room.reading
        air = room.air
        if reading.source != "sensor":
            return False
        mode = narrowed(self.wish, block[0])
        for cls in (0, 1):
            if cls:
                allowed = air.cool_ok and (mode == "cool" or mode == "heat_cool")
            else:
                allowed = air.heat_ok and (mode == "heat" or mode == "heat_cool")
            sign = -1 if cls else 1
            gap = (block[1 + cls] - reading.cdeg) * sign
            if allowed and gap > self.near_cdeg:
                drive = 0 if air.cdeg is None else (block[1 + cls] - air.cdeg) * sign
                line = self.lines[cls]
                if left_min <= line.minutes(gap, drive):
                    self.sample = [line, sign, block[1 + cls], gap, drive, now_s]
                    self.planned_min = left_min
                    return True
        return False

    def _watch(self, now_s):
        """The recovery under way: has it arrived?"""
        line, sign, cdeg, gap, drive, start_s = self.sample
        room = self.room
        reading = room.reading
        if reading.source != "sensor" or room.zone.window.open or self.why != "schedule":
            self.sample = None  # pyright: ignore
            return
        took_min = (now_s - start_s) // 60
        arrived = (cdeg - reading.cdeg) * sign <= self.near_cdeg
        if arrived or took_min >= self.planned_min + _LATEST_MIN:
            line.learn(gap, drive, took_min)
            self.sample = None  # pyright: ignore

    def snapshot(self, now_s: int) -> list:
        """A recovery under way begins anew after a power cut."""
        return super().snapshot(now_s) + [self.lines[0].weights, self.lines[1].weights]

    def restore(self, now_s: int, data):
        """Also from a snapshot of the time before `recovery`."""
        super().restore(now_s, data[:7])
        if len(data) > 7:
            for i in (0, 1):
                line = self.lines[i]
                weights = data[7 + i]  # once they were three
                line.weights = weights + line.weights[len(weights) :]
