"""A network made fast: the few slowest and strongest of its own time constants, stepped exactly.

A network of R and C is symmetric, so it falls apart into independent first-order modes. The modes
that matter to the air temperature are kept; the others follow their input at once (their steady
part is kept, so steady states and the energy balance stay exact). A step is then a handful of
multiplications with no stability limit; a test holds the kept modes against the whole network.
"""

import numpy as np


class Modal:
    """What Room needs of a network, for steps of dt_s.

    z' = decay z + drive u, air = sum(z) + air_now u, with u the inputs held over the step, in the
    order of `names`. radiant: weights of z and of u for the star node. stored: energy above 0 degC
    per unit of z (J). lost: W out through the boundaries per unit of z and of u.
    """

    def __init__(self, network, dt_s, modes=5):
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
        root = np.sqrt(capacity[heavy])
        rates, vectors = np.linalg.eigh(k_h / root[:, None] / root[None, :])
        shape = vectors / root[:, None]  # node temperatures of a mode
        push = vectors.T @ (b_h / root[:, None])
        # The boundaries: heat out = sum g (T_node - t_boundary).
        out_nodes = np.zeros(len(capacity))
        out_u = np.zeros(len(names))
        for node, name, g in network.bounds:
            out_nodes[node] += g
            out_u[names.index("t:" + name)] -= g
        out_h = out_nodes[heavy] + out_nodes[light] @ light_h
        out_u = out_u + out_nodes[light] @ light_u
        air = shape[0]
        star = light_h[0] @ shape
        # Strength: how much of the air's answer to heat, sun and weather goes through this mode.
        scale = np.array([100.0 if not n.startswith("t:") else 20.0 for n in names])
        strength = np.abs(air) * (np.abs(push) * scale).max(axis=1) / rates
        kept = np.sort(np.argsort(strength)[::-1][: min(modes, len(rates))])
        kept = kept[np.abs(air[kept]) > 1e-12 * np.abs(air).max()]
        rest = np.setdiff1d(np.arange(len(rates)), kept)
        size = air[kept]  # z is scaled so that each z is its own share of the air temperature
        now = push[rest] / rates[rest, None]
        self.names = names
        self.rates = rates[kept]
        self.decay = np.exp(-self.rates * dt_s)
        gain = push[kept] * size[:, None]
        self.drive = gain * ((1.0 - self.decay) / self.rates)[:, None]
        self.gain = gain
        self.air_now = air[rest] @ now
        self.radiant_z = star[kept] / size
        self.radiant_now = star[rest] @ now + light_u[0]
        self.stored = (root @ vectors)[kept] / size
        lost_modes = out_h @ shape
        self.lost_z = lost_modes[kept] / size
        self.lost_now = lost_modes[rest] @ now + out_u
        self.sun_kept = float(b[:, names.index("sun")].sum())  # the rest leaves by the windows
        self.dt_s = dt_s

    def steady(self, u):
        """z of the steady state under u (array in the order of names)."""
        return (self.gain @ u) / self.rates

    def lost_j(self, sum_z, sum_u):
        """Energy out through the boundaries over many steps, from the sums of z at their starts
        and of u."""
        dt = self.dt_s
        share = (1.0 - self.decay) / self.rates
        over = share * sum_z + ((dt - share) / self.rates) * (self.gain @ sum_u)
        return float(self.lost_z @ over + self.lost_now @ sum_u * dt)
