"""What is known before a day begins: weather, sun, people and appliances, worked into rows of
numbers that a step adds up. numpy here, once a day; plain floats in the step.
"""

import numpy as np

from host_sim.plant.air import SEA_LEVEL_PA
from host_sim.plant.capacity import weather_rows
from host_sim.plant.envelope import OUTSIDE, RADIATION_OUT, planes_of
from host_sim.plant.rooms import MODES
from host_sim.plant.sun import plane_sun

DAY_S = 86400
SUN_DAYS = 32  # the sun is computed a month at a time


class Exogenous:
    """Rows for each day of one plant.

    weather: Weather; start_h: hour of the file's year at which the run begins; rooms: list of
    Room. After `day(d, gains)`: .outdoor rows (see capacity.weather_rows), .rooms[i] rows for
    Room.step, .radiant[i] steady parts of the star, .inputs[i] the inputs themselves (blocks x
    names).
    """

    def __init__(self, weather, start_h, rooms, block_s):
        self.weather = weather
        self.start_h = start_h
        self.block_s = block_s
        self.blocks = DAY_S // block_s
        self.modals = [room.modal for room in rooms]
        self.values = [room.values for room in rooms]
        self.planes = [planes_of(v) for v in self.values]
        self.wanted = {p[:2] for planes in self.planes for p in planes.values()}
        self.sun_from = None
        self.sun = {}
        self.ground = weather.ground_c
        self.pressure_pa = SEA_LEVEL_PA * weather.density_ratio

    def hours(self, day):
        """Hours of the file's year at the middle of each block of a day."""
        return self.start_h + 24.0 * day + (np.arange(self.blocks) + 0.5) * self.block_s / 3600.0

    def day(self, day, gains):
        """Prepare day number `day` (from 0). gains[i]: (convective W, radiant W) arrays over the
        day's blocks."""
        at = self.hours(day)
        sun = self._sun(day, at)
        w = self.weather
        air = w.at("dry_c", at)
        sky = w.at("sky_c", at) - air
        ratio = w.at("humidity_ratio", at)
        self.outdoor = weather_rows(air, ratio, w.at("wind_ms", at), self.pressure_pa)
        self.rooms, self.radiant, self.inputs = [], [], []
        ground = w.at(self.ground, at)
        for modal, values, planes, gain in zip(
            self.modals, self.values, self.planes, gains, strict=True
        ):
            u = self._inputs(modal, values, planes, gain, sun, air, sky, ground)
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

    def _inputs(self, modal, values, planes, gain, sun, air, sky, ground):
        columns = []
        for name in modal.names:
            if name == "air":
                columns.append(gain[0])
            elif name == "star":
                columns.append(gain[1])
            elif name == "sun":
                columns.append(self._admitted(values, planes, sun))
            elif name == "t:ground":
                columns.append(ground)
            elif name == "t:air":
                columns.append(air)
            else:
                facing, tilt, absorbs = planes[name[2:]]
                # A wall sees half a sky; the ground before it is at air temperature (EN ISO
                # 52016-1).
                view = 0.5 * (1.0 + np.cos(np.radians(tilt)))
                gain_w = absorbs * sun[(facing, tilt)][0] + RADIATION_OUT * view * sky
                columns.append(air + gain_w / OUTSIDE)
        return np.column_stack(columns)

    def _admitted(self, values, planes, sun):
        total = 0.0
        for name, key in (("window0", "window_m2"), ("window1", "second_window_m2")):
            if values[key] > 0.0:
                total = total + values[key] * sun[planes[name][:2]][1]
        factor = values["g_window"] * values["shade"]
        return np.zeros(self.blocks) + total * factor

    def _sun(self, day, at):
        """The planes' sun at the steps of a day, from a table of a month at 10 min."""
        month = day // SUN_DAYS
        if month != self.sun_from:
            self.sun_from = month
            self.first_h = self.start_h + 24.0 * SUN_DAYS * month
            self.sun = plane_sun(self.weather, self.first_h, 24 * SUN_DAYS, self.wanted)
        grid = np.arange(len(next(iter(self.sun.values()))[0]))
        where = (at - self.first_h) * 6.0
        return {
            plane: (np.interp(where, grid, both[0]), np.interp(where, grid, both[1]))
            for plane, both in self.sun.items()
        }
