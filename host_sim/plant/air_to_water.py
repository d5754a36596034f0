"""An air-to-water heat pump: what it can give at an outdoor and a flow temperature, what it takes.

Source of the figures: hplib 1.9 (MIT), its "Generic" air-to-water units: means over the machines
of the Heat Pump Keymark database, as a linear law of outdoor air and flow. COP and EER are those
of its regulated (inverter) units, defrosts inside; the most that can be delivered is the law of
its fixed-speed units, because the regulated ones were measured at the part loads of EN 14825. So
a machine at full speed in mild weather is flattered: its COP there is that of part load.
"""

import csv
from functools import lru_cache
from importlib.util import find_spec
from math import exp
from pathlib import Path

from host_sim.plant.capacity import START_TAU_S

REFERENCE_C = (-7.0, 52.0)  # outdoor air and flow at which hplib names a unit's size
COOLING_C = (35.0, 7.0)
COOLING_POWER = 0.6852  # at COOLING_C against the reference's, mean of real units (hplib)
OUTDOOR_C = (-25.0, 20.0)  # the law is not drawn on beyond
MIN_RATIO = 0.35  # lowest speed; hplib's own lower bound comes to 0.38 at 7/35 degC
MIN_ON_S = 600.0  # what makers keep (general knowledge)
MIN_OFF_S = 600.0
STANDBY_W = 15.0  # electronics; hplib lists 7 to 30 W as PSB
MAX_FLOW_C = 60.0  # R32 machines; 55 to 75 are sold
MIN_FLOW_C = 7.0


@lru_cache(maxsize=1)
def generic() -> tuple:
    """(COP, power, COP of fixed speed, its power, EER, power in cooling): each (constant, per degC
    outdoors, per degC of flow), powers against those of the reference point."""
    spec = find_spec("hplib")
    assert spec is not None and spec.submodule_search_locations
    path = Path(next(iter(spec.submodule_search_locations))) / "hplib_database.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = {r["Group"]: r for r in csv.DictReader(file) if r["Manufacturer"] == "Generic"}

    def law(group, name, last):
        p1, p2, p3, p4 = (
            float(rows[group][f"p{n}_{name} [{'-' if n == 3 else last}]"]) for n in (1, 2, 3, 4)
        )
        return p3, p1 + p4, p2

    return (
        law("1.0", "COP", "-"),
        law("1.0", "P_el_h", "1/°C"),
        law("4.0", "COP", "-"),
        law("4.0", "P_el_h", "1/°C"),
        law("1.0", "EER", "-"),
        law("1.0", "P_el_c", "1/°C"),
    )


def _at(law, outdoor_c, flow_c):
    return law[0] + law[1] * outdoor_c + law[2] * flow_c


class Performance:
    """size_w: heating capacity at -7 degC outdoors and 52 degC flow (hplib's reference)."""

    def __init__(self, size_w: float):
        self.size_w = size_w
        self.cop_law, _, self.full_cop, self.full_power, self.eer_law, cool = generic()
        at_full = _at(self.full_power, *REFERENCE_C) * _at(self.full_cop, *REFERENCE_C)
        self.scale_w = size_w / at_full
        self.cool_power_w = size_w / _at(self.cop_law, *REFERENCE_C) * COOLING_POWER
        self.cool_power_w *= _at(cool, *COOLING_C)

    def cop(self, outdoor_c: float, flow_c: float) -> float:
        """Heat per electricity, never below 1: then hplib's machine is an electric heater."""
        return max(1.0, _at(self.cop_law, min(outdoor_c, OUTDOOR_C[1]), flow_c))

    def heat_w(self, outdoor_c: float, flow_c: float) -> float:
        """The most that it delivers, in W."""
        at_c = min(max(outdoor_c, OUTDOOR_C[0]), OUTDOOR_C[1])
        power, cop = _at(self.full_power, at_c, flow_c), _at(self.full_cop, at_c, flow_c)
        return self.scale_w * max(power, 0.1) * max(cop, 1.0)

    def eer(self, outdoor_c: float, flow_c: float) -> float:
        """Heat taken up per electricity; outdoor air under 25 degC counts as 25, as in hplib."""
        return max(1.0, _at(self.eer_law, max(outdoor_c, 25.0), flow_c))

    def cool_w(self, flow_c: float) -> float:
        """The most that it takes up, in W: the power of the rating point at 35 degC outdoors."""
        return self.cool_power_w * _at(self.eer_law, COOLING_C[0], flow_c)


class AirToWater:
    """The machine with its own mind: minimum times, lowest speed, loss of each start.

    `ask(want_w, ...)` once a step: want_w is the heat that would reach the flow temperature it was
    told, negative to take heat away. Sets heat_w and power_w.
    """

    def __init__(self, size_w: float, dt_s: float):
        self.performance = Performance(size_w)
        self.dt_s = dt_s
        self.running = False
        self.on_s = 0.0
        self.off_s = MIN_OFF_S
        self.lack = 1.0
        self._fade = exp(-dt_s / START_TAU_S)
        self._mean = (1.0 - self._fade) * START_TAU_S / dt_s
        self.starts = 0
        self.failed = False  # it does not start
        self.heat_w = self.power_w = self.part_load = 0.0

    def ask(self, want_w: float, outdoor_c: float, flow_c: float, start: bool, stop: bool):
        """start: what it heats is so far short that it may start; stop: it has enough."""
        cooling = want_w < 0.0
        self.heat_w = self.part_load = 0.0
        self.power_w = STANDBY_W
        if self.failed:
            self.off()
            return
        if self.running:
            self.on_s += self.dt_s
            if stop and self.on_s >= MIN_ON_S:
                self.off()
        elif start and self.off_s >= MIN_OFF_S:
            self.running = True
            self.on_s = 0.0
            self.lack = 1.0
            self.starts += 1
        if not self.running:
            self.off_s += self.dt_s
            return
        performance = self.performance
        if cooling:
            full_w = performance.cool_w(flow_c)
            gain = performance.eer(outdoor_c, flow_c)
        else:
            full_w = performance.heat_w(outdoor_c, flow_c)
            gain = performance.cop(outdoor_c, flow_c)
        heat_w = min(max(abs(want_w), MIN_RATIO * full_w), full_w)
        self.part_load = heat_w / full_w
        self.power_w += heat_w / gain
        if self.lack > 1e-3:
            heat_w *= 1.0 - self.lack * self._mean
            self.lack *= self._fade
        self.heat_w = -heat_w if cooling else heat_w

    def off(self):
        """Stop now; the minimum pause begins."""
        if self.running:
            self.running = False
            self.off_s = 0.0
