"""The air that a chip feels, and what its measuring part may make of it.

Faults: `frozen` repeats the last measurement, `stuck` (degC) measures always that, `spikes`
(probability) is off by 40 K, `bias` (K) adds.
"""

from typing import Any

SPIKE_C = 40.0


class Air:
    """temperature_c, humidity_pct and co2_ppm are numbers, or callables without argument."""

    def __init__(self, temperature_c: Any = 20.0, humidity_pct: Any = 50.0, co2_ppm: Any = 600):
        self.temperature_c = temperature_c
        self.humidity_pct = humidity_pct
        self.co2_ppm = co2_ppm

    def felt(self, faults: dict, random) -> "FeltAir":
        return FeltAir(self, faults, random)

    def sample(self) -> tuple:
        """(degC, %, ppm) now."""
        values = self.temperature_c, self.humidity_pct, self.co2_ppm
        return tuple(value() if callable(value) else value for value in values)


class FeltAir:
    """One chip's feeling of the air around it."""

    def __init__(self, air: Air, faults: dict, random):
        self.air = air
        self.faults = faults
        self.random = random
        self.last = None

    def sample(self) -> tuple:
        """(degC, %, ppm) as this chip measures them now."""
        faults = self.faults
        if "frozen" in faults and self.last is not None:
            return self.last
        degrees, percent, ppm = self.air.sample()
        degrees = faults.get("stuck", degrees) + faults.get("bias", 0.0)
        if self.random.random() < faults.get("spikes", 0.0):
            degrees += self.random.choice((-SPIKE_C, SPIKE_C))
        self.last = degrees, percent, ppm
        return self.last
