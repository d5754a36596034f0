"""ESPHome's thermostat climate with the times of its documented example.

Rule (its documentation): heats below target - heat_deadband, until target + heat_overrun (0.5 K
each by default); at least 300 s on, 300 s off, 30 s idle. Its actions send full heating or OFF.
"""

from host_sim.rivals import STOP, full_blast

DEADBAND_K = OVERRUN_K = 0.5
RUN_S = OFF_S = 300


class EspHome:
    name = "ESPHome thermostat"

    def __init__(self):
        self.on = False
        self.since_s = -OFF_S

    def step(self, seen):
        short = seen.target_c - seen.room_c
        if seen.cls == "cool":
            short = -short
        elapsed_s = seen.now_s - self.since_s
        if not self.on and short >= DEADBAND_K and elapsed_s >= OFF_S:
            self.on, self.since_s = True, seen.now_s
        elif self.on and short <= -OVERRUN_K and elapsed_s >= RUN_S:
            self.on, self.since_s = False, seen.now_s
        return full_blast(seen.cls) if self.on else STOP
