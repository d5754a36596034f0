"""One room while the plant runs: temperatures by its modes, moisture, mould risk, and the books of
both.

The plant calls `step` every step with the heat that goes into the air beyond what was known
beforehand, and `slow` every few steps for what changes slowly. Rows of the day (weather, sun,
people) come precomputed from exogenous.py.
"""

from host_sim.plant.air import (
    AIR_J_KG_K,
    AIR_KG_M3,
    infiltration_factor,
    open_window_w_k,
    saturation_pa,
)

MODES = 5
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
        "a0", "a1", "a2", "a3", "a4", "air_c", "air_kg", "b0", "b1", "b2", "b3", "b4", "density",
        "dried_kg", "dried_kg_s", "gain_water_kg", "leak_w_k", "modal", "moisture_kg_s",
        "mould_s", "name", "now", "operative_c", "ratio", "rh", "s0", "s1", "s2", "s3", "s4",
        "shared_water_kg", "shelter", "start_ratio", "start_z", "sum_q", "surface_rh", "values",
        "vent_j", "vent_w_k", "vent_water_kg", "volume_m3", "window_h_m", "window_open",
        "window_wind_m2", "z0", "z1", "z2", "z3", "z4",
    )  # fmt: skip

    def __init__(self, name, values, modal, density, shelter):
        self.name = name
        self.values = values
        self.modal = modal
        pad = [0.0] * (MODES - len(modal.decay))
        self.a0, self.a1, self.a2, self.a3, self.a4 = modal.decay.tolist() + pad
        drive = modal.drive[:, modal.names.index("air")].tolist() + pad
        self.b0, self.b1, self.b2, self.b3, self.b4 = drive
        self.now = float(modal.air_now[modal.names.index("air")])
        self.s0 = self.s1 = self.s2 = self.s3 = self.s4 = 0.0
        self.sum_q = 0.0
        self.volume_m3 = values["area_m2"] * values["height_m"]
        self.density = density
        self.air_kg = self.volume_m3 * AIR_KG_M3 * density
        self.leak_w_k = values["ach"] / 3600.0 * self.air_kg * AIR_J_KG_K
        self.vent_w_k = self.leak_w_k
        self.shelter = shelter
        self.rh = 0.5
        self.surface_rh = 0.5
        self.mould_s = 0.0
        self.moisture_kg_s = 0.0
        self.dried_kg_s = 0.0
        self.window_open = 0
        self.window_wind_m2 = 0.25 * (values["window_m2"] + values["second_window_m2"])
        self.window_h_m = 1.0
        self.vent_j = self.vent_water_kg = self.gain_water_kg = 0.0
        self.dried_kg = self.shared_water_kg = 0.0

    def begin(self, u, ratio):
        """Start in the steady state of inputs u (order of modal.names) with this humidity
        ratio."""
        z = self.modal.steady(u).tolist()
        self.z0, self.z1, self.z2, self.z3, self.z4 = z + [0.0] * (MODES - len(z))
        self.air_c = sum(z) + float(self.modal.air_now @ u)
        self.operative_c = self.air_c
        self.ratio = self.start_ratio = ratio
        self.start_z = self.stored_j()

    def step(self, q, row):
        """One step with q watts into the air beyond the row's; row: five drives and the air's
        steady part."""
        w0, w1, w2, w3, w4, static = row
        z0, z1, z2, z3, z4 = self.z0, self.z1, self.z2, self.z3, self.z4
        self.s0 += z0
        self.s1 += z1
        self.s2 += z2
        self.s3 += z3
        self.s4 += z4
        self.sum_q += q
        self.z0 = z0 = self.a0 * z0 + self.b0 * q + w0
        self.z1 = z1 = self.a1 * z1 + self.b1 * q + w1
        self.z2 = z2 = self.a2 * z2 + self.b2 * q + w2
        self.z3 = z3 = self.a3 * z3 + self.b3 * q + w3
        self.z4 = z4 = self.a4 * z4 + self.b4 * q + w4
        self.air_c = air_c = z0 + z1 + z2 + z3 + z4 + self.now * q + static
        return air_c

    def slow(self, dt_s, outdoor_c, outdoor_ratio, wind_ms, pressure_pa, radiant_now, shared_kg_s):
        """What changes slowly, every dt_s: air exchange, radiant temperature, moisture, mould.

        radiant_now: the steady part of the star node; shared_kg_s: water from neighbouring rooms.
        """
        air_c = self.air_c
        difference = air_c - outdoor_c
        wind = wind_ms * self.shelter
        vent = self.leak_w_k * infiltration_factor(difference, wind)
        if self.window_open:
            vent += self.density * open_window_w_k(
                self.window_wind_m2, self.window_h_m, difference, wind
            )
        self.vent_w_k = vent
        r = self.modal.radiant_z
        radiant = radiant_now
        for weight, z in zip(r, (self.z0, self.z1, self.z2, self.z3, self.z4), strict=False):
            radiant += weight * z
        self.operative_c = 0.5 * (air_c + radiant)
        ratio = self.ratio
        flow = vent / AIR_J_KG_K * (outdoor_ratio - ratio)
        gain, dried = self.moisture_kg_s, self.dried_kg_s
        ratio += (flow + gain - dried + shared_kg_s) * dt_s / (self.air_kg * MOISTURE_STORE)
        self.vent_water_kg += flow * dt_s
        self.gain_water_kg += gain * dt_s
        self.dried_kg += dried * dt_s
        self.shared_water_kg += shared_kg_s * dt_s
        self.ratio = ratio
        vapour = pressure_pa * ratio / (0.62198 + ratio)
        self.rh = rh = vapour / saturation_pa(air_c)
        surface_c = outdoor_c + self.values["surface_factor"] * difference
        if difference <= 0.0:
            self.surface_rh = rh
        else:
            self.surface_rh = vapour / saturation_pa(surface_c)
        if self.surface_rh > MOULD_RH:
            self.mould_s += dt_s

    def stored_j(self):
        """Heat stored above 0 degC, in J, without the water's share."""
        z = (self.z0, self.z1, self.z2, self.z3, self.z4)
        return float(sum(e * x for e, x in zip(self.modal.stored, z, strict=False)))

    def water_kg(self, ratio):
        """Water in air, furniture and plaster at this humidity ratio."""
        return self.air_kg * MOISTURE_STORE * ratio

    def sum_z(self):
        """Sums of the modes at the starts of all steps so far."""
        return (self.s0, self.s1, self.s2, self.s3, self.s4)[: len(self.modal.decay)]
