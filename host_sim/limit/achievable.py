"""The achievable policy of a cell: dynamic programming that knows the weather, lived on the plant.

State: the room's slow mode, its fast ones together (plant/modal.py), and whether the compressor
runs. Per quarter of an hour it chooses a speed or off; a start loses heat and warms up as the
plant's does. Discomfort has a price, and comfort is moved until the run is as comfortable as
everyone's (equal_comfort.py). The figures are no grid's: the policy drives the plant itself, by
what its unit is told, and is scored like a controller. So what it reaches can be had; the least
there is may lie lower, because a quarter of an hour and a grid are coarse.
"""

import numpy as np

from host_sim.limit import trouble
from host_sim.limit.bound import BLOCKS, STEP_S, Known, curve, leaks
from host_sim.limit.equal_comfort import at_equal_comfort
from host_sim.limit.lives import plant_of
from host_sim.limit.score import Score
from host_sim.plant.capacity import START_TAU_S
from host_sim.plant.outdoor_unit import WARM_UP_FROM
from splitstat.control.types import UnitCommand

# Speeds by what the unit is told to be short of (thermostats.proportional), in its steps.
LEADS_K = (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0)
START_K = 0.5  # a thermostat's own, told for five minutes
START_MIN = 5
STOP_K = -6.0
PRICE_KWH = 2.0  # per K h short
REFERENCE_K = 1.0  # leaks are reckoned about comfort and so much
SLOW_K = np.linspace(-6.0, 8.0, 71)  # about comfort
FAST_K = np.linspace(-2.0, 14.0, 33)  # by heat alone
SETPOINT_CDEG = 2200


class Policy:
    """act[quarter][runs][slow, fast]: 0 for off, or 1 + the index of LEADS_K."""

    def __init__(self, cell, known, comfort_c: float):
        self.cell = cell
        heats = cell.season == "heat"
        self.sign = sign = 1.0 if heats else -1.0
        modal = known.modal
        decay = np.exp(-modal.rates * STEP_S)
        warms = modal.gain[:, modal.names.index("air")]
        drive = warms * (1.0 - decay) / modal.rates  # K per W held over a quarter
        still = warms[1:] / modal.rates[1:]
        # The fast modes as one, which answers to heat as they do after a quarter and for ever.
        share = drive[1:].sum() / still.sum()
        self.comfort_c = comfort_c
        reference_c = comfort_c + sign * REFERENCE_K
        g, c = leaks(known, heats, comfort_c)
        lost = g * (reference_c - known.outdoor[:, 0]) - c
        push = _pushes(known) - lost[:, None] * drive
        fast = _free(push[:, 1:], decay[1:])
        self.fast = fast.sum(axis=1)
        radiant = fast @ modal.radiant_z[1:] + (known.inputs @ modal.radiant_now)[::BLOCKS]
        rays = float(still @ modal.radiant_z[1:] / still.sum())
        slow = comfort_c + SLOW_K[:, None]
        hot = sign * FAST_K[None, :]
        self.act = np.zeros((known.steps, 2, len(SLOW_K), len(FAST_K)), np.uint8)
        value = np.zeros((2, len(SLOW_K), len(FAST_K)))
        hours = STEP_S / 3600.0
        speeds = [max(cell.min_ratio, 0.525 + 0.35 * lead) for lead in LEADS_K]
        warm_up = 0.5 * (WARM_UP_FROM + cell.min_ratio)
        for n in reversed(range(known.steps)):
            air = slow + self.fast[n] + hot
            leak = g[n] * (air - reference_c)
            short = np.zeros_like(air)
            if known.here[n]:
                rayed = modal.radiant_z[0] * slow + radiant[n] + rays * hot
                short = np.maximum(0.0, sign * (comfort_c - 0.5 * (air + rayed)))
            points = curve(known, cell, n)[1:]
            ratios = np.array([point[2] for point in points])
            heat_w = np.array([point[0] for point in points])
            power_w = np.array([point[1] for point in points])

            def after(runs, watts, then=value, leak=leak, n=n):
                net = sign * watts - leak
                return _at(
                    then[runs],
                    decay[0] * slow + push[n, 0] + drive[0] * net - comfort_c,
                    sign * ((1.0 - share) * hot + still.sum() * share * net),
                )

            stop = after(0, 0.0)
            best = [stop, stop]
            act = [np.zeros(air.shape, np.uint8) for _ in best]
            for i, speed in enumerate(speeds):
                for runs in (0, 1):
                    r = speed if runs else max(speed, warm_up)
                    watts = np.interp(r, ratios, heat_w)
                    if not runs:
                        watts *= 1.0 - START_TAU_S / STEP_S
                    cost = np.interp(r, ratios, power_w) * hours / 1000.0 + after(1, watts)
                    better = cost < best[runs]
                    best[runs] = np.where(better, cost, best[runs])
                    act[runs][better] = i + 1
            self.act[n] = act
            value = np.array(best) + PRICE_KWH * hours * short

    def lead_k(self, n: int, room, runs: bool) -> float:
        """What the unit is to be short of in quarter of an hour n."""
        z = room.z
        fast = self.sign * (sum(z[1:]) - self.fast[n])
        i = np.abs(SLOW_K - (z[0] - self.comfort_c)).argmin()
        choice = self.act[n, int(runs), i, np.abs(FAST_K - fast).argmin()]
        return STOP_K if choice == 0 else LEADS_K[choice - 1]


