"""Heat and moisture between rooms: the doors, and which walls are between them."""

from host_sim.plant.air import AIR_J_KG_K, door_w_k

DOOR_M = (0.9, 2.0)
SHUT_DOOR_W_K = 2.0  # gap below a shut inner door (general knowledge)


class Doors:
    """Every pair of rooms that names the other in its `doors`.

    links: [room, room, W/K now] by the air, for the plant's step; open: 1 where the door is.
    forced: 0 or 1 overrides people (None: not). walls: (room, room, m2, U), see inside.py.
    """

    def __init__(self, names, values):
        index = {name: i for i, name in enumerate(names)}
        walls = {}
        for a, room in enumerate(values):
            for other in room["doors"]:
                b = index[other]
                if a != b:
                    wall = (room["partition_m2"], room["u_partition"])
                    walls.setdefault((min(a, b), max(a, b)), wall)
        self.walls = [(*pair, *wall) for pair, wall in sorted(walls.items())]
        self.links = [[a, b, SHUT_DOOR_W_K] for a, b, _, _ in self.walls]
        self.open = [0] * len(self.links)
        self.forced = None

    def block(self, j, air, rooms, people):
        """Set the conductances for a block of steps; returns water into each room, kg/s."""
        water = [0.0] * len(rooms)
        forced = self.forced
        for d, link in enumerate(self.links):
            a, b, _ = link
            is_open = people.door(a, b, j) if forced is None else forced
            self.open[d] = is_open
            by_air = door_w_k(*DOOR_M, air[a] - air[b]) if is_open else 0.0
            if by_air < SHUT_DOOR_W_K:
                by_air = SHUT_DOOR_W_K
            link[2] = by_air
            flow = by_air / AIR_J_KG_K * (rooms[a].ratio - rooms[b].ratio)
            water[a] -= flow
            water[b] += flow
        return water
