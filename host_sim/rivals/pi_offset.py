"""A PI controller on the offset of the unit's setpoint, looked at every ten minutes.

The textbook form: 1 K of offset per kelvin, integral time two hours, offset within 3 K, the
integral held at its limits.
"""

from host_sim.rivals import Word, on_grid

EVERY_S = 600
INTEGRAL_S = 7200.0
REACH_K = 3.0


class PiOffset:
    name = "PI setpoint offset"

    def __init__(self):
        self.due_s = 0
        self.target_c = None
        self.integral_k = 0.0

    def step(self, seen):
        if seen.now_s < self.due_s and seen.target_c == self.target_c:
            return None
        error = seen.target_c - seen.room_c
        if seen.target_c == self.target_c:
            held = self.integral_k + error * EVERY_S / INTEGRAL_S
            self.integral_k = max(-REACH_K, min(REACH_K, held))
        self.target_c = seen.target_c
        self.due_s = seen.now_s + EVERY_S
        offset = max(-REACH_K, min(REACH_K, error + self.integral_k))
        return Word(True, on_grid(seen.target_c + offset, seen.step_k), "auto")
