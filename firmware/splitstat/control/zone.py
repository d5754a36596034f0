"""What does a room ask of its unit? Reading, intent, weather -> heat, cool or nothing, and why.

Decided here: when a call starts, rests and ends by itself, and what ends it at once. Not here:
whether the outdoor unit may (changeover, lockout), with which setpoint and fan (modulation).

A call starts half a differential off the setpoint, and goes on while an inverter could run low: it
ends 1 K past the setpoint. In cold weather it does not end but *rests*: the unit stays on at a low
setpoint, so that the last frame ever sent leaves a safe room; in hot weather the same for cooling.
A resting zone does not weigh in the changeover.
"""

from splitstat.control.guards import Frost, Window

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

# An inverter at its lowest speed overshoots; its own thermostat stops it 0.5 - 1 K past the
# setpoint (general knowledge, as in the simulated units).
_END_CDEG = const(100)
_SLEEP_CDEG = const(100)  # in sleep hours nothing starts for less
_HOT_ROOM_CDEG = const(2600)  # no heating above, or above the heating setpoint + 1 K
_COLD_ROOM_CDEG = const(1600)
_CHOSEN_CDEG = const(300)  # so far past a person's own setpoint its thermostat is not trusted
_KEEP_S = const(1800)  # no automatic off or change of mode so soon after a start
_SETTLE_S = const(900)  # a unit that has just started or stopped says nothing about the window
_BLIND_CDEG = const(50)  # what a room without any reading counts for
_SCORE_MAX = const(4000)
_FROST_CDEG = const(900)


