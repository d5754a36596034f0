"""When is the hot-water tank heated, how far, and by what?

Law: the upper sensor says when there is too little hot water, the lower when the tank is full.
Without reheat windows the tank is filled whenever the upper sensor is a differential short; with
windows it is filled within them, and outside only kept above the floor. Cheap hours and surplus
fill it too, to targets of their own. While the rooms are short, hot water has the machine for at
most max_s and then leaves it to them for as long; hygiene (hygiene.py) and an empty tank come
first. A load limit stops everything but hygiene that is overdue. The immersion heater is the
second stage: above what the heat pump reaches, and where the tank does not answer.

Not decided here: who heats (whole_home.py). A limit in software is no protection.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_OLD_S = const(900)  # a reading older than this is none
_STUCK_S = const(86400)  # nor is one that has not moved by a digit for a day
_LOW_CDEG = const(-500)
_HIGH_CDEG = const(9500)
_STOP_CDEG = const(7500)  # everything off, whoever heats
_EMPTY_CDEG = const(3800)  # cold at the tap soon: the tank comes before the rooms
_STALL_S = const(1800)  # hot on top and no warmer below: the heat pump has done what it can
_ANSWER_S = const(5400)
_ANSWER_CDEG = const(100)
_TOP_CDEG = const(500)
_OVER_CDEG = const(100)  # the hygiene cycle aims so much higher than it must measure


class TankInputs:
    """What was read of the tank before a scan: cdeg and age_s, upper (or only) sensor first;
    cheap: the price is low now; surplus: there is power to spare; boost: a person wants hot
    water."""

    def __init__(self, sensors: int):
        self.cdeg: list = [None] * sensors
        self.age_s = [0] * sensors
        self.cheap = self.surplus = self.boost = False


class HotWater:
    """heat: the tank wants the machine; beyond: but no heat pump gets there; immersion: the
    electric heater; target_cdeg: to where. first: it does not wait for the rooms. reason: (word,
    number). fault: None, "tank_unseen", "tank_cold" or "tank_hot"."""

    def __init__(self, config: dict):
        self.config = config
        self.hygiene = None
        if config["hygiene_days"]:
            from splitstat.control.hygiene import Hygiene

            self.hygiene = Hygiene(config)
        n = config["sensors"]
        self.last: list = [None] * n
        self.moved_s = [0] * n
        self.heat = self.immersion = self.first = self.filling = self.boosting = False
        self.beyond = False
        self.target_cdeg = config["setpoint_cdeg"]
        self.reason = ("starting", 0)
        self.fault = None
        self.since_s = self.waits_until_s = 0
        self.base_cdeg = None  # where the tank stood when heating began, or last rose
        self.base_s = 0
        self.stage_two = False

    def step(self, now_s: int, utc_min, week_min, tank: TankInputs, rooms_short, shed):
        """week_min: None while nobody knows the time. rooms_short: a room waits for heat."""
        config = self.config
        top = self._read(now_s, tank, 0)
        foot = self._read(now_s, tank, len(self.last) - 1)
        coldest = None if top is None or foot is None else min(top, foot)
        if top is None:
            top = foot
        elif foot is None:
            foot = top
        window = self._window(week_min)
        hygiene = self.hygiene
        due = overdue = False
        if hygiene is not None:
            good = tank.surplus or tank.cheap or window is True
            hygiene.step(now_s, utc_min, coldest, good)
            due = hygiene.due
            overdue = hygiene.overdue
        if tank.boost:
            self.boosting = True
        if top is None or foot is None:
            self._off("no_sensor", 0)
            self.fault = "tank_unseen"
            return
        if max(top, foot) >= _STOP_CDEG:
            self._off("too_hot", max(top, foot) // 10)
            self.fault = "tank_hot"
            return
        if self.fault == "tank_unseen" or self.fault == "tank_hot":
            self.fault = None
        target = config["setpoint_cdeg"]
        why = "refill"
        rest = "full"
        low = top
        gap = config["differential_cdeg"]
        start = target - gap
        if tank.surplus and config["surplus_cdeg"]:
            target = config["surplus_cdeg"]
            why = "surplus"
            low = foot
            start = target - gap
        elif tank.cheap and config["cheap_cdeg"]:
            target = config["cheap_cdeg"]
            why = "cheap"
            low = foot
            start = target - gap
        elif self.boosting:
            why = "boost"
            low = foot
            start = target
        elif window:
            why = "reheat"
            low = foot
        elif window is False and not self.filling:
            start = config["floor_cdeg"]
            rest = "waits_reheat"
        if due:
            target = max(target, hygiene.cdeg + _OVER_CDEG)
            why = "hygiene"
            self.filling = True
        elif self.filling and target < self.target_cdeg and foot >= target:
            self.filling = False
        elif low < start:
            self.filling = True
        if foot >= target and not due:
            self.filling = self.boosting = False
        self.target_cdeg = target
        if shed and not overdue:
            self._off("load_limit", 0)
        elif not self.filling:
            self._off(rest, top // 10)
        elif not due and top >= _EMPTY_CDEG and self._waits(now_s, rooms_short):
            self._off("rooms_first", (self.waits_until_s - now_s + 59) // 60)
        else:
            self._run(now_s, top, foot, due)
            self.reason = (why, foot // 10)

    def _run(self, now_s, top, foot, due):
        config = self.config
        if self.base_cdeg is None:
            self.since_s = self.base_s = now_s
            self.base_cdeg = foot
            self.stage_two = False
        elif foot >= self.base_cdeg + _ANSWER_CDEG:
            self.base_cdeg = foot
            self.base_s = now_s
            if not self.stage_two:
                self.fault = None
        elif foot < self.base_cdeg:
            self.base_cdeg = foot  # somebody draws
        limit = config["heat_pump_cdeg"]
        beyond = self.beyond
        if self.target_cdeg <= limit:
            beyond = False
        elif foot >= limit - 50 or (top >= limit - 50 and now_s - self.base_s >= _STALL_S):
            beyond = True
        self.beyond = beyond
        if now_s - self.base_s >= _ANSWER_S and not beyond:
            self.fault = "tank_cold"
            self.stage_two = True
            self.base_s = now_s
        self.heat = not beyond
        # A heater above the foot would go on for ever: the top has enough then.
        more = top < self.target_cdeg + _TOP_CDEG
        self.immersion = bool(config["immersion"]) and more and (beyond or self.stage_two)
        self.first = due or top < _EMPTY_CDEG

    def _waits(self, now_s, rooms_short):
        """The rooms' turn? They get the machine for as long as the tank may have it at once."""
        if not rooms_short:
            self.waits_until_s = now_s
            return False
        most_s = self.config["max_s"]
        if self.base_cdeg is not None and now_s - self.since_s >= most_s:
            self.waits_until_s = now_s + most_s
        return now_s < self.waits_until_s

    def _off(self, why, n):
        self.heat = self.immersion = self.first = self.beyond = self.stage_two = False
        self.base_cdeg = None
        self.reason = (why, n)

    def _window(self, week_min):
        """True in a reheat window, False outside, None where there are none or no clock."""
        spans = self.config["windows"]
        if not spans or week_min is None:
            return None
        for i in range(0, len(spans), 2):
            if spans[i] <= week_min < spans[i + 1]:
                return True
        return False

    def _read(self, now_s, tank, n):
        """A reading that can be believed, or None."""
        cdeg = tank.cdeg[n]
        if cdeg is None or tank.age_s[n] > _OLD_S or not _LOW_CDEG <= cdeg <= _HIGH_CDEG:
            return None
        if cdeg != self.last[n]:
            self.last[n] = cdeg
            self.moved_s[n] = now_s
        return None if now_s - self.moved_s[n] > _STUCK_S else cdeg

    def snapshot(self, utc_min) -> list:
        """What survives a power cut."""
        return [self.hygiene.snapshot(utc_min) if self.hygiene else None, self.boosting]

    def restore(self, data):
        """Goes on from a snapshot."""
        if self.hygiene and data[0]:
            self.hygiene.restore(data[0])
        self.boosting = data[1]
