"""What people want of one room, now: mode, setpoints, and where they come from.

Law: a person's last word wins, and OFF by a person is final: only another mode word ends it.
Every other "off" (schedule, away, vacation) is guarded against frost by the zone. Without a clock
the block known last goes on, without a block the room's plain setpoints hold.

Events, as (word, a, b); temperatures in cdeg, times in minutes:
    mode WORD            from now on; where all else says off, a hold of the plain setpoints too
    setpoint HEAT COOL   a hold (of the room's own kind, hold_min), or a change of the one on;
                         None leaves one; come too near, the one not changed moves
    hold MINUTES         hold what is wanted now: 0 until the next block, -1 for ever
    boost MINUTES        up to 2 K more than comfort, over everything but OFF; 0 ends it
    away 1|0             setback until taken back; ends a hold and a boost
    vacation UTC_MIN     off until then; ends a hold and a boost; 0 ends it
    resume               back to the schedule
    fan WORD             a hold of what is wanted now, at this speed; "auto": the core decides
    swing WORD           the same for the louvres; "auto" where the unit has no such word
A fan and a swing end with the hold that they belong to, and rest during a boost. What a person
sets at the unit itself is a hold of everything (hand.py): also of the mode, and of the setpoint
as it is. A change of the setpoint here ends the latter, a mode word here both.
"""

from splitstat.control.held import inherited, spread, within
from splitstat.control.schedule import MODES, Schedule, narrowed

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LOW_CDEG = const(500)  # as in held.py
_HIGH_CDEG = const(3500)
_BOOST_CDEG = const(200)
_BOOST_MIN = const(240)
_HOLD_MIN = const(10080)
_VACATION_MIN = const(527040)  # 366 days
_ABSENT_S = const(1800)  # after so long with nobody there an occupied block becomes setback


