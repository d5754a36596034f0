"""`splitstat bench control`: Splitstat beside other thermostats and the clairvoyant bound.

The suite of host_sim/limit/suite.py: one room and one machine, lived by every controller at equal
comfort (at most 1 K h a week of operative temperature short of comfort in occupied hours), each
with the best of a few fixed lead times where the room is used by hours. The bound is that of
host_sim/limit/bound.py. Achievable is the best of all controllers of this run and of a policy that
knows the weather (host_sim/limit/achievable.py).
"""

import os
from concurrent.futures import ProcessPoolExecutor, as_completed

from rich.progress import Progress
from rich.table import Table

from host_sim.limit.equal_comfort import LIMIT_KH, at_equal_comfort
from host_sim.limit.lives import lived, rival_life, splitstat_life
from host_sim.limit.suite import Cell, cells
from host_sim.rivals.bare_unit import BareUnit
from host_sim.rivals.esphome import EspHome
from host_sim.rivals.faikin import Faikin
from host_sim.rivals.hysteresis import Hysteresis
from host_sim.rivals.pi_offset import PiOffset
from host_sim.rivals.versatile import PRESETS, Versatile
from splitstat_cli.cell_home import PATHS, home_of
from splitstat_cli.terminal import GOOD, err, out, print_json

RIVALS = {
    "hysteresis": Hysteresis,
    "ESPHome thermostat": EspHome,
    "bare unit": BareUnit,
    "PI setpoint offset": PiOffset,
    **{f"Versatile Thermostat, {word}": lambda word=word: Versatile(word) for word in PRESETS},
    "Faikin automatic": Faikin,
}
BOUND = "bound"
POLICY = "achievable policy"
OURS = "Splitstat, "
LEADS_MIN = {"always": (0,), "scheduled": (0, 60, 120, 180)}
QUICK_LEADS_MIN = {"always": (0,), "scheduled": (0, 120)}


def controllers() -> list[str]:
    return [BOUND, POLICY, *RIVALS, *(OURS + path for path in PATHS)]


def life_of(cell: Cell, name: str, target_c: float, lead_min: int = 0, settle=None):
    """A life of the controller of this name."""
    if name in RIVALS:
        return rival_life(cell, RIVALS[name](), target_c, lead_min, settle=settle)
    home = home_of(cell, name[len(OURS) :], target_c, lead_min)
    return splitstat_life(cell, home, target_c, settle)


def row(cell: Cell, name: str, leads) -> dict:
    """Figures of one controller in one cell, at its best lead; "kwh" None: comfort not reached."""
    known = {"cell": cell.name, "min_ratio": cell.min_ratio, "controller": name}
    if name == BOUND:
        from host_sim.limit.bound import bound

        plan = bound(cell)
        return {**known, "kwh": None if plan is None else plan.kwh}
    if name == POLICY:
        from host_sim.limit.achievable import achievable

        return {**known, "lead_min": 0, **(achievable(cell) or {"kwh": None})}
    best = None
    for lead_min in leads[cell.hours]:
        figures = at_equal_comfort(
            lambda target_c, lead_min=lead_min: lived(life_of(cell, name, target_c, lead_min)),
            cell,
            hasattr(RIVALS.get(name), "whole"),
        )
        if figures is not None and (best is None or figures["kwh"] < best["kwh"]):
            best = {**figures, "lead_min": lead_min}
    return {**known, **(best or {"kwh": None})}


def rows(quick: bool) -> list[dict]:
    """A row for every cell and controller, on all cores."""
    leads = QUICK_LEADS_MIN if quick else LEADS_MIN
    jobs = [(cell, name) for cell in cells(quick) for name in controllers()]
    found: dict = {}
    with Progress(console=err, transient=True) as bar, ProcessPoolExecutor(os.cpu_count()) as pool:
        task = bar.add_task("lives at equal comfort", total=len(jobs))
        futures = {pool.submit(row, cell, name, leads): n for n, (cell, name) in enumerate(jobs)}
        for future in as_completed(futures):
            found[futures[future]] = future.result()
            bar.advance(task)
    return [_rounded(found[n]) for n in range(len(jobs))]


