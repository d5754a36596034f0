"""What perfect foresight saves by a tariff in a home on water: a linear program about a run.

A run with rooms at their setpoints is recorded hour by hour. The program then moves the heat of
every emitter, knowing all prices and all weather. Rooms and emitters answer as the plant's own
modes do, linear about that run. Power is the machine's own law, with the flow temperature that the
hour's heat and the temperature behind it ask for; their product is linear about the last solution,
and solved again. It is kinder than the plant: any speed down to nothing, no starts, no lag of
valves and water, no room that needs warmer water than the mean of all. Comfort is equal: every
room within a band about its setpoint, and as warm as in the run in the mean.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.linalg import expm
from scipy.optimize import linprog

from host_sim.plant.air_to_water import MAX_FLOW_C, OUTDOOR_C
from host_sim.whole_home import price_at
from host_sim.world import World

HOUR_S = 3600.0
OPEN = 0.85  # of its way, the widest open valve: what flow.py holds
ROUNDS = 5
TANGENTS = np.linspace(0.0, 1.0, 9)  # of the most that the machine gives


@dataclass
class Foreseen:
    """cost: money; flat_cost: of the recorded run."""

    cost: float
    flat_cost: float

    @property
    def saved(self) -> float:
        """Share of the recorded run's cost."""
        return 1.0 - self.cost / self.flat_cost


class Recorded:
    """A run of a home on water with a heat pump and no tank, by the hour. `world` has not run."""

    def __init__(self, world: World):
        self.world = world
        self.water = world.plant.water_sides[0]
        self.heads = self.water.heads
        self._sums = np.zeros(4 + 4 * len(self.heads))
        self._rows: list = []
        self._vent: list = []
        self._links: dict = {}
        world.listeners.append(self._listen)
        self._count = 0
        self.result = world.run()
        self._close()
        rows = np.array(self._rows)
        n = len(self.heads)
        self.power_w, self.supply_c, self.outdoor_c, self.price = rows[:, :4].T
        self.heat_w = rows[:, 4 : 4 + n]
        self.air_c = rows[:, 4 + n : 4 + 2 * n]
        self.emitter_c = rows[:, 4 + 2 * n : 4 + 3 * n]
        self.vent_w_k = np.mean(self._vent, axis=0)
        self.links = [(a, b, g / len(rows)) for (a, b), g in self._links.items()]

    def _listen(self, now_s, inputs, outputs):
        """Before each step of the plant: what the step before left."""
        if self._count == 60:
            self._close()
        world, water = self.world, self.water
        loop = world.whole_home
        n = len(self.heads)
        self._count += 1
        sums = self._sums
        week_min = world.controller.clock.week_min
        price = price_at(loop.prices, week_min, inputs.utc_min)
        sums[:4] += (water.power_w, water.supply_c, world.plant.outdoor_c, price)
        for i, head in enumerate(self.heads):
            sums[4 + i] += head.water_w
            sums[4 + n + i] += world.plant.air_c[head.room]
            sums[4 + 2 * n + i] += head.temp_c

    def _close(self):
        plant = self.world.plant
        self._rows.append(self._sums / max(self._count, 1))
        self._sums = np.zeros_like(self._sums)
        self._count = 0
        self._vent.append([room.vent_w_k for room in plant.rooms])
        for a, b, g in plant.doors.links:
            self._links[a, b] = self._links.get((a, b), 0.0) + g


