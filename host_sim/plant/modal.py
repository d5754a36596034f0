"""A network made fast: five states in place of twenty, stepped exactly.

The network is projected (Galerkin) on the shapes that its temperatures take when heat goes into
the air or falls on the surfaces, at the speeds of SHAPES, and on "everything equally warm". Such a
projection keeps the answer of the air to *every* input exactly at its speeds, the steady state
first; it stays a network of R and C, so it cannot become unstable; and because "equally warm" is
kept, its books of energy close exactly (rational Krylov projection, see Antoulas, Approximation of
Large-Scale Dynamical Systems, chapter 11). A test holds it against the whole network.

Its states are then turned into independent first-order modes: a step is a handful of
multiplications with no limit on its length.
"""

import numpy as np

HOUR_S = 3600.0
# (where the heat goes in, how fast it changes; None: steady)
SHAPES = (("air", None), ("air", 8.0 * HOUR_S), ("air", 0.3 * HOUR_S), ("star", 24.0 * HOUR_S))
NO_BOUNDARY_S = 1000.0 * HOUR_S  # in place of steady where nothing leads out of the room


class Modal:
    """What Room needs of a network, for steps of dt_s.

    z' = decay z + drive u, air = sum(z), with u the inputs held over the step, in the order of
    `names`. radiant: weights of z and of u for the star node. stored: energy above 0 degC per unit
    of z (J). lost: W out through the boundaries per unit of z, of u and of the sources. exact:
    keep the whole network (for tests).

    Sources are W into the air, the star and each inner surface, in this order, beyond the inputs;
    source_*: what they drive (z a step), and the temperatures of these nodes by z, u and sources.
    """

    def __init__(self, network, dt_s, exact=False):
        self.network = network
        capacity, k, b, names = network.matrices()
        heavy = capacity > 0.0
        light = ~heavy
        # Massless nodes: T_l = K_ll^-1 (B_l u - K_lh T_h).
        inverse = np.linalg.inv(k[np.ix_(light, light)])
        k_hl = k[np.ix_(heavy, light)]
        k_h = k[np.ix_(heavy, heavy)] - k_hl @ inverse @ k_hl.T
        b_h = b[heavy] - k_hl @ inverse @ b[light]
        light_h = -inverse @ k_hl.T
        light_u = inverse @ b[light]
        out_nodes = np.zeros(len(capacity))
        out_u = np.zeros(len(names))
        for node, name, g in network.bounds:  # heat out = sum of g (T_node - t_boundary)
            out_nodes[node] += g
            out_u[names.index("t:" + name)] -= g
        out_h = out_nodes[heavy] + out_nodes[light] @ light_h
        c_h = capacity[heavy]
        root = np.sqrt(c_h)
        if exact:
            base = np.eye(len(c_h))
        else:
            base = _base(k_h, c_h, light_h[0], bool(network.bounds))
        rates, vectors = np.linalg.eigh(base.T @ (k_h / root[:, None] / root[None, :]) @ base)
        shape = (base @ vectors) / root[:, None]  # node temperatures of a mode
        push = (base @ vectors).T @ (b_h / root[:, None])
        kept = np.abs(shape[0]) > 1e-9 * np.abs(shape[0]).max()
        rates, shape, push = np.maximum(rates[kept], 1e-12), shape[:, kept], push[kept]
        size = shape[0]  # z is scaled so that each z is its own share of the air temperature
        self.names = names
        self.rates = rates
        self.decay = np.exp(-rates * dt_s)
        self.gain = push * size[:, None]
        self.drive = self.gain * ((1.0 - self.decay) / rates)[:, None]
        self.radiant_z = (light_h[0] @ shape) / size
        self.radiant_now = light_u[0]
        self.stored = (c_h @ shape) / size
        self.lost_z = (out_h @ shape) / size
        self.lost_now = out_u + out_nodes[light] @ light_u
        places = [0, 1] + [s.node for s in network.surfaces]
        chosen = np.eye(len(capacity))[places]
        each = np.zeros((len(capacity), len(rates)))
        each[heavy], each[light] = shape / size, light_h @ shape / size
        now = np.zeros((len(capacity), len(names)))
        now[light] = light_u
        alone = np.zeros((len(capacity), len(places)))
        alone[light] = inverse @ chosen.T[light]
        source_h = chosen.T[heavy] - k_hl @ alone[light]
        self.source_gain = ((base @ vectors).T @ (source_h / root[:, None]))[kept] * size[:, None]
        self.source_drive = self.source_gain * ((1.0 - self.decay) / rates)[:, None]
        self.source_z, self.source_now = chosen @ each, chosen @ now
        self.source_source = chosen @ alone
        self.lost_source = out_nodes @ alone
        self.sun_kept = float(b[:, names.index("sun")].sum())  # the rest leaves by the windows
        self.dt_s = dt_s

    def steady(self, u):
        """z of the steady state under u (array in the order of names)."""
        return (self.gain @ u) / self.rates

    def lost_j(self, sum_z, sum_u, sum_source):
        """Energy out through the boundaries over many steps, from the sums of z at their starts,
        of u and of the sources."""
        dt = self.dt_s
        share = (1.0 - self.decay) / self.rates
        driven = self.gain @ sum_u + self.source_gain @ sum_source
        over = share * sum_z + ((dt - share) / self.rates) * driven
        now = self.lost_now @ sum_u + self.lost_source @ sum_source
        return float(self.lost_z @ over + now * dt)


def _base(k_h, c_h, star, has_boundary):
    """Orthonormal columns (in coordinates sqrt(capacity) x temperature) of the shapes to keep.

    star: what heat into the radiant star gives to each node with capacity.
    """
    root = np.sqrt(c_h)
    air = np.zeros(len(c_h))
    air[0] = 1.0
    columns = [root]
    for place, speed_s in SHAPES:
        if speed_s is None:
            rate = 0.0 if has_boundary else 1.0 / NO_BOUNDARY_S
        else:
            rate = 1.0 / speed_s
        heat = air if place == "air" else star
        columns.append(np.linalg.solve(k_h + rate * np.diag(c_h), heat) * root)
    kept = []
    for column in columns:
        size = np.linalg.norm(column)
        for _ in range(2):
            for other in kept:
                column = column - (other @ column) * other
        if np.linalg.norm(column) > 1e-9 * size:
            kept.append(column / np.linalg.norm(column))
    return np.column_stack(kept)
