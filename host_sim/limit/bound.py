"""The clairvoyant lower bound of a cell: a linear program that no controller can beat.

It knows the weather, the people and the room. Per quarter of an hour it chooses heat, on a
relaxation that is kinder than the plant in every respect: power is the convex envelope of the
machine's own curve with the off state, at the most favourable room temperature of the hour; starts
and warming up cost nothing; above 3 degC no defrosts; leaks are their tangent (in heating) or
chord (in cooling, towards cooler air); cooling dries nothing. Inner films and panes keep the
conductances of the network (inside.py moves them by a few per cent, either way). Discomfort as in
score.py. The room ends as it begins, in a state of the program's choice; runs are corrected for
what they stored. Its certificate: no run falls below.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from host_sim.limit.lives import plant_of
from host_sim.plant.air import LEAK_0, LEAK_K, LEAK_MS, carried
from host_sim.plant.capacity import (
    COOL_POWER_ROOM,
    COOL_ROOM,
    DEFROST_S,
    HEAT_POWER_ROOM,
    HEAT_ROOM,
    MAX_COOL,
    MAX_HEAT,
    START_TAU_S,
    part_load_power,
)

STEP_S = 900
BLOCKS = STEP_S // 300
LIMIT_KH = 1.0  # discomfort, K h a week
FROST_FREE_C = 3.0  # a pause melts the coil above
SPEEDS = (0.5, 0.65, 0.8, 1.0, 1.2)
WARMEST_C = 32.0  # of a room that is to be cooled
# Kindest room temperature for the machine against comfort: in use, and while people are away.
KIND_K = {True: 1.0, False: 5.0}
# HiGHS' interior point sometimes gives up on this program, its simplex sometimes takes long.
SOLVERS = (("highs-ipm", False), ("highs-ds", True))
STUCK = 4
KW = 1000.0  # heat and power are scaled so that the program's numbers are of one size


@dataclass
class Plan:
    """kwh: the bound; air_c and heat_w (cooling negative) by quarter of an hour; lowest_w: what
    the machine gives at its lowest speed, on average."""

    kwh: float
    air_c: np.ndarray
    heat_w: np.ndarray
    lowest_w: float


class Known:
    """What the optimiser knows of a cell, by quarter of an hour over the days that are judged."""

    def __init__(self, cell):
        plant = plant_of(cell)
        room = plant.rooms[0]
        self.modal, self.room = room.modal, room
        self.unit = plant.outdoor_units[0]
        inputs, outdoor, here = [], [], []
        per_day = 86400 // plant.dt_s
        for k in range((cell.settle_days + cell.days) * per_day):
            plant.step(k)
            if k % per_day == 0 and k >= cell.settle_days * per_day:
                inputs.append(plant.exogenous.inputs[0])
                outdoor.extend(plant.exogenous.outdoor)
                here.extend(plant.people.presence[0])
        self.inputs = np.concatenate(inputs)
        self.outdoor = np.array(outdoor).reshape(-1, BLOCKS, 8).mean(axis=1)
        self.here = np.array(here).reshape(-1, BLOCKS).min(axis=1) > 0
        self.steps = len(self.here)


def leaks(known, heats, comfort_c):
    """Loss in W as g (air - outdoor) - c, per quarter of an hour: (g, c)."""
    room = known.room
    outdoor_c, wind = known.outdoor[:, 0], known.outdoor[:, 2] * room.shelter
    leak_w_k = room.leak_w_k * carried(outdoor_c, known.outdoor[:, 1])
    still = LEAK_0 + LEAK_MS * wind
    if heats:
        d = np.maximum(comfort_c - outdoor_c, 0.0)
        return leak_w_k * (still + 2.0 * LEAK_K * d), leak_w_k * LEAK_K * d * d
    warm = outdoor_c - comfort_c  # heat comes in: tangent; goes out: chord
    tangent = leak_w_k * (still + 2.0 * LEAK_K * np.maximum(warm, 0.0))
    chord = leak_w_k * (still + LEAK_K * np.maximum(WARMEST_C - outdoor_c, 0.0))
    g = np.where(warm > 0.0, tangent, chord)
    c = np.where(warm > 0.0, -leak_w_k * LEAK_K * warm * warm, 0.0)
    return g, c


def curve(known, cell, n):
    """Points (heat W, power W, speed) that the machine can hold in quarter of an hour n, off
    included."""
    row = known.outdoor[n]
    heats = cell.season == "heat"
    unit = known.unit
    kind = KIND_K[bool(known.here[n])]
    speeds = [cell.min_ratio, *(s for s in SPEEDS if s > cell.min_ratio)]
    if heats:
        warmer = cell.comfort_c - kind - 20.0
        full = unit.nominal_heat_w * row[3] * (1.0 + HEAT_ROOM * warmer)
        power = unit.nominal_heat_w / unit.cop_heat * row[4] * (1.0 + HEAT_POWER_ROOM * warmer)
        speeds.append(MAX_HEAT)
    else:
        warmer = cell.comfort_c + kind - 27.0
        full = unit.nominal_cool_w * row[5] * (1.0 + COOL_ROOM * warmer)
        power = unit.nominal_cool_w / unit.eer_cool * row[6] * (1.0 + COOL_POWER_ROOM * warmer)
        speeds.append(MAX_COOL)
    points = [(0.0, 0.0, 0.0)]
    for r in speeds:
        heat_w, power_w = full * r, power * part_load_power(r)
        if heats and row[0] < FROST_FREE_C:
            rate = row[7] * (0.4 + 0.6 * r)
            lost = DEFROST_S * rate / (1.0 + DEFROST_S * rate)
            power_w = power_w * (1.0 - lost) + power * lost
            heat_w *= 1.0 - (DEFROST_S + START_TAU_S) * rate / (1.0 + DEFROST_S * rate)
        points.append((heat_w, power_w, r))
    return points


def _hull(points):
    """Lines (slope, offset) of the lower convex envelope."""
    hull: list = []
    for point in sorted(points):
        while len(hull) >= 2:
            (x1, y1, _), (x2, y2, _) = hull[-2:]
            if (y2 - y1) * (point[0] - x1) >= (point[1] - y1) * (x2 - x1):
                hull.pop()
            else:
                break
        hull.append(point)
    lines = []
    for (x1, y1, _), (x2, y2, _) in pairwise(hull):
        slope = (y2 - y1) / (x2 - x1)
        lines.append((slope, y1 - slope * x1))
    return lines


class _Rows:
    """Sparse rows of one kind, built up."""

    def __init__(self):
        self.i: list = []
        self.j: list = []
        self.v: list = []
        self.b: list = []

    def add(self, entries, b):
        row = len(self.b)
        for j, v in entries:
            self.i.append(row)
            self.j.append(j)
            self.v.append(v)
        self.b.append(b)

    def matrix(self, columns):
        return coo_matrix((self.v, (self.i, self.j)), shape=(len(self.b), columns)).tocsr()


def bound(cell, limit_kh: float = LIMIT_KH) -> Plan | None:
    """Needs scipy. The least electricity for the cell at limit_kh of discomfort a week; None where
    it cannot be had, or the solver gives up."""
    known = Known(cell)
    modal = known.modal
    heats = cell.season == "heat"
    sign = 1.0 if heats else -1.0
    n, m = known.steps, len(modal.decay)
    decay5 = np.exp(-modal.rates * 300.0)
    drive5 = modal.gain * ((1.0 - decay5) / modal.rates)[:, None]
    pushes = known.inputs @ drive5.T
    w = np.zeros((n, m))
    for b in range(BLOCKS):
        w = w * decay5 + pushes[b::BLOCKS]
    decay = np.exp(-modal.rates * STEP_S)
    air = modal.gain[:, modal.names.index("air")] * (1.0 - decay) / modal.rates
    g, c = leaks(known, heats, cell.comfort_c)
    radiant = (known.inputs @ modal.radiant_now)[BLOCKS - 1 :: BLOCKS]
    heat0, power0, short0 = (n + 1) * m, (n + 1) * m + n, (n + 1) * m + 2 * n
    columns = short0 + n
    equal, upper = _Rows(), _Rows()
    for k in range(n):
        z0, z1 = k * m, (k + 1) * m
        for s in range(m):
            # Leaks by the air at the middle of the step.
            entries = [(z1 + s, 1.0), (z0 + s, -decay[s]), (heat0 + k, -sign * air[s] * KW)]
            leak = 0.5 * air[s] * g[k]
            entries += [(z0 + t, leak) for t in range(m)] + [(z1 + t, leak) for t in range(m)]
            equal.add(entries, w[k, s] + air[s] * (g[k] * known.outdoor[k, 0] + c[k]))
        for slope, offset in _hull(curve(known, cell, k)):
            upper.add([(heat0 + k, slope), (power0 + k, -1.0)], -offset / KW)
        if known.here[k]:
            # operative = (air + radiant) / 2 at the end of the step
            entries = [(z1 + s, -sign * 0.5 * (1.0 + modal.radiant_z[s])) for s in range(m)] + [
                (short0 + k, -1.0)
            ]
            upper.add(entries, -sign * (cell.comfort_c - 0.5 * radiant[k]))
    hours = STEP_S / 3600.0
    upper.add([(short0 + k, hours) for k in range(n)], limit_kh * cell.days / 7.0)
    for s in range(m):
        equal.add([(s, 1.0), (n * m + s, -1.0)], 0.0)
    most = [max(h for h, _, _ in curve(known, cell, k)) for k in range(n)]
    limits = [(None, None)] * heat0 + [(0.0, h / KW) for h in most] + [(0.0, None)] * (2 * n)
    cost = np.zeros(columns)
    cost[power0:short0] = hours
    for method, presolve in SOLVERS:
        found = linprog(
            cost,
            A_ub=upper.matrix(columns),
            b_ub=upper.b,
            A_eq=equal.matrix(columns),
            b_eq=equal.b,
            bounds=limits,
            method=method,
            options={"presolve": presolve},
        )
        if found.status != STUCK:
            break
    standby = known.unit.standby_w * cell.days * 24.0 / 1000.0
    if found.status != 0:
        return None
    z = found.x[: (n + 1) * m].reshape(n + 1, m)
    lowest_w = sum(curve(known, cell, k)[1][0] for k in range(n)) / n
    return Plan(
        found.fun + standby, z[1:].sum(axis=1), sign * KW * found.x[heat0:power0], lowest_w
    )
