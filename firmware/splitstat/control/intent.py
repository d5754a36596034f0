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
"""

from splitstat.control.schedule import MODES, Schedule, narrowed

LOW_CDEG = 500
HIGH_CDEG = 3500
BOOST_CDEG = 200
BOOST_MAX_MIN = 240
HOLD_MAX_MIN = 10080
VACATION_MAX_MIN = 366 * 1440
ABSENT_S = 1800  # after so long with nobody there an occupied block becomes setback
LOOK_S = 60  # how often the end of a vacation is looked for
NEVER_S = 2**30 - 1


def within(value, low: int, high: int) -> bool:
    """A plain integer (not True, not a float) from low to high."""
    return type(value) is int and low <= value <= high


class Intent:
    """One room. config: its entry in the compiled home.

    step() leaves .mode, .heat_cdeg, .cool_cdeg (never nearer than the deadband), .occupied,
    .sleep, .person_off, .person_at_s (now_s of a person's last mode change, or None) and .why
    (schedule plain hold boost away vacation absent off no_clock). .schedule.next is what follows.
    """

    def __init__(self, config: dict):
        self.config = config
        self.schedule = Schedule(config["blocks"], config["sleep"])
        self.block = None
        self.clock = False
        self.wish = config["mode"]
        self.hold = None  # or hold, away, vacation
        self.hold_heat_cdeg = self.hold_cool_cdeg = 0
        self.until = 0  # hold: now_s of its end, 0 next block, -1 never; vacation: utc_min
        self.boost_s = None
        self.person_at_s = None
        self.seen_s = None
        self.there = True
        self.look_s = 0
        self._decide(0, None)
        self.look_s = 0

    def step(self, now_s: int, utc_min: int, week_min: int, presence: bool):
        """utc_min and week_min are None without a clock, presence without a sensor."""
        there = presence is not False
        if there or self.seen_s is None:
            self.seen_s = now_s
        changed = there != self.there
        if week_min is not None:
            changed = self.schedule.step(week_min) or changed
        if changed or now_s >= self.look_s or self.clock != (week_min is not None):
            self.there = there
            self.clock = week_min is not None
            if self.block is not self.schedule.block:
                self.block = self.schedule.block
                self.seen_s = now_s
                if self.hold == "hold" and self.until == 0:
                    self.hold = None
            self._decide(now_s, utc_min)

    def event(self, now_s: int, utc_min: int, word: str, a, b) -> bool:
        """Do what a person asked for; False, and no effect, where it makes no sense."""
        config = self.config
        if word == "mode" and a in MODES:
            if a != self.wish:
                self.wish = a
                self.person_at_s = now_s
            if a == "off":
                self.boost_s = None
            self._decide(now_s, utc_min)
            if self.mode == "off" != a:
                self._keep(now_s, config["heat_cdeg"], config["cool_cdeg"], config["hold_min"])
        elif word == "setpoint" and (a is not None or b is not None):
            heat, cool = self._spread(a, b)
            if heat is None:
                return False
            self._keep(now_s, heat, cool, None if self.hold == "hold" else config["hold_min"])
        elif word == "hold" and within(a, -1, HOLD_MAX_MIN):
            if self.why == "boost":
                self.boost_s = None
                self._decide(now_s, utc_min)
            self._keep(now_s, self.heat_cdeg, self.cool_cdeg, a)
        elif word == "boost" and within(a, 0, BOOST_MAX_MIN) and self.wish != "off":
            self.boost_s = now_s + a * 60 if a else None
        elif word == "resume" or (word == "away" and within(a, 0, 1)):
            self.boost_s = None
            self.hold = "away" if word == "away" and a else None
        elif word == "vacation" and (
            within(a, 0, 0)
            or (utc_min is not None and within(a, utc_min + 1, utc_min + VACATION_MAX_MIN))
        ):
            self.boost_s = None
            self.until = a
            self.hold = "vacation" if a else None
        else:
            return False
        self.seen_s = now_s
        self._decide(now_s, utc_min)
        return True

    def _keep(self, now_s, heat_cdeg, cool_cdeg, minutes):
        """Begin a hold; minutes None: go on with the one that is on."""
        self.boost_s = None
        self.hold = "hold"
        self.hold_heat_cdeg = heat_cdeg
        self.hold_cool_cdeg = cool_cdeg
        if minutes is not None:
            self.until = now_s + minutes * 60 if minutes > 0 else minutes

    def _spread(self, heat, cool):
        """New setpoints with the deadband between; (None, None) where there is no such pair."""
        comfort = self.occupied and self.why != "boost"
        old_heat = self.heat_cdeg if comfort else self.config["heat_cdeg"]
        old_cool = self.cool_cdeg if comfort else self.config["cool_cdeg"]
        moved = heat is not None and heat != old_heat
        if heat is None:
            heat = old_heat
        if cool is None:
            cool = old_cool
        if within(heat, LOW_CDEG, HIGH_CDEG) and within(cool, LOW_CDEG, HIGH_CDEG):
            gap = self.config["deadband_cdeg"]
            if cool - heat < gap:
                if moved:
                    cool = heat + gap
                else:
                    heat = cool - gap
            if heat >= LOW_CDEG and cool <= HIGH_CDEG:
                return heat, cool
        return None, None

    def _decide(self, now_s, utc_min):
        """Everything anew; called when something may have changed."""
        config = self.config
        block = self.block
        mode = self.wish
        look_s = NEVER_S
        if self.boost_s is not None and now_s >= self.boost_s:
            self.boost_s = None
        hold = self.hold
        if hold == "hold" and 0 < self.until <= now_s:
            hold = None
        if hold == "vacation":
            look_s = now_s + LOOK_S
            if utc_min is not None and utc_min >= self.until:
                hold = None
        self.hold = hold
        self.sleep = self.clock and self.schedule.sleep
        self.occupied = True
        self.heat_cdeg = config["heat_cdeg"]
        self.cool_cdeg = config["cool_cdeg"]
        why = hold
        if hold == "hold":
            self.heat_cdeg = self.hold_heat_cdeg
            self.cool_cdeg = self.hold_cool_cdeg
            if self.until > 0:
                look_s = self.until
        elif hold is None:
            why = "schedule"
            if block is None:
                why = "plain"
            else:
                mode = narrowed(mode, block[1])
                self.heat_cdeg = block[2]
                self.cool_cdeg = block[3]
                self.occupied = block[4] == 1
            if not self.clock:
                why = "no_clock"
            if not self.there and config["presence"] and self.occupied and not self.sleep:
                look_s = self.seen_s + ABSENT_S
                if now_s >= look_s:
                    look_s = NEVER_S
                    why = "absent"
        if why in ("away", "vacation", "absent"):
            mode = "off" if why == "vacation" else narrowed(mode, config["setback_mode"])
            self.occupied = False
            self.heat_cdeg = config["setback_heat_cdeg"]
            self.cool_cdeg = config["setback_cool_cdeg"]
        if self.boost_s is not None:
            look_s = min(look_s, self.boost_s)
            mode = self.wish
            why = "boost"
            self._boost()
        self.person_off = self.wish == "off"
        self.mode = mode
        self.why = "off" if self.person_off else why
        self.look_s = look_s

    def _boost(self):
        """2 K where one class is wanted; where both are, what the deadband leaves."""
        if not self.occupied:
            self.occupied = True
            self.heat_cdeg = self.config["heat_cdeg"]
            self.cool_cdeg = self.config["cool_cdeg"]
        heat = self.heat_cdeg
        cool = self.cool_cdeg
        if self.wish == "heat":
            up = down = min(BOOST_CDEG, HIGH_CDEG - cool)
        elif self.wish == "heat_cool":
            up = min(BOOST_CDEG, (cool - heat - self.config["deadband_cdeg"]) // 2)
            down = -up
        else:
            up = down = -min(BOOST_CDEG, heat - LOW_CDEG)
        self.heat_cdeg = heat + up
        self.cool_cdeg = cool + down

    def snapshot(self, now_s: int) -> list:
        """Wish, age of its change, hold, its setpoints and rest, rest of a boost, block."""
        until = self.until
        if self.hold == "hold" and until > 0:
            until -= now_s
        return [
            self.wish,
            None if self.person_at_s is None else now_s - self.person_at_s,
            self.hold,
            self.hold_heat_cdeg,
            self.hold_cool_cdeg,
            until,
            None if self.boost_s is None else self.boost_s - now_s,
            None if self.block is None else self.schedule.from_min,
        ]

    def restore(self, now_s: int, data):
        """data: a snapshot, checked by whoever read it; the time without power counts as zero."""
        self.wish, age, self.hold, self.hold_heat_cdeg, self.hold_cool_cdeg = data[:5]
        until, boost, block = data[5:]
        self.person_at_s = None if age is None else now_s - age
        self.until = until + now_s if self.hold == "hold" and until > 0 else until
        self.boost_s = None if boost is None else now_s + boost
        if block is not None:
            self.schedule.find(block)
            self.block = self.schedule.block
        self._decide(now_s, None)
        self.look_s = now_s
