"""An outdoor unit and the refrigerant circuit: who gets how much heat, and what it takes.

It has its own mind: one class for all heads (the first wins, the others stand by), minimum on and
off times, a warm-up before low speeds, defrosts. Sources: capacity.py and the figures of each
constant.
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
    part_load_power,
)

MIN_ON_S = 300.0
MIN_OFF_S = 180.0
WARM_UP_S = 900.0  # until the lowest speed is allowed
WARM_UP_FROM = 0.7  # lowest part load right after a start
LATCH_S = 300.0
STANDBY_W = 4.0  # outdoor unit and electronics; each head takes 1 W more
LEAK_W = (50.0, 100.0)  # into an idle head of a heating multi-split: at rest, and per part load


class OutdoorUnit:
    """One outdoor unit with its heads (list of IndoorUnit).

    options (all optional): nominal_heat_w, nominal_cool_w (one head: the head's; several: 0.8 of
    their sum), min_ratio 0.35 (lowest speed against nominal; 0.52 is the other figure to try),
    cop_heat, eer_cool (nominal), fan_only_holds True (a head in fan-only keeps the class latched),
    leak True.
    """

    def __init__(self, heads, options, dt_s):
        several = 1.0 if len(heads) == 1 else 0.8
        self.heads = heads
        self.dt_s = dt_s
        self.nominal_heat_w = options.get(
            "nominal_heat_w", several * sum(h.nominal_heat_w for h in heads)
        )
        self.nominal_cool_w = options.get(
            "nominal_cool_w", several * sum(h.nominal_cool_w for h in heads)
        )
        self.min_ratio = options.get("min_ratio", 0.35)
        self.cop_heat = options.get("cop_heat", COP_HEAT)
        self.eer_cool = options.get("eer_cool", EER_COOL)
        self.fan_only_holds = options.get("fan_only_holds", True)
        self.leak = options.get("leak", True)
        self.cls = None  # latched class
        self.running = False
        self.on_s = 0.0
        self.off_s = MIN_OFF_S
        self.free_s = 0.0  # since every head is off
        self.any_on = False
        self.holding = False  # some head keeps the class latched
        self.active = []
        self.idle = []
        self.frost = 0.0
        self.defrost_s = 0.0  # left of the present one
        self.lack = 1.0  # of full capacity, after a start
        self._fade = exp(-dt_s / START_TAU_S)
        self._mean = (1.0 - self._fade) * START_TAU_S / dt_s
        self.part_load = 0.0
        self.power_w = 0.0
        self.heat_w = 0.0
        self.starts = 0
        self.defrosts = 0
        self.standby_w = STANDBY_W + 1.0 * len(heads)

    def step(self, row, air):
        """One step: row of capacity.weather_rows, air: list of room temperatures. Sets heat_w of
        every head."""
        heads = self.heads
        for head in heads:
            if head.changed:
                self._sort()
                break
        if not self.holding:
            self._release()
        if not self.any_on:
            self._rest(row)
            return
        demand_w = 0.0
        heating = self.cls == "heat"
        for head in self.active:
            head.think(air[head.room])
            want = head.want
            if want > 0.0:
                most = head.most()
                if want > most:
                    want = head.want = most
                demand_w += want * (head.nominal_heat_w if heating else head.nominal_cool_w)
        if self.running:
            self.on_s += self.dt_s
            if demand_w == 0.0 and (self.on_s >= MIN_ON_S or not self.active):
                self._stop()
        elif demand_w > 0.0 and self.off_s >= MIN_OFF_S:
            self.running = True
            self.on_s = 0.0
            self.lack = 1.0
            self.starts += 1
        if self.running:
            self._run(row, air, demand_w, heating)
        else:
            self.off_s += self.dt_s
            self.part_load = self.heat_w = 0.0
            self.power_w = self.standby_w
            if row[0] > 3.0:
                self.frost = 0.0
            for head in self.active:
                head.running = False
                head.heat_w = head.part_load = 0.0
        still = self.defrost_s > 0.0
        for head in heads:
            if head.mode != "off" and not head.standing_by:
                if still and head.running:
                    head.fan = head.fan_w = 0.0
                else:
                    head.blow()
                    self.power_w += head.fan_w

    def _run(self, row, air, demand_w, heating):
        """The compressor runs: speed, heat and power of this step."""
        takers = [h for h in self.active if h.want > 0.0]
        if not takers:  # its own minimum on time: the heads that asked last get it
            takers = [h for h in self.active if h.running] or self.active
        mean_c = 0.0
        for head in takers:
            mean_c += air[head.room]
        mean_c /= len(takers)
        lowest = self.min_ratio
        if self.on_s < WARM_UP_S and lowest < WARM_UP_FROM:
            lowest = WARM_UP_FROM - (WARM_UP_FROM - lowest) * self.on_s / WARM_UP_S
        if heating:
            full_w = self.nominal_heat_w * row[3] * (1.0 + HEAT_ROOM * (mean_c - 20.0))
            full_power = self.nominal_heat_w / self.cop_heat * row[4]
            full_power *= 1.0 + HEAT_POWER_ROOM * (mean_c - 20.0)
            most, factor = MAX_HEAT, row[3]
        else:
            full_w = self.nominal_cool_w * row[5] * (1.0 + COOL_ROOM * (mean_c - 27.0))
            full_power = self.nominal_cool_w / self.eer_cool * row[6]
            full_power *= 1.0 + COOL_POWER_ROOM * (mean_c - 27.0)
            most, factor = MAX_COOL, row[5]
        leak_w = 0.0
        if heating and self.leak and len(self.heads) > 1:
            leak_w = LEAK_W[0] + LEAK_W[1] * min(self.part_load, 1.0)
        r = (demand_w * factor + leak_w * (len(self.heads) - len(takers))) / full_w
        r = lowest if r < lowest else most if r > most else r
        self.part_load = r
        heat_w = full_w * r
        self.power_w = full_power * part_load_power(r) + self.standby_w
        if heating:
            heat_w = self._frosted(row, r, heat_w, full_power)
        if self.lack > 1e-3:
            heat_w *= 1.0 - self.lack * self._mean
            self.lack *= self._fade
        self.heat_w = heat_w if heating else -heat_w
        self._share(takers, leak_w if heat_w > 0.0 else 0.0, factor, heating)

    def _frosted(self, row, r, heat_w, full_power):
        """Frost grows, and now and then the machine turns round to melt it."""
        if self.defrost_s > 0.0:
            self.defrost_s -= self.dt_s
            self.lack = 1.0
            if self.defrost_s <= 0.0:
                self.frost = 0.0
            self.power_w = full_power + self.standby_w
            return 0.0
        self.frost += row[7] * (0.4 + 0.6 * r) * self.dt_s
        if self.frost >= 1.0:
            self.defrost_s = DEFROST_S
            self.defrosts += 1
        return heat_w

    def _share(self, takers, leak_w, factor, heating):
        """Heat to every head: first what leaks into the idle ones, the rest by what each asked
        for."""
        left = self.heat_w
        for head in self.idle:
            head.heat_w = 0.0
        for head in self.active:
            if head not in takers:
                head.running = False
                head.heat_w = head.part_load = 0.0
        if leak_w > 0.0 and len(takers) < len(self.heads):
            idle = [h for h in self.heads if h not in takers]
            each = min(leak_w, 0.5 * left / len(idle))
            for head in idle:
                head.heat_w = each
                left -= each
        total = 0.0
        for head in takers:
            total += (head.want or 1.0) * head.nominal_heat_w
        for head in takers:
            share = left * (head.want or 1.0) * head.nominal_heat_w / total
            head.heat_w = share
            head.running = True
            nominal = head.nominal_heat_w if heating else head.nominal_cool_w
            head.part_load = abs(share) / (nominal * factor)

    def _sort(self):
        """A head was told something: who holds, which class, who may run."""
        heads = self.heads
        on = [h for h in heads if h.mode != "off"]
        asking = [h for h in on if h.cls is not None]
        self.any_on = bool(on)
        self.holding = bool(asking) or (self.fan_only_holds and bool(on))
        if len(heads) == 1 and asking and asking[0].cls != self.cls:
            self._stop()
            self.cls = None
        if self.cls is None and asking:
            self.cls = asking[0].cls
        self.active = [h for h in asking if h.cls == self.cls]
        self.idle = [h for h in heads if h not in self.active]
        for head in self.idle:
            head.rest()
            head.standing_by = head.cls is not None
        for head in self.active:
            head.standing_by = False
        for head in heads:
            head.changed = False
        self.free_s = 0.0
        if self.running and not self.active:
            self._stop()

    def _rest(self, row):
        """Every head is off."""
        if self.running:
            self._stop()
        self.off_s += self.dt_s
        self.power_w = self.standby_w
        if self.frost > 0.0 and row[0] > 3.0:
            self.frost = 0.0

    def _release(self):
        """No head holds the class: it is free after a while."""
        if self.cls is not None:
            self.free_s += self.dt_s
            if self.free_s >= LATCH_S:
                self.cls = None

    def _stop(self):
        self.running = False
        self.off_s = 0.0
        self.defrost_s = 0.0
        self.part_load = 0.0
        self.heat_w = 0.0
        for head in self.heads:
            head.running = False
            head.heat_w = head.part_load = 0.0

    @property
    def defrosting(self):
        """True while the frost is being melted."""
        return self.defrost_s > 0.0
