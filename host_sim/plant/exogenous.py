"""What is known before a day begins: weather, sun, people and appliances, worked into rows of
numbers that a step adds up. numpy here, a month at a time; plain floats in the step.
"""

import numpy as np

from host_sim.plant.air import SEA_LEVEL_PA
from host_sim.plant.capacity import weather_rows
from host_sim.plant.envelope import ROOM_C
from host_sim.plant.glazing import IN_M2K_W, gap_at
from host_sim.plant.outside import sol_air
from host_sim.plant.rooms import MODES
from host_sim.plant.sun import plane_sun

DAY_S = 86400
SUN_DAYS = 32  # the sun is computed a month at a time


class Exogenous:
    """Rows for each day of one plant.

    weather: Weather; start_h: hour of the file's year at which the run begins; modals: a Modal
    for each room; shelter: wind at the faces against the mast. After `day(d, gains)`: .outdoor
    rows (see capacity.weather_rows), .rooms[i] rows for Room.step, .radiant[i] steady parts of the
    star, .inputs[i] the inputs themselves (blocks x names).
    """

    def __init__(self, weather, start_h, modals, block_s, shelter):
        self.weather = weather
        self.start_h = start_h
        self.block_s = block_s
        self.blocks = DAY_S // block_s
        self.modals = modals
        self.shelter = shelter
        self.month = None
        self.ground = weather.ground_c
        self.pressure_pa = SEA_LEVEL_PA * weather.density_ratio

    def hours(self, day, days=1):
        """Hours of the file's year at the middle of each block of some days."""
        blocks = np.arange(self.blocks * days)
        return self.start_h + 24.0 * day + (blocks + 0.5) * self.block_s / 3600.0

    def day(self, day, gains):
        """Prepare day number `day` (from 0). gains[i]: (convective W, radiant W) arrays over the
        day's blocks."""
        month, of_month = divmod(day, SUN_DAYS)
        if month != self.month:
            self.month = month
            self._month(month * SUN_DAYS)
        part = slice(of_month * self.blocks, (of_month + 1) * self.blocks)
        self.outdoor = self.month_outdoor[part]
        self.rooms, self.radiant, self.inputs = [], [], []
        for modal, known, gain in zip(self.modals, self.month_inputs, gains, strict=True):
            u = known[part].copy()
            u[:, 0] = gain[0]
            u[:, 1] = gain[1]
            drive = np.zeros((self.blocks, MODES))
            drive[:, : len(modal.decay)] = u @ modal.drive.T
            self.rooms.append(drive.tolist())
            self.radiant.append((u @ modal.radiant_now).tolist())
            self.inputs.append(u)

    def first_inputs(self, i, air_c):
        """Steady inputs to begin with: the first day's mean weather, no sun, and the heat that
        makes air_c."""
        w = self.weather
        modal = self.modals[i]
        u = np.zeros(len(modal.names))
        mean = float(w.at("dry_c", self.hours(0)).mean())
        for j, name in enumerate(modal.names):
            if name.startswith("t:"):
                u[j] = float(self.ground[int(self.start_h) % 8760]) if name == "t:ground" else mean
        # Heat into the air so that the room is at air_c.
        base = modal.steady(u).sum()
        one = np.zeros(len(u))
        one[modal.names.index("air")] = 1.0
        per_w = modal.steady(one).sum()
        u[modal.names.index("air")] = (air_c - base) / per_w
        return u

    def _month(self, first_day):
        at = self.hours(first_day, SUN_DAYS)
        w = self.weather
        air, sky = w.at("dry_c", at), w.at("sky_c", at)
        ratio, wind = w.at("humidity_ratio", at), w.at("wind_ms", at)
        self.month_outdoor = weather_rows(air, ratio, wind, self.pressure_pa)
        first_h = self.start_h + 24.0 * first_day
        planes = {face[:2] for modal in self.modals for face in modal.network.faces.values()}
        sun = plane_sun(w, first_h, 24 * SUN_DAYS, planes)
        grid = np.arange(24 * SUN_DAYS * 6 + 1)
        where = (at - first_h) * 6.0
        sun = {
            plane: [np.interp(where, grid, part) for part in parts] for plane, parts in sun.items()
        }
        met = {}  # (face) -> sol-air temperature and film; rooms share their walls' directions
        for modal in self.modals:
            for face in modal.network.faces.values():
                if face not in met:
                    incident = sun[face[:2]][0]
                    met[face] = sol_air(face, air, sky, wind * self.shelter, incident)
        ground = w.at(self.ground, at)
        self.month_inputs = [
            self._inputs(modal, sun, met, {"t:air": air, "t:ground": ground})
            for modal in self.modals
        ]

    def _inputs(self, modal, sun, met, others):
        """The inputs of one room over a month, gains left at nought (blocks x names)."""
        network = modal.network
        u = np.zeros((self.blocks * SUN_DAYS, len(modal.names)))
        for boundary, face in network.faces.items():
            temperature, film = met[face]
            pane = network.panes.get(boundary)
            if pane is not None:
                _, passed, outer, inner = sun[face[:2]]
                u[:, 2] += pane.m2 * pane.admits * passed
                # What the panes keep warms them: as much as a warmer outside would.
                gap = gap_at(pane.gap_m2k_w, 0.5 * (ROOM_C + temperature))
                held = outer / film + inner * (1.0 / film + gap)
                temperature = temperature + pane.admits * held
                # A window conducts more on a warm or windy day than the network's does.
                usual = network.gap_here(pane) + 1.0 / network.film(face) + IN_M2K_W
                more = usual / (gap + 1.0 / film + IN_M2K_W)
                temperature = ROOM_C - more * (ROOM_C - temperature)
            u[:, modal.names.index("t:" + boundary)] = temperature
        for name, values in others.items():
            if name in modal.names:
                u[:, modal.names.index(name)] = values
        return u
