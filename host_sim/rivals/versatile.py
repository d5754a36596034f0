"""Versatile Thermostat's self-regulation over a climate, with its published presets.

Rule: offset = kp e + ki sum(e) + k_ext (indoor - outdoor), clipped, every 5 min; the sum starts
again whenever |e| < 0.1 K. kp, ki, k_ext and the limit by preset: light, medium, strong.
"""

from host_sim.rivals import Word, on_grid

EVERY_S = 300
NEAR_K = 0.1
PRESETS = {
    "light": (0.2, 0.05, 0.05, 1.5),
    "medium": (0.3, 0.05, 0.1, 2.0),
    "strong": (0.4, 0.08, 0.0, 5.0),
}


class Versatile:
    def __init__(self, preset):
        self.name = f"Versatile Thermostat, {preset}"
        self.kp, self.ki, self.k_ext, self.limit_k = PRESETS[preset]
        self.due_s = 0
        self.target_c = None
        self.sum_k = 0.0

    def step(self, seen):
        if seen.now_s < self.due_s and seen.target_c == self.target_c:
            return None
        error = seen.target_c - seen.room_c
        if abs(error) < NEAR_K or seen.target_c != self.target_c:
            self.sum_k = 0.0
        else:
            reach = self.limit_k / self.ki
            self.sum_k = max(-reach, min(reach, self.sum_k + error))
        self.target_c = seen.target_c
        self.due_s = seen.now_s + EVERY_S
        outside = self.k_ext * (seen.room_c - seen.outdoor_c)
        offset = self.kp * error + self.ki * self.sum_k + outside
        offset = max(-self.limit_k, min(self.limit_k, offset))
        return Word(True, on_grid(seen.target_c + offset, seen.step_k), "auto")
