"""An ONOKOM adapter in the unit, seen from its registers. Transcribed from the adapters' tables a
second time, apart from firmware/splitstat/units/onokom.py, so that a slip of the pen in one shows
against the other.

Source: wirenboard/wb-mqtt-serial, templates/config-onokom-air-*.json at commit 7f7a2d43.
"""

from host_sim.channel.modbus_gateway import Gateway, Refusal

# adapter: setpoint from..to degC, speeds of H7, values of H8 (q quiet, t turbo, or a speed; from 1
# on), outdoor air?, highest value of H9 (0: no such register), coils, register I1?
ADAPTERS = {
    "aux_1": (16, 32, 3, "q123t", True, 6, (2, 4, 7, 8, 9, 10, 11), True),
    "dk_1": (16, 32, 5, "q12345t", True, 1, (2, 3, 4, 6, 7, 9, 16), False),
    "dk_5": (16, 32, 3, ".123", False, 6, (), True),
    "gr_1": (16, 30, 5, "q12345t", True, 6, (2, 4, 6, 7, 8, 9, 41), False),
    "gr_3": (16, 30, 5, "q12345t", True, 6, (4, 6, 7, 8, 9, 10), True),
    "gr_5": (16, 30, 5, "q12345t", True, 6, (2, 4, 7, 8, 9, 15, 41), False),
    "gr_p3": (16, 32, 3, "q123", True, 6, (4, 6, 8, 9, 10), False),
    "hr_1": (16, 30, 3, "q123t", True, 8, (2, 4, 5, 7, 8, 9, 10), False),
    "hs_3": (16, 32, 5, "q12345t", True, 7, (2, 4, 5, 6, 7, 8, 9), True),
    "hs_5": (16, 32, 6, ".123456", False, 6, (), False),
    "hs_6": (16, 30, 3, "q123t", False, 1, (4, 7, 8), False),
    "ht_1": (16, 32, 3, ".123", False, 0, (), False),
    "md_1": (16, 30, 5, "q12345t", True, 6, (4, 6, 7, 10, 13, 14), True),
    "md_3": (16, 30, 3, ".123", False, 1, (6,), False),
    "me_1": (16, 31, 4, "q1234", False, 6, (4,), True),
    "mh_2": (16, 30, 4, ".1234", False, 6, (), False),
    "pn_1": (16, 30, 5, "q12345t", True, 6, (4, 6, 7, 10, 12, 14), False),
    "tb_1": (17, 30, 5, "q12345", True, 1, (4, 6), False),
    "tcl_1": (16, 31, 5, "q12345t", True, 6, (2, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14), True),
    "tcl_3": (16, 31, 5, "q12345t", False, 1, (2, 4, 6, 7, 8), False),
    "tcl_6": (16, 31, 3, ".123t", False, 1, (6, 7, 12), True),
    "aux_vrf": (16, 32, 3, ".123", False, 0, (), False),
    "cg_vrf": (16, 32, 3, ".123", False, 0, (), True),
    "hs_vrf": (16, 32, 3, ".123", False, 8, (), True),
    "md_vrf": (16, 30, 3, ".123", False, 0, (4, 6), True),
}

# The adapter for a brand's household units.
HOUSEHOLD = {
    "aux": "aux_1",
    "chigo": "cg_vrf",
    "daikin": "dk_1",
    "gree": "gr_1",
    "haier": "hr_1",
    "hitachi": "ht_1",
    "mdv": "md_1",
    "midea": "md_1",
    "mitsubishi_electric": "me_1",
    "mitsubishi_heavy": "mh_2",
    "panasonic": "pn_1",
    "tcl": "tcl_1",
    "toshiba": "tb_1",
}

MODES = {1: "heat", 2: "cool", 3: "heat_cool", 4: "dry", 5: "fan_only"}
ACTIONS = {"heating": 1, "cooling": 2, "drying": 2}
# The words for speed 1..n of a fan with n speeds, and for louvre 2..n.
SPEEDS = {
    3: ("low", "medium", "high"),
    4: ("low", "medium_low", "medium_high", "high"),
    5: ("low", "medium_low", "medium", "medium_high", "high"),
    6: ("low", "medium_low", "medium", "medium_high", "medium_high", "high"),
}
LOUVRES = {
    1: (),
    6: ("lowest", "low", "middle", "high", "highest"),
    7: ("lowest", "low", "middle", "middle", "high", "highest"),
    8: ("lowest", "low", "low", "middle", "high", "high", "highest"),
}


