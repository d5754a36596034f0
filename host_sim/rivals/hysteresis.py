"""Home Assistant's generic_thermostat with a script that sends full heating or OFF over infra-red.

Rule (its documentation): on below target - cold_tolerance, off above target + hot_tolerance; both
0.3 K as in its example.
"""

from host_sim.rivals import STOP, full_blast

TOLERANCE_K = 0.3


class Hysteresis:
    name = "hysteresis"

    def __init__(self):
        self.on = False

    def step(self, seen):
        short = seen.target_c - seen.room_c
        if seen.cls == "cool":
            short = -short
        if short >= TOLERANCE_K:
            self.on = True
        elif short <= -TOLERANCE_K:
            self.on = False
        return full_blast(seen.cls) if self.on else STOP
