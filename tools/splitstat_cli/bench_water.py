"""`splitstat bench water`: a home on water against what could be had.

hygiene   a year of hot water, sound and with failed sensors, machines, clocks and power cuts
reheat    what a reheat costs the rooms on the coldest day
flow      the learned flow temperature against the least that holds the rooms, and against 50 degC
sources   choosing by price against the best fixed bivalent temperature, and each source failing
tariff    hot water by night hours against hot water whenever it is wanted
rooms     rooms by night hours against rooms at their setpoints, and against perfect foresight
prices    rooms and tank by a price of every hour against one price
surplus   how much of a roof's electricity is used at home, with the signal and without
"""

from random import Random

from rich.table import Table

from host_sim.plant.weather import load_weather
from host_sim.tank_stand import TankStand
from splitstat_cli import home_plant
from splitstat_cli.bench_sources import flow, reheat, sources
from splitstat_cli.bench_tariff import prices, rooms_by_tariff, surplus
from splitstat_cli.hours import Hours
from splitstat_cli.plant_ways import defaults
from splitstat_cli.terminal import GOOD, err, out, print_json

SIZES = {"heat_pump_w": 4000.0, "tank_l": 200.0, "draws": "M", "immersion_w": 2000.0}
DAY_S = 86400
FAULTS = {
    "lower sensor silent": ("tank_foot", "silent"),
    "lower sensor frozen": ("tank_foot", "frozen"),
    "upper sensor silent": ("tank_top", "silent"),
    "heat pump dead": ("heat_pump", "dead"),
}
NIGHT = "daily 22:00-06:00"


def run(quick: bool = False, as_json: bool = False) -> int:
    """quick: 60 days in place of a year, a fortnight in place of a month."""
    days, month = (60, 7) if quick else (365, 28)
    weather = load_weather("cold")
    found = {}
    for name, part in (
        ("hygiene", lambda: hygiene(weather, days)),
        ("reheat", lambda: reheat(weather)),
        ("flow", lambda: flow(weather, month)),
        ("sources", lambda: sources(weather, month)),
        ("tariff", lambda: tariff(weather, days)),
        ("rooms", lambda: rooms_by_tariff(weather, 10)),
        ("prices", lambda: prices(weather, 10)),
        ("surplus", lambda: surplus(weather, 14)),
    ):
        err.print(name)
        found[name] = part()
    if as_json:
        print_json(found)
    else:
        for name, rows in found.items():
            _show(name, rows)
    return GOOD


def _show(name, rows):
    table = Table(name, box=None)
    for key in rows[0]:
        if key != "run":
            table.add_column(key.replace("_", " "), justify="right")
    for row in rows:
        cells = (
            f"{value:g}" if isinstance(value, float) else str(value) for value in row.values()
        )
        table.add_row(*cells)
    out.print(table)
    out.print()


def config(sources=("heat_pump",), **water) -> dict:
    """A compiled [whole_home] with default settings and these of [hot_water]."""
    return home_plant.compiled(
        {
            "whole_home": {**defaults(home_plant.WHOLE_HOME), "sources": list(sources)},
            "hot_water": {**defaults(home_plant.HOT_WATER), **water},
            "prices": defaults(home_plant.PRICES),
        }
    ) or {}  # fmt: skip


def hygiene(weather, days: int) -> list[dict]:
    """Draws and cycles of a year, for each fault with 60 power cuts and a clock that is away every
    third day."""
    rows = [{"run": "sound", **_shown(TankStand(config(), SIZES, weather).run(days).figures())}]
    for name, (part, kind) in FAULTS.items():
        random = Random(name)
        cuts = {
            random.randrange(days * 1440): random.choice((3, 60, 600, 3000)) for _ in range(60)
        }
        span = [(days // 4 * DAY_S, days // 2 * DAY_S, kind, None)]
        stand = TankStand(
            config(),
            SIZES,
            weather,
            faults={("whole_home", part): span},
            cut_min=lambda minute, cuts=cuts: cuts.get(minute, 0),
            clock=lambda minute: minute // 1440 % 3 < 2,
        )
        rows.append({"run": name, **_shown(stand.run(days).figures())})
    return rows


def _shown(figures) -> dict:
    keys = "draws draws_cold coldest_c proofs overdue_hours unalarmed_hours power_cuts".split()
    return {key: figures[key] for key in (*keys, "broken_limits")}


def tariff(weather, days: int) -> list[dict]:
    """Half price by night: whenever wanted, and moved into the night."""
    hours = Hours().read(NIGHT)

    def price(week_min):
        night = any(a <= week_min < b or a <= week_min + 10080 < b for a, b in hours)
        return 0.15 if night else 0.30

    rows = []
    for name, water in (
        ("whenever wanted", {}),
        ("by night", {"windows": [hours], "cheap": 55.0, "mixing_valve": True}),
    ):
        found = TankStand(
            config(**water), SIZES, weather, price=price, cheap_under=0.2 if water else None
        ).run(days).figures()  # fmt: skip
        keys = ("kwh_electric", "cost_electric", "draws_cold", "coldest_c")
        rows.append({"run": name, **{key: round(found[key], 2) for key in keys}})
        rows[-1]["saved"] = round(1 - rows[-1]["cost_electric"] / rows[0]["cost_electric"], 3)
    return rows
