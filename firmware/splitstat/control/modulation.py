"""How far an indoor unit is pushed: its setpoint, fan and louvres while a call stands.

Law: the unit's own thermostat decides when its compressor runs; all we have is its setpoint, in
whole or half degrees, a few times an hour. Near the target only a slow integral trims what the
unit's sensor gets wrong, because chasing the swing of an inverter that must stop and start makes
it worse; further off a proportional part helps. The integral sees the swing whole: the falls
between two runs look like defrosts, and without them the mean would be too warm. The setpoint
never stands more than 3 K off the room's target (every frame is a will: it must be safe as the
last one ever sent). Gains after the published rules of setpoint-offset thermostats (0.3 - 0.5 K/K,
an hour or two).
"""

from splitstat.control.types import UnitCommand

const = int  # see zone.py

_REACH_CDEG = const(300)  # the most that a setpoint may stand off the room's target
# A dead controller's last word keeps a room habitable, with the unit's own error on top.
_WILL_LOW_CDEG = const(1600)
_WILL_HIGH_CDEG = const(2700)
_LOOK_S = const(600)  # setpoint and integral are looked at so often
_SETTLE_S = const(900)  # low speed is reached about 15 min after a start: no pull-back before
_NEAR_CDEG = const(50)  # within this only the integral works
_GAIN_DEN = const(2)  # one K of offset per two K of error beyond
_INTEGRAL_MIN = const(120)  # minutes in which a standing error adds itself to the offset
_FULL_CDEG_MIN = const(_REACH_CDEG * _INTEGRAL_MIN)
_RESTING_DEN = const(4)  # a satisfied room tells less of its unit: the sun may have done it
_FALLS_CDEG_H = const(20)  # and nothing at all while it drifts back
_FAR_CDEG = const(250)  # nor where a unit is told so much less: it is not what warms the room
_LOUD_CDEG = const(100)  # in sleep hours the fan stays quiet up to this error


