"""Heat and moisture between rooms: the walls between them, and the doors."""

from host_sim.plant.air import AIR_J_KG_K, door_w_k

DOOR_M = (0.9, 2.0)
SHUT_DOOR_W_K = 2.0  # gap below a shut inner door (general knowledge)


class Doors:
    """Every pair of rooms that names the other in its `doors`.

    links: [room, room, W/K now, W/K of the wall] for the plant's step; open: 1 where the door is.
    forced: 0 or 1 overrides people (None: not).
    """

    def __init__(self, names, values):
        index = {name: i for i, name in enumerate(names)}
        walls = {}
        for a, room in enumerate(values):
            for other in room["doors"]:
                b = index[other]
                if a != b:
                    wall_w_k = room["u_partition"] * room["partition_m2"]
                    walls.setdefault((min(a, b), max(a, b)), wall_w_k)
        self.links = [[a, b, g, g] for (a, b), g in sorted(walls.items())]
        self.open = [0] * len(self.links)
        self.forced = None

    def block(self, j, air, rooms, people):
        """Set the conductances for a block of steps; returns water into each room, kg/s."""
        water = [0.0] * len(rooms)
        forced = self.forced
        for d, link in enumerate(self.links):
            a, b, _, wall_w_k = link
            is_open = people.door(a, b, j) if forced is None else forced
            self.open[d] = is_open
            by_air = door_w_k(*DOOR_M, air[a] - air[b]) if is_open else 0.0
            if by_air < SHUT_DOOR_W_K:
                by_air = SHUT_DOOR_W_K
            link[2] = wall_w_k + by_air
            flow = by_air / AIR_J_KG_K * (rooms[a].ratio - rooms[b].ratio)
            water[a] -= flow
            water[b] += flow
        return water
