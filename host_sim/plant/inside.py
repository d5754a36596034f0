"""What the faces of rooms exchange beyond the constant conductances of their networks.

A network (envelope.py) is linear. Real films are not: air rises from a warm floor and rests on a
cold one, radiation grows with the cube of the temperature, and so does what a pair of panes lets
through. Every other block this file reckons the faces of all rooms and hands the difference to the
modes as watts, so that the modes stay as they are. What flows through walls between rooms comes
here, too, for it leaves air and surfaces alike.

Sources: TARP's natural convection (Walton 1983), and radiation and air between panes as ISO 15099
has them; both as in the EnergyPlus engineering reference.
"""

from itertools import pairwise

import numpy as np

from host_sim.plant.envelope import BLACK_C, BLACK_W_M2K, EMISSIVITY, FILMS, KELVIN
from host_sim.plant.rooms import MODES

# W/m2K at 1 K, by the side of the room: of a face warmer than the air, and of a colder one.
RISING, RESTING, UPRIGHT = 1.520, 0.760, 1.31
NATURAL = {
    "wall": (UPRIGHT, UPRIGHT),
    "window": (UPRIGHT, UPRIGHT),
    "floor": (RISING, RESTING),
    "ceiling": (RESTING, RISING),
}
EVERY = 2  # blocks; the flows change slowly
# The films of a wall between two rooms: it differs by some 1 K from the air.
WALL_TO_AIR, WALL_TO_STAR = UPRIGHT, EMISSIVITY * BLACK_W_M2K
U_VALUE_FILMS = 0.26  # m2K/W, both sides, in the U value of such a wall


class Inside:
    """All rooms of a home. modals: a Modal for each room; walls: (room, room, m2, U) between
    rooms. After `block`: .star_c, the radiant temperature of each room in degC."""

    def __init__(self, modals, walls=()):
        surfaces = [(i, s) for i, modal in enumerate(modals) for s in modal.network.surfaces]
        self.first = np.cumsum([0] + [len(modal.source_z) for modal in modals])
        nodes, faces, rooms = int(self.first[-1]), len(surfaces), len(modals)
        each = np.eye(nodes)
        air, star = each[self.first[:-1]], each[self.first[:-1] + 1]
        face = np.delete(each, np.concatenate((self.first[:-1], self.first[:-1] + 1)), axis=0)
        of = [i for i, _ in surfaces]
        self.of_pane = [i for i, s in surfaces if s.side == "window"]
        pane = face[[s.side == "window" for _, s in surfaces]]
        share = WALL_TO_AIR / (WALL_TO_AIR + WALL_TO_STAR)
        felt = share * air + (1.0 - share) * star
        through = np.array([felt[a] - felt[b] for a, b, _, _ in walls]).reshape(-1, nodes)
        # Flows: faces to air, faces to the star, panes outwards, walls between rooms.
        self.flow_into = np.vstack((air[of] - face, star[of] - face, -pane, -through)).T
        self._constants(modals, surfaces, walls)
        # Read: face against air, against the star, weighed for the flow that a kelvin more of
        # their mean makes, that mean, panes, rooms on either side of a wall, stars.
        to_star = 3.0 / (BLACK_C + KELVIN) * self.radiates[:, None] * (face - star[of])
        reads = (face - air[of], to_star, (face + star[of]) / 2.0, pane, through, star)
        read = np.vstack(reads)
        ends = np.cumsum([len(part) for part in reads])[:-1]
        parts = [slice(a, b) for a, b in pairwise((0, *ends, len(read)))]
        from_z, drive = np.zeros((nodes, MODES * rooms)), np.zeros((MODES * rooms, nodes))
        from_flow = np.zeros((nodes, nodes))
        self.reads_now = []  # inputs of a room -> what is read
        for i, modal in enumerate(modals):
            here = slice(self.first[i], self.first[i + 1])
            modes = slice(MODES * i, MODES * i + len(modal.decay))
            from_z[here, modes] = modal.source_z
            drive[modes, here] = modal.source_drive
            from_flow[here, here] = modal.source_source
            self.reads_now.append((read[:, here] @ modal.source_now).T)
        self.read_z = read @ from_z
        # One product gives both what the flows drive and what they change in what is read next.
        self.from_flows = np.vstack((drive, read @ from_flow)) @ self.flow_into
        self.modes = MODES * rooms
        self.driven = np.zeros(self.modes)
        self.flows = np.zeros(2 * faces + len(pane) + len(walls))
        self.past = np.zeros(len(self.flows))  # sums over the steps of blocks gone by
        self.feedback = np.zeros(len(read))
        self.star_c = [0.0] * rooms
        # One place for all that is read, and one for all flows, each part by its name.
        self.read = np.zeros(len(read))
        self.to_air, self.to_star, self.mean, self.pane, self.through, self.star = (
            self.read[part] for part in parts
        )
        ends = (0, faces, 2 * faces, 2 * faces + len(pane), len(self.flows))
        self.into_air, self.into_star, self.outwards, self.between = (
            self.flows[a:b] for a, b in pairwise(ends)
        )

    def _constants(self, modals, surfaces, walls):
        radiates = [w_m2k for modal in modals for w_m2k in modal.network.radiation()]
        m2 = self.m2 = np.array([s.m2 for _, s in surfaces])
        self.radiates = np.array(radiates) * m2
        natural = np.array([NATURAL[s.side] for _, s in surfaces]) * m2[:, None]
        self.warm, self.cold = natural.T
        films = [getattr(FILMS, s.side) for _, s in surfaces]
        self.constant = np.array(films) * m2
        two = 2.0 / (WALL_TO_AIR + WALL_TO_STAR)
        self.walls_w_k = np.array([m2 / (1.0 / u - U_VALUE_FILMS + two) for _, _, m2, u in walls])

    def day(self, inputs, windows, rows):
        """inputs: by room (blocks x names); windows, rows: see Exogenous."""
        now = [u @ to_read for u, to_read in zip(inputs, self.reads_now, strict=True)]
        self.now = np.sum(now, axis=0)
        self.windows = windows
        self.rows = rows

    def block(self, j, z, steps):
        """Rows for Room.step in block j of the day, one after the other. z: of all rooms, one
        after the other; steps: of a block."""
        self.past += self.flows * steps
        if j % EVERY == 0:
            self._flow(j, z)
        return (self.rows[j] + self.driven).tolist()

    def _flow(self, j, z):
        read, to_air, pane = self.read, self.to_air, self.pane
        np.dot(self.read_z, z, out=read)
        read += self.now[j]
        read += self.feedback
        convects = np.where(to_air > 0.0, self.warm, self.cold)
        convects *= np.cbrt(np.abs(to_air))
        convects -= self.constant
        np.multiply(convects, to_air, out=self.into_air)
        np.multiply(self.mean - BLACK_C, self.to_star, out=self.into_star)
        constant, linear, square = self.windows[j]
        np.multiply(linear + square * pane, pane, out=self.outwards)
        self.outwards += constant
        np.multiply(self.walls_w_k, self.through, out=self.between)
        given = self.from_flows @ self.flows
        self.driven, self.feedback = given[: self.modes], given[self.modes :]
        self.star_c = self.star.tolist()

    def books(self, steps):
        """Sums over all steps so far, `steps` of the present block among them: (W into air, star
        and faces of all rooms, see .first; W out through the panes)."""
        sums = self.past + self.flows * steps
        faces = len(self.m2)
        return self.flow_into @ sums, sums[2 * faces : len(sums) - len(self.walls_w_k)]
