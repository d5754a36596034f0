"""A unit that is told its room's temperature: the integral's trim goes into what it is told.

Law: only a home that says `feel` loads this. The setpoint stands at the room's target, rounded to
the unit's step, and the temperature told is the room's, moved by what the unit's thermostat gets
wrong: finer than a setpoint's step. Of the first kelvin past the target only half is told: an
inverter then runs low where it would stop (measured: `splitstat bench feel`). Nothing is told that
is not measured now: with no reading of the room's own, without a call, in frost duty, or where a
person has set the unit, feel_cdeg is None, and whoever sends lets the unit feel for itself again.

A board that dies leaves its last word. A unit that keeps it for ever then runs without a
thermostat: that is why nothing here is the default (README, "The room's temperature, told").
"""

from splitstat.control.modulation import Modulation

const = int  # see zone.py

_INTEGRAL_MIN = const(120)  # as in modulation.py
_FULL_CDEG_MIN = const(300 * _INTEGRAL_MIN)
_NEAR_CDEG = const(100)  # the call ends or rests there (zone.py)


class FedModulation(Modulation):
    """feel_cdeg: what the unit is told of its room, or None. The rest as in Modulation.

    classes: in which a unit is told; cooling by the setpoint is the more comfortable (measured:
    `splitstat bench wires`).
    """

    classes = ("heat",)

    def __init__(self, traits):
        super().__init__(traits)
        self.wanted_cdeg = None

    def step(self, now_s: int, cls: str, reading, zone, intent):
        super().step(now_s, cls, reading, zone, intent)
        self.feel_cdeg = None
        command = self.command
        choice = intent.choice
        if (
            cls in self.classes
            and reading.source == "sensor"
            and zone.frost.duty is None
            and (choice is None or choice[6] is None)
            and self.wanted_cdeg is not None
        ):
            self.feel_cdeg = self.told(cls, reading.cdeg, command.setpoint_cdeg)

    def told(self, cls, room_cdeg, setpoint_cdeg):
        """As far from the setpoint as the room is from where the unit ought to be led; a room
        past its target looks nearer to it than it is, so that the inverter runs low."""
        past = room_cdeg - self.target_cdeg
        if cls != "heat":
            past = -past
        if past > 0:
            hidden = min(past, _NEAR_CDEG) // 2
            room_cdeg += -hidden if cls == "heat" else hidden
        return room_cdeg + setpoint_cdeg - self.wanted_cdeg

    def blow(self, intent):
        super().blow(intent)
        self.feel_cdeg = self.wanted_cdeg = None

    def stop(self):
        super().stop()
        self.feel_cdeg = self.wanted_cdeg = None

    def _trimmed(self, cls, error, elapsed_min):
        """As in Modulation; what is told acts at once, so that nothing lags behind."""
        if cls not in self.classes:
            return super()._trimmed(cls, error, elapsed_min)
        heats = cls == "heat"
        trim = self.trim_heat if heats else self.trim_cool
        if self.command is not None:
            trim = max(-_FULL_CDEG_MIN, min(_FULL_CDEG_MIN, trim + error * elapsed_min))
        if heats:
            self.trim_heat = trim
        else:
            self.trim_cool = trim
        return trim // _INTEGRAL_MIN

    def _quantised(self, cls, wanted_cdeg):
        if cls in self.classes:
            self.wanted_cdeg = wanted_cdeg
            wanted_cdeg = self.target_cdeg
        return super()._quantised(cls, wanted_cdeg)