def _system(run: Recorded):
    """Discrete (A, B, air): states are the modes of every room and the emitters, inputs W into
    the emitters, held for an hour; air: rows that give the rooms' air."""
    plant = run.world.plant
    rooms, heads = plant.rooms, run.heads
    first = np.cumsum([0] + [len(room.modal.rates) for room in rooms])
    states = int(first[-1]) + len(heads)
    a = np.zeros((states, states))
    air = np.zeros((len(rooms), states))
    into = np.zeros((len(rooms), states))  # of a watt into a room's air
    rays = np.zeros((len(rooms), states))
    for i, room in enumerate(rooms):
        modes = slice(first[i], first[i + 1])
        modal = room.modal
        a[modes, modes] -= np.diag(modal.rates)
        air[i, modes] = 1.0
        into[i, modes] = modal.gain[:, modal.names.index("air")]
        rays[i, modes] = modal.gain[:, modal.names.index("star")]
    for i in range(len(rooms)):
        a -= np.outer(into[i], run.vent_w_k[i] * air[i])
    walls = [
        (w[0], w[1], g) for w, g in zip(plant.doors.walls, plant.inside.walls_w_k, strict=True)
    ]
    for p, q, g in [*run.links, *walls]:
        flow = g * (air[p] - air[q])
        a -= np.outer(into[p] - into[q], flow)
    b = np.zeros((states, len(heads)))
    for n, head in enumerate(heads):
        k = int(first[-1]) + n
        over = np.maximum(run.emitter_c[:, n] - run.air_c[:, n], 0.5).mean()
        slope = head.exponent * head.k * over ** (head.exponent - 1.0)
        gives = -slope * air[head.room]
        gives[k] += slope
        a[k] -= gives / head.heat_j_k
        a += np.outer((1.0 - head.radiated) * into[head.room], gives)
        a += np.outer(head.radiated * rays[head.room], gives)
        b[k, n] = 1.0 / head.heat_j_k
    whole = np.zeros((states + len(heads),) * 2)
    whole[:states, :states], whole[:states, states:] = a * HOUR_S, b * HOUR_S
    step = expm(whole)
    return step[:states, :states], step[:states, states:], air


def foresee(run: Recorded, setpoints_c, band_k: float, price=None) -> Foreseen | None:
    """setpoints_c: of each emitter's room; band_k: about them; price: by hour, that the program
    believes in (it pays the run's own). None where the solver gives up."""
    price = run.price if price is None else price
    a, b, air = _system(run)
    air = air[[head.room for head in run.heads]]
    states, m = b.shape
    n = len(run.price)
    law = _Law(run)
    hours = sparse.identity(n)
    # Columns: states at the end of each hour, heat moved (W), power (W).
    before = sparse.eye(n, k=-1)
    equal = sparse.hstack(
        [
            sparse.kron(hours, sparse.identity(states)) - sparse.kron(before, a),
            -sparse.kron(hours, b),
            sparse.csr_matrix((n * states, n)),
        ]
    )

    def rows(x=None, heat=None, power=None):
        """Rows for each hour of what is said of its states, heat and power."""
        count = next(len(part) for part in (x, heat, power) if part is not None)
        parts = [
            sparse.kron(hours, np.zeros((count, width)) if part is None else part)
            for part, width in ((x, states), (heat, m), (power, 1))
        ]
        return sparse.hstack(parts)

    low = np.minimum(-band_k, setpoints_c - band_k - run.air_c)
    high = np.maximum(band_k, setpoints_c + band_k - run.air_c)
    one = np.ones((1, m))
    mean = sparse.kron(np.ones((1, n)), air)
    last = sparse.kron(np.eye(1, n, n - 1), air)
    ends = sparse.hstack([sparse.vstack([mean, last]), sparse.csr_matrix((2 * m, n * (m + 1)))])
    fixed = [rows(x=air), rows(x=-air), rows(heat=one), -ends]
    right = [high.ravel(), -low.ravel(), law.most_w - law.heat_w, np.zeros(2 * m)]
    behind = air.mean(axis=0) if not run.heads[0].floor else np.eye(states)[-m:].mean(axis=0)
    cost = np.concatenate([np.zeros(n * (states + m)), price / 1000.0])
    bounds = [(None, None)] * (n * states) + [(-w, None) for w in run.heat_w.ravel()]
    bounds += [(0.0, None)] * n
    moved, warmer, best = np.zeros(n), np.zeros(n), None
    least = 0.0
    for _ in range(ROUNDS):
        lines, offsets = list(fixed), list(right)
        by_k = law.by_k(law.heat_w + moved, warmer)
        for share in TANGENTS:  # power >= tangent + by_k (state - warmer)
            at_w = share * law.most_w
            value, slope = law.power_w(at_w, warmer), law.slope(at_w, warmer)
            there = sparse.diags(by_k) @ sparse.kron(hours, behind[None, :])
            heat = sparse.diags(slope) @ sparse.kron(hours, one)
            lines.append(sparse.hstack([there, heat, -hours]))
            offsets.append(-value - slope * (law.heat_w - at_w) + by_k * warmer)
        found = linprog(
            cost, A_ub=sparse.vstack(lines).tocsr(), b_ub=np.concatenate(offsets),
            A_eq=equal.tocsr(), b_eq=np.zeros(n * states), bounds=bounds, method="highs",
        )  # fmt: skip
        if found.status != 0:
            return best
        x = found.x[: n * states].reshape(n, states)
        moved = found.x[n * states : n * (states + m)].reshape(n, m).sum(axis=1)
        power = run.power_w + law.power_w(law.heat_w + moved, x @ behind)
        power -= law.power_w(law.heat_w, np.zeros(n))
        warmer = 0.5 * (warmer + x @ behind)
        money = run.price @ power / 1000.0, run.price @ run.power_w / 1000.0
        believed = price @ power
        if best is None or believed < least:
            least = believed
            best = Foreseen(float(money[0]), float(money[1]))
    return best


