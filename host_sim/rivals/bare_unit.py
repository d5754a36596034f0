"""The unit by itself, its remote set to the next setpoint on the comfortable side."""

from math import ceil, floor

from host_sim.rivals import Word


class BareUnit:
    name = "bare unit"
    whole = True  # its target moves in the unit's own steps

    def step(self, seen):
        steps = seen.target_c / seen.step_k
        steps = ceil(steps - 1e-6) if seen.cls == "heat" else floor(steps + 1e-6)
        return Word(True, steps * seen.step_k, "auto")
