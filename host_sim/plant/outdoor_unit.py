"""An outdoor unit and the refrigerant circuit: who gets how much heat, and what it takes.

It has its own mind: one class for all heads (latch.py), minimum on and off times, a warm-up before
low speeds, defrosts. Sources: capacity.py and the figures of each constant.
"""

from math import exp

from host_sim.plant.capacity import (
    COOL_POWER_ROOM,
    COOL_ROOM,
    COP_HEAT,
    DEFROST_S,
    EER_COOL,
    HEAT_POWER_ROOM,
    HEAT_ROOM,
    MAX_COOL,
    MAX_HEAT,
    START_TAU_S,
)
from host_sim.plant.indoor_unit import IndoorUnit
from host_sim.plant.latch import Latch

MIN_ON_S = 300.0
MIN_OFF_S = 180.0
WARM_UP_S = 900.0  # until the lowest speed is allowed
WARM_UP_FROM = 0.7  # lowest part load right after a start
STANDBY_W = 4.0  # outdoor unit and electronics; each head takes 1 W more
LEAK_W = (50.0, 100.0)  # into an idle head of a heating multi-split: at rest, and per part load


class OutdoorUnit:
    """One outdoor unit with its heads.

    options (all optional): nominal_heat_w, nominal_cool_w (one head: the head's; several: 0.8 of
    their sum), min_ratio 0.35 (lowest speed against nominal; 0.52 is the other figure to try),
    cop_heat, eer_cool (nominal), fan_only_holds True (a head in fan-only keeps the class latched),
    leak True.
    """

    __slots__ = (
        "_fade", "_mean", "cop_heat", "defrost_s", "defrosts", "dt_s", "eer_cool", "frost",
        "heads", "heat_w", "lack", "latch", "leak", "min_ratio", "nominal_cool_w",
        "nominal_heat_w", "off_s", "on_s", "part_load", "power_w", "running", "standby_w",
        "starts",
    )  # fmt: skip

    def __init__(self, heads: list[IndoorUnit], options: dict, dt_s: int):
        several = 1.0 if len(heads) == 1 else 0.8
        heat_w = several * sum(h.nominal_heat_w for h in heads)
        cool_w = several * sum(h.nominal_cool_w for h in heads)
        self.heads = heads
        self.dt_s = dt_s
        self.nominal_heat_w: float = options.get("nominal_heat_w", heat_w)
        self.nominal_cool_w: float = options.get("nominal_cool_w", cool_w)
        self.min_ratio: float = options.get("min_ratio", 0.35)
        self.cop_heat: float = options.get("cop_heat", COP_HEAT)
        self.eer_cool: float = options.get("eer_cool", EER_COOL)
        self.leak: bool = options.get("leak", True) and len(heads) > 1
        self.latch = Latch(heads, options.get("fan_only_holds", True))
        self.running = False
        self.on_s = 0.0
        self.off_s = MIN_OFF_S
        self.frost: float = 0.0
        self.defrost_s = 0.0  # left of the present one
        self.lack = 1.0  # of full capacity, after a start
        self._fade = exp(-dt_s / START_TAU_S)
        self._mean = (1.0 - self._fade) * START_TAU_S / dt_s
        self.part_load: float = 0.0
        self.heat_w: float = 0.0
        self.starts = 0
        self.defrosts = 0
        self.standby_w = STANDBY_W + 1.0 * len(heads)
        self.power_w: float = self.standby_w

    def step(self, row: tuple[float, ...], air: list[float]):
        """One step. row: of capacity.weather_rows, air: temperatures of the rooms. Sets heat_w of
        every head."""
        heads = self.heads
        latch = self.latch
        for head in heads:
            if head.changed:
                if latch.sort():
                    self._stop()
                break
        if not latch.holding:
            latch.wait(self.dt_s)
        if not latch.any_on:
            self.off_s += self.dt_s
            self.power_w = self.standby_w
            if row[0] > 3.0:
                self.frost = 0.0
            return
        heating = latch.cls == "heat"
        demand_w = 0.0
        takers = []
        for head in latch.active:
            want = head.think(air[head.room])
            if want > 0.0:
                demand_w += want * (head.nominal_heat_w if heating else head.nominal_cool_w)
                takers.append(head)
        if self.running:
            self.on_s += self.dt_s
            if demand_w == 0.0 and self.on_s >= MIN_ON_S:
                self._stop()
        elif demand_w > 0.0 and self.off_s >= MIN_OFF_S:
            self.running = True
            self.on_s = 0.0
            self.lack = 1.0
            self.starts += 1
        if self.running:
            self._run(row, air, demand_w, takers, heating)
        else:
            self.off_s += self.dt_s
            self.power_w = self.standby_w
            if row[0] > 3.0:
                self.frost = 0.0
        still = self.defrost_s > 0.0
        for head in heads:
            if head.mode != "off" and not head.standing_by:
                if still and head.running:
                    head.fan = head.fan_w = 0.0
                else:
                    head.blow()
                    self.power_w += head.fan_w

    def _run(
        self, row: tuple[float, ...], air: list[float], demand_w: float, takers, heating: bool
    ):
        """The compressor runs: speed, heat and power of this step. What heads want is speed."""
        if not takers:  # its own minimum on time: the heads that ran last get it
            takers = [h for h in self.latch.active if h.running] or self.latch.active
            for head in takers:
                head.want = 0.2
                demand_w += 0.2 * (head.nominal_heat_w if heating else head.nominal_cool_w)
        mean_c = 0.0
        for head in takers:
            mean_c += air[head.room]
        mean_c /= len(takers)
        lowest = self.min_ratio
        if self.on_s < WARM_UP_S and lowest < WARM_UP_FROM:
            lowest = WARM_UP_FROM - (WARM_UP_FROM - lowest) * self.on_s / WARM_UP_S
        leak_w = 0.0
        if heating:
            warmer = mean_c - 20.0
            factor = row[3]
            full_w = self.nominal_heat_w * factor * (1.0 + HEAT_ROOM * warmer)
            full_power = (
                self.nominal_heat_w / self.cop_heat * row[4] * (1.0 + HEAT_POWER_ROOM * warmer)
            )
            most = MAX_HEAT
            if self.leak and len(takers) < len(self.heads):
                leak_w = (LEAK_W[0] + LEAK_W[1] * self.part_load) * (len(self.heads) - len(takers))
        else:
            warmer = mean_c - 27.0
            factor = row[5]
            full_w = self.nominal_cool_w * factor * (1.0 + COOL_ROOM * warmer)
            full_power = (
                self.nominal_cool_w / self.eer_cool * row[6] * (1.0 + COOL_POWER_ROOM * warmer)
            )
            most = MAX_COOL
        r = demand_w / (self.nominal_heat_w if heating else self.nominal_cool_w) + leak_w / full_w
        if r < lowest:
            r = lowest
        elif r > most:
            r = most
        self.part_load = r
        heat_w = full_w * r
        # capacity.part_load_power, here without the call
        self.power_w = self.standby_w + full_power * r / (
            1.6 - 0.6 * r if r <= 1.0 else 1.8 - 0.8 * r
        )
        if heating:
            self.frost += row[7] * (0.4 + 0.6 * r) * self.dt_s
            if self.defrost_s > 0.0 or self.frost >= 1.0:
                heat_w = leak_w = 0.0
                self._defrost(full_power)
        if self.lack > 1e-3:
            heat_w *= 1.0 - self.lack * self._mean
            self.lack *= self._fade
        if not heating:
            heat_w = -heat_w
        self.heat_w = heat_w
        self._share(takers, heat_w, leak_w, demand_w, factor)

    def _share(self, takers, left_w: float, leak_w: float, demand_w: float, factor: float):
        """Heat to every head: first what leaks into those that do not ask, the rest by what each
        asked for."""
        if len(takers) < len(self.heads):
            idle = [h for h in self.heads if h not in takers]
            each = min(leak_w, 0.5 * abs(left_w)) / len(idle)
            for head in idle:
                head.running = False
                head.part_load = 0.0
                head.heat_w = each
                left_w -= each
        per_w = left_w / demand_w
        heating = left_w > 0.0
        for head in takers:
            want = head.want
            head.running = True
            nominal = head.nominal_heat_w if heating else head.nominal_cool_w
            head.heat_w = per_w * want * nominal
            head.part_load = abs(per_w) * want / factor

    def _defrost(self, full_power):
        """The machine turns round to melt the frost; no heat, and the start losses come again."""
        if self.defrost_s <= 0.0:
            self.defrost_s = DEFROST_S
            self.defrosts += 1
        self.defrost_s -= self.dt_s
        self.lack = 1.0
        if self.defrost_s <= 0.0:
            self.frost = 0.0
        self.power_w = full_power + self.standby_w

    def _stop(self):
        if self.running:
            self.running = False
            self.off_s = 0.0
        self.defrost_s = self.part_load = self.heat_w = 0.0
        for head in self.heads:
            head.running = False
            head.heat_w = head.part_load = 0.0

    @property
    def cls(self):
        """The latched class: heat, cool or None."""
        return self.latch.cls

    @property
    def defrosting(self):
        """True while the frost is being melted."""
        return self.defrost_s > 0.0
