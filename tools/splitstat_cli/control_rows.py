"""Who lives the cells of `splitstat bench control`, and the figures of one of them in one cell.

A rival over a wire that carries half degrees is one of its own. Rooms used by hours are lived
without and with a few fixed lead times, the best of which counts; in place of none Splitstat
learns when to begin (`recovery`). Bound, policy and rivals are remembered.
"""

import numpy as np

from host_sim.limit.equal_comfort import FIRST_K, at_equal_comfort
from host_sim.limit.lives import lived, rival_life, splitstat_life
from host_sim.limit.remembered import remembered
from host_sim.limit.suite import Cell
from host_sim.rivals.bare_unit import BareUnit
from host_sim.rivals.esphome import EspHome
from host_sim.rivals.faikin import Faikin
from host_sim.rivals.hysteresis import Hysteresis
from host_sim.rivals.pi_offset import PiOffset
from host_sim.rivals.versatile import PRESETS, Versatile
from splitstat_cli.cell_home import PATHS, home_of

FULL_BLAST = {"hysteresis": Hysteresis, "ESPHome thermostat": EspHome}
MODULATING = {
    "bare unit": BareUnit,
    "PI setpoint offset": PiOffset,
    **{f"Versatile Thermostat, {word}": lambda word=word: Versatile(word) for word in PRESETS},
    "Faikin automatic": Faikin,
}
RIVALS = FULL_BLAST | MODULATING
HALF = ", half degrees"
BOUND = "bound"
POLICY = "achievable policy"
OURS = "Splitstat, "
# Whose target is a setpoint of the unit's own is as good in either grid; full blast has none.
WHOLE_PATHS = ("ir", "ir follow-me")
LEARNED = None  # in place of a lead
LEADS_MIN = {"always": (0,), "scheduled": (0, 60, 120, 180)}
QUICK_LEADS_MIN = {"always": (0,), "scheduled": (0, 120)}


def rivals_on(path: str) -> list[str]:
    """Names of those that could have this path."""
    half = "" if path in WHOLE_PATHS else HALF
    return [*FULL_BLAST, *(name + half for name in MODULATING)]


def all_rivals() -> list[str]:
    return [*RIVALS, *(name + HALF for name in MODULATING)]


def controllers() -> list[str]:
    return [BOUND, POLICY, *all_rivals(), *(OURS + path for path in PATHS)]


def life_of(cell: Cell, name: str, target_c: float, lead_min: int | None = 0, settle=None):
    """A life of the controller of this name; LEARNED is for ours."""
    rival = RIVALS.get(name.removesuffix(HALF))
    if rival is not None:
        step_k = 0.5 if name.endswith(HALF) else 1.0
        return rival_life(cell, rival, target_c, lead_min or 0, step_k, settle)
    more = "recovery = true" if lead_min is LEARNED else ""
    home = home_of(cell, name[len(OURS) :], target_c, lead_min or 0, more)
    return splitstat_life(cell, home, target_c, settle)


def row(cell: Cell, name: str, leads) -> dict:
    """Figures of one controller in one cell, at its best lead; "kwh" None: comfort not reached."""
    if name.startswith(OURS):
        learns = cell.hours != "always"
        tried = [lead or (LEARNED if learns else 0) for lead in leads[cell.hours]]
        figures = best_of(cell, name, tried)
    else:
        figures = remembered((cell, name, leads[cell.hours]), lambda: _other(cell, name, leads))
    return {**named(cell, name), **figures}


def named(cell, name: str) -> dict:
    """What a row is of."""
    return {
        "cell": cell.name,
        "rooms": len(cell.rooms()),
        "min_ratio": cell.min_ratio,
        "personality": cell.personality,
        "troubled": cell.troubled,
        "controller": name,
    }


def _other(cell, name, leads) -> dict:
    if name == BOUND:
        return _bound(cell)
    if name == POLICY:
        from host_sim.limit.achievable import achievable

        return {"lead_min": 0, **(achievable(cell) or {"kwh": None})}
    return best_of(cell, name, leads[cell.hours])


def _bound(cell) -> dict:
    """load: the heat of the bound against what the machine gives at its lowest speed."""
    from host_sim.limit.bound import bound

    plan = bound(cell)
    if plan is None:
        return {"kwh": None, "load": None}
    return {"kwh": plan.kwh, "load": float(np.abs(plan.heat_w).mean() / plan.lowest_w)}


def best_of(cell: Cell, name: str, leads_min) -> dict:
    """At the lead that takes least (LEARNED: null); "kwh_by_lead" for each."""
    best = None
    by_lead = {}
    first_k = FIRST_K
    whole = hasattr(RIVALS.get(name.removesuffix(HALF)), "whole")
    for lead_min in leads_min:
        figures = at_equal_comfort(
            lambda target_c, lead_min=lead_min: lived(life_of(cell, name, target_c, lead_min)),
            cell,
            whole,
            first_k,
        )
        word = "learned" if lead_min is LEARNED else str(lead_min)
        by_lead[word] = None if figures is None else figures["kwh"]
        if figures is None:
            continue
        first_k = abs(figures["target_c"] - cell.comfort_c)
        if best is None or figures["kwh"] < best["kwh"]:
            best = {**figures, "lead_min": lead_min}
    return {**(best or {"kwh": None}), "kwh_by_lead": by_lead}
