"""A room as a network of heat capacities and conductances, in the detail of EN ISO 52016-1.

Walls, floors and ceilings are chains of nodes; all inner surfaces see the room air by convection
and each other by radiation through one star node (Carroll's mean radiant temperature: each
surface's film to the star counts that it does not see itself); windows have no mass. What a face
meets outdoors is one temperature, made in outside.py. `network_of` builds the network from the
values of building.py, `Network` is open for other constructions. modal.py makes it fast.

Inner convection is constant here: TARP's natural convection where surfaces differ by 2 K from the
air, windows by 4 K, above a warm floor and below a warm ceiling. What it is beyond that at other
temperatures is inside.py's matter.
"""

from collections import namedtuple

import numpy as np

from host_sim.plant.building import FACING, MASS
from host_sim.plant.glazing import NORMAL, gain_of, gap_at, gap_parts
from host_sim.plant.outside import (
    ABSORPTANCE,
    EMISSIVITY,
    EMISSIVITY_GLASS,
    KELVIN,
    STEFAN,
    glass,
    opaque,
)

# Inner convection by the side of the room, W/m2K.
FILMS = namedtuple("Films", "wall ceiling floor window")(1.65, 0.96, 1.90, 2.08)
BLACK_C = 20.0
BLACK_W_M2K = 4.0 * STEFAN * (BLACK_C + KELVIN) ** 3  # radiation between black surfaces
ROOM_C = 22.0  # inside a window whose conductance stays as it is
OUTER_FILM = 25.0  # the 0.04 m2K/W of a U value
AIR_AND_FURNITURE_J_M2K = 10000.0  # EN ISO 52016-1, per floor area
WINDOW_REFLECTED = 0.2  # of diffuse sun from inside, clear double glazing; the rest leaves again
# Share of the capacity at each of the five nodes from outside to inside. Source: EN ISO 52016-1.
SPREAD = {
    "inside": (0.0, 0.0, 0.0, 0.0, 1.0),
    "even": (0.125, 0.25, 0.25, 0.25, 0.125),
    "middle": (0.0, 0.0, 1.0, 0.0, 0.0),
}
SLICE_M2K_W = 0.15  # a layer with capacity is cut into slices of no more than this resistance

# An inner surface: its node, area, emissivity, side (a word of Films).
Surface = namedtuple("Surface", "node m2 emissivity side")
# A window: area, what it admits against clear glass, resistance between its faces at 10 degC.
Pane = namedtuple("Pane", "m2 admits gap_m2k_w")
# A layer of a wall, in m, W/mK, kg/m3, J/kgK.
Layer = namedtuple("Layer", "thick_m conductivity density heat")


