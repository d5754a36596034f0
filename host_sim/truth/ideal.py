"""A room held between two setpoints by a machine that can do anything, as references do it.

Same Room, Modal and Exogenous as a simulated home's; only people, units and doors are missing.
"""

from dataclasses import dataclass, field

import numpy as np

from host_sim.plant.exogenous import DAY_S, Exogenous
from host_sim.plant.inside import Inside

STEP_S = 300
WARM_UP_DAYS = 28  # a year before the year, as long as a heavy box remembers


@dataclass
class Year:
    """By step: air_c at its end, heat_w over it (cooling negative)."""

    air_c: np.ndarray = field(repr=False)
    heat_w: np.ndarray = field(repr=False)

    def hourly(self, values):
        return values.reshape(-1, 3600 // STEP_S).mean(axis=1)

    @property
    def heating_mwh(self) -> float:
        return float(self.heat_w.clip(min=0.0).sum()) * STEP_S / 3.6e9

    @property
    def cooling_mwh(self) -> float:
        return float(-self.heat_w.clip(max=0.0).sum()) * STEP_S / 3.6e9

    @property
    def peak_heating_kw(self) -> float:
        return float(self.hourly(self.heat_w).max()) / 1000.0

    @property
    def peak_cooling_kw(self) -> float:
        return float(-self.hourly(self.heat_w).min()) / 1000.0


def live(weather, room, gains_w, vent_w_k, setpoints=None, days=365, shelter=1.0) -> Year:
    """room: rooms.Room for STEP_S; gains_w: (convective, radiant); vent_w_k: constant leaks;
    setpoints: (lowest, highest) degC for each step of a day, None to float."""
    start_h = (8760 - 24 * WARM_UP_DAYS) % 8760
    exogenous = Exogenous(weather, start_h, [room.modal], STEP_S, shelter)
    blocks = exogenous.blocks
    gains = [[np.full(blocks, w) for w in gains_w]]
    a, b = room.coefficients[:5], room.coefficients[5:]
    per_w = sum(b)
    air, heat = [], []
    exogenous.day(0, gains)
    inside = Inside([room.modal])
    room.begin(exogenous.first_inputs(0, 20.0), 0.004, exogenous.pressure_pa)
    for day in range(WARM_UP_DAYS + days):
        exogenous.day(day, gains)
        inside.day(exogenous.inputs, exogenous.windows, exogenous.rows)
        for j in range(DAY_S // STEP_S):
            room.row = row = inside.block(j, room.z, 1)
            q = vent_w_k * (exogenous.outdoor[j][0] - room.air_c)
            hvac = 0.0
            if setpoints is not None:
                low, high = setpoints[j]
                floats = sum(x * z + w for x, z, w in zip(a, room.z, row, strict=True)) + per_w * q
                hvac = (min(max(floats, low), high) - floats) / per_w
            room.step(q + hvac)
            if day >= WARM_UP_DAYS:
                air.append(room.air_c)
                heat.append(hvac)
    return Year(np.array(air), np.array(heat))