class OnokomGateway(Gateway):
    """`index` is the unit behind a VRF gateway. Return air is reported in steps of
    return_step_c."""

    def __init__(self, adapter, panel, address=1, index=0, return_step_c=0.5):
        super().__init__(address)
        row = ADAPTERS[adapter]
        self.low, self.high, speeds, self.smart, self.has_outdoor, self.top, coils, self.i1 = row
        self.speeds = SPEEDS[speeds]
        self.louvres = LOUVRES[self.top] if self.top else ()
        self.coils = dict.fromkeys(coils, 0)
        self.linkable = adapter != "mh_2" and not adapter.endswith("vrf")
        self.shift = 10000 + 100 * index if adapter.endswith("vrf") else 0
        self.panel = panel
        self.conflict = {"gr_3": 13, "md_1": 45}.get(adapter, 0)
        self.return_step_c = return_step_c
        self.fed = 0
        self.louvre = 0

    def view(self) -> tuple:
        """Everything that a register's value hangs on."""
        panel = self.panel
        panel.look()
        air = round(panel.return_c / self.return_step_c)
        outdoor = round(panel.outdoor_c) if self.has_outdoor else 0
        return (panel.told, panel.mode, air, outdoor, panel.action, self._error(), panel.linked)

    def _error(self):
        return self.panel.error or (self.conflict if self.panel.conflict else 0)

    def read(self, table, register):
        register -= self.shift
        panel = self.panel
        panel.look()
        if table == "coil":
            if register == 1:
                return int(panel.power)
            if register == 20 and self.linkable:
                return int(panel.linked)
            if register == 12 and 12 in self.coils:
                return int(panel.action == "defrosting")
            if register == 13 and 13 in self.coils:
                return int(panel.frost)
            if register in self.coils:
                return self.coils[register]
        elif table == "input" and register == 1 and self.i1:
            return self._error()
        elif table == "discrete" and register == 0 and self.i1:
            return int(self._error() > 0)
        elif table == "holding":
            value = self._holding(register)
            if value is not None:
                return value & 0xFFFF
        raise Refusal(2)

    def _holding(self, register):
        panel = self.panel
        if register in (1, 2):
            mode = next(code for code, word in MODES.items() if word == panel.mode)
            return mode if register == 1 or panel.power else 0
        if register == 3:
            return round(round(panel.return_c / self.return_step_c) * self.return_step_c * 100)
        if register == 4 and self.has_outdoor:
            return round(panel.outdoor_c) * 100
        if register == 5:
            return panel.setpoint_cdeg
        if register == 6:
            return ACTIONS.get(panel.action, 0)
        if register == 7:
            if panel.fan in ("auto", "quiet"):
                return 0 if panel.fan == "auto" else 1
            return self.speeds.index(panel.fan) + 1
        if register == 8:
            if panel.fan in ("auto", "quiet"):
                return 0 if panel.fan == "auto" else 1
            return self.smart.index(str(self.speeds.index(panel.fan) + 1)) + 1
        if register == 9 and self.top:
            if panel.swing in (None, "auto"):
                return 1 if panel.swing else 0
            # Two positions may bear one word: the one that was asked for, else the first.
            if self.louvre and self.louvres[self.louvre - 2] == panel.swing:
                return self.louvre
            return self.louvres.index(panel.swing) + 2 if self.louvres else 0
        return self.fed if register == 30 and not self.shift else None

    def write(self, table, register, value):
        register -= self.shift
        panel = self.panel
        panel.look()
        if table == "coil":
            if register == 1:
                panel.power = bool(value)
            elif register == 13 and 13 in self.coils:
                panel.frost = bool(value)
            elif register in self.coils and register != 12:
                self.coils[register] = value
            else:
                raise Refusal(2)
        else:
            self._set(register, value)
        panel.tell()

    def _set(self, register, value):
        panel = self.panel
        if register == 1 and value in MODES:
            panel.mode = MODES[value]
        elif register == 5 and self.low * 100 <= value <= self.high * 100:
            panel.setpoint_cdeg = value
        elif register == 7 and value <= len(self.speeds):
            panel.fan = self.speeds[value - 1] if value else "auto"
        elif register == 8 and value == 0:
            panel.fan = "auto"
        elif register == 8 and value <= len(self.smart) and self.smart[value - 1] != ".":
            code = self.smart[value - 1]
            panel.fan = {"q": "quiet", "t": "high"}.get(code) or self.speeds[int(code) - 1]
        elif register == 9 and self.top and value <= max(self.top, 1):
            self.louvre = value if value > 1 else 0
            panel.swing = self.louvres[value - 2] if value > 1 else "auto" if value else None
        elif register == 30 and not self.shift:
            signed = value - 65536 if value & 0x8000 else value
            if abs(signed) > 3000:
                raise Refusal(3)
            self.fed = signed
            panel.feel(signed / 100)
        else:
            raise Refusal(3 if register in (1, 5, 7, 8, 9) else 2)
