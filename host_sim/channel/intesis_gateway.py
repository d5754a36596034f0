"""An Intesis MBS gateway, seen from its registers; written apart from
firmware/splitstat/units/intesis.py.

The external temperature (H22) takes the place of the unit's own where the unit takes one from
outside (Mitsubishi Heavy; Toshiba's manual was not seen). The others shift the unit's setpoint
instead, whenever one of the three changes, so that it is as far from the unit's own air as H4 is
from H22; H4 stays as it was written, H23 has what the unit was told, and a setpoint that a person
gives at the unit does not last. On which grid they shift no source says: half degrees are taken,
the grid of H5.

Source: manualshelf inmbsdai001i000 p. 8-12, inmbspan001i100 p. 13, manualmachine inmbsmit001i000
and inmbsdai001r000 (register 22), manualslib in485fgl001i000 p. 68; manualshive mh-rc-mbs-1 rev. 6
p. 8.
"""

from host_sim.channel.modbus_gateway import Gateway, Refusal

MODES = ("heat_cool", "heat", "dry", "fan_only", "cool")
FANS = ("auto", "low", "medium_low", "medium_high", "high")
FANS_DAIKIN = ("auto", "low", "medium_low", "medium", "medium_high", "high")
VANES = {0: "auto", 1: "highest", 2: "high", 3: "low", 4: "lowest", 10: "auto"}
VANES_DAIKIN = {0: None, 10: "auto"}
SHIFTING = ("mitsubishi", "daikin", "fujitsu", "panasonic")
LOWEST_CDEG, HIGHEST_CDEG = 1600, 3000
UNKNOWN = 0x8000


class IntesisGateway(Gateway):
    """scale is "" (tenths of a degree), "whole" or "fahrenheit" (tenths), as the switches say."""

    def __init__(self, panel, address=1, brand="", scale="", return_step_c=0.5):
        super().__init__(address)
        self.fans = FANS_DAIKIN if brand == "daikin" else FANS
        self.vanes = VANES_DAIKIN if brand == "daikin" else VANES
        self.scale = scale
        self.panel = panel
        self.return_step_c = return_step_c
        self.fed = UNKNOWN
        self.shifts = brand in SHIFTING
        self.wished_cdeg = 0  # H4, while the unit's setpoint is shifted

    def most_written(self):
        return 1

    def view(self) -> tuple:
        """Everything that a register's value hangs on."""
        panel = self.panel
        self._look()
        air = round(panel.return_c / self.return_step_c)
        wished_cdeg = self.wished_cdeg if self._shifted else None
        return (panel.told, panel.mode, air, panel.error, panel.linked, wished_cdeg, self.fed)

    @property
    def _shifted(self):
        return self.shifts and self.fed != UNKNOWN

    def _look(self):
        """What the unit does by now, its setpoint shifted anew."""
        panel = self.panel
        panel.look()
        if self._shifted and panel.linked:
            step_c = self.return_step_c
            air_c = round(panel.return_c / step_c) * step_c
            shift_cdeg = 100 * (air_c - self._celsius(self.fed))
            cdeg = round((self.wished_cdeg + shift_cdeg) / 50) * 50
            panel.setpoint_cdeg = min(max(cdeg, LOWEST_CDEG), HIGHEST_CDEG)
            panel.tell()

    def _counts(self, celsius):
        if self.scale == "whole":
            return round(celsius)
        return round(celsius * 18 + 320) if self.scale == "fahrenheit" else round(celsius * 10)

    def _celsius(self, counts):
        counts = counts - 65536 if counts & 0x8000 else counts
        if self.scale == "whole":
            return float(counts)
        return (counts - 320) / 18 if self.scale == "fahrenheit" else counts / 10

    def read(self, table, register):
        if table not in ("holding", "input"):
            raise Refusal(1)
        panel = self.panel
        self._look()
        if register == 0:
            return int(panel.power)
        if register == 1:
            return MODES.index(panel.mode)
        if register == 2:
            return self.fans.index(panel.fan)
        if register == 3:
            codes = [code for code, word in self.vanes.items() if word == panel.swing]
            return codes[0] if codes else 0
        if register in (4, 23):
            wished = register == 4 and self._shifted
            cdeg = self.wished_cdeg if wished else panel.setpoint_cdeg
            return self._counts(cdeg / 100) & 0xFFFF
        if register == 5:
            air = round(panel.return_c / self.return_step_c) * self.return_step_c
            return self._counts(air) & 0xFFFF if panel.linked else UNKNOWN
        if register in (6, 7, 8, 9):
            return 0
        if register == 10:
            return int(panel.error > 0 or not panel.linked)
        if register == 11:
            return panel.error if panel.linked else 65535
        if register == 21:
            return len(self.fans) - 1
        if register == 22:
            return self.fed
        raise Refusal(2)

    def write(self, table, register, value):
        if table != "holding":
            raise Refusal(1)
        panel = self.panel
        self._look()
        if register == 0 and value < 2:
            panel.power = bool(value)
        elif register == 1 and value < len(MODES):
            panel.mode = MODES[value]
        elif register == 2 and value < len(self.fans):
            panel.fan = self.fans[value]
        elif register == 3 and value in self.vanes:
            panel.swing = self.vanes[value]
        elif register == 4 and 16 <= self._celsius(value) <= 30:
            panel.setpoint_cdeg = self.wished_cdeg = round(self._celsius(value) * 100)
        elif register == 22:
            self._feels(value)
        else:
            raise Refusal(3 if register < 6 else 2)
        self._look()
        panel.tell()

    def _feels(self, value):
        panel = self.panel
        if self.shifts and self.fed == UNKNOWN:
            self.wished_cdeg = panel.setpoint_cdeg
        elif self._shifted and value == UNKNOWN:
            panel.setpoint_cdeg = self.wished_cdeg
        self.fed = value
        if not self.shifts:
            panel.feel(None if value == UNKNOWN else self._celsius(value))
