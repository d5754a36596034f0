"""What a simulated home is judged by: comfort where and when people are there, energy, starts,
frames.

The band of a room is from its heating comfort setpoint to its cooling one, widened by BAND_K on
each side; it counts while people are in the room by the home's own hours, whether the way in
question serves that room or not. Discomfort is the integral of the air temperature outside the
band in K h (the indicator of BOPTEST).
"""

BAND_K = 1.0
PEAK_MIN = 15  # peak power is the highest mean of a quarter of an hour (BOPTEST)


class RoomMetrics:
    """One room, step by step. heat_c, cool_c: its comfort setpoints in degC."""

    def __init__(self, name: str, heat_c: float, cool_c: float):
        self.name = name
        self.low_c = heat_c - BAND_K
        self.high_c = cool_c + BAND_K
        self.sum_c = 0.0
        self.min_c = 99.0
        self.max_c = -99.0
        self.steps = 0
        self.occupied = 0
        self.comfortable = 0
        self.discomfort = self.cold = 0.0

    def step(self, air_c: float, occupied: bool):
        self.steps += 1
        self.sum_c += air_c
        if air_c < self.min_c:
            self.min_c = air_c
        if air_c > self.max_c:
            self.max_c = air_c
        if occupied:
            self.occupied += 1
            if air_c < self.low_c:
                self.discomfort += self.low_c - air_c
                self.cold += self.low_c - air_c
            elif air_c > self.high_c:
                self.discomfort += air_c - self.high_c
            else:
                self.comfortable += 1

    def result(self, step_s: float) -> dict:
        """Hours and K h; temperatures in degC."""
        hours = step_s / 3600
        return {
            "mean_c": round(self.sum_c / max(1, self.steps), 2),
            "min_c": round(self.min_c, 2),
            "max_c": round(self.max_c, 2),
            "occupied_hours": round(self.occupied * hours, 1),
            "comfortable_hours": round(self.comfortable * hours, 1),
            "discomfort_kh": round(self.discomfort * hours, 2),
            "cold_kh": round(self.cold * hours, 2),
        }


class Peak:
    """The highest mean power of any PEAK_MIN minutes on the clock, in W."""

    def __init__(self, step_s: float):
        self.size = max(1, int(PEAK_MIN * 60 / step_s))
        self.energy = 0.0
        self.count = 0
        self.peak_w = 0.0

    def step(self, power_w: float):
        self.energy += power_w
        self.count += 1
        if self.count == self.size:
            self.peak_w = max(self.peak_w, self.energy / self.size)
            self.energy = 0.0
            self.count = 0


class Frames:
    """Frames sent to one room: in all, and the most in any 60 minutes."""

    def __init__(self):
        self.total = 0
        self.worst = 0
        self.recent = []

    def sent(self, now_s: int):
        self.total += 1
        self.recent = [at for at in self.recent if now_s - at < 3600]
        self.recent.append(now_s)
        self.worst = max(self.worst, len(self.recent))