class Intent:
    """One room. config: its entry in the compiled home.

    step() leaves .mode, .heat_cdeg, .cool_cdeg (the deadband apart where both count), .occupied,
    .sleep, .person_off, .person_at_s (now_s of a person's last mode change, or None) and .why
    (schedule plain hold boost away vacation absent off no_clock) and .choice (a hold of more than
    setpoints while it counts (held.py), or None). .schedule.next is what follows.
    """

    def __init__(self, config: dict):
        self.comfort = [None, config["heat_cdeg"], config["cool_cdeg"], 1]
        self.setback = [
            config["setback_mode"],
            config["setback_heat_cdeg"],
            config["setback_cool_cdeg"],
            0,
        ]
        self.deadband_cdeg = config["deadband_cdeg"]
        self.hold_min = config["hold_min"]
        self.schedule = Schedule(config["blocks"], config["sleep"])
        self.wish = self.before = config["mode"]  # before: the last one that was not off
        self.hold = None  # or hold, away, vacation
        self.held: list = None  # what a hold asks for (held.py)  # pyright: ignore
        self.until: int = 0  # hold: now_s of its end, 0 next block, -1 never; vacation: utc_min
        self.heard = None  # a reason: what a person's hand on the unit came to (hand.py)
        self.boost_s = self.person_at_s = self.start_min = self.seen_s = None
        self.there = True if config["presence"] else None  # None: no sensor counts
        self.clock = False
        self.decide(0, None)
        self.timed = True  # something ends by the clock alone

    def step(self, now_s: int, utc_min: int, week_min: int, presence: bool):
        """utc_min and week_min are None without a clock, presence without a sensor."""
        there = None if self.there is None else presence is not False
        if there or self.seen_s is None:
            self.seen_s = now_s
        clock = week_min is not None
        if (
            (clock and self.schedule.step(week_min))
            or self.timed
            or clock != self.clock
            or there != self.there
        ):
            self.there = there
            self.clock = clock
            if self.start_min != self.schedule.start_min:
                known = self.start_min is not None  # else no block ends: the clock became known
                self.start_min = self.schedule.start_min
                self.seen_s = now_s
                if known and self.hold == "hold" and self.until == 0:
                    self.hold = None
            self.decide(now_s, utc_min)

    def event(self, now_s: int, utc_min: int, word: str, a, b) -> bool:
        """Do what a person asked for; False, and no effect, where it makes no sense."""
        if word == "mode" and a in MODES:
            if a != self.wish:
                self.wish = a
                self.person_at_s = now_s
            if a == "off":
                self.boost_s = None
            else:
                self.before = a
            if self.hold == "hold":
                self.held = inherited(self, self.held[1], self.held[2])
                self.held[0] = None
            self.decide(now_s, utc_min)
            if self.mode == "off" != a:
                self.keep(now_s, self.hold_min, self.comfort)
        elif word == "setpoint" and (a is not None or b is not None):
            block = spread(self, a, b)
            if block is None:
                return False
            self.keep(now_s, None if self.hold == "hold" else self.hold_min, block)
        elif word == "hold" and within(a, -1, _HOLD_MIN):
            self._hold(now_s, utc_min, a)
        elif word == "boost" and within(a, 0, _BOOST_MIN) and self.wish != "off":
            self.boost_s = now_s + a * 60 if a else None
        elif word == "resume" or (word == "away" and within(a, 0, 1)):
            self.boost_s = None
            self.until = 0
            self.hold = "away" if word == "away" and a else None
        elif word == "vacation" and (
            within(a, 0, 0)
            or (utc_min is not None and within(a, utc_min + 1, utc_min + _VACATION_MIN))
        ):
            self.boost_s = None
            self.until = a  # pyright: ignore  (within() has seen to it)
            self.hold = "vacation" if a else None
        elif (word == "fan" or word == "swing") and type(a) is str and self.mode != "off":
            from splitstat.control.hand import blown

            self._hold(now_s, utc_min, None if self.hold == "hold" else self.hold_min)
            self.held = blown(self.held, word, a)
        else:
            return False
        self.seen_s = now_s
        self.decide(now_s, utc_min)
        return True

    def _hold(self, now_s, utc_min, minutes):
        """Hold what is wanted now; minutes as in keep()."""
        if self.why == "boost":
            self.boost_s = None
            self.decide(now_s, utc_min)
        block = self.held
        if self.why != "hold":
            block = [None, self.heat_cdeg, self.cool_cdeg, 1]
        self.keep(now_s, minutes, block)

    def keep(self, now_s: int, minutes, block):
        """Begin a hold; minutes None: go on with the one that is on."""
        self.boost_s = None
        self.hold = "hold"
        self.held = block
        if minutes is not None:
            self.until = now_s + minutes * 60 if minutes > 0 else minutes

    def decide(self, now_s, utc_min):
        """Everything anew; called when something may have changed."""
        boosted = self.boost_s is not None and now_s < self.boost_s
        if not boosted:
            self.boost_s = None
        clock = utc_min if self.hold == "vacation" else now_s
        if self.until > 0 and clock is not None and clock >= self.until:
            self.until = 0
            self.hold = None
        self.timed = boosted or self.until > 0
        self.sleep = self.clock and self.schedule.sleep
        asked = self.comfort
        why = self.hold
        if why == "hold":
            asked = self.held
        elif why is None:
            why = "schedule" if self.clock else "no_clock"
            block = self.schedule.block
            if not self.schedule.blocks:
                why = "plain"
            elif block is not None and (block[3] or not boosted):
                asked = block
            if self.there is False and asked[3] and not self.sleep:
                if now_s - self.seen_s >= _ABSENT_S:
                    why = "absent"
                else:
                    self.timed = True
        if not boosted and why in ("away", "vacation", "absent"):
            asked = self.setback
        mode = self.wish
        heat = asked[1]
        cool = asked[2]
        self.choice = None
        if why == "hold" and mode != "off" and len(asked) > 4:
            mode = asked[0] or mode
            if not boosted:
                self.choice = asked
        if boosted:
            why = "boost"
            more = _BOOST_CDEG
            if mode == "heat_cool":
                more = min(more, (cool - heat - self.deadband_cdeg) // 2)
            if mode != "heat":
                cool = max(cool - more, _LOW_CDEG)
            if mode == "heat" or mode == "heat_cool":
                heat = min(heat + more, _HIGH_CDEG)
        else:
            mode = narrowed(mode, "off" if why == "vacation" else asked[0])
        self.mode = mode
        self.heat_cdeg = heat
        self.cool_cdeg = cool
        self.occupied = asked[3] == 1
        self.person_off = self.wish == "off"
        self.why = "off" if self.person_off else why

    def snapshot(self, now_s: int) -> list:
        """Wish, age of its change, hold, what it asks for and rest, rest of a boost, block."""
        until = self.until
        if self.hold == "hold" and until > 0:
            until -= now_s
        return [
            self.wish,
            None if self.person_at_s is None else now_s - self.person_at_s,
            self.hold,
            self.held,
            until,
            None if self.boost_s is None else self.boost_s - now_s,
            self.start_min,
        ]

    def restore(self, now_s: int, data):
        """data: a snapshot, checked by whoever read it; the time without power counts as zero."""
        self.wish, age, self.hold, self.held, until, boost, start = data
        self.person_at_s = None if age is None else now_s - age
        self.until = until + now_s if self.hold == "hold" and until > 0 else until
        self.boost_s = None if boost is None else now_s + boost
        if start is not None:
            self.schedule.find(start)
            self.start_min = self.schedule.start_min
        self.decide(now_s, None)
        self.timed = True
