"""Faikin's automatic mode, which reads the unit's own sensor over its service plug.

Rule: the room is predicted two minutes ahead from its last two changes; past the band (half a
kelvin about the target) the unit is told mid-band + (its sensor - room) +-6 K, so that it works or
rests; in between mid-band + (its sensor - room). Rounded to the unit's step.
"""

from host_sim.rivals import Word, on_grid

EVERY_S = 60
AHEAD_S = 120
BAND_K = 0.5
PUSH_K = 6.0


class Faikin:
    name = "Faikin automatic"

    def __init__(self):
        self.last = self.before = None
        self.due_s = 0

    def step(self, seen):
        if seen.now_s < self.due_s:
            return None
        self.due_s = seen.now_s + EVERY_S
        room = seen.room_c
        predicted = room
        if self.before is not None:
            predicted += (room - self.before) / (2 * EVERY_S) * AHEAD_S
        self.before, self.last = self.last, room
        setpoint = seen.target_c + seen.return_c - room
        if predicted > seen.target_c + BAND_K:
            setpoint -= PUSH_K
        elif predicted < seen.target_c - BAND_K:
            setpoint += PUSH_K
        setpoint = max(16.0, min(30.0, setpoint))
        return Word(True, on_grid(setpoint, seen.step_k), "auto")
