"""What is the temperature of the room? Several sensors become one value, and there is always a
next best answer.

Healthy sensors of the hour ("always", "sleep", "awake") are fused by weighted mean or by median;
those that drop out are left out, and the weights of the rest count alone. Without any, a sensor of
the other hours helps; then the ordered fallback of the configuration: another room with an offset,
the unit's own thermostat; then nothing.
"""

from splitstat.control.rounding import SCALE, lag, rounded
from splitstat.control.sensor_health import SensorHealth

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SLOPE_S = const(600)  # time constant of the slope; as 3600 / 600 = 6 below
_QUIET_START_S = const(900)  # after a start: no fallback, no fault before sensors could speak


class RoomReading:
    """cdeg: the room, or None. slope_cdeg_h: 0 until known, and 0 unless the room's own sensors
    speak.

    source: "sensor", "coasting" (every sensor holds its last value), "other_room", "unit" (cdeg
    None: the unit does not report, and is left to its own thermostat) or "none". age_s: age of the
    youngest sample that counts. fault: None, "sensor_failed" (one of several) or "no_sensor" (all
    of them). known: False after a start until a sensor has proved itself, or has had the time to.
    """

    def __init__(self, room_config: dict):
        sensors = room_config.get("sensors") or ()
        self.sensors = [
            SensorHealth(s.get("offset_cdeg", 0), s.get("stale_s", 900)) for s in sensors
        ]
        self._weight = [s.get("weight", 1) for s in sensors]
        self._when = [s.get("when", "always") for s in sensors]
        self._median = room_config.get("fuse") == "median"
        self._rules = room_config.get("fallback") or ()
        self.cdeg = None
        self.slope_cdeg_h = 0
        self.source = "none"
        self.age_s = 0
        self.fault = None
        self.known = False
        self._mask = 0
        self._slow = 0
        self._now_s = None
        self._start_s = None
        self._return_cdeg = None

    def step(self, now_s: int, inputs, active: bool, sleep: bool):
        """inputs: types.RoomInputs; active: the unit runs; sleep: sleep hours."""
        if self._start_s is None:
            self._start_s = self._now_s = now_s
        self._return_cdeg = inputs.status.return_cdeg if inputs.status is not None else None
        now_word = "sleep" if sleep else "awake"
        failed = 0
        mask = 0
        spare = 0
        for i in range(len(self.sensors)):
            sensor = self.sensors[i]
            sensor.step(now_s, inputs.cdeg[i], inputs.age_s[i], active)
            if sensor.cdeg is None:
                failed += 1
            elif self._when[i] == "always" or self._when[i] == now_word:
                mask |= 1 << i
            else:
                spare |= 1 << i
        self._fuse(now_s, mask or spare)
        self.fault = None
        if mask or spare or failed == 0 or now_s - self._start_s >= _QUIET_START_S:
            self.known = True
        if failed and now_s - self._start_s >= _QUIET_START_S:
            self.fault = "no_sensor" if failed == len(self.sensors) else "sensor_failed"

    def _fuse(self, now_s, mask):
        elapsed_s = now_s - self._now_s
        self._now_s = now_s
        if mask == 0:
            self.cdeg = None
            self.source = "none"
            self.slope_cdeg_h = self._mask = 0
            return
        total = weights = 0
        age_s = None
        source = "coasting"
        for i in range(len(self.sensors)):
            if mask >> i & 1:
                sensor = self.sensors[i]
                total += sensor.cdeg * self._weight[i]
                weights += self._weight[i]
                if sensor.state == "fresh":
                    source = "sensor"
                if age_s is None or sensor.age_s < age_s:
                    age_s = sensor.age_s
        self.source = source
        self.age_s = age_s
        self.cdeg = cdeg = self._middle(mask) if self._median else rounded(total, weights)
        if mask != self._mask:  # other sensors, other level: the slope starts anew
            self._mask = mask
            self._slow = cdeg * SCALE
        self._slow = lag(self._slow, cdeg, elapsed_s, _SLOPE_S)
        self.slope_cdeg_h = rounded((cdeg * SCALE - self._slow) * 6, SCALE)

    def _middle(self, mask):
        """The median of the sensors in the mask, by counting, so that nothing is allocated."""
        count = 0
        for i in range(len(self.sensors)):
            count += mask >> i & 1
        low = high = 0
        for i in range(len(self.sensors)):
            if mask >> i & 1:
                value = self.sensors[i].cdeg
                assert value is not None
                below = same = 0
                for j in range(len(self.sensors)):
                    if mask >> j & 1:
                        other = self.sensors[j].cdeg
                        assert other is not None
                        below += other < value
                        same += other == value
                if below <= (count - 1) >> 1 < below + same:
                    low = value
                if below <= count >> 1 < below + same:
                    high = value
        return rounded(low + high, 2)

    def fallback(self, rooms_cdeg: list):
        """After every room's step: without a sensor, take the first rule that gives an answer.

        rooms_cdeg: the cdeg of every room as step() left it, so that another room only helps with
        its own sensors.
        """
        if self.source != "none" or not self.known:
            return
        for i in range(len(self._rules)):
            rule = self._rules[i]
            if rule[0] == "room":
                cdeg = rooms_cdeg[rule[1]]
                if cdeg is not None:
                    self.cdeg = cdeg + rule[2]
                    self.source = "other_room"
                    return
            else:
                self.source = "unit"
                if self._return_cdeg is not None:
                    self.cdeg = self._return_cdeg + rule[1]
                return
