"""What does a room ask of its unit? Reading, intent, weather -> heat, cool or nothing, and why.

Decided here: when a call starts, rests and ends by itself, and what ends it at once. Not here:
whether the outdoor unit may (changeover, lockout), with which setpoint and fan (modulation).

A call starts half a differential off the setpoint, and goes on while an inverter could run low: it
ends 1 K past the setpoint. In cold weather it does not end but *rests*: the unit stays on at a low
setpoint, so that the last frame ever sent leaves a safe room; in hot weather the same for cooling.
A resting zone does not weigh in the changeover.
"""

from splitstat.control.defrost import Defrost
from splitstat.control.frost import DONE_CDEG, Frost
from splitstat.control.rest import rest_class
from splitstat.control.rounding import rounded
from splitstat.control.window import Window

# An inverter at its lowest speed overshoots; its own thermostat stops it 0.5 - 1 K past the
# setpoint (general knowledge, as in the simulated units).
END_CDEG = 100
SLEEP_CDEG = 100  # in sleep hours nothing starts for less
HOT_ROOM_CDEG = 2600  # no heating above (or 1 K above the heating setpoint, where that is higher)
COLD_ROOM_CDEG = 1600
KEEP_S = 1800  # no automatic off or change of mode so soon after a start
SETTLE_S = 900  # a unit that has just started or stopped says nothing about the window
BLIND_CDEG = 50  # what a room without any reading counts for
SCORE_MAX = 4000