class Modulation:
    """One head. step() leaves .command, a UnitCommand; it is a new object only when something in
    it differs."""

    feel_cdeg = None  # feed.py
    hurry_cdeg = 0  # recovery.py

    def __init__(self, traits):
        self.traits = traits
        self.command = None
        self.cls = None
        self.target_cdeg = None
        self.choice = None  # a person's, as in Intent
        # Integrals in cdeg min: what this unit's sensor gets wrong in each class.
        self.trim_heat = 0
        self.trim_cool = 0
        self.loud = False
        self.started_s = 0
        self.looked_s = 0

    def step(self, now_s: int, cls: str, reading, zone, intent):
        """cls: heat or cool, the call that stands, whether the room still wants it or not."""
        wanted = zone.wants == cls
        target_cdeg = zone.target_cdeg
        if not wanted:
            target_cdeg = intent.heat_cdeg if cls == "heat" else intent.cool_cdeg
        if cls != self.cls:
            self.cls = cls
            self.command = None
            self.started_s = self.looked_s = now_s
        elif (
            now_s - self.looked_s < _LOOK_S
            and target_cdeg == self.target_cdeg
            and intent.choice is self.choice
        ):
            return
        elapsed_min = min(now_s - self.looked_s, 2 * _LOOK_S) // 60
        self.looked_s = now_s
        if target_cdeg != self.target_cdeg:
            self.target_cdeg = target_cdeg
            self.command = None  # the grid's hysteresis is for one target
        self.choice = choice = intent.choice
        duty = zone.frost.duty if wanted else None
        if duty == "unit":
            self._tell("heat", self.traits.frost_cdeg, "auto", True)
        elif duty == "lowest":
            self._tell("heat", self.traits.heat[0], "auto", False)
        elif wanted and duty is None and choice is not None and choice[6] is not None:
            self._tell(intent.mode, choice[6], "auto", False)
        else:
            self._push(now_s, cls, target_cdeg, reading, zone, intent, elapsed_min)

    def blow(self, intent):
        """Only the fan: no compressor, no class."""
        self.cls = None
        self.choice = choice = intent.choice
        cdeg = (choice and choice[6]) or (self.traits.cool or self.traits.heat)[1]
        self._tell("fan_only", cdeg, "auto", False)

    def stop(self):
        """The call is over; the trims are kept as what this unit is known to need."""
        self.cls = None
        self.command = None

    def _push(self, now_s, cls, target_cdeg, reading, zone, intent, elapsed_min):
        offset = 0
        if reading.cdeg is not None:
            error = target_cdeg - reading.cdeg
            window = zone.window
            if self.hurry_cdeg or reading.source != "sensor" or window.open:
                elapsed_min = 0
            if zone.resting:
                falls = -reading.slope_cdeg_h if cls == "heat" else reading.slope_cdeg_h
                told = self.command
                far = told is not None and abs(reading.cdeg - told.setpoint_cdeg) > _FAR_CDEG
                elapsed_min = 0 if far or falls > _FALLS_CDEG_H else elapsed_min // _RESTING_DEN
            offset = self._trimmed(cls, error, elapsed_min)
            offset += (error - max(-_NEAR_CDEG, min(_NEAR_CDEG, error))) // _GAIN_DEN
            if now_s - self.started_s < _SETTLE_S:
                offset = max(offset, 0) if cls == "heat" else min(offset, 0)
            offset = self.hurry_cdeg or max(-_REACH_CDEG, min(_REACH_CDEG, offset))
        fan = "auto"
        if zone.dry:
            fan = "low"
        elif intent.sleep:
            self.loud = zone.error_cdeg > (_NEAR_CDEG if self.loud else _LOUD_CDEG)
            if not self.loud:
                fan = "quiet"
        self._tell(cls, self._quantised(cls, target_cdeg + offset), fan, False)

    def _trimmed(self, cls, error, elapsed_min):
        """The integral's part of the offset, after adding elapsed_min of error to it.

        What cannot act is not added: past the reach, and while the last setpoint has not yet taken
        up what the integral already asks for.
        """
        heats = cls == "heat"
        trim = self.trim_heat if heats else self.trim_cool
        offset = trim // _INTEGRAL_MIN
        if elapsed_min and self.command is not None:
            behind = offset - (self.command.setpoint_cdeg - self.target_cdeg)
            if (behind if error > 0 else -behind) < self.traits.step_cdeg:
                trim = max(-_FULL_CDEG_MIN, min(_FULL_CDEG_MIN, trim + error * elapsed_min))
                offset = trim // _INTEGRAL_MIN
        if heats:
            self.trim_heat = trim
        else:
            self.trim_cool = trim
        return offset

    def _quantised(self, cls, wanted_cdeg):
        """On the unit's grid and in its range; a step is left only when the next one is clearly
        nearer."""
        step = self.traits.step_cdeg
        low, high = self.traits.heat if cls == "heat" else self.traits.cool
        if cls == "heat":
            low = max(low, _WILL_LOW_CDEG)
        else:
            high = min(high, _WILL_HIGH_CDEG)
        if self.command is not None:
            held = self.command.setpoint_cdeg
            if abs(wanted_cdeg - held) * 4 <= step * 3:
                return held
        return max(low, min(high, (wanted_cdeg + step // 2) // step * step))

    def _tell(self, mode, setpoint_cdeg, fan, frost):
        """fan: unless a person wants another."""
        traits = self.traits
        swing = exact_cdeg = None
        if self.choice is not None:
            wished, swing, exact_cdeg = self.choice[4:]
            fan = wished or fan
        if fan not in traits.fans:
            slowest = 1 if len(traits.fans) > 1 and traits.fans[0] == "auto" else 0
            fan = traits.fans[0 if fan == "auto" else slowest]
        if exact_cdeg is None and swing not in traits.swings:
            # Warm air rises by itself, and cold air falls.
            swing = "lowest" if mode == "heat" else "highest" if mode == "cool" else None
        if swing not in traits.swings:
            swing = None
        told = self.command
        if (
            told is None
            or told.setpoint_cdeg != setpoint_cdeg
            or told.fan != fan
            or told.mode != mode
            or told.frost != frost
            or told.swing != swing
        ):
            self.command = UnitCommand(mode, setpoint_cdeg, fan, swing, frost)
