"""An indoor unit as its gateway sees it: what it was told, by whomever, and what it measures.

A gateway writes setting by setting; the unit behind it takes whole commands. A press of the
handset is found at the next look, as real gateways find it.
"""

from splitstat.control.types import UnitCommand


class Panel:
    """Settings in the words of UnitCommand; `power` apart, because a unit that is off keeps its
    mode.

    indoor_unit and outdoor_unit are the plant's; without the latter nothing is known of
    defrosting.
    """

    def __init__(self, indoor_unit, outdoor_unit=None):
        self.indoor_unit = indoor_unit
        self.outdoor_unit = outdoor_unit
        self.outdoor_c = 0.0
        self.air_c = None
        self.error = 0
        self.power = False
        self.mode = "cool"
        self.setpoint_cdeg = 2400
        self.fan = "auto"
        self.swing = None
        self.frost = False
        # The gateway's cable is plugged in and the unit answers it.
        self.linked = True
        self.told = None
        self.look()

    def look(self):
        """Takes over what the unit does, when someone else told it."""
        command = self.indoor_unit.command
        if command is None or command == self.told or not self.linked:
            return
        self.told = command
        self.power = command.mode != "off"
        if self.power:
            self.mode = command.mode
            self.setpoint_cdeg = command.setpoint_cdeg
            self.frost = bool(command.frost)
            self.fan = command.fan or self.fan
            self.swing = command.swing or self.swing

    def tell(self):
        """Passes the settings on to the unit, when they differ from what it does."""
        if not self.linked:
            self.told = None  # plugged in again, it looks what the unit does
            return
        mode = self.mode if self.power else "off"
        command = UnitCommand(mode, self.setpoint_cdeg, self.fan, self.swing, self.frost)
        if command != self.told and (self.power or self.told is None or self.told.mode != "off"):
            self.told = command
            self.indoor_unit.obey(command)

    def feel(self, room_c):
        """Hands on the room temperature, degC, or None: the unit feels for itself again."""
        if self.linked:
            self.indoor_unit.feel(room_c)

    @property
    def return_c(self):
        """Return air in degC; of a unit that rests, the still air at its sensor."""
        unit = self.indoor_unit
        if self.air_c is not None and unit.sensed_c is None and unit.fed_c is None:
            return self.air_c + unit.rest_bias_k + unit.bias_k
        return unit.return_c

    @property
    def conflict(self):
        """Another head holds the outdoor unit in the other class."""
        return self.indoor_unit.standing_by

    @property
    def action(self):
        """off, idle, heating, cooling, drying, fan or defrosting, as the unit knows it."""
        unit = self.indoor_unit
        if unit.mode in ("off", "fan_only"):
            return "off" if unit.mode == "off" else "fan"
        outdoor = self.outdoor_unit
        if unit.cls == "heat" and outdoor is not None and outdoor.defrosting:
            return "defrosting"
        if not unit.running:
            return "idle"
        if unit.mode == "dry":
            return "drying"
        return "heating" if unit.cls == "heat" else "cooling"