class Zone:
    """wants: None, "heat" or "cool"; dry: cool means dehumidify; resting: on, but satisfied.

    target_cdeg: the setpoint that wants works to, or None. error_cdeg: how far short of it. score:
    0..4000. end: None or the word of what ends a running call at once. reason: (word, number).
    fault: None or "frost_risk". frost.duty, window.open, defrost.holds: for the steps that follow.
    """

    def __init__(self, room_config: dict, traits=None):
        get = room_config.get
        self._half_cdeg = rounded(get("differential_cdeg", 60), 2)
        self._priority = get("priority", 1)
        self._setback_cdeg = get("setback_heat_cdeg")
        self._dryer = None
        if get("dry_above_cpct"):
            from splitstat.control.dry import Dry

            self._dryer = Dry(get("dry_above_cpct"))
        self.window = Window()
        self.defrost = Defrost()
        self.frost = Frost(room_config, traits)
        self.fault = None
        self.wants = None
        self.dry = False
        self.resting = False
        self.target_cdeg = None
        self.error_cdeg = 0
        self.score = 0
        self.end = None
        self.reason = ("starting", 0)
        self._word = "starting"
        self._n = 0
        self._call = None
        self._call_at = -KEEP_S

    def step(self, now_s: int, reading, intent, outdoor, room, call=None, shed=False):
        """room: types.RoomInputs; call: what is granted now; shed: a load limit forbids calls."""
        if call != self._call:
            self._call = call
            self._call_at = now_s
        cdeg = reading.cdeg
        mode = intent.mode
        heat = intent.heat_cdeg if mode == "heat" or mode == "heat_cool" else None
        cool = intent.cool_cdeg if mode == "cool" or mode == "heat_cool" else None
        frost = self.frost
        if mode == "off" and frost.weather and intent.why != "vacation" and "heat" in intent.wish:
            heat = self._setback_cdeg  # below 5 degC outdoors a setback is better than off
        sees = cdeg is not None or reading.source == "unit"
        frost.step(cdeg, mode, intent.person_off, heat is not None and sees, outdoor.low_cdeg)
        status = room.status
        self.defrost.step(
            now_s,
            call == "heat",
            reading.slope_cdeg_h,
            outdoor.cdeg,
            status is not None and status.defrost,
        )
        pull = 0
        if outdoor.cdeg is not None and reading.source == "sensor":
            if heat is not None and heat - cdeg > 100 and cdeg - outdoor.cdeg > 500:
                pull = -reading.slope_cdeg_h
            elif cool is not None and cdeg - cool > 100 and outdoor.cdeg - cdeg > 200:
                pull = reading.slope_cdeg_h
        hold = self.defrost.holds or now_s - self._call_at < SETTLE_S
        self.window.step(now_s, room.window, pull, hold)
        if mode == "dry" and intent.heat_cdeg is not None:
            if self._dryer is None or room.humidity_cpct is None:
                cool = intent.heat_cdeg + 250  # ends at the heating setpoint + 1.5 K
        running = None if self.resting or (self.dry and mode != "dry") else self.wants
        target = self.target_cdeg
        self.resting = self.dry = False
        self.end = None
        self.error_cdeg = self.score = 0
        self.fault = frost.fault
        if not reading.known:
            want = None
            self._because("starting", 0)
        elif frost.duty is not None:
            want = self._guard(cdeg)
        elif intent.person_off:
            want = self._stop("person_off", 0)
        elif shed:
            want = self._stop("load_limit", 0)
        elif self.window.open:
            want = self._stop("window", (now_s - self.window.since_s) // 60)
        elif heat is None and cool is None and mode != "dry":
            want = None
            self._because(mode, 0)
        elif cdeg is None:
            want = self._blind(heat, cool, reading.source, outdoor)
        else:
            want = self._sighted(cdeg, heat, cool, running, intent, outdoor, room)
        if call is not None and want != call and self.end is None:
            allowed = heat is not None if call == "heat" else cool is not None or mode == "dry"
            person_at_s = intent.person_at_s
            if not allowed and person_at_s is not None and person_at_s >= self._call_at:
                self.end = "mode_change"
            elif now_s - self._call_at < KEEP_S:
                want = call
                if target is None:
                    target = intent.heat_cdeg if call == "heat" else intent.cool_cdeg
                self.target_cdeg = target
                self.resting = True
                self.error_cdeg = self.score = 0
                self._because("keeps", (self._call_at + KEEP_S - now_s + 59) // 60)
        if cdeg is not None:
            if cdeg > HOT_ROOM_CDEG and (heat is None or cdeg > heat + END_CDEG):
                want = self._too_far("heat", want, call, cdeg)
            elif cdeg < COLD_ROOM_CDEG and (cool is None or cdeg < cool - END_CDEG):
                want = self._too_far("cool", want, call, cdeg)
        if want is None:
            self.target_cdeg = None
            self.resting = False
        self.wants = want

    def _because(self, word, n):
        if word != self._word or n != self._n:
            self._word = word
            self._n = n
            self.reason = (word, n)

    def _stop(self, word, n):
        self.end = word
        self._because(word, n)

    def _too_far(self, cls, want, call, cdeg):
        """The hard limits: so hot a room is not heated, so cold a room is not cooled."""
        if want == cls or call == cls:
            self.end = "over_temperature"
            if want == cls:
                self._because("over_temperature", rounded(cdeg, 10))
                return None
        return want

    def _guard(self, cdeg):
        """Frost duty: urgent in a cold room, otherwise a will that only rests."""
        if self.frost.cold:
            self.score = SCORE_MAX
            self.error_cdeg = DONE_CDEG - cdeg
            self._because("frost", rounded(cdeg, 10))
        else:
            self.resting = True
            self._because("frost_unit" if self.frost.duty == "unit" else "frost_lowest", 0)
        self.target_cdeg = DONE_CDEG
        return "heat"

    def _asks(self, cls, target, error, occupied, word):
        self.target_cdeg = target
        self.error_cdeg = error
        weight = self._priority * (2 if occupied else 1)
        if error > 0:
            self.score = min(SCORE_MAX, min(error, 1000) * weight)
        self._because(word, rounded(error, 10))
        return cls

    def _blind(self, heat, cool, source, outdoor):
        """No reading at all: the unit's own thermostat does it, in the class of the season."""
        if source == "none":
            self._because("no_sensor", 0)
            return None
        may_heat = heat is not None and outdoor.heat_ok
        may_cool = cool is not None and outdoor.cool_ok
        if may_heat and not (may_cool and self.wants == "cool"):
            return self._asks("heat", heat, BLIND_CDEG, False, "unit_thermostat")
        if may_cool:
            return self._asks("cool", cool, BLIND_CDEG, False, "unit_thermostat")
        self._because("season", 0 if outdoor.cdeg is None else rounded(outdoor.cdeg, 100))
        return None

    def _sighted(self, cdeg, heat, cool, running, intent, outdoor, room):
        half = SLEEP_CDEG if intent.sleep else self._half_cdeg
        word = "in_band"
        n = 0
        if heat is not None:
            error = heat - cdeg
            if error > half or (running == "heat" and error >= -END_CDEG):
                if outdoor.heat_ok:
                    return self._asks("heat", heat, error, intent.occupied, "heat")
                word = "season"
            elif error > self._half_cdeg:
                word = "sleep"
                n = rounded(error, 10)
        if cool is not None:
            error = cdeg - cool
            if error > half or (running == "cool" and error >= -END_CDEG):
                if outdoor.cool_ok:
                    self.dry = intent.mode == "dry"
                    return self._asks("cool", cool, error, intent.occupied, "cool")
                word = "season"
            elif error > self._half_cdeg:
                word = "sleep"
                n = rounded(error, 10)
        dryer = self._dryer
        if dryer is not None and outdoor.cool_ok and (cool is not None or intent.mode == "dry"):
            excess = dryer.step(cdeg, room.humidity_cpct, intent.heat_cdeg, intent.cool_cdeg)
            if excess > 0:
                self.dry = True
                return self._asks("cool", dryer.floor_cdeg, excess, intent.occupied, "dry")
        cls = rest_class(self.wants, cdeg, heat, cool, outdoor)
        if cls is not None and not (intent.sleep and self.wants is None):
            self.target_cdeg = heat if cls == "heat" else cool
            self.error_cdeg = heat - cdeg if cls == "heat" else cdeg - cool
            self.resting = True
            if word != "sleep":
                word = "resting"
                n = rounded(-self.error_cdeg, 10)
            self.dry = intent.mode == "dry"
        elif word == "in_band":
            n = rounded(cdeg, 10)
        elif word == "season" and outdoor.cdeg is not None:
            n = rounded(outdoor.cdeg, 100)
        self._because(word, n)
        return cls if self.resting else None

    def snapshot(self, now_s: int):
        """Nothing: what is wanted follows from the reading again within two samples."""
        return None

    def restore(self, now_s: int, data):
        pass
