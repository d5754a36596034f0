"""A machine that can do anything: it holds every room of a Plant between two temperatures, to the
step. In the place of indoor and outdoor units, for comparisons with reference programs."""


class IdealHead:
    """What Plant asks of an indoor unit."""

    sensible_share = 1.0
    evaporation_w = dried_kg_s = radiant_w = 0.0
    cls = None

    def __init__(self, room):
        self.room = room
        self.heat_w = 0.0

    def coil(self, air_c, ratio, pressure_pa, dt_s):
        """Dry: it takes no water out."""


class IdealUnit:
    """Plugs itself into a plant that has no units. heat_c, cool_c: lowest and highest degC."""

    power_w = heat_w = 0.0
    starts = 0
    defrosting = False

    def __init__(self, plant, heat_c, cool_c):
        self.plant = plant
        self.heat_c, self.cool_c = heat_c, cool_c
        self.heads = [IdealHead(i) for i in range(len(plant.rooms))]
        plant.heads, plant.head_of = self.heads, list(range(len(plant.rooms)))
        plant.outdoor_units = [self]

    def step(self, row, air):
        """What brings each room to its band at the end of this step, doors and leaks known."""
        flows = [0.0] * len(air)
        for a, b, g in self.plant.doors.links:
            w = g * (air[a] - air[b])
            flows[a] -= w
            flows[b] += w
        for head, room in zip(self.heads, self.plant.rooms, strict=True):
            decay, drive = room.coefficients[:5], room.coefficients[5:]
            q = flows[head.room] + room.vent_w_k * (row[0] - air[head.room])
            floats = q * sum(drive)
            for a, z, w in zip(decay, room.z, room.row, strict=True):
                floats += a * z + w
            wanted = min(max(floats, self.heat_c), self.cool_c)
            head.heat_w = (wanted - floats) / sum(drive)
