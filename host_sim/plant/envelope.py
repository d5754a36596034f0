"""A room as a network of heat capacities and conductances, in the detail of EN ISO 52016-1.

Every wall, floor and ceiling is a chain of five nodes; all inner surfaces see the room air by
convection and each other by radiation through one star node; windows have no mass. `network_of`
builds it from the values of building.py, `Network` is open for other constructions (layers).
modal.py makes it fast.

Coefficients, W/m2K, source EN ISO 52016-1 (tables of surface coefficients): inner convection 2.5
at walls, 5.0 for heat flowing up, 0.7 down; inner radiation 5.13; outer convection 20, outer
radiation 4.14.
"""

import numpy as np

from host_sim.plant.building import FACING, MASS

CONVECTION_WALL = 2.5
CONVECTION_UP = 5.0
CONVECTION_DOWN = 0.7
RADIATION_IN = 5.13
OUTSIDE = 20.0 + 4.14
RADIATION_OUT = 4.14
AIR_AND_FURNITURE_J_M2K = 10000.0  # EN ISO 52016-1, per floor area
SOLAR_ABSORPTANCE_IN = 0.6  # EN ISO 52016-1 and ASHRAE 140
SOLAR_ABSORPTANCE_OUT = 0.6
WINDOW_REFLECTED = 0.2  # of diffuse sun from inside, clear double glazing; the rest leaves again
# Share of the capacity at each of the five nodes from outside to inside. Source: EN ISO 52016-1.
SPREAD = {
    "inside": (0.0, 0.0, 0.0, 0.0, 1.0),
    "even": (0.125, 0.25, 0.25, 0.25, 0.125),
    "middle": (0.0, 0.0, 1.0, 0.0, 0.0),
}


class Network:
    """Capacities in J/K, conductances in W/K; inputs by name. Nodes 0 and 1 are air and the
    radiant star.

    Inputs: "air", "star", "sun" (W into the air, into the star, sun through the windows) and one
    temperature ("t:NAME") for every outer boundary.
    """

    def __init__(self, floor_m2, air_j_k=None):
        self.floor_m2 = floor_m2
        self.capacity = [air_j_k or AIR_AND_FURNITURE_J_M2K * floor_m2, 0.0]
        self.links = []  # (node, node, W/K)
        self.bounds = []  # (node, boundary name, W/K)
        self.surfaces = []  # (node, m2, is floor, is window)

    def node(self, capacity_j_k=0.0):
        self.capacity.append(capacity_j_k)
        return len(self.capacity) - 1

    def surface(self, node, area_m2, convection, floor=False, window=False):
        """Join an inner surface node to air and star."""
        self.links.append((node, 0, convection * area_m2))
        self.links.append((node, 1, RADIATION_IN * area_m2))
        self.surfaces.append((node, area_m2, floor, window))

    def wall(
        self, area_m2, resistance, capacities, boundary, convection, floor=False, outside=OUTSIDE
    ):
        """A chain from outside to inside. resistance: list of m2K/W between neighbours,
        capacities: J/m2K.

        boundary None: nothing flows out at the far side (same room behind it).
        """
        nodes = [self.node(c * area_m2) for c in capacities]
        for i, r in enumerate(resistance):
            self.links.append((nodes[i], nodes[i + 1], area_m2 / r))
        if boundary is not None:
            self.bounds.append((nodes[0], boundary, outside * area_m2))
        self.surface(nodes[-1], area_m2, convection, floor)

    def plain_wall(self, area_m2, u, kappa, spread, boundary, convection, floor=False, inner=0.13):
        """A wall of EN ISO 52016-1 from its U value (W/m2K) and capacity kappa (J/m2K)."""
        if area_m2 <= 0.0:
            return
        core = max(1.0 / u - inner - 0.04, 0.05)
        steps = [core / 6.0, core / 3.0, core / 3.0, core / 6.0]
        self.wall(area_m2, steps, [kappa * s for s in SPREAD[spread]], boundary, convection, floor)

    def window(self, area_m2, u, boundary):
        """A window (no mass). u with the usual surface resistances 0.13 and 0.04."""
        if area_m2 <= 0.0:
            return
        node = self.node()
        glass = max(1.0 / u - 0.13 - 0.04, 0.01)
        self.bounds.append((node, boundary, area_m2 / (glass + 1.0 / OUTSIDE)))
        self.surface(node, area_m2, CONVECTION_WALL, window=True)

    def sun_shares(self):
        """Where the sun lands: (node, share). Floor first, then what is reflected spreads over all
        surfaces.

        The method of ASHRAE 140's informative annex on interior solar distribution, first bounce
        to the floor.
        """
        a = SOLAR_ABSORPTANCE_IN
        floor_m2 = sum(m2 for _, m2, floor, _ in self.surfaces if floor) or 1e-9
        others = sum(m2 for _, m2, floor, _ in self.surfaces if not floor) or 1e-9
        whole = floor_m2 + others
        # Second bounce: reflected by the floor onto the others; later ones over everything by
        # area.
        second = 1.0 - a
        kept = sum(
            m2 * ((1.0 - WINDOW_REFLECTED) if win else a) for _, m2, _, win in self.surfaces
        )
        mean_kept = kept / whole
        shares = []
        third = 0.0
        for _, m2, floor, window in self.surfaces:
            if not floor:
                third += second * m2 / others * (WINDOW_REFLECTED if window else 1.0 - a)
        for node, m2, floor, window in self.surfaces:
            takes = (1.0 - WINDOW_REFLECTED) if window else a
            part = a * m2 / floor_m2 if floor else second * m2 / others * takes
            part += third * m2 * takes / whole / mean_kept
            shares.append((node, 0.0 if window else part, window))
        return [(node, share) for node, share, window in shares if not window]

    def matrices(self):
        """(C, K, B, names): C dT/dt = -K T + B u, massless nodes still in."""
        names = ["air", "star", "sun"]
        for _, name, _ in self.bounds:
            if "t:" + name not in names:
                names.append("t:" + name)
        n = len(self.capacity)
        k = np.zeros((n, n))
        b = np.zeros((n, len(names)))
        for i, j, g in self.links:
            k[i, i] += g
            k[j, j] += g
            k[i, j] -= g
            k[j, i] -= g
        for i, name, g in self.bounds:
            k[i, i] += g
            b[i, names.index("t:" + name)] += g
        b[0, 0] = 1.0
        b[1, 1] = 1.0
        for node, share in self.sun_shares():
            b[node, 2] += share
        return np.array(self.capacity), k, b, names


