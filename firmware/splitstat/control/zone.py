"""What does this room ask of its unit? Reading + intent + weather -> heat, cool or nothing, how much, and why.

Decided here: when a call starts, rests and ends by itself, and what ends it at once. Not decided here: whether the
outdoor unit may do it (changeover, lockout), and with which setpoint and fan (modulation).

A call starts half a differential off the setpoint, and goes on while an inverter could run low: it ends 1 K past the
setpoint. In cold weather it does not end but *rests*: the unit stays on at a low setpoint, so that the last frame
ever sent leaves a safe room; in hot weather the same for cooling. A resting zone does not weigh in the changeover.
"""

from .defrost import Defrost
from .frost import DONE_CDEG, Frost
from .rounding import rounded
from .window import Window

END_CDEG = 100  # an inverter at its lowest speed overshoots; its own thermostat stops it 0.5 - 1 K past the setpoint
SLEEP_CDEG = 100  # in sleep hours nothing starts for less
HOT_ROOM_CDEG = 2600  # no heating above (or 1 K above the heating setpoint, where that is higher)
COLD_ROOM_CDEG = 1600
# A day whose low is below 12 degC leaves an unheated room (gains worth some 4 K) below 16 within days.
COLD_DAY_CDEG = 1200
HOT_DAY_CDEG = 2600
REST_CDEG = 300  # weather unknown: a call rests until the room is so far past its setpoint
KEEP_S = 1800  # no automatic off or change of mode so soon after a start
SETTLE_S = 900  # a unit that has just started or stopped says nothing about the window
BLIND_CDEG = 50  # what a room without any reading counts for
SCORE_MAX = 4000


class Zone:
    """wants: None, "heat" or "cool"; dry: cool means dehumidify; resting: on, but satisfied.

    target_cdeg: the setpoint that wants works to, or None. error_cdeg: how far short of it. score: 0..4000.
    end: None or the word of what ends a running call at once. reason: (word, number).
    frost.duty, window.open, defrost.holds: for the steps that follow. fault: None or "frost_risk".
    """

    def __init__(self, room_config: dict, traits=None):
        get = room_config.get
        self._half_cdeg = rounded(get("differential_cdeg", 60), 2)
        self._priority = get("priority", 1)
        self._setback_cdeg = get("setback_heat_cdeg") if "heat" in get("mode", "heat_cool") else None
        self._dryer = None
        if get("dry_above_cpct"):
            from .dry import Dry

            self._dryer = Dry(get("dry_above_cpct"))
        self.window = Window()
        self.defrost = Defrost()
        self.frost = Frost(room_config, traits)
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

    @property
    def fault(self):
        return self.frost.fault

    def step(self, now_s: int, reading, intent, outdoor, room, call=None, shed=False):
        """room: types.RoomInputs; call: what this head is granted now; shed: a load limit forbids calls."""
        if call != self._call:
            self._call = call
            self._call_at = now_s
        cdeg = reading.cdeg
        mode = intent.mode
        heat = intent.heat_cdeg if mode == "heat" or mode == "heat_cool" else None
        cool = intent.cool_cdeg if mode == "cool" or mode == "heat_cool" else None
        frost = self.frost
        if mode == "off" and frost.weather and intent.why == "schedule" and not intent.person_off:
            heat = self._setback_cdeg  # below 5 degC outdoors a setback is better than off
        sees = cdeg is not None or reading.source == "unit"
        frost.step(cdeg, mode, intent.person_off, heat is not None and sees, outdoor.low_cdeg)
        status = room.status
        self.defrost.step(
            now_s, call == "heat", reading.slope_cdeg_h, outdoor.cdeg, status is not None and status.defrost
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
        if frost.duty is not None:
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
        """The hard limits: a room so hot is not heated, one so cold is not cooled, whatever was wanted."""
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
            self._because("frost_" + self.frost.duty, 0)
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
            self._asks("heat", heat, BLIND_CDEG, False, "unit_thermostat")
            return "heat"
        if may_cool:
            return self._asks("cool", cool, BLIND_CDEG, False, "unit_thermostat")
        self._because("season", 0)
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
        if self._dryer is not None and outdoor.cool_ok and (cool is not None or intent.mode == "dry"):
            excess = self._dryer.step(cdeg, room.humidity_cpct, intent.heat_cdeg, intent.cool_cdeg)
            if excess > 0:
                self.dry = True
                return self._asks("cool", self._dryer.floor_cdeg, excess, intent.occupied, "dry")
        cls = self._season(cdeg, heat, cool, outdoor)
        if cls is not None and not (intent.sleep and self.wants is None):
            self.target_cdeg = heat if cls == "heat" else cool
            self.error_cdeg = heat - cdeg if cls == "heat" else cdeg - cool
            self.resting = True
            if word != "sleep":
                word = "resting"
                n = rounded(-self.error_cdeg, 10)
        elif word == "in_band":
            n = rounded(cdeg, 10)
        self._because(word, n)
        return cls if self.resting else None

    def _season(self, cdeg, heat, cool, outdoor):
        """The class to rest in, or None. In weather that is both, the last one, or the nearer setpoint."""
        was = self.wants
        cold = hot = False
        if heat is not None and outdoor.heat_ok:
            if outdoor.low_cdeg is None:
                cold = was == "heat" and cdeg - heat < REST_CDEG
            else:
                cold = outdoor.low_cdeg < (COLD_DAY_CDEG + 100 if was == "heat" else COLD_DAY_CDEG)
        if cool is not None and outdoor.cool_ok:
            if outdoor.high_cdeg is None:
                hot = was == "cool" and cool - cdeg < REST_CDEG
            else:
                hot = outdoor.high_cdeg > (HOT_DAY_CDEG - 100 if was == "cool" else HOT_DAY_CDEG)
        if cold and hot:
            cold = was == "heat" or (was is None and cdeg - heat <= cool - cdeg)
        return "heat" if cold else "cool" if hot else None

    def snapshot(self, now_s: int) -> list:
        return [self.wants, int(self.resting), self._call, now_s - self._call_at]

    def restore(self, now_s: int, data):
        self.wants = data[0]
        self.resting = data[1] == 1
        self._call = data[2]
        self._call_at = now_s - data[3]
