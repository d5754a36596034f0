"""`splitstat bench simulator`: how long a simulated home-year takes, measured in this run.

One home on one core, as Python and, where `make compiled` was run, compiled from the very same
files; a room of EnergyPlus with a callback at the same step; and many homes on all cores. What was
run for less than a year or with fewer homes is scaled, and said to be.
"""

import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

from rich.progress import Progress

from host_sim.native import fresh
from host_sim.truth import energyplus
from splitstat_cli import home_year
from splitstat_cli.terminal import GOOD, MISSED, err, out, print_json

BUDGET_S = 3.0
BATCH, BATCH_BUDGET_S = 100, 240.0  # homes; seconds for a year of theirs, on two cores
DAYS = 365
QUICK_DAYS, QUICK_HOMES = 20, 4
# Not measured here: CityLearn 3.0.2, 17 buildings with an hourly step, on two cores and CPython
# 3.11, as of 2026.
CITYLEARN_HOME_YEARS_PER_S = 0.29


def run(as_json: bool = False, quick: bool = False, days: int | None = None) -> int:
    """Exit status 1 when a home-year takes longer than BUDGET_S, or the batch than its budget."""
    days = days or (QUICK_DAYS if quick else DAYS)
    compiled = fresh.ready()
    homes = QUICK_HOMES if quick else BATCH if compiled else (os.cpu_count() or 1)
    per_year = DAYS / days
    with Progress(console=err, transient=True) as bar:
        plain = _one(bar, "a home-year in Python", False, days)
        fast = _one(bar, "a home-year, compiled", True, days) if compiled else None
        theirs_s = None
        if energyplus.missing() is None:
            theirs_s = _in_energyplus(bar, days)
        batch_s = _batch(bar, homes, days, compiled)
    best = fast or plain
    figures = {
        "days": days,
        "rooms": 3,
        "scan_s": home_year.SCAN_S,
        "frames": plain["frames"],
        "compiled": compiled,
        "wall_s_per_home_year": round(best["wall_s"] * per_year, 2),
        "cpu_s_per_home_year": round(best["cpu_s"] * per_year, 2),
        "home_years_per_wall_second": round(1 / (best["wall_s"] * per_year), 6),
        "us_per_scan": round(best["wall_s"] / (days * 86400 / home_year.SCAN_S) * 1e6, 2),
        "python_wall_s_per_home_year": round(plain["wall_s"] * per_year, 2),
        "python_cpu_s_per_home_year": round(plain["cpu_s"] * per_year, 2),
        "energyplus_wall_s_per_room_year": theirs_s and round(theirs_s * per_year, 2),
        "batch_homes": homes,
        "cores": os.cpu_count(),
        "batch_wall_s": round(batch_s, 4),
        "wall_s_per_100_home_years": round(batch_s * per_year * BATCH / homes, 1),
        "scaled": days != DAYS or homes != BATCH,
        "citylearn_home_years_per_second_2026": CITYLEARN_HOME_YEARS_PER_S,
        "budget_s": BUDGET_S,
        "batch_budget_s": BATCH_BUDGET_S,
    }
    if as_json:
        print_json(figures)
    else:
        for line in _said(figures):
            out.print(line)
    good = figures["wall_s_per_home_year"] <= BUDGET_S
    good = good and figures["wall_s_per_100_home_years"] <= BATCH_BUDGET_S
    return GOOD if good else MISSED


def _pool(workers: int, compiled: bool) -> ProcessPoolExecutor:
    fresh_ones = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, fresh_ones, home_year.begin, (compiled,))


def _one(bar, title, compiled, days) -> dict:
    task = bar.add_task(title, total=None)
    with _pool(1, compiled) as pool:
        pool.submit(home_year.live, 1).result()  # what is imported is not counted
        found = pool.submit(home_year.live, days).result()
    bar.update(task, total=1, completed=1)
    return found


def _in_energyplus(bar, days) -> float:
    task = bar.add_task("a room of EnergyPlus", total=None)
    with _pool(1, False) as pool:
        found = pool.submit(home_year.in_energyplus, days).result()
    bar.update(task, total=1, completed=1)
    return found


def _batch(bar, homes, days, compiled) -> float:
    """Wall seconds until all of them have lived."""
    task = bar.add_task(f"{homes} homes", total=homes)
    workers = os.cpu_count() or 1
    with _pool(workers, compiled) as pool:
        list(pool.map(home_year.live, [1] * workers))
        begun = time.perf_counter()
        futures = [pool.submit(home_year.live, days, seed) for seed in range(1, homes + 1)]
        for future in as_completed(futures):
            future.result()
            bar.advance(task)
        return time.perf_counter() - begun


def _said(f) -> list[str]:
    """The figures in words."""
    home = f"a home-year of {f['rooms']} rooms, a scan every {f['scan_s']} s"
    plain = f"{f['python_wall_s_per_home_year']} s, {f['python_cpu_s_per_home_year']} s of CPU"
    lines = [f"{home}, plain Python: {plain}"]
    if f["compiled"]:
        both = f"{f['wall_s_per_home_year']} s, {f['cpu_s_per_home_year']} s of CPU"
        lines.append(f"the same, compiled: {both}; {f['us_per_scan']} us a scan")
    else:
        lines.append("compiled: not here; `make compiled` builds it for this machine")
    theirs_s = f["energyplus_wall_s_per_room_year"]
    theirs = f"EnergyPlus, one room with a callback at the same step: {theirs_s} s"
    scaled = f" (scaled from {f['batch_homes']} homes, {f['days']} days)" if f["scaled"] else ""
    per_home_s = 1 / CITYLEARN_HOME_YEARS_PER_S
    batch_s = f"{f['wall_s_per_100_home_years']:.0f} s"
    return [
        *lines,
        energyplus.missing() or theirs,
        f"CityLearn 3.0.2 with an hourly step, as of 2026, not measured here: {per_home_s:.1f} s",
        f"{BATCH} homes for a year on {f['cores']} cores: {batch_s}{scaled}",
        f"budgets: {BUDGET_S:.0f} s a home-year, {BATCH_BUDGET_S:.0f} s for the {BATCH}",
    ]
