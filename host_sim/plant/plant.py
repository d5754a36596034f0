"""The home that a controller meets: rooms, weather, people, indoor and outdoor units, one step at
a time.

Commands reach the indoor units by `heads[i].obey(UnitCommand)`; `step` then advances everything by
dt_s. Heat flows are W into a room; every one of them is in the books (`balance`).
"""

from host_sim.plant.air import VAPOUR_J_KG
from host_sim.plant.balance import balance_of
from host_sim.plant.building import home_of, room_of
from host_sim.plant.doors import Doors
from host_sim.plant.emitter import Emitter
from host_sim.plant.envelope import network_of
from host_sim.plant.exogenous import Exogenous
from host_sim.plant.inside import Inside
from host_sim.plant.machines import machines_of
from host_sim.plant.modal import Modal
from host_sim.plant.occupants import Occupants
from host_sim.plant.outside import Site
from host_sim.plant.rooms import MODES, Room
from host_sim.plant.water_side import WaterSide

BLOCK_S = 300  # weather, people, air exchange and moisture change in blocks of this length


class Plant:
    """building: the home's keys (building.HOME_KEYS).

    rooms: list of dicts: "name"; "building" (ROOM_KEYS); "outdoor_unit" (index, or None for a room
    without a unit); "unit" (options of IndoorUnit); "radiator_w" (behind a WaterSide); "occupied"
    (intervals in minutes of the week, or None); "start_c". outdoor_units: list of options of
    OutdoorUnit, or with "emitters" of WaterSide. weather: Weather. start_h: hour of the weather's
    year at which the run begins. weekday0: its day of the week (Monday 0). dt_s divides 300.

    Lists by room: air_c, operative_c, rh (0..1), surface_rh, ratio, heat_w (from its unit,
    sensible), mould_h, window_open, presence. By head, in the order of rooms that have a unit:
    heads, return_c, head_room. By outdoor unit: outdoor_units. Whole: power_w, outdoor_c,
    outdoor_ratio, energy_j (electric), heat_moved_j (magnitude, total at the heads),
    compressor_starts, k.
    """

    def __init__(
        self,
        building,
        rooms,
        outdoor_units,
        weather,
        seed=1,
        dt_s=60,
        start_h=0,
        weekday0=0,
        wall_shift_min=0,
    ):
        self.home = home_of(building)
        self.dt_s = dt_s
        self.weather = weather
        self.weekday0 = weekday0
        # People's clock ahead of the weather's standard time; read at the start of a day.
        self.wall_shift_min = wall_shift_min
        values = [room_of(r.get("building", {}), self.home) for r in rooms]
        density, shelter = weather.density_ratio, self.home["shelter"]
        site = Site(weather, shelter)
        self.rooms = [
            Room(r["name"], v, Modal(network_of(v, site), dt_s), density, shelter)
            for r, v in zip(rooms, values, strict=True)
        ]
        self.names = [room.name for room in self.rooms]
        self.heads, self.head_of, self.outdoor_units = machines_of(
            rooms, outdoor_units, values, dt_s
        )
        self.head_room = [head.room for head in self.heads]
        self.emitters = [head for head in self.heads if isinstance(head, Emitter)]
        self.water_sides = [unit for unit in self.outdoor_units if isinstance(unit, WaterSide)]
        weeks = [r.get("occupied") for r in rooms]
        self.people = Occupants(values, weeks, len(self.heads), self.home, seed, BLOCK_S)
        self.doors = Doors(self.names, values)
        modals = [room.modal for room in self.rooms]
        self.inside = Inside(modals, self.doors.walls)
        self.exogenous = Exogenous(weather, start_h, modals, BLOCK_S, shelter)
        self.pressure_pa: float = self.exogenous.pressure_pa
        self.k = 0
        self.window_forced: list[int | None] = [None] * len(rooms)  # 0 or 1 overrides people
        self.energy_j: float = 0.0
        self.heat_moved_j: float = 0.0
        self.vent_j: float = 0.0
        self.sensible_j: float = 0.0
        self.power_w: float = 0.0
        self.past_sums = [0.0] * len(rooms)  # of exogenous inputs, days gone by
        self.heat_w: list[float] = [0.0] * len(rooms)
        self._zeros: list[float] = [0.0] * len(rooms)
        self._day_steps = 86400 // dt_s
        self._block_steps = BLOCK_S // dt_s
        self._day(0)
        ratio = float(weather.at("humidity_ratio", self.exogenous.hours(0)).mean())
        for i, room in enumerate(self.rooms):
            u = self.exogenous.first_inputs(i, rooms[i].get("start_c", 20.0))
            room.begin(u, max(ratio, 0.004), self.pressure_pa)
        self.air_c: list[float] = [room.air_c for room in self.rooms]
        self._row: tuple[float, ...] = self.exogenous.outdoor[0]
        self.outdoor_c: float = self._row[0]
        self.outdoor_ratio: float = self._row[1]

    def _day(self, day):
        gains = self.people.day(day, self.weekday0, self.wall_shift_min)
        exogenous = self.exogenous
        exogenous.day(day, gains)
        self.inside.day(exogenous.inputs, exogenous.windows, exogenous.rows)
        self._presses = list(self.people.presses)

    def step(self, k):
        """Advance from step k to k + 1 (k counts from 0 without gaps)."""
        if k != self.k:
            raise ValueError(f"step {k} asked for, the plant is at {self.k}")
        if k % self._block_steps == 0:
            self._block(k)
        dt_s = self.dt_s
        row = self._row
        outdoor_c = row[0]
        air = self.air_c
        power_w = 0.0
        for unit in self.outdoor_units:
            unit.step(row, air)
            power_w += unit.power_w
            self.heat_moved_j += abs(unit.heat_w) * dt_s
        self.power_w = power_w
        self.energy_j += power_w * dt_s
        q = self._zeros.copy()
        for a, b, g in self.doors.links:
            w = g * (air[a] - air[b])
            q[a] -= w
            q[b] += w
        heat_w = self.heat_w
        sensible = 0.0
        for head in self.heads:
            w = head.heat_w
            if w < 0.0:
                w *= head.sensible_share
            w += head.evaporation_w
            i = head.room
            heat_w[i] = w
            q[i] += w
            sensible += w
        for head in self.emitters:
            self.rooms[head.room].sum_star += head.radiant_w
            sensible += head.radiant_w
        vent = 0.0
        i = 0
        for room in self.rooms:
            w = room.vent_w_k * (outdoor_c - air[i])
            vent += w
            air[i] = room.step(w + q[i])
            i += 1
        self.vent_j += vent * dt_s
        self.sensible_j += sensible * dt_s
        self.k = k + 1

    def _block(self, k):
        """Once a block: weather, people, windows and doors, air exchange, moisture, coils."""
        exogenous, people, air = self.exogenous, self.people, self.air_c
        steps = self._block_steps
        j = k % self._day_steps // steps
        if k and j == 0:
            for i, inputs in enumerate(exogenous.inputs):
                self.past_sums[i] = self.past_sums[i] + inputs.sum(axis=0) * steps
            self._day(k // self._day_steps)
        self._row = row = exogenous.outdoor[j]
        self.outdoor_c, self.outdoor_ratio = row[0], row[1]
        water = self.doors.block(j, air, self.rooms, people)
        z = [part for room in self.rooms for part in room.z]
        rows = self.inside.block(j, z, steps)
        star_c = self.inside.star_c
        i = 0
        for room in self.rooms:
            h = self.head_of[i]
            unit_on = False
            if h is not None:
                head = self.heads[h]
                unit_on = head.cls is not None
                head.coil(air[i], room.ratio, self.pressure_pa, BLOCK_S)
                room.dried_kg_s = head.dried_kg_s
            window = self.window_forced[i]
            if window is None:
                window = people.window(i, j, air[i], row[0], unit_on)
            room.window_open = window
            room.moisture_kg_s = people.moisture[i][j]
            room.row = tuple(rows[MODES * i : MODES * i + MODES])
            if h is not None and head.radiant_w:
                room.radiate(head.radiant_w)
            room.block(BLOCK_S, row, self.pressure_pa, star_c[i], water[i])
            i += 1

    def handset(self):
        """Presses of the original handset due by now: list of (head index, UnitCommand), each
        once."""
        due = []
        second = self.k % self._day_steps * self.dt_s
        while self._presses and self._presses[0][0] <= second:
            due.append(self._presses.pop(0)[1:])
        return due

    def balance(self):
        """The books of heat (J) and water (kg) since the start; see balance.balance_of."""
        return balance_of(self)

    @property
    def operative_c(self):
        return [room.operative_c for room in self.rooms]

    @property
    def rh(self):
        return [room.rh for room in self.rooms]

    @property
    def surface_rh(self):
        return [room.surface_rh for room in self.rooms]

    @property
    def ratio(self):
        return [room.ratio for room in self.rooms]

    @property
    def mould_h(self):
        return [room.mould_s / 3600.0 for room in self.rooms]

    @property
    def window_open(self):
        return [room.window_open for room in self.rooms]

    @property
    def presence(self):
        j = self.k % self._day_steps // self._block_steps
        return [here[j] for here in self.people.presence]

    @property
    def return_c(self):
        return [head.return_c for head in self.heads]

    @property
    def compressor_starts(self):
        return sum(unit.starts for unit in self.outdoor_units)

    @property
    def defrosting(self):
        return [unit.defrosting for unit in self.outdoor_units]

    @property
    def latent_j(self):
        """Heat of the water taken out of the air so far."""
        return sum(room.dried_kg for room in self.rooms) * VAPOUR_J_KG
