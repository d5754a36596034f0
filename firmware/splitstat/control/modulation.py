"""How far an indoor unit is pushed: its setpoint, fan and louvres while a call stands.

Law: the unit's own thermostat decides when its compressor runs; all we have is its setpoint, in whole or half
degrees, a few times an hour. So a slow PI on the room's own sensor shifts the setpoint around the room's target,
never more than 3 K (every frame is a will: it must be safe as the last one ever sent). The gains follow the
published rules of setpoint-offset thermostats (proportional 0.3 to 0.5 K/K, integral around an hour).
"""

from splitstat.control.types import UnitCommand

REACH_CDEG = 300  # the most that a setpoint may stand off the room's target
STEP_S = 300  # the integral and the setpoint are looked at every five minutes
SETTLE_S = 900  # low speed is reached about 15 min after a start: no pull-back before
GAIN_NUM, GAIN_DEN = 1, 2  # K of offset per K of error
INTEGRAL_MIN = 120  # minutes in which a standing error adds itself to the offset
LEAD_DEN = 6  # the slope (per hour) is looked ahead by a sixth of an hour
REST_CDEG = 1800  # a resting unit in heat: safe as a will down to -4 K of hidden bias
REST_COOL_CDEG = 2700  # and in cool
HOLDING_CDEG = 50
LOUD_CDEG = 100  # in sleep hours the fan stays quiet up to this error


def grid(cdeg: int, step_cdeg: int) -> int:
    """The multiple of step_cdeg nearest to cdeg, ties upwards."""
    return (cdeg + step_cdeg // 2) // step_cdeg * step_cdeg


class Modulation:
    """One head. step() leaves .command, a UnitCommand; it is a new object only when something differs."""

    def __init__(self, traits):
        self.traits = traits
        self.command = None
        self.cls = None
        self.integral_cdeg_min = 0
        self.bias_heat_cdeg_min = 0
        self.bias_cool_cdeg_min = 0
        self.offset_cdeg = 0
        self.target_cdeg = None
        self.resting = False
        self.started_s = 0
        self.looked_s = 0

    def step(self, now_s: int, cls: str, reading, zone, intent):
        """cls: heat or cool, the call that stands; a room that no longer wants it rests until the call may end."""
        wanted = zone.wants == cls
        resting = zone.resting or not wanted
        target_cdeg = zone.target_cdeg
        if not wanted:
            target_cdeg = intent.heat_cdeg if cls == "heat" else intent.cool_cdeg
        if cls != self.cls:
            self._begin(now_s, cls)
        elif (
            now_s - self.looked_s < STEP_S
            and target_cdeg == self.target_cdeg
            and resting == self.resting
        ):
            return
        elapsed_min = min(now_s - self.looked_s, 2 * STEP_S) // 60
        self.looked_s = now_s
        self.target_cdeg = target_cdeg
        self.resting = resting
        duty = zone.frost.duty if wanted else None
        if duty == "unit":
            self._tell("heat", self.traits.frost_cdeg, "auto", True)
            return
        fan = "auto"
        if duty == "lowest":
            pushed = self.traits.heat[0]
        elif resting:
            pushed = self._resting(cls, target_cdeg)
            fan = "quiet"
        elif reading.cdeg is None:
            pushed = target_cdeg
        else:
            held = zone.window.defrost or reading.source != "sensor"
            pushed = self._pushed(now_s, cls, target_cdeg, reading, 0 if held else elapsed_min)
            if zone.dry:
                fan = "low"
            elif intent.sleep and zone.error_cdeg <= LOUD_CDEG:
                fan = "quiet"
        self._tell(cls, self._quantised(cls, pushed), fan, False)

    def blow(self):
        """Only the fan: no compressor, no class."""
        self.stop()
        low, high = self.traits.cool or self.traits.heat
        self._tell("fan_only", high, "auto", False)

    def stop(self):
        """The call is over: the integral is kept as what this unit is known to need."""
        if self.cls is not None:
            self._keep()
            self.cls = None
        self.command = None

    def _begin(self, now_s, cls):
        self._keep()
        self.cls = cls
        self.integral_cdeg_min = (
            self.bias_heat_cdeg_min if cls == "heat" else self.bias_cool_cdeg_min
        )
        self.started_s = now_s
        self.looked_s = now_s
        self.command = None

    def _keep(self):
        if self.cls == "heat":
            self.bias_heat_cdeg_min = self.integral_cdeg_min
        elif self.cls == "cool":
            self.bias_cool_cdeg_min = self.integral_cdeg_min

    def _resting(self, cls, target_cdeg):
        if cls == "heat":
            return max(target_cdeg - REACH_CDEG, min(target_cdeg - 100, REST_CDEG))
        return min(target_cdeg + REACH_CDEG, max(target_cdeg + 100, REST_COOL_CDEG))

    def _pushed(self, now_s, cls, target_cdeg, reading, elapsed_min):
        error = target_cdeg - reading.cdeg
        ahead = error - reading.slope_cdeg_h // LEAD_DEN
        limit = REACH_CDEG * INTEGRAL_MIN
        integral = self.integral_cdeg_min
        # The quantum is part of the plant: what the last rounding left undone is not integrated again.
        applied = self.command.setpoint_cdeg - target_cdeg if self.command else 0
        left = self.offset_cdeg - applied
        step = self.traits.step_cdeg
        if not (left > step and error > 0) and not (left < -step and error < 0):
            integral = max(-limit, min(limit, integral + error * elapsed_min))
            self.integral_cdeg_min = integral
        offset = ahead * GAIN_NUM // GAIN_DEN + integral // INTEGRAL_MIN
        if now_s - self.started_s < SETTLE_S:
            offset = max(offset, 0) if cls == "heat" else min(offset, 0)
        self.offset_cdeg = max(-REACH_CDEG, min(REACH_CDEG, offset))
        return target_cdeg + self.offset_cdeg

    def _quantised(self, cls, wanted):
        step = self.traits.step_cdeg
        low, high = self.traits.heat if cls == "heat" else self.traits.cool
        held = self.command.setpoint_cdeg if self.command is not None else None
        if held is not None and abs(wanted - held) * 10 <= step * 7:
            return held  # a quantum is left only when the next one is clearly nearer
        return max(low, min(high, grid(wanted, step)))

    def _tell(self, mode, setpoint_cdeg, fan, frost):
        traits = self.traits
        if fan not in traits.fans:
            fan = traits.fans[1] if fan in ("quiet", "low") and len(traits.fans) > 1 else traits.fans[0]
        swings = traits.swings
        swing = None
        if mode == "heat" and "lowest" in swings:
            swing = "lowest"  # warm air rises by itself, cold air falls
        elif mode == "cool" and "highest" in swings:
            swing = "highest"
        c = self.command
        if (
            c is None
            or c.setpoint_cdeg != setpoint_cdeg
            or c.fan != fan
            or c.mode != mode
            or c.frost != frost
        ):
            self.command = UnitCommand(mode, setpoint_cdeg, fan, swing, frost)

    def snapshot(self, now_s: int):
        self._keep()
        return [self.bias_heat_cdeg_min, self.bias_cool_cdeg_min]

    def restore(self, now_s: int, data):
        self.bias_heat_cdeg_min, self.bias_cool_cdeg_min = data
