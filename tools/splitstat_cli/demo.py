"""`splitstat demo`: one machine in one flat, used in four ways, in winter and in summer."""

from pathlib import Path

from rich.table import Table

import host_sim
from host_sim.findings import claim, findings, headline
from splitstat_cli import demo_page, home_file
from splitstat_cli.runs import Job, run_all
from splitstat_cli.terminal import GOOD, err, print_json
from splitstat_cli.terminal import out as screen
from splitstat_cli.way_rows import row, with_baseline
from splitstat_cli.ways import HEAT_PUMP, ROOM_BY_ROOM, ways, with_doors

HOME = Path(host_sim.__file__).parent / "homes" / "flat.toml"
WEATHER = "mixed"
PLACE = "Washington, D.C. (Dulles airport)"
SEASONS = {"winter": 10, "summer": 189}  # begin on 10 January and 8 July
DAYS = 28
PRICE = 0.30
# These ways are run again with every inner door open: what a door does shows in them.
WITH_DOORS_OPEN = (HEAT_PUMP, ROOM_BY_ROOM)
MARKS = {"good": "[green]+[/]", "sorry": "[yellow]![/]", "plain": "[blue]·[/]"}


def run(out: Path, as_json: bool = False, days: int = DAYS, price: float = PRICE) -> int:
    """Writes report.html into the folder out; exit status 0."""
    home = home_file.load(HOME)
    plan = planned(home)
    jobs = [
        Job(f"{way.name}, {season}", way.home, WEATHER, SEASONS[season], days)
        for way, season, _ in plan
    ]
    results = run_all(jobs, "One flat, four ways, two seasons")
    rows = [
        row(way, season, doors, WEATHER, result, price)
        for (way, season, doors), result in zip(plan, results, strict=True)
    ]
    with_baseline(rows, price)
    with err.status("Drawing the report"):
        path = Path(out) / "report.html"
        demo_page.write(path, plan, results, rows, SEASONS, PLACE, price)
    if as_json:
        print_json({"rows": rows})
    else:
        _show(rows, demo_page.used_share(rows, results), path)
    return GOOD


def planned(home) -> list[tuple]:
    """(way, season, doors) of every run."""
    shut = ways(with_doors(home, "shut"))
    opened = [way for way in ways(with_doors(home, "open")) if way.name in WITH_DOORS_OPEN]
    return [
        (way, season, doors)
        for doors, some in (("shut", shut), ("open", opened))
        for season in SEASONS
        for way in some
    ]


def _show(rows, used, path):
    """The same in the terminal, shorter."""
    screen.print(f"\n[bold]{headline(rows)}[/]\n")
    for line in claim(rows):
        screen.print(f"  {line['season']}: {line['text']}")
    for season in SEASONS:
        screen.print()
        screen.print(table_of([one for one in rows if one["season"] == season], season))
    screen.print()
    for tone, title, text in findings(rows, used):
        screen.print(f"{MARKS[tone]} [bold]{title}.[/] {text}")
    screen.print(f"\nThe report with its plots: [bold]{path}[/]")


def table_of(rows, season: str) -> Table:
    """Cost beside service, as wide as a terminal of 80 columns."""
    table = Table(title=season.capitalize(), title_justify="left", title_style="bold", box=None)
    table.add_column("way", no_wrap=True)
    for name in ("kWh", "cost", "COP", "in band", "Wh/h in band", "mould h"):
        table.add_column(name, justify="right")
    if season == "winter":
        table.add_column("heater kWh", justify="right")
    for one in rows:
        share = one["comfortable_share"] or 0
        per_hour = one["kwh_per_comfortable_room_hour"] if share >= 0.01 else None
        cells = [
            one["variant"],
            f"{one['kwh_electric']:.0f}",
            f"{one['cost']:.2f}",
            "-" if one["cop"] is None else f"{one['cop']:.2f}",
            f"{share:.0%}",
            "-" if per_hour is None else f"{per_hour * 1000:.0f}",
            f"{one['mould_hours']:.0f}",
        ]
        if season == "winter":
            cells.append(f"{one['kwh_direct_electric']:.0f}")
        table.add_row(*cells)
    return table
