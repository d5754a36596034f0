"""`splitstat bench truth`: the simulated rooms beside programs that others wrote.

ASHRAE 140's boxes against the span of six programs, for whoever has the standard's weather file
(725650TYCST.epw, or the same as 725650TY.csv); it may not be passed on with this project. Homes
beside EnergyPlus where that is installed (`uv sync --group energyplus`), and the same controllers
in our room and in EnergyPlus'.
"""

import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from rich.progress import Progress
from rich.table import Table

from host_sim.plant.weather import WeatherError, load_weather
from host_sim.truth import energyplus
from host_sim.truth.ashrae140 import SPANS, figures_of
from host_sim.truth.homes import CLIMATES, buildings
from host_sim.truth.side_by_side import compare
from splitstat_cli import truth_closed_loop
from splitstat_cli.terminal import BAD_INPUT, GOOD, MISSED, complain, err, out, print_json

WEATHER_VARIABLE = "SPLITSTAT_ASHRAE_EPW"
WANTED_IN_RANGE = 16  # of 18
WANTED_RMSE_K = 1.0
WANTED_MONTHLY_ERROR = 0.07
WANTED_ACCURACY_K = 0.2  # less accurate than in our room, at most
NO_WEATHER = (
    "ASHRAE 140 is missing: name its weather file, 725650TYCST.epw, by --ashrae-weather or in "
    + WEATHER_VARIABLE
)


def ashrae140(path: Path) -> list[dict]:
    """A row for each criterion: case, what, value, lowest, highest, in_range, miss (below
    negative)."""
    weather = load_weather(path)
    found = _all("boxes of ASHRAE 140", figures_of, [(case, weather) for case in SPANS])
    rows = []
    for (case, spans), figures in zip(SPANS.items(), found, strict=True):
        for what, lowest, highest in spans:
            value = figures[what]
            miss = min(value - lowest, 0.0) or max(value - highest, 0.0)
            rows.append(
                {
                    "case": case,
                    "what": what,
                    "value": round(value, 3),
                    "lowest": lowest,
                    "highest": highest,
                    "in_range": miss == 0.0,
                    "miss": round(miss, 3),
                }
            )
    return rows


def beside_energyplus() -> list[dict]:
    """A row of side_by_side.compare for each home and climate."""
    pairs = [(home, climate) for home in buildings() for climate in CLIMATES]
    return _all("homes beside EnergyPlus", compare, pairs)


def _all(title, work, jobs) -> list:
    """work(*job) for each job, in their order, on all cores."""
    found = {}
    with Progress(console=err, transient=True) as bar, ProcessPoolExecutor(os.cpu_count()) as pool:
        task = bar.add_task(title, total=len(jobs))
        futures = {pool.submit(work, *job): n for n, job in enumerate(jobs)}
        for future in as_completed(futures):
            found[futures[future]] = future.result()
            bar.advance(task)
    return [found[n] for n in range(len(jobs))]


def run(ashrae_weather: str | None = None, as_json: bool = False) -> int:
    """Exit status 1 when a part misses its goal, 2 when the weather file is no good."""
    path = ashrae_weather or os.environ.get(WEATHER_VARIABLE)
    figures: dict = {"missing": []}
    try:
        rows = ashrae140(Path(path)) if path else None
    except WeatherError as error:
        complain(str(error))
        return BAD_INPUT
    if rows is None:
        figures["missing"].append("ASHRAE 140")
        err.print(NO_WEATHER)
    else:
        figures["ashrae140_in_range"] = sum(row["in_range"] for row in rows)
        figures["ashrae140"] = rows
    lacks = energyplus.missing()
    homes = None if lacks else beside_energyplus()
    if homes is None:
        figures["missing"].append("EnergyPlus")
        err.print(lacks)
    else:
        figures["energyplus_rmse_k"] = max(row["rmse_k"] for row in homes)
        figures["energyplus_monthly_error"] = max(
            abs(row[word]) for row in homes for word in ("heating_error", "cooling_error")
        )
        figures["energyplus"] = homes
        lives = _all("months in both rooms", truth_closed_loop.live, truth_closed_loop.jobs())
        figures |= truth_closed_loop.figures_of(lives)
    if as_json:
        print_json(figures)
    else:
        if rows is not None:
            out.print(_ashrae_table(rows))
            out.print(f"{figures['ashrae140_in_range']} of {len(rows)} within the span")
        if homes is not None:
            out.print(_energyplus_table(homes))
            out.print(truth_closed_loop.table(figures["closed_loop"]))
            out.print(truth_closed_loop.rank_said(figures))
    return GOOD if _good(figures) else MISSED


def _good(figures) -> bool:
    """Every part that was measured reaches its goal."""
    return (
        figures.get("ashrae140_in_range", WANTED_IN_RANGE) >= WANTED_IN_RANGE
        and figures.get("energyplus_rmse_k", 0.0) <= WANTED_RMSE_K
        and figures.get("energyplus_monthly_error", 0.0) <= WANTED_MONTHLY_ERROR
        and not figures.get("closed_loop_rank_lost")
        and (figures.get("closed_loop_accuracy_k") or 0.0) <= WANTED_ACCURACY_K
    )


def _energyplus_table(homes) -> Table:
    """Energy: here against there over the year, and the worst of the months that count."""
    table = Table("home", "climate", title="EnergyPlus", box=None)
    for title in ("floating, K", "heating, kWh", "worst month", "cooling, kWh", "worst month"):
        table.add_column(title, justify="right")
    for row in homes:
        cells = [row["home"], row["climate"], f"{row['rmse_k']:.2f}"]
        for word in ("heating", "cooling"):
            here, there = row[word + "_kwh"]
            cells += [f"{here:.0f}, {there:.0f}", f"{row[word + '_error']:+.1%}"]
        table.add_row(*cells)
    return table


def _ashrae_table(rows) -> Table:
    table = Table("case", "what", title="ASHRAE 140-2020", box=None)
    for title in ("here", "six programs", "miss"):
        table.add_column(title, justify="right")
    for row in rows:
        span = f"{row['lowest']:g} to {row['highest']:g}"
        miss = "" if row["in_range"] else f"{row['miss']:+.3f}"
        table.add_row(row["case"], row["what"], f"{row['value']:.3f}", span, miss)
    return table
