"""A condensing gas boiler: heat by its burner's range, gas by return temperature and part load.

Efficiencies are against the upper heating value (Hs), because gas is billed by it. They fall from
0.97 at 30 degC return to 0.88 at the dew point of the flue gas, 55 degC, and stay there (the shape
of makers' curves and of EN 15502's two test points, 30 and 60 degC; general knowledge). A start
purges: its gas of PURGE_S at the lowest rate gives no heat.
"""

CONDENSING_C = (30.0, 55.0)
EFFICIENCY = (0.97, 0.88)
MIN_RATIO = 0.25  # 1 to 4, common in wall-hung boilers
PURGE_S = 20.0
MIN_OFF_S = 180.0
BURNER_W = 35.0  # fan, valve, electronics while it burns
STANDBY_W = 4.0


def efficiency(return_c: float) -> float:
    """Heat per gas (Hs)."""
    low, high = CONDENSING_C
    part = min(max((return_c - low) / (high - low), 0.0), 1.0)
    return EFFICIENCY[0] + part * (EFFICIENCY[1] - EFFICIENCY[0])


class Boiler:
    """size_w: its most heat. `ask` once a step; sets heat_w, power_w and gas_w."""

    def __init__(self, size_w: float, dt_s: float):
        self.size_w = size_w
        self.dt_s = dt_s
        self.running = False
        self.off_s = MIN_OFF_S
        self.starts = 0
        self.failed = False
        self.heat_w = self.power_w = self.gas_w = 0.0

    def ask(self, want_w: float, return_c: float, start: bool, stop: bool):
        """want_w: heat that would reach the flow temperature it was told; start, stop: as in
        AirToWater."""
        self.heat_w = self.gas_w = 0.0
        self.power_w = STANDBY_W
        purge = 0.0
        if self.failed or (self.running and stop):
            self.off()
        elif not self.running and start and self.off_s >= MIN_OFF_S:
            self.running = True
            self.starts += 1
            purge = PURGE_S * MIN_RATIO * self.size_w / self.dt_s
        if not self.running:
            self.off_s += self.dt_s
            return
        self.heat_w = min(max(want_w, MIN_RATIO * self.size_w), self.size_w)
        self.gas_w = self.heat_w / efficiency(return_c) + purge
        self.power_w += BURNER_W

    def off(self):
        """The call is gone: the flame goes out at once."""
        if self.running:
            self.running = False
            self.off_s = 0.0
