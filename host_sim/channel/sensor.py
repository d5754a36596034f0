"""A room sensor in its box beside the board: first-order lag, self-heating, offset, noise,
quantum, and faults.

Figures (facts of published comparisons): offset +-0.2 K for SHT31 and SHT40, +-0.5 K for DS18B20;
lag 3-10 min and 1-3 K of self-heating in a closed box; noise 0.05 K, quantum 0.1 K.

Faults: `frozen` repeats the last value, `silent` and `nan` bring nothing (a driver turns NaN into
no reading), `stuck` reads the value in degC (85 and -127 are the DS18B20's), `spikes` jumps by 40
K with the given probability, `drift` grows by the value in K/h, `bias` adds it; `held_low`, `crc`
and `garbage` break what comes over the wire. Where the kind of sensor is a chip, a faulty reading
goes through its registers and the firmware's own driver (chip_reading.py).
"""

from math import exp, floor
from random import Random

from host_sim.channel.chip_reading import ChipReading, has_chip
from host_sim.channel.faults import Faults

NOISE_VALUES = 1024
SPIKE_C = 40.0
ON_THE_WIRE = ("held_low", "crc", "garbage")


class Sensor:
    """cdeg is the last value that the firmware got (None: never one), at_s when it got it.

    kind: of splitstat.sensors, or None for one without registers.
    """

    def __init__(
        self,
        seed: int,
        lag_s: float = 300.0,
        offset_k: float = 0.0,
        noise_k: float = 0.05,
        self_heating_k: float = 0.0,
        quantum_cdeg: int = 10,
        faults=(),
        kind: str | None = None,
    ):
        self.random = Random(seed)
        self.lag_s = lag_s
        self.bias_k = offset_k + self_heating_k
        self.per_c = 100.0 / quantum_cdeg
        self.quantum_cdeg = quantum_cdeg
        # Drawn once and walked with an odd stride: a fresh draw costs more than the rest of the
        # step.
        gauss = self.random.gauss
        half = 0.5 + self.bias_k * self.per_c
        self.noise = [gauss(0.0, noise_k) * self.per_c + half for _ in range(NOISE_VALUES)]
        self.at = self.random.randrange(NOISE_VALUES)
        self.faults = Faults(faults)
        self.chip = ChipReading(str(kind), seed) if faults and has_chip(kind) else None
        self.box_c = 0.0
        self.then_s = None
        self.elapsed_s = 0
        self.gain = 1.0
        self.cdeg = None
        self.at_s = None

    def step(self, now_s: int, air_c: float):
        """One reading of air at air_c."""
        if self.then_s is None:
            self.then_s = now_s
            self.box_c = air_c
        elapsed_s = now_s - self.then_s
        if elapsed_s != self.elapsed_s:
            self.elapsed_s = elapsed_s
            self.gain = 1.0 - exp(-elapsed_s / self.lag_s) if self.lag_s > 0.0 else 1.0
        self.then_s = now_s
        box_c = self.box_c = self.box_c + (air_c - self.box_c) * self.gain
        if now_s >= self.faults.change_s:
            self.faults.step(now_s)
        at = self.at = (self.at + 37) % NOISE_VALUES
        if self.faults.active:
            self._misread(now_s, box_c)
            return
        self.cdeg = floor(box_c * self.per_c + self.noise[at]) * self.quantum_cdeg
        self.at_s = now_s

    def _misread(self, now_s, box_c):
        active = self.faults.active
        if "silent" in active or "nan" in active:
            return
        if "frozen" in active:
            if self.cdeg is not None:
                self.at_s = now_s
            return
        wire = [kind for kind in ON_THE_WIRE if kind in active]
        if self.chip is None and wire:
            return
        box_c += active.get("bias", 0.0)
        if "drift" in active:
            start_s = max(
                f.start_s for f in self.faults.faults if f.kind == "drift" and f.start_s <= now_s
            )
            box_c += active["drift"] * (now_s - start_s) / 3600.0
        if self.random.random() < active.get("spikes", 0.0):
            box_c += self.random.choice((-SPIKE_C, SPIKE_C))
        box_c = active.get("stuck", box_c)
        if self.chip is not None:
            noise_c = 0.0 if "stuck" in active else (self.noise[self.at] - 0.5) / self.per_c
            cdeg = self.chip.read(box_c + noise_c, dict.fromkeys(wire))
            if cdeg is not None:
                self.at_s = now_s
                self.cdeg = cdeg
            return
        self.at_s = now_s
        if "stuck" in active:
            self.cdeg = floor(box_c * 100.0 + 0.5)
            return
        self.cdeg = floor(box_c * self.per_c + self.noise[self.at]) * self.quantum_cdeg

    def age_s(self, now_s: int) -> int:
        """How old the last value is; 0 when there never was one."""
        return 0 if self.at_s is None else now_s - self.at_s
