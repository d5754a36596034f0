"""A hot-water tank in layers: warm water floats, cold water comes in below.

Nodes from the top down, each mixed in itself. A draw moves all of them up by its volume; heat goes
into the nodes beside the coil; what has become warmer than the node above mixes with it. Losses
are those between the classes B and C of Regulation (EU) 812/2013: 8.5 + 4.25 V^0.4 W (V in litres)
with 65 degC inside and 20 degC outside.
"""

from host_sim.plant.draws import COLD_C, WATER_J_L_K

NODES = 12
LOSS_AT_K = 45.0  # the standing loss is measured with 65 degC in 20 degC
MIXING_W_K_M2 = 0.6 + 0.9  # water's conduction, and wall, coil and plumes besides (a guess)
COIL_FROM = 5  # the coil fills the lower part
COIL_W_K = 900.0  # about 3 m2 of smooth pipe at 300 W/m2K, as in tanks for heat pumps
COIL_NODE_W_K = COIL_W_K / (NODES - COIL_FROM)
IMMERSION_NODE = NODES - 1  # in the flange at the foot, else the bottom stays cold
UPPER_SENSOR = 2
LOWER_SENSOR = NODES - 2


class Tank:
    """volume_l; ambient_c: where it stands. Temperatures of the nodes: nodes[0] on top."""

    def __init__(self, volume_l: float, start_c: float, ambient_c: float = 15.0):
        self.volume_l = volume_l
        self.ambient_c = ambient_c
        self.nodes = [start_c] * NODES
        self.node_l = volume_l / NODES
        self.node_j_k = self.node_l * WATER_J_L_K
        self.loss_w_k = (8.5 + 4.25 * volume_l**0.4) / LOSS_AT_K / NODES
        height_m = 3.0 * (4.0 * volume_l / 1000.0 / 3.14159 / 3.0) ** (
            1 / 3
        )  # three times as wide
        area_m2 = volume_l / 1000.0 / height_m
        self.between_w_k = MIXING_W_K_M2 * area_m2 / (height_m / NODES)
        self.lost_j = self.drawn_j = 0.0
        self.start_j = self.stored_j()

    def stored_j(self) -> float:
        """Heat above 0 degC."""
        return self.node_j_k * sum(self.nodes)

    @property
    def coil_c(self) -> float:
        """The mean of the water round the coil."""
        return sum(self.nodes[COIL_FROM:]) / (NODES - COIL_FROM)

    def coil_takes_w(self, flow_c: float) -> float:
        """Heat that the coil passes on from water of flow_c: to the layers that are colder."""
        return COIL_NODE_W_K * sum(max(flow_c - t, 0.0) for t in self.nodes[COIL_FROM:])

    def coil_flow_c(self, heat_w: float) -> float:
        """The flow temperature at which it passes on heat_w."""
        total, count = heat_w / COIL_NODE_W_K, 0
        for t in self.nodes[: COIL_FROM - 1 : -1]:  # the coldest lies lowest
            if count and total / count <= t:
                break
            total += t
            count += 1
        return total / count

    def draw(self, litres: float):
        """Takes water off the top. Returns its heat above cold water (J) and its last
        temperature."""
        nodes = self.nodes
        taken_j, last_c = 0.0, nodes[0]
        while litres > 1e-9:
            part = min(litres, self.node_l)
            share = part / self.node_l
            last_c = nodes[0]
            taken_j += part * WATER_J_L_K * (last_c - COLD_C)
            for i in range(NODES - 1):
                nodes[i] += share * (nodes[i + 1] - nodes[i])
            nodes[-1] += share * (COLD_C - nodes[-1])
            litres -= part
        self.drawn_j += taken_j
        return taken_j, last_c

    def step(self, coil_w: float, immersion_w: float, dt_s: float):
        """Heat from the coil and the immersion heater, losses, and what rises."""
        nodes = self.nodes
        per = dt_s / self.node_j_k
        flow_c = self.coil_flow_c(coil_w)
        loss = self.loss_w_k
        between = self.between_w_k * per
        lost_w = 0.0
        above = nodes[0]
        for i in range(NODES):
            here = nodes[i]
            w = loss * (here - self.ambient_c)
            lost_w += w
            new = here - w * per
            if i:
                new += between * (above - here)
            if i < NODES - 1:
                new += between * (nodes[i + 1] - here)
            if i >= COIL_FROM:
                new += COIL_NODE_W_K * max(flow_c - here, 0.0) * per
            above = here
            nodes[i] = new
        nodes[IMMERSION_NODE] += immersion_w * per
        self.lost_j += lost_w * dt_s
        self._rise()

    def _rise(self):
        """Neighbours that stand upside down share their heat, until none do."""
        nodes = self.nodes
        for i in range(1, NODES):
            if nodes[i] > nodes[i - 1] + 1e-9:
                break
        else:
            return
        piles = []  # [sum, count]
        for t in nodes:
            piles.append([t, 1])
            while len(piles) > 1 and (piles[-1][0] * piles[-2][1] > piles[-2][0] * piles[-1][1]):
                t, n = piles.pop()
                piles[-1][0] += t
                piles[-1][1] += n
        i = 0
        for total, count in piles:
            for _ in range(count):
                nodes[i] = total / count
                i += 1