def network_of(room: dict) -> Network:
    """The network of one room of building.room_of. Boundaries: wall0, wall1, window0, window1,
    roof, ground, air."""
    kappa = MASS[room["mass"]]
    area = room["area_m2"]
    side = (area**0.5) * room["height_m"]
    net = Network(area)
    net.plain_wall(
        room["outer_wall_m2"], room["u_wall"], kappa, "inside", "wall0", CONVECTION_WALL
    )
    net.plain_wall(
        room["second_wall_m2"], room["u_wall"], kappa, "inside", "wall1", CONVECTION_WALL
    )
    net.window(room["window_m2"], room["u_window"], "window0")
    net.window(room["second_window_m2"], room["u_window"], "window1")
    roof, ground = min(room["roof_m2"], area), min(room["ground_m2"], area)
    net.plain_wall(roof, room["u_roof"], kappa, "inside", "roof", CONVECTION_UP, inner=0.10)
    net.plain_wall(ground, room["u_floor"], kappa, "inside", "ground", CONVECTION_DOWN, True, 0.17)
    # Inner walls, floors and ceilings: half of them belongs to the neighbour, nothing flows
    # through the middle.
    outer = sum(
        room[k] for k in ("outer_wall_m2", "second_wall_m2", "window_m2", "second_window_m2")
    )
    net.plain_wall(max(4.0 * side - outer, 0.0), 2.0, kappa / 2, "even", None, CONVECTION_WALL)
    net.plain_wall(area - roof, 2.0, kappa / 2, "even", None, CONVECTION_UP)
    net.plain_wall(area - ground, 2.0, kappa / 2, "even", None, CONVECTION_DOWN, True)
    if room["bridge_w_k"] > 0.0:
        net.bounds.append((0, "air", room["bridge_w_k"]))
    return net


def planes_of(room: dict) -> dict:
    """boundary -> (azimuth_deg, tilt_deg, solar absorptance), for those that see sky and sun."""
    first = FACING[room["outer_wall_facing"]]
    second = FACING[room["second_wall_facing"]]
    return {
        "wall0": (first, 90.0, SOLAR_ABSORPTANCE_OUT),
        "wall1": (second, 90.0, SOLAR_ABSORPTANCE_OUT),
        "window0": (FACING[room["window_facing"]], 90.0, 0.0),
        "window1": (second, 90.0, 0.0),
        "roof": (180.0, 0.0, SOLAR_ABSORPTANCE_OUT),
    }
