"""What a run of a cell is judged by, the same for every controller.

Discomfort is the integral of operative temperature short of comfort in occupied hours (K h a
week), on both sides where a home heats and cools; `other_kh` that on the passive side, 3 K past
comfort, and `damp_kh` that of the dew point over 17 degC. Frames are those to one unit. Energy is
the outdoor unit's with its fans, corrected by what the rooms stored, at the run's own mean
efficiency. Control accuracy follows EN 15500-1: the mean deviation from the target and the
amplitude about it (root two times the standard deviation), while the unit carries the room.
"""

from math import sqrt

from host_sim.limit.suite import COMFORT_C, DEW_C
from host_sim.plant.air import dew_point_c

BLOCK_S = 300
PAST_K = 3.0  # comfort on the other side


class Tally:
    """What one room and its people have met."""

    def __init__(self):
        self.short = self.other = self.damp = 0.0
        self.sum = self.squares = self.worst = 0.0
        self.count = 0
        self.hour: list[int] = []

    def accuracy_k(self):
        if not self.count:
            return None
        mean = self.sum / self.count
        spread = max(self.squares / self.count - mean * mean, 0.0)
        return abs(mean) + sqrt(2.0 * spread)


class Score:
    """step(k, targets) after every step of the plant; targets: class -> degC, or None for whoever
    works to none. Of several rooms the worst decides."""

    def __init__(self, plant, cell):
        self.plant = plant
        self.cell = cell
        self.from_k = cell.settle_days * 86400 // plant.dt_s
        self.per_block = BLOCK_S // plant.dt_s
        self.rooms = [Tally() for _ in plant.rooms]
        self.calls = self.most_words = 0

    def told(self, now_s: int, room: int, starts: bool):
        """The unit of a room got a word at now_s; starts: the first after OFF."""
        one = self.rooms[room]
        one.hour = [at for at in one.hour if now_s - at < 3600]
        one.hour.append(now_s)
        self.most_words = max(self.most_words, len(one.hour))
        self.calls += starts

    def step(self, k: int, targets):
        if k < self.from_k:
            return
        if k == self.from_k:
            self._begin()
        if k % self.per_block == 0:
            plant = self.plant
            here = plant.presence
            for i, one in enumerate(self.rooms):
                if here[i]:
                    self._room(one, plant.rooms[i], plant.heads[i], targets)

    def _room(self, one, room, head, targets):
        operative_c = room.operative_c
        over = -99.0
        if "heat" in self.cell.classes:
            over = COMFORT_C["heat"] - operative_c
            if len(self.cell.classes) == 1:
                one.other += max(0.0, -over - PAST_K)
        if "cool" in self.cell.classes:
            warm = operative_c - COMFORT_C["cool"]
            if len(self.cell.classes) == 1:
                one.other += max(0.0, -warm - PAST_K)
            over = max(over, warm)
            if self.cell.dry:
                one.damp += max(0.0, dew_point_c(room.ratio, self.plant.pressure_pa) - DEW_C)
        one.short += max(0.0, over)
        one.worst = max(one.worst, over)
        if targets is not None and head.running and head.cls in targets:
            off = room.air_c - targets[head.cls]
            one.sum += off
            one.squares += off * off
            one.count += 1

    def _begin(self):
        plant = self.plant
        self.energy_j = plant.energy_j
        self.moved_j = plant.heat_moved_j
        self.stored_j = self._stored_j()
        self.starts = plant.outdoor_units[0].starts
        self.calls = self.most_words = 0

    def _stored_j(self):
        return sum(room.stored_j() for room in self.plant.rooms)

    def result(self) -> dict:
        plant, days = self.plant, self.cell.days
        energy_j = plant.energy_j - self.energy_j
        moved_j = plant.heat_moved_j - self.moved_j
        # What both classes moved has no one sign: not corrected.
        sign = {"heat": 1.0, "cool": -1.0}.get(self.cell.season, 0.0)
        gained_j = sign * (self._stored_j() - self.stored_j)
        idle_j = plant.outdoor_units[0].standby_w * days * 86400.0
        if moved_j > 0.0:
            energy_j -= gained_j * max(energy_j - idle_j, 0.0) / moved_j
        a_week = BLOCK_S / 3600.0 * 7.0 / days
        accuracies = [one.accuracy_k() for one in self.rooms]
        return {
            "kwh": energy_j / 3.6e6,
            "moved_kwh": moved_j / 3.6e6,
            "discomfort_kh": max(one.short for one in self.rooms) * a_week,
            "other_kh": max(one.other for one in self.rooms) * a_week,
            "damp_kh": max(one.damp for one in self.rooms) * a_week,
            "starts_per_day": (plant.outdoor_units[0].starts - self.starts) / days,
            "calls_per_day": self.calls / days,
            "frames_per_hour": self.most_words,
            "accuracy_k": max((a for a in accuracies if a is not None), default=None),
            "worst_k": max(one.worst for one in self.rooms),
        }
