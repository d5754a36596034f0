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
    None: the unit does not report, and is left to its own thermostat) or "none".
    fault: None, "sensor_failed" (one of several) or "no_sensor" (all of them).
    known: False after a start until a sensor has proved itself, or has had the time to.
    """

    def __init__(self, config: dict):
        self.median = config["fuse"] == "median"
        self.rules = config["fallback"]
        self.sensors = []
        for sensor in config["sensors"]:
            self.sensors.append(
                SensorHealth(
                    sensor["offset_cdeg"], sensor["stale_s"], sensor["weight"], sensor["when"]
                )
            )
        self.cdeg = None
        self.slope_cdeg_h = 0
        self.source = "none"
        self.fault = None
        self.known = False
        self.mask = 0  # which sensors are fused
        self.slow = 0  # the filter of the slope
        self.now_s = self.start_at = None

    def step(self, now_s: int, inputs, active: bool, sleep: bool):
        """inputs: types.RoomInputs; active: the unit runs; sleep: sleep hours."""
        if self.start_at is None:
            self.start_at = self.now_s = now_s
        other = "awake" if sleep else "sleep"
        failed = mask = spare = i = 0
        for sensor in self.sensors:
            sensor.step(now_s, inputs.cdeg[i], inputs.age_s[i], active)
            if sensor.cdeg is None:
                failed += 1
            elif sensor.when == other:
                spare |= 1 << i
            else:
                mask |= 1 << i
            i += 1
        self._fuse(now_s, mask or spare)
        self.fault = None
        if now_s - self.start_at >= _QUIET_START_S:
            self.known = True
            if failed:
                self.fault = "no_sensor" if failed == len(self.sensors) else "sensor_failed"
        elif self.mask or not failed:
            self.known = True

    def _fuse(self, now_s, mask):
        elapsed_s = now_s - self.now_s
        self.now_s = now_s
        if mask == 0:
            self.cdeg = None
            self.source = "none"
            self.slope_cdeg_h = self.mask = 0
            return
        total = weights = 0
        self.source = "coasting"
        rest = mask
        for sensor in self.sensors:
            if rest & 1:
                total += sensor.cdeg * sensor.weight
                weights += sensor.weight
                if sensor.state == "fresh":
                    self.source = "sensor"
            rest >>= 1
        self.cdeg = cdeg = self._middle(mask) if self.median else rounded(total, weights)
        if mask != self.mask:  # other sensors, other level: the slope starts anew
            self.mask = mask
            self.slow = cdeg * SCALE
        self.slow = lag(self.slow, cdeg, elapsed_s, _SLOPE_S)
        self.slope_cdeg_h = rounded((cdeg * SCALE - self.slow) * 6, SCALE)

    def _middle(self, mask):
        """The median of the sensors in the mask."""
        values = []
        for i in range(len(self.sensors)):
            if mask >> i & 1:
                values.append(self.sensors[i].cdeg)
        values.sort()
        n = len(values)
        return rounded(values[(n - 1) >> 1] + values[n >> 1], 2)

    def fallback(self, rooms_cdeg: list, status):
        """After every room's step: without a sensor, take the first rule that gives an answer.

        rooms_cdeg: the cdeg of every room as step() left it, so that another room only helps with
        its own sensors; status: what the unit says of itself, or None.
        """
        if self.source != "none" or not self.known:
            return
        for rule in self.rules:
            if rule[0] == "room":
                cdeg = rooms_cdeg[rule[1]]
                if cdeg is not None:
                    self.cdeg = cdeg + rule[2]
                    self.source = "other_room"
                    return
            else:
                self.source = "unit"
                if status is not None and status.return_cdeg is not None:
                    self.cdeg = status.return_cdeg + rule[1]
                return
