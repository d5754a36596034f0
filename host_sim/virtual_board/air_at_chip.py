"""The air at a chip in its box: first-order lag and noise, and a scenario's faults.

The lag and the noise are those of channel/sensor.py. Faults that a chip or its wire can have go to
the chip; `drift` (K/h) and `nan` (here: the chip is silent) are made of those.
"""

from math import exp
from random import Random

from host_sim.channel.faults import Faults

LAG_S = 300.0
NOISE_K = 0.05
SAME_NAME = ("frozen", "stuck", "spikes", "bias", "silent", "held_low", "crc", "garbage")


class AirAtChip:
    """air_c() is the air's true temperature; now_s() the seconds that scenarios count by.
    chip_faults: of chips/__init__.py, whose keys from a scenario come and go."""

    def __init__(self, air_c, now_s, seed, faults=(), chip_faults=None, lag_s=LAG_S):
        self.air_c = air_c
        self.now_s = now_s
        self.random = Random(seed)
        self.faults = Faults(faults)
        self.chip_faults = {} if chip_faults is None else chip_faults
        self.lag_s = lag_s
        self.box_c = None
        self.then_s = 0.0
        self.ours = set()

    def __call__(self) -> float:
        """degC as the chip would measure them without noise of its own."""
        now_s, air_c = self.now_s(), self.air_c()
        if self.box_c is None:
            self.box_c = air_c
        elif self.lag_s > 0:
            self.box_c += (air_c - self.box_c) * (1.0 - exp(-(now_s - self.then_s) / self.lag_s))
        else:
            self.box_c = air_c
        self.then_s = now_s
        return self.box_c + self.random.gauss(0.0, NOISE_K) + self._drift(now_s)

    def _drift(self, now_s) -> float:
        hours = (
            (now_s - fault.start_s) * fault.value / 3600.0
            for fault in self.faults.faults
            if fault.kind == "drift" and fault.start_s <= now_s < fault.end_s
        )
        return sum(hours)

    def step(self):
        """Once in a while: a scenario's faults reach the chip."""
        now_s = self.now_s()
        if now_s < self.faults.change_s:
            return
        self.faults.step(int(now_s))
        for kind in self.ours:
            self.chip_faults.pop(kind, None)
        active = self.faults.active
        wanted = {kind: active[kind] for kind in SAME_NAME if kind in active}
        if "nan" in active:
            wanted["silent"] = None
        self.ours = set(wanted)
        self.chip_faults.update(wanted)
