"""What is known before a day begins: weather, sun, people and appliances, worked into rows of
numbers that a step adds up. numpy here, a month at a time; plain floats in the step.
"""

import numpy as np

from host_sim.plant.air import SEA_LEVEL_PA
from host_sim.plant.capacity import weather_rows
from host_sim.plant.envelope import ROOM_C
from host_sim.plant.glazing import IN_M2K_W, gap_at, gap_parts
from host_sim.plant.outside import sol_air
from host_sim.plant.rooms import MODES
from host_sim.plant.sun import plane_sun

DAY_S = 86400
FACES_C = (5.0, 30.0)  # inner faces of windows
SUN_DAYS = 32  # the sun is computed a month at a time


class Exogenous:
    """Rows for each day of one plant.

    weather: Weather; start_h: hour of the file's year at which the run begins; modals: a Modal
    for each room; shelter: wind at the faces against the mast. After `day(d, gains)`: .outdoor
    rows (see capacity.weather_rows), .rows for Room.step (blocks x modes of all rooms), .inputs[i]
    the inputs themselves (blocks x names), .windows (blocks x 3 x windows of all rooms): what
    each loses more than in the network, in W, by powers 0, 1, 2 of its inner face's temperature.
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
        self.inputs = []
        self.windows = self.month_windows[part]
        rows = np.zeros((self.blocks, MODES * len(self.modals)))
        at = 0
        for modal, known, gain in zip(self.modals, self.month_inputs, gains, strict=True):
            u = known[part].copy()
            u[:, 0] = gain[0]
            u[:, 1] = gain[1]
            rows[:, at : at + len(modal.decay)] = u @ modal.drive.T
            at += MODES
            self.inputs.append(u)
        self.rows = rows

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
        windows: list = []
        self.month_inputs = [
            self._inputs(modal, sun, met, {"t:air": air, "t:ground": ground}, windows)
            for modal in self.modals
        ]
        shape = (len(windows), 3, len(at))
        self.month_windows = np.array(windows).reshape(shape).transpose(2, 1, 0).copy()

    def _inputs(self, modal, sun, met, others, windows):
        """The inputs of one room over a month, gains left at nought (blocks x names). Appends to
        windows."""
        network = modal.network
        u = np.zeros((self.blocks * SUN_DAYS, len(modal.names)))
        for boundary, face in network.faces.items():
            temperature, film = met[face]
            pane = network.panes.get(boundary)
            if pane is not None:
                _, passed, outer, inner = (pane.admits * part for part in sun[face[:2]])
                u[:, 2] += pane.m2 * passed
                # What the panes keep warms them: as much as a warmer outside would.
                gap = gap_at(gap_parts(pane.gap_m2k_w), 0.5 * (ROOM_C + temperature))
                resists = 1.0 / film
                beyond = temperature + outer * resists
                temperature = beyond + inner * (resists + gap)
                # A window conducts more on a warm or windy day than the network's does.
                usual = network.gap_here(pane) + 1.0 / network.film(face) + IN_M2K_W
                more = usual / (gap + resists + IN_M2K_W)
                temperature = ROOM_C - more * (ROOM_C - temperature)
                w_k = pane.m2 / (usual - IN_M2K_W)
                # As warm panes conduct more, so does the window, here in line with its inner
                # face.
                share = 0.5 * (1.0 + resists / (resists + gap))
                low, high = (
                    pane.m2 / (gap_at(gap_parts(pane.gap_m2k_w), face_c * share
                                      + (1.0 - share) * beyond) + resists)
                    for face_c in FACES_C
                )  # fmt: skip
                grows = (high - low) / (FACES_C[1] - FACES_C[0])
                first = low - grows * FACES_C[0]
                constant = w_k * temperature - pane.m2 * inner - first * beyond
                windows.append((constant, first - grows * beyond - w_k, grows))
            u[:, modal.names.index("t:" + boundary)] = temperature
        for name, values in others.items():
            if name in modal.names:
                u[:, modal.names.index(name)] = values
        return u