class Network:
    """Capacities in J/K, conductances in W/K; inputs by name. Nodes 0 and 1 are air and the
    radiant star.

    Inputs: "air", "star", "sun" (W into the air, into the star, sun through the windows) and one
    temperature ("t:NAME") for every outer boundary. faces: boundary -> outside.Face, for those
    that see the weather; panes: boundary -> Pane. site: outside.Site, None for the films of U
    values.
    """

    def __init__(self, floor_m2, air_j_k=None, site=None):
        self.floor_m2 = floor_m2
        self.site = site
        self.capacity = [air_j_k or AIR_AND_FURNITURE_J_M2K * floor_m2, 0.0]
        self.links = []  # (node, node, W/K)
        self.bounds = []  # (node, boundary name, W/K)
        self.surfaces = []
        self.faces = {}
        self.panes = {}

    def film(self, face):
        """W/m2K from this face to what it meets outdoors."""
        return self.site.film(face) if self.site else OUTER_FILM

    def gap_here(self, pane):
        """m2K/W between the faces of this window at the place's mean temperature."""
        if self.site is None:
            return pane.gap_m2k_w
        return gap_at(gap_parts(pane.gap_m2k_w), 0.5 * (ROOM_C + self.site.mean_c))

    def node(self, capacity_j_k=0.0):
        self.capacity.append(capacity_j_k)
        return len(self.capacity) - 1

    def wall(self, area_m2, resistance, capacities, boundary, side="wall", face=None):
        """A chain from outside to inside. resistance: list of m2K/W between neighbours,
        capacities: J/m2K. boundary None: nothing flows out at the far side (same room behind
        it). side: wall, ceiling or floor. face: what the outside sees, None for soil.
        """
        nodes = [self.node(c * area_m2) for c in capacities]
        for i, r in enumerate(resistance):
            self.links.append((nodes[i], nodes[i + 1], area_m2 / r))
        if boundary is not None:
            film = OUTER_FILM
            if face is not None:
                self.faces[boundary] = face
                film = self.film(face)
            self.bounds.append((nodes[0], boundary, film * area_m2))
        self.surfaces.append(Surface(nodes[-1], area_m2, EMISSIVITY, side))

    def plain_wall(self, area_m2, u, kappa, spread, boundary, side="wall", inner=0.13, face=None):
        """A wall of EN ISO 52016-1 from its U value (W/m2K) and capacity kappa (J/m2K)."""
        if area_m2 <= 0.0:
            return
        core = max(1.0 / u - inner - 0.04, 0.05)
        steps = [core / 6.0, core / 3.0, core / 3.0, core / 6.0]
        capacities = [kappa * s for s in SPREAD[spread]]
        self.wall(area_m2, steps, capacities, boundary, side, face)

    def layered_wall(self, area_m2, layers, boundary, side="wall", face=None):
        """A wall of Layers from outside to inside."""
        resistance, capacities = [], [0.0]
        for layer in layers:
            whole = layer.thick_m / layer.conductivity
            kappa = layer.thick_m * layer.density * layer.heat
            slices = max(1, round(whole / SLICE_M2K_W + 0.5)) if kappa > 0.0 else 1
            for _ in range(slices):
                resistance += [whole / slices / 2.0] * 2
                capacities += [kappa / slices, 0.0]
        self.wall(area_m2, resistance, capacities, boundary, side, face)

    def window(self, area_m2, gap_m2k_w, admits, boundary, face):
        """A window (no mass). gap_m2k_w: resistance between its outer faces with the panes at 10
        degC; admits: share of the sun against clear double glazing."""
        if area_m2 <= 0.0:
            return
        node = self.node()
        self.faces[boundary] = face
        self.panes[boundary] = Pane(area_m2, admits, gap_m2k_w)
        whole = self.gap_here(self.panes[boundary]) + 1.0 / self.film(face)
        self.bounds.append((node, boundary, area_m2 / whole))
        self.surfaces.append(Surface(node, area_m2, EMISSIVITY_GLASS, "window"))

    def radiation(self):
        """W/m2K of each inner surface to the star, after Carroll (1980), as in EnergyPlus."""
        areas = np.array([s.m2 for s in self.surfaces])
        share = np.ones(len(areas))
        for _ in range(30):
            mine = areas * share
            share = 1.0 / (1.0 - np.minimum(mine / mine.sum(), 0.5))
        dull = np.array([(1.0 - s.emissivity) / s.emissivity for s in self.surfaces])
        return BLACK_W_M2K / (dull + 1.0 / share)

    def sun_shares(self):
        """Where the sun lands: (node, share). Floor first, then what is reflected spreads over all
        surfaces.

        The method of ASHRAE 140's informative annex on interior solar distribution, first bounce
        to the floor.
        """
        a = ABSORPTANCE
        floor_m2 = sum(s.m2 for s in self.surfaces if s.side == "floor") or 1e-9
        others = sum(s.m2 for s in self.surfaces if s.side != "floor") or 1e-9
        whole = floor_m2 + others
        # Second bounce: reflected by the floor onto the others; later ones over everything by
        # area.
        second = 1.0 - a
        keeps = [(1.0 - WINDOW_REFLECTED) if s.side == "window" else a for s in self.surfaces]
        mean_kept = sum(s.m2 * k for s, k in zip(self.surfaces, keeps, strict=True)) / whole
        third = sum(
            second * s.m2 / others * (1.0 - k)
            for s, k in zip(self.surfaces, keeps, strict=True)
            if s.side != "floor"
        )
        shares = []
        for s, takes in zip(self.surfaces, keeps, strict=True):
            part = a * s.m2 / floor_m2 if s.side == "floor" else second * s.m2 / others * takes
            part += third * s.m2 * takes / whole / mean_kept
            if s.side != "window":
                shares.append((s.node, part))
        return shares

    def matrices(self):
        """(C, K, B, names): C dT/dt = -K T + B u, massless nodes still in."""
        names = ["air", "star", "sun"]
        for _, name, _ in self.bounds:
            if "t:" + name not in names:
                names.append("t:" + name)
        n = len(self.capacity)
        k = np.zeros((n, n))
        b = np.zeros((n, len(names)))
        links = list(self.links)
        for s, film in zip(self.surfaces, self.radiation(), strict=True):
            links.append((s.node, 0, getattr(FILMS, s.side) * s.m2))
            links.append((s.node, 1, film * s.m2))
        for i, j, g in links:
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


def network_of(room: dict, site=None) -> Network:
    """The network of one room of building.room_of. Boundaries: wall0, wall1, window0, window1,
    roof, ground, air. site: as in Network."""
    kappa = MASS[room["mass"]]
    area = room["area_m2"]
    side = (area**0.5) * room["height_m"]
    first = FACING[room["outer_wall_facing"]]
    second = FACING[room["second_wall_facing"]]
    u = room["u_wall"]
    net = Network(area, site=site)
    net.plain_wall(room["outer_wall_m2"], u, kappa, "inside", "wall0", face=opaque(first))
    net.plain_wall(room["second_wall_m2"], u, kappa, "inside", "wall1", face=opaque(second))
    gap = max(1.0 / room["u_window"] - 0.13 - 0.04, 0.01)
    admits = room["g_window"] * room["shade"] / gain_of(NORMAL, gap)
    net.window(room["window_m2"], gap, admits, "window0", glass(FACING[room["window_facing"]]))
    net.window(room["second_window_m2"], gap, admits, "window1", glass(second))
    roof, ground = min(room["roof_m2"], area), min(room["ground_m2"], area)
    sky = opaque(180.0, 0.0)
    net.plain_wall(roof, room["u_roof"], kappa, "inside", "roof", "ceiling", 0.10, sky)
    net.plain_wall(ground, room["u_floor"], kappa, "inside", "ground", "floor", 0.17)
    # Inner walls, floors and ceilings: half of them belongs to the neighbour, nothing flows
    # through the middle.
    outer = sum(
        room[k] for k in ("outer_wall_m2", "second_wall_m2", "window_m2", "second_window_m2")
    )
    net.plain_wall(max(4.0 * side - outer, 0.0), 2.0, kappa / 2, "even", None)
    net.plain_wall(area - roof, 2.0, kappa / 2, "even", None, "ceiling")
    net.plain_wall(area - ground, 2.0, kappa / 2, "even", None, "floor")
    if room["bridge_w_k"] > 0.0:
        net.bounds.append((0, "air", room["bridge_w_k"]))
    return net