class Zone:
    """wants: None, "heat" or "cool"; dry: cool means dehumidify; resting: on, but satisfied.
    target_cdeg: the setpoint that wants works to, or None. error_cdeg: how far short of it. score:
    0..4000. idles: the unit is told to stand still (feed.py). end: None or the word of what ends a
    running call at once. end_cdeg: how far past its setpoint one ends by itself. reason: (word,
    number). fault: None or "frost_risk". frost.duty, window.open and window.defrost serve later.
    """

    def __init__(self, config: dict, traits):
        get = config.get
        self.differential_cdeg = get("differential_cdeg", 60)
        self.priority = get("priority", 1)
        self.setback_heat_cdeg = None
        if "heat" in (get("setback_mode") or "heat"):
            self.setback_heat_cdeg = get("setback_heat_cdeg")
        self.dryer = None
        above_cpct = get("dry_above_cpct")
        if above_cpct:
            from splitstat.control.dry import Dry

            self.dryer = Dry(above_cpct)
        self.window = Window()
        self.frost = Frost(config, traits)
        self.wants = self.target_cdeg = self.end = self.fault = self.call = None
        self.dry = self.resting = self.idles = False
        self.error_cdeg = self.score = 0
        self.reason = ("starting", 0)
        self.end_cdeg = _END_CDEG
        self.since_at = -_KEEP_S

    def step(self, now_s: int, reading, intent, outdoor, room, call, shed):
        """room: types.RoomInputs; call: what is granted now; shed: a load limit forbids calls."""
        if call != self.call:
            self.call = call
            self.since_at = now_s
        if not reading.known:
            return
        called_s = now_s - self.since_at
        cdeg = reading.cdeg
        mode = intent.mode
        heat = intent.heat_cdeg if mode == "heat" or mode == "heat_cool" else None
        cool = intent.cool_cdeg if mode == "cool" or mode == "heat_cool" else None
        frost = self.frost
        exact_cdeg = None if intent.choice is None else intent.choice[6]
        far = _END_CDEG if exact_cdeg is None else _CHOSEN_CDEG
        if mode == "off" and frost.weather and intent.why != "vacation" and "heat" in intent.wish:
            heat = self.setback_heat_cdeg  # below 5 degC outdoors a setback is better than off
        self._watch(now_s, reading, heat, cool, outdoor, room, called_s)
        stopped = shed or self.window.open or not outdoor.heat_ok
        heated = heat is not None and reading.source != "none" and not stopped
        frost.step(cdeg, mode, intent.person_off, heated, outdoor.low_cdeg)
        self.fault = frost.fault
        if mode == "dry" and (self.dryer is None or room.humidity_cpct is None):
            cool = intent.heat_cdeg + 250  # ends at the heating setpoint + 1.5 K
        running = None if self.resting or (self.dry and mode != "dry") else self.wants
        target = self.target_cdeg
        self.resting = self.dry = False
        self.end = want = None
        self.error_cdeg = self.score = 0
        if frost.duty is not None:
            want = self._guard(cdeg)
        elif intent.person_off:
            self._stop("person_off", 0)
        elif shed:
            self._stop("load_limit", 0)
        elif self.window.open and (exact_cdeg is None or self.window.cause == "contact"):
            self._stop("window", (now_s - self.window.since_s) // 60)
        elif heat is None and cool is None and mode != "dry":
            self._because(mode, 0)
        elif exact_cdeg is not None:
            want = self._chosen(cdeg, mode, exact_cdeg)
        elif cdeg is None:
            want = self._blind(heat, cool, reading.source, outdoor)
        else:
            want = self._sighted(cdeg, heat, cool, running, intent, outdoor, room)
        if cdeg is not None:
            if cdeg > _HOT_ROOM_CDEG and (heat is None or cdeg > heat + far):
                want = self._too_far("heat", want, call, cdeg)
            elif cdeg < _COLD_ROOM_CDEG and (cool is None or cdeg < cool - far):
                want = self._too_far("cool", want, call, cdeg)
        if call is not None and want != call and self.end is None:
            allowed = heat is not None if call == "heat" else cool is not None or mode == "dry"
            person_at_s = intent.person_at_s
            if not allowed and person_at_s is not None and person_at_s >= self.since_at:
                self.end = "mode_change"
            elif called_s < _KEEP_S:
                want = call
                if target is None:
                    target = intent.heat_cdeg if call == "heat" else intent.cool_cdeg
                self._rest(target, 0)
                self.score = 0
                self._because("keeps", (_KEEP_S - called_s + 59) // 60)
        if want is None:
            self.target_cdeg = None
            self.resting = False
        self.wants = want

    def _because(self, word, n):
        if word != self.reason[0] or n != self.reason[1]:
            self.reason = (word, n)

    def _stop(self, word, n):
        self.end = word
        self._because(word, n)

    def _rest(self, target, error):
        self.target_cdeg = target
        self.error_cdeg = error
        self.resting = True

    def _watch(self, now_s, reading, heat, cool, outdoor, room, called_s):
        """Is the room on its way to the weather, faster than it should?"""
        slope = reading.slope_cdeg_h
        air = outdoor.cdeg
        status = room.status
        self.window.dips(
            now_s, self.call == "heat", slope, air, status is not None and status.defrost
        )
        pull = 0
        if air is not None and reading.source == "sensor":
            cdeg = reading.cdeg
            if heat is not None and heat - cdeg > 100 and cdeg - air > 500:
                pull = -slope
            elif cool is not None and cdeg - cool > 100 and air - cdeg > 200:
                pull = slope
        settled = called_s >= _SETTLE_S and not self.idles
        self.idles = False
        self.window.step(now_s, room.window, pull, settled)

    def _too_far(self, cls, want, call, cdeg):
        """The hard limits: so hot a room is not heated, so cold a room is not cooled."""
        if want == cls:
            self._stop("over_temperature", (cdeg + 5) // 10)
            return None
        if call == cls:
            self.end = "over_temperature"
        return want

    def _guard(self, cdeg):
        """Frost duty: urgent in a cold room, otherwise a will that only rests."""
        if self.frost.cold:
            self.target_cdeg = _FROST_CDEG
            self.error_cdeg = _FROST_CDEG - cdeg
            self.score = _SCORE_MAX
            self._because("frost", (cdeg + 5) // 10)
        else:
            self._rest(_FROST_CDEG, 0)
            self._because("frost_unit" if self.frost.duty == "unit" else "frost_lowest", 0)
        return "heat"

    def _asks(self, cls, target, error, weight, word):
        self.target_cdeg = target
        self.error_cdeg = error
        if error > 0:
            self.score = min(_SCORE_MAX, min(error, 1000) * weight * self.priority)
        self._because(word, (error + 5) // 10)
        return cls

    def _chosen(self, cdeg, mode, target):
        """A person has set the unit itself (hand.py): on it stays, by its own thermostat."""
        cls = "heat" if mode == "heat" else "cool"
        error = 0 if cdeg is None else (target - cdeg) * (1 if cls == "heat" else -1)
        self.dry = mode == "dry"
        self.resting = error <= 0
        return self._asks(cls, target, error, 2, "handset")

    def _blind(self, heat, cool, source, outdoor):
        """No reading at all: the unit's own thermostat does it, in the class of the season."""
        may_cool = cool is not None and outdoor.cool_ok
        if source == "none":
            self._because("no_sensor", 0)
        elif heat is not None and outdoor.heat_ok and not (may_cool and self.wants == "cool"):
            return self._asks("heat", heat, _BLIND_CDEG, 1, "unit_thermostat")
        elif may_cool:
            return self._asks("cool", cool, _BLIND_CDEG, 1, "unit_thermostat")
        else:
            self._season(outdoor)
        return None

    def _season(self, outdoor):
        self._because("season", 0 if outdoor.cdeg is None else (outdoor.cdeg + 50) // 100)

    def _sighted(self, cdeg, heat, cool, running, intent, outdoor, room):
        half = _SLEEP_CDEG if intent.sleep and self.call is None else self.differential_cdeg // 2
        weight = 2 if intent.occupied else 1
        dry = intent.mode == "dry"
        off = shut = False  # off: short of a setpoint, but asleep; shut: the season's gate
        if heat is not None:
            error = heat - cdeg
            if error > half or (running == "heat" and error >= -self.end_cdeg):
                if outdoor.heat_ok:
                    return self._asks("heat", heat, error, weight, "heat")
                shut = True
            off = error > self.differential_cdeg // 2
        if cool is not None:
            error = cdeg - cool
            if error > half or (running == "cool" and error >= -self.end_cdeg):
                if outdoor.cool_ok:
                    self.dry = dry
                    return self._asks("cool", cool, error, weight, "cool")
                shut = True
            off = off or error > self.differential_cdeg // 2
        dryer = self.dryer
        if dryer is not None and outdoor.cool_ok and (cool is not None or dry):
            error = dryer.step(cdeg, room.humidity_cpct, intent.heat_cdeg, intent.cool_cdeg)
            if error > 0:
                self.dry = True
                return self._asks("cool", dryer.floor_cdeg, error, weight, "dry")
        cls = outdoor.rest_class(self.wants, cdeg, heat, cool)
        if cls is not None and not (intent.sleep and self.wants is None):
            self._rest(heat if cls == "heat" else cool, 0)
            self.error_cdeg = heat - cdeg if cls == "heat" else cdeg - cool
            self.dry = dry
            self._because("sleep" if off else "resting", (5 - self.error_cdeg) // 10)
            return cls
        if shut:
            self._season(outdoor)
        else:
            self._because("sleep" if off else "in_band", (cdeg + 5) // 10)
        return None
