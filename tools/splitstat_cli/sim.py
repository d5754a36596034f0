"""`splitstat sim HOME`: a home lives through some days; budgets of a scenario are judged.

Without a scenario: seven days from 10 January in the weather that the home file names, or "mixed".
"""

from pathlib import Path

from rich.table import Table

from splitstat_cli import home_file, junit_file, scenario_file, sim_page
from splitstat_cli.budgets import budget_text, judged
from splitstat_cli.runs import run_one
from splitstat_cli.staging import staged, world_of
from splitstat_cli.terminal import BAD_INPUT, GOOD, MISSED, complain, out, print_json
from splitstat_cli.trace import Recorder


def run(
    home: Path,
    scenario: Path | None = None,
    weather: Path | None = None,
    start: str | None = None,
    days: int | None = None,
    seed: int | None = None,
    report: Path | None = None,
    trace: Path | None = None,
    junit: Path | None = None,
    as_json: bool = False,
) -> int:
    """Exit status 0: every budget kept; 1: one was missed; 2: bad input.

    Raises HomeError, ScenarioError and WeatherError, which mean 2 as well.
    """
    about_home = home_file.load(home)
    about = None if scenario is None else scenario_file.load(scenario, about_home)
    try:
        stage = staged(about_home, about, weather, start, days, seed)
    except ValueError as why:
        complain(str(why))
        return BAD_INPUT
    world = world_of(stage)
    try:
        result = _lived(world, trace)
        rows = judged(stage.budgets, {**result.metrics, "rooms": result.rooms})
        if report is not None:
            sim_page.write(report, stage, result, rows)
        if junit is not None:
            junit_file.write(junit, stage.home.name, rows)
    except OSError as why:
        complain(f"{why.filename}: {why.strerror}")
        return BAD_INPUT
    if as_json:
        print_json(document(stage, result, rows))
    else:
        _show(stage, result, rows)
    return GOOD if all(row["kept"] for row in rows) else MISSED


def _lived(world, trace: Path | None):
    title = f"{world.home.name}, {world.days} days"
    if trace is None:
        return run_one(world, title)
    with Recorder(trace, world.home.compiled) as recorder:
        world.listeners.append(recorder.record)
        return run_one(world, title)


def document(stage, result, rows) -> dict:
    """What --json prints."""
    return {
        "home": stage.home.name,
        "weather": stage.weather,
        "from": stage.start,
        "days": stage.days,
        "seed": stage.seed,
        "metrics": result.metrics,
        "rooms": result.rooms,
        "budgets": rows,
        "good": all(row["kept"] for row in rows),
    }


def _show(stage, result, rows):
    figures = Table(box=None, show_header=False)
    for name, value in sim_page.figures(result.metrics):
        figures.add_row(name, value)
    out.print(figures)
    rooms = Table("room", box=None)
    titles = ("mean", "coldest", "hottest", "in band", "K h off", "heat kWh", "calls", "frames")
    for name in titles:
        rooms.add_column(name, justify="right")
    for room in result.rooms:
        hours = room["occupied_hours"]
        rooms.add_row(
            room["name"],
            *(f"{room[key]:.1f}" for key in ("mean_c", "min_c", "max_c")),
            f"{room['comfortable_hours'] / hours:.0%}" if hours else "-",
            f"{room['discomfort_kh']:.1f}",
            f"{room['kwh_heat_moved']:.1f}",
            str(room["calls"]),
            str(room["frames"]),
        )
    out.print()
    out.print(rooms)
    missed = [row for row in rows if not row["kept"]]
    for row in missed:
        complain(f"missed: {budget_text(row)}")
    if rows and not missed:
        out.print(f"\nall {len(rows)} budgets kept", markup=False)
