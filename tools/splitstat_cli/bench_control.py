"""`splitstat bench control`: Splitstat beside other thermostats and the clairvoyant bound.

The suite of host_sim/limit/suite.py: a room and a machine, lived by every controller at equal
comfort (host_sim/limit/equal_comfort.py). The bound is that of host_sim/limit/bound.py.
Achievable is the best of all controllers of this run and of a policy that knows the weather
(host_sim/limit/achievable.py). Then the same with the other thermostats that units have, and with
everything wrong that may be (host_sim/limit/trouble.py), and homes of three rooms
(host_sim/limit/homes.py). Who lives is in control_rows.py, what it
says in control_figures.py.
"""

import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from rich.progress import Progress, TimeElapsedColumn

from host_sim.limit.homes import homes
from host_sim.limit.suite import by_personality, cells, robust
from splitstat_cli.cell_home import PATHS
from splitstat_cli.control_figures import LEAST_LOAD, judged
from splitstat_cli.control_rows import (
    BOUND,
    LEADS_MIN,
    OURS,
    POLICY,
    QUICK_LEADS_MIN,
    all_rivals,
    row,
)
from splitstat_cli.control_table import show
from splitstat_cli.terminal import GOOD, err, print_json

QUICK_RIVALS = ("hysteresis", "PI setpoint offset")  # in homes
QUICK_PATHS = ("ir", "modbus shaped")  # there, and with the other thermostats that units have


def home_rivals(quick: bool):
    return QUICK_RIVALS if quick else all_rivals()


def jobs(quick: bool) -> list[tuple]:
    """(cell, controller) of the whole run, the longest first; bounds are apart."""
    ours = [OURS + path for path in PATHS]
    found = [(cell, name) for cell in cells(quick) for name in (*ours, POLICY)]
    found += [(cell, name) for cell in robust(quick) for name in (*ours, POLICY, "hysteresis")]
    tried = [OURS + path for path in QUICK_PATHS] if quick else ours
    found += [(home, name) for home in homes(quick) for name in (*tried, *home_rivals(quick))]
    found += [(cell, name) for cell in by_personality(quick) for name in tried]
    return found + [(cell, name) for cell in cells(quick) for name in all_rivals()]


def rows(quick: bool) -> list[dict]:
    """A row for every cell and controller, on all cores. Cells where the bound hardly needs the
    machine are left out."""
    leads = QUICK_LEADS_MIN if quick else LEADS_MIN
    with (
        Progress(*Progress.get_default_columns(), TimeElapsedColumn(), console=err) as bar,
        ProcessPoolExecutor(os.cpu_count()) as pool,
    ):

        def all_of(title, asked):
            task = bar.add_task(title, total=len(asked))
            futures = {
                pool.submit(row, cell, name, leads): n for n, (cell, name) in enumerate(asked)
            }
            found = {}
            for future in as_completed(futures):
                found[futures[future]] = future.result()
                bar.advance(task)
            return [found[n] for n in range(len(asked))]

        bounded = [*cells(quick), *robust(quick)]
        bounds = all_of("bounds", [(cell, BOUND) for cell in bounded])
        idle = {
            cell.sound
            for cell, one in zip(bounded, bounds, strict=True)
            if one["load"] is not None and one["load"] < LEAST_LOAD
        }
        todo = [(cell, name) for cell, name in jobs(quick) if cell.sound not in idle]
        kept = [one for cell, one in zip(bounded, bounds, strict=True) if cell.sound not in idle]
        return kept + all_of("lives at equal comfort", todo)


def run(quick: bool = False, report: Path | None = None, as_json: bool = False) -> int:
    figures = rounded(judged(rows(quick)))
    if report is not None:
        from splitstat_cli import control_page

        control_page.write(report, figures, quick)
    if as_json:
        print_json(figures)
    else:
        show(figures)
    return GOOD


def rounded(found) -> Any:
    """Every float in it to a thousandth."""
    if isinstance(found, dict):
        return {key: rounded(value) for key, value in found.items()}
    if isinstance(found, list):
        return [rounded(value) for value in found]
    return round(found, 3) if isinstance(found, float) else found