def too_damp(one: dict) -> bool:
    """Warm comfort alone is not equal comfort: the dew point was over suite.DEW_C for as long as
    warmth may be short."""
    return one.get("damp_kh", 0.0) > LIMIT_KH


def _rounded(figures: dict) -> dict:
    return {k: round(v, 3) if isinstance(v, float) else v for k, v in figures.items()}


def judged(found: list[dict]) -> dict:
    """Ratios into the rows, and the figures over all cells: what the suite says of each path."""
    by_cell: dict = {}
    for one in found:
        by_cell.setdefault((one["cell"], one["min_ratio"]), []).append(one)
    for same in by_cell.values():
        least = {one["controller"]: one["kwh"] for one in same}[BOUND]
        reached = [o["kwh"] for o in same if o["controller"] != BOUND and o["kwh"] is not None]
        for one in same:
            if one["kwh"] is None or one["controller"] == BOUND:
                continue
            one["ratio_to_achievable"] = round(one["kwh"] / min(reached), 3)
            one["ratio_to_bound"] = None if least is None else round(one["kwh"] / least, 3)
    paths = [OURS + path for path in PATHS]
    ours = [one for one in found if one["controller"] in paths and one["kwh"] is not None]
    return {
        "mean_ratio_to_achievable": _means(ours, "ratio_to_achievable"),
        "mean_ratio_to_bound": _means(ours, "ratio_to_bound"),
        "beats_every_rival": {
            path: all(_beats(same, OURS + path) for same in by_cell.values()) for path in PATHS
        },
        "max_starts_per_day": max((one["starts_per_day"] for one in ours), default=None),
        "worst_control_accuracy_k": max(
            (o["accuracy_k"] for o in ours if o["accuracy_k"] is not None), default=None
        ),
        "too_damp": [f"{o['cell']}, {o['controller']}" for o in found if too_damp(o)],
        "rows": found,
    }


def _means(ours, key) -> dict:
    """path -> mean over the cells in which it is known."""
    means = {}
    for path in PATHS:
        values = [o[key] for o in ours if o["controller"] == OURS + path and o[key] is not None]
        means[path] = round(sum(values) / len(values), 3) if values else None
    return means


def _beats(same, name) -> bool:
    mine = {one["controller"]: one["kwh"] for one in same}
    rivals = [mine[rival] for rival in RIVALS if mine[rival] is not None]
    return mine[name] is not None and all(mine[name] < kwh for kwh in rivals)


def run(quick: bool = False, as_json: bool = False) -> int:
    figures = judged(rows(quick))
    if as_json:
        print_json(figures)
        return GOOD
    by_cell: dict = {}
    for one in figures["rows"]:
        by_cell.setdefault((one["cell"], one["min_ratio"]), []).append(one)
    for name, same in by_cell.items():
        out.print(_table(name, same))
    for path in PATHS:
        best, least = (
            figures["mean_ratio_to_achievable"][path],
            figures["mean_ratio_to_bound"][path],
        )
        out.print(f"Splitstat, {path}: {best} of what can be had, {least} of the bound (means)")
    return GOOD


def _table(name, same) -> Table:
    """One cell. Damp: K h a week of dew point over 17 degC, in cooling."""
    table = Table("controller", title=f"{name[0]}, lowest speed {name[1]}", box=None)
    titles = (
        "kWh",
        "of achievable",
        "of bound",
        "starts a day",
        "accuracy, K",
        "frames/h",
        "damp, K h",
    )
    for title in (*titles, "lead, min"):
        table.add_column(title, justify="right")
    for one in same:
        if one["kwh"] is None:
            table.add_row(one["controller"], "not reached")
        elif one["controller"] == BOUND:
            table.add_row(BOUND, f"{one['kwh']:.1f}")
        else:
            table.add_row(
                one["controller"],
                f"{one['kwh']:.1f}",
                f"{one['ratio_to_best']:.2f}",
                "" if one["ratio_to_bound"] is None else f"{one['ratio_to_bound']:.2f}",
                f"{one['starts_per_day']:.1f}",
                "" if one["accuracy_k"] is None else f"{one['accuracy_k']:.2f}",
                str(one["frames_per_hour"]),
                f"{one['damp_kh']:.0f}",
                str(one["lead_min"]),
            )
    return table
