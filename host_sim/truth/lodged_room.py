"""The room of a Plant that EnergyPlus reckons: units, people and sensors meet it as they do ours.

It puts itself in the place of the plant's one room and of its faces. What the plant would do to
the room in a step is kept for EnergyPlus (`unit_w`, `gains_w`, `water_w`), and what EnergyPlus
says is what the plant sees next.
"""

from host_sim.plant.air import VAPOUR_J_KG, relative_humidity
from host_sim.plant.rooms import MODES
from host_sim.truth.energyplus import HUMIDITY_RATIO, POWER, RADIANT, TEMPERATURE

NAME = "room"
READ = tuple((what, NAME) for what in (TEMPERATURE, RADIANT, HUMIDITY_RATIO))
GAINS, UNIT, WATER = ((*POWER, f"{NAME} {what}") for what in ("gains", "unit", "water"))


def furnish(model):
    """Into an energyplus_model.Model whose one zone is NAME: what the plant turns."""
    model.equipment(NAME, UNIT[2], 0.0)
    model.equipment(NAME, WATER[2], 0.0, latent=1.0)


class _NoFaces:
    """In the place of Inside: faces and windows are EnergyPlus'."""

    def __init__(self, room):
        self.room = room
        self.star_c = [room.operative_c]
        self.rows = [0.0] * MODES

    def day(self, inputs, windows, rows):
        self.gains_w = inputs[0][:, :2].sum(axis=1).tolist()  # convective and radiant halves

    def block(self, j, z, steps):
        self.room.gains_w = self.gains_w[j]
        return self.rows


class LodgedRoom:
    """Of a Plant with one room. What it has of Room: air_c, operative_c, ratio, rh, stored_j."""

    vent_w_k = 0.0  # leaks are EnergyPlus'
    z = (0.0,) * MODES

    def __init__(self, plant):
        room = plant.rooms[0]
        self.name, self.values = room.name, room.values
        self.j_k = sum(room.modal.network.capacity)
        self.air_c, self.operative_c = room.air_c, room.operative_c
        self.ratio, self.rh, self.surface_rh = room.ratio, room.rh, room.surface_rh
        self.pressure_pa = plant.pressure_pa
        self.mould_s = self.moisture_kg_s = self.dried_kg_s = 0.0
        self.window_open = 0
        self.unit_w = self.gains_w = self.water_w = 0.0
        self.row = ()
        self.plant = plant
        plant.rooms, plant.inside = [self], _NoFaces(self)
        known = plant.exogenous
        plant.inside.day(known.inputs, known.windows, known.rows)  # the day has begun

    def step(self, q):
        """q: W into the air."""
        self.unit_w = q
        return self.air_c

    def block(self, dt_s, outdoor, pressure_pa, star_c, shared_kg_s):
        """Water of people and of the coil."""
        self.water_w = (self.moisture_kg_s - self.dried_kg_s) * VAPOUR_J_KG

    def stored_j(self):
        """As if all of it were as warm as it is felt."""
        return self.j_k * self.operative_c

    def turn(self, run):
        """Before a step of EnergyPlus."""
        run.set(*GAINS, self.gains_w)
        run.set(*UNIT, self.unit_w)
        run.set(*WATER, self.water_w)

    def read(self, run):
        """After a step of EnergyPlus."""
        air_c, radiant_c, self.ratio = (run.value(*each) for each in READ)
        self.air_c = self.plant.air_c[0] = air_c
        self.operative_c = 0.5 * (air_c + radiant_c)
        self.rh = self.surface_rh = relative_humidity(air_c, self.ratio, self.pressure_pa)