def _pushes(known):
    """What the weather, sun and people add to each mode in each quarter of an hour."""
    modal = known.modal
    decay = np.exp(-modal.rates * 300.0)
    pushes = known.inputs @ (modal.gain * ((1.0 - decay) / modal.rates)[:, None]).T
    added = np.zeros((known.steps, len(decay)))
    for block in range(BLOCKS):
        added = added * decay + pushes[block::BLOCKS]
    return added


def _free(push, decay):
    """The modes at the beginning of each quarter without heat, from their first steady state."""
    z = push[0] / (1.0 - decay)
    path = np.empty_like(push)
    for n, more in enumerate(push):
        path[n] = z
        z = decay * z + more
    return path


def _at(value, slow, fast):
    """value at these points of the grid, between its lines."""
    i = np.clip((slow - SLOW_K[0]) / (SLOW_K[1] - SLOW_K[0]), 0.0, len(SLOW_K) - 1.001)
    j = np.clip((fast - FAST_K[0]) / (FAST_K[1] - FAST_K[0]), 0.0, len(FAST_K) - 1.001)
    a, b = i.astype(int), j.astype(int)
    i, j = i - a, j - b
    low = value[a, b] * (1.0 - j) + value[a, b + 1] * j
    return low * (1.0 - i) + (value[a + 1, b] * (1.0 - j) + value[a + 1, b + 1] * j) * i


def achievable(cell):
    """Figures of score.Score at equal comfort, or None; needs no more than the plant."""
    known = Known(cell)
    return at_equal_comfort(lambda target_c: _life(cell, known, target_c), cell, first_k=0.0)


def _life(cell, known: Known, target_c: float) -> dict:
    """The policy for comfort at target_c; known: of this cell."""
    policy = Policy(cell, known, target_c)
    plant = plant_of(cell)
    score = Score(plant, cell)
    head, machine, room = plant.heads[0], plant.outdoor_units[0], plant.rooms[0]
    head.obey(UnitCommand(cell.season, SETPOINT_CDEG, "auto", None, False))
    per_quarter = STEP_S // plant.dt_s
    lead, since = STOP_K, 0
    for k in range((cell.settle_days + cell.days) * 86400 // plant.dt_s):
        if k % per_quarter == 0:
            was = lead
            if k < score.from_k:  # as warm as it is going to be
                cold = (target_c - room.operative_c) * policy.sign > 0.0
                lead = LEADS_K[1] if cold else STOP_K
            else:
                lead = policy.lead_k((k - score.from_k) // per_quarter, room, machine.running)
            if was == STOP_K:
                since = k
        starts = lead != STOP_K and (k - since) * plant.dt_s < START_MIN * 60
        told = max(lead, START_K) if starts else lead
        head.feel(SETPOINT_CDEG / 100.0 - policy.sign * told)
        if cell.troubled:
            trouble.air(plant, plant.weekday0 * 1440 + k * plant.dt_s // 60)
        plant.step(k)
        score.step(k, None)  # it works to no target
    return score.result()
