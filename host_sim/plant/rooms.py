"""One room while the plant runs: temperatures by its modes, moisture, mould risk, and the books of
both.

The plant calls `step` every step with the heat that goes into the air beyond what was known
beforehand, and `block` every few steps for what changes slowly. What weather, sun and people do
comes precomputed from exogenous.py.
"""

from host_sim.plant.air import (
    AIR_J_KG_K,
    AIR_KG_M3,
    LEAK_0,
    LEAK_K,
    LEAK_MS,
    VAPOUR_HEAT,
    open_window_w_k,
    saturation_pa,
    vapour_pa,
)

MODES = 5
FiveModes = tuple[float, float, float, float, float]
NONE: FiveModes = (0.0, 0.0, 0.0, 0.0, 0.0)
# The room's moisture store against that of its air alone: furniture and plaster take part.
# EnergyPlus calls it the moisture capacitance multiplier; 10 to 20 fits homes (general knowledge).
MOISTURE_STORE = 10.0
MOULD_RH = 0.80  # EN ISO 13788: surface humidity over 80 % for days lets mould grow


class Room:
    """State and books of one room. Temperatures degC, heat W into the room, moisture kg/kg and
    kg/s.

    values: building.room_of; modal: its Modal; density: air density against sea level.
    """

    __slots__ = (
        "air_c", "air_kg", "coefficients", "density", "dried_kg", "dried_kg_s", "gain_water_kg",
        "leak_w_k", "modal", "moist_kg", "moisture_kg_s", "mould_s", "name", "operative_c",
        "ratio", "rh", "row", "shared_water_kg", "shelter", "star_drive", "start_j",
        "start_ratio", "sum_q", "sum_star", "sums", "surface_factor", "surface_rh", "values",
        "vent_j", "vent_w_k", "vent_water_kg", "volume_m3", "window_h_m", "window_open",
        "window_wing_m2", "z",
    )  # fmt: skip

    def __init__(self, name: str, values: dict, modal, density: float, shelter: float):
        self.name = name
        self.values = values
        self.modal = modal
        pad = [0.0] * (MODES - len(modal.decay))
        drive = modal.drive[:, modal.names.index("air")].tolist() + pad
        self.coefficients: tuple[float, ...] = (*modal.decay.tolist(), *pad, *drive)
        self.star_drive = modal.drive[:, modal.names.index("star")].tolist() + pad
        self.row: FiveModes = NONE
        self.z: FiveModes = NONE
        self.sums: FiveModes = NONE
        self.sum_q: float = 0.0
        self.sum_star: float = 0.0
        self.volume_m3: float = values["area_m2"] * values["height_m"]
        self.density = density
        self.air_kg = self.volume_m3 * AIR_KG_M3 * density
        self.moist_kg = self.air_kg * MOISTURE_STORE
        self.surface_factor: float = values["surface_factor"]
        self.leak_w_k: float = values["ach"] / 3600.0 * self.air_kg * AIR_J_KG_K
        self.vent_w_k = self.leak_w_k
        self.shelter = shelter
        self.mould_s = 0.0
        self.moisture_kg_s: float = 0.0
        self.dried_kg_s: float = 0.0
        self.window_open = 0
        self.window_wing_m2: float = 0.25 * (values["window_m2"] + values["second_window_m2"])
        self.window_h_m = 1.0
        self.vent_j = self.vent_water_kg = self.gain_water_kg = 0.0
        self.dried_kg = self.shared_water_kg = 0.0

    def begin(self, u, ratio: float, pressure_pa: float):
        """Start in the steady state of inputs u (order of modal.names) with this humidity
        ratio."""
        z = self.modal.steady(u).tolist()
        z += [0.0] * (MODES - len(z))
        z0, z1, z2, z3, z4 = z
        self.z = (z0, z1, z2, z3, z4)
        self.air_c: float = sum(z)
        self.operative_c: float = self.air_c
        self.ratio = self.start_ratio = ratio
        self.rh = vapour_pa(ratio, pressure_pa) / saturation_pa(self.air_c)
        self.surface_rh = self.rh
        self.start_j = self.stored_j()

    def radiate(self, radiant_w: float):
        """Heat onto the room's surfaces during the block that has just begun."""
        w0, w1, w2, w3, w4 = self.row
        d0, d1, d2, d3, d4 = (d * radiant_w for d in self.star_drive)
        self.row = (w0 + d0, w1 + d1, w2 + d2, w3 + d3, w4 + d4)

    def step(self, q: float) -> float:
        """One step with q watts into the air beyond what `row`, the five drives of this block,
        already holds."""
        w0, w1, w2, w3, w4 = self.row
        z0, z1, z2, z3, z4 = self.z
        s0, s1, s2, s3, s4 = self.sums
        a0, a1, a2, a3, a4, b0, b1, b2, b3, b4 = self.coefficients
        self.sums = (s0 + z0, s1 + z1, s2 + z2, s3 + z3, s4 + z4)
        self.sum_q += q
        z0 = a0 * z0 + b0 * q + w0
        z1 = a1 * z1 + b1 * q + w1
        z2 = a2 * z2 + b2 * q + w2
        z3 = a3 * z3 + b3 * q + w3
        z4 = a4 * z4 + b4 * q + w4
        self.z = (z0, z1, z2, z3, z4)
        self.air_c = air_c = z0 + z1 + z2 + z3 + z4
        return air_c

    def block(
        self,
        dt_s: float,
        outdoor: tuple[float, ...],
        pressure_pa: float,
        star_c: float,
        shared_kg_s: float,
    ):
        """What changes in blocks of dt_s: air exchange, radiant temperature, moisture, mould.

        outdoor: a row of capacity.weather_rows; star_c: the radiant temperature;
        shared_kg_s: water from neighbouring rooms.
        """
        outdoor_c, outdoor_ratio, wind_ms = outdoor[0], outdoor[1], outdoor[2]
        air_c = self.air_c
        difference = air_c - outdoor_c
        wind = wind_ms * self.shelter
        # air.infiltration_factor and .carried, here without the calls
        vent = self.leak_w_k * (LEAK_0 + LEAK_K * abs(difference) + LEAK_MS * wind)
        vent *= 293.15 / (273.15 + outdoor_c) * (1.0 + VAPOUR_HEAT * outdoor_ratio)
        if self.window_open:
            opened = open_window_w_k(self.window_wing_m2, self.window_h_m, difference, wind)
            vent += self.density * opened
        self.vent_w_k = vent
        self.operative_c = 0.5 * (air_c + star_c)
        ratio = self.ratio
        flow = vent / AIR_J_KG_K * (outdoor_ratio - ratio)
        gain, dried = self.moisture_kg_s, self.dried_kg_s
        ratio += (flow + gain - dried + shared_kg_s) * dt_s / self.moist_kg
        self.vent_water_kg += flow * dt_s
        self.gain_water_kg += gain * dt_s
        self.dried_kg += dried * dt_s
        self.shared_water_kg += shared_kg_s * dt_s
        self.ratio = ratio
        vapour = pressure_pa * ratio / (0.62198 + ratio)
        self.rh = surface_rh = vapour / saturation_pa(air_c)
        if difference > 0.0:
            surface_rh = vapour / saturation_pa(outdoor_c + self.surface_factor * difference)
        self.surface_rh = surface_rh
        if surface_rh > MOULD_RH:
            self.mould_s += dt_s

    def stored_j(self):
        """Heat stored above 0 degC, in J, without the water's share."""
        return float(sum(e * x for e, x in zip(self.modal.stored, self.z, strict=False)))

    def water_kg(self, ratio):
        """Water in air, furniture and plaster at this humidity ratio."""
        return self.moist_kg * ratio

    def sum_z(self):
        """Sums of the modes at the starts of all steps so far."""
        return self.sums[: len(self.modal.decay)]
