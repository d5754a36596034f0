"""What a run of a cell is judged by, the same for every controller.

Discomfort is the integral of operative temperature short of comfort in occupied hours (K h a
week); `other_kh` that on the passive side, 3 K past comfort, and `damp_kh` that of the dew point
over 17 degC. Energy is the outdoor unit's with its fans, corrected by what the room stored, at the
run's own mean efficiency. Control accuracy follows EN 15500-1: the mean deviation from the target
and the amplitude about it (root two times the standard deviation), while the unit carries the
room.
"""

from math import sqrt

from host_sim.limit.suite import DEW_C
from host_sim.plant.air import dew_point_c

BLOCK_S = 300
PAST_K = 3.0  # comfort on the other side


class Score:
    """step(k, target_c) after every step of the plant; target_c: None while it is set back."""

    def __init__(self, plant, cell):
        self.plant = plant
        self.cell = cell
        self.from_k = cell.settle_days * 86400 // plant.dt_s
        self.per_block = BLOCK_S // plant.dt_s
        self.short = self.other = self.damp = 0.0
        self.sum = self.squares = self.worst = 0.0
        self.count = 0
        self.calls = self.words = 0
        self.hour: list[int] = []
        self.most_words = 0

    def told(self, now_s: int, starts: bool):
        """The unit got a word at now_s; starts: the first after OFF."""
        self.hour = [at for at in self.hour if now_s - at < 3600]
        self.hour.append(now_s)
        self.words += 1
        self.most_words = max(self.most_words, len(self.hour))
        self.calls += starts

    def step(self, k: int, target_c):
        plant = self.plant
        if k < self.from_k:
            return
        if k == self.from_k:
            self._begin()
        if k % self.per_block:
            return
        room = plant.rooms[0]
        heats = self.cell.season == "heat"
        if not plant.presence[0]:
            return
        over = self.cell.comfort_c - room.operative_c
        if not heats:
            over = -over
            if self.cell.dry:
                self.damp += max(0.0, dew_point_c(room.ratio, plant.pressure_pa) - DEW_C)
        self.short += max(0.0, over)
        self.other += max(0.0, -over - PAST_K)
        self.worst = max(self.worst, over)
        if target_c is not None and plant.heads[0].running:
            off = room.air_c - target_c
            self.sum += off
            self.squares += off * off
            self.count += 1

    def _begin(self):
        plant = self.plant
        self.energy_j = plant.energy_j
        self.moved_j = plant.heat_moved_j
        self.stored_j = plant.rooms[0].stored_j()
        self.starts = plant.outdoor_units[0].starts
        self.words = self.calls = self.most_words = 0

    def result(self) -> dict:
        plant, days = self.plant, self.cell.days
        energy_j = plant.energy_j - self.energy_j
        moved_j = plant.heat_moved_j - self.moved_j
        gained_j = plant.rooms[0].stored_j() - self.stored_j
        if self.cell.season == "cool":
            gained_j = -gained_j
        idle_j = plant.outdoor_units[0].standby_w * days * 86400.0
        if moved_j > 0.0:
            energy_j -= gained_j * max(energy_j - idle_j, 0.0) / moved_j
        hours = BLOCK_S / 3600.0
        accuracy = None
        if self.count:
            mean = self.sum / self.count
            spread = max(self.squares / self.count - mean * mean, 0.0)
            accuracy = abs(mean) + sqrt(2.0 * spread)
        return {
            "kwh": energy_j / 3.6e6,
            "moved_kwh": moved_j / 3.6e6,
            "discomfort_kh": self.short * hours * 7.0 / days,
            "other_kh": self.other * hours * 7.0 / days,
            "damp_kh": self.damp * hours * 7.0 / days,
            "starts_per_day": (plant.outdoor_units[0].starts - self.starts) / days,
            "calls_per_day": self.calls / days,
            "frames_per_hour": self.most_words,
            "accuracy_k": accuracy,
            "worst_k": self.worst,
        }