class _Law:
    """What heat takes, hour by hour: heat_w as it was, most_w that the machine gives."""

    def __init__(self, run: Recorded):
        performance = run.water.heat_pump.performance
        at_zero, outdoors, self.of_flow = performance.cop_law
        self.at_zero = at_zero + outdoors * np.minimum(run.outdoor_c, OUTDOOR_C[1])
        self.heat_w = run.heat_w.sum(axis=1)
        self.flow_c = run.supply_c
        most = [performance.heat_w(*at) for at in zip(run.outdoor_c, run.supply_c, strict=True)]
        # So much warmer must the water be for a watt more.
        self.k_w = 1.0 / sum(_takes(head) for head in run.heads)
        if not run.heads[0].floor:  # radiators follow within the hour
            over = np.maximum(run.emitter_c - run.air_c, 0.5).mean(axis=0)
            self.k_w += 1.0 / sum(
                head.exponent * head.k * k ** (head.exponent - 1.0)
                for head, k in zip(run.heads, over, strict=True)
            )
        hottest = self.heat_w + np.maximum(MAX_FLOW_C - self.flow_c, 0.0) / self.k_w
        self.most_w = np.maximum(np.minimum(most, hottest), self.heat_w)

    def _cop(self, heat_w, warmer_k):
        flow_c = self.flow_c + warmer_k + self.k_w * (heat_w - self.heat_w)
        return np.maximum(self.at_zero + self.of_flow * flow_c, 1.0)

    def power_w(self, heat_w, warmer_k):
        """warmer_k: what stands behind the water (air or screed) against the run."""
        return heat_w / self._cop(heat_w, warmer_k)

    def slope(self, heat_w, warmer_k):
        """Of power by heat."""
        cop = self._cop(heat_w, warmer_k)
        return 1.0 / cop - heat_w * self.of_flow * self.k_w * (cop > 1.0) / cop**2

    def by_k(self, heat_w, warmer_k):
        """Of power by what stands behind, W per K."""
        return -heat_w * self.of_flow / self._cop(heat_w, warmer_k) ** 2


def _takes(head) -> float:
    """W per K between flow and emitter with its valve wide open (emitter.py)."""
    flow = head.full_w_k * OPEN
    return flow if head.floor else flow * (1.0 + flow / (flow + head.nominal_w_k))
