"""`splitstat bench water`: a home on water against what could be had.

hygiene   a year of hot water, sound and with failed sensors, machines, clocks and power cuts
reheat    what a reheat costs the rooms on the coldest day
flow      the learned flow temperature against the least that holds the rooms, and against 50 degC
sources   choosing by price against the best fixed bivalent temperature, and each source failing
tariff    hot water by night hours against hot water whenever it is wanted
"""

from dataclasses import replace
from pathlib import Path
from random import Random

from rich.table import Table

import host_sim
from host_sim.channel.faults import Fault
from host_sim.plant.weather import load_weather
from host_sim.tank_stand import TankStand
from host_sim.world import World
from splitstat.control.dual_fuel import DualFuel
from splitstat_cli import home_file, home_plant
from splitstat_cli.hours import Hours
from splitstat_cli.plant_ways import defaults, on_water
from splitstat_cli.terminal import GOOD, err, out, print_json

HOME = Path(host_sim.__file__).parent / "homes" / "house_on_water.toml"
SIZES = {"heat_pump_w": 4000.0, "tank_l": 200.0, "draws": "M", "immersion_w": 2000.0}
DAY_S = 86400
FAULTS = {
    "lower sensor silent": ("tank_foot", "silent"),
    "lower sensor frozen": ("tank_foot", "frozen"),
    "upper sensor silent": ("tank_top", "silent"),
    "heat pump dead": ("heat_pump", "dead"),
}
COLDEST = 14  # January days of the cold climate that hold its coldest
PRICES = ((0.30, 0.12), (0.25, 0.06))
BIVALENT_C = tuple(range(-14, 13, 2))
SETTLED_MIN = 2880  # a run begins with rooms that are not at their setpoints
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


def world(home, weather, first, days, prepare=None):
    """Lives through the days; prepare(World) may change it before."""
    found = World(home, weather, start_day=first, days=days, record_s=DAY_S)
    if prepare is not None:
        prepare(found)
    return found, found.run()


def changed(home, **table):
    """The home with other keys of [whole_home]."""
    asked = {**home.asked, "whole_home": {**home.asked["whole_home"], **table}}
    return replace(home, asked=asked)


def _watching(plant, trace):
    """A listener that notes the rooms' air of every minute."""

    def listen(now_s, inputs, outputs):
        trace.append(tuple(plant.air_c[:3]))

    return listen


def reheat(weather) -> list[dict]:
    """The rooms' temperatures of the coldest days with and without hot water from the machine."""
    home = home_file.load(HOME)
    rows = []
    for name, kinds in (
        ("heat pump", ("heat_pump",)),
        ("beside a boiler", ("heat_pump", "boiler")),
    ):
        traces = []
        for draws in ("M", "none"):
            one = on_water(home, kinds, weather)
            one = replace(one, plant={**(one.plant or {}), "draws": draws})
            trace = []
            lived = World(one, weather, start_day=9, days=COLDEST, record_s=DAY_S)
            lived.listeners.append(_watching(lived.plant, trace))
            lived.run()
            traces.append(trace)
        drops = [
            [b - a for a, b in zip(with_it, without, strict=True)]
            for with_it, without in zip(*traces, strict=True)
        ]
        worst = [max(drop[n] for drop in drops[SETTLED_MIN:]) for n in range(3)]
        rows.append({"run": name, "most_lost_k": round(max(worst), 2)})
    return rows


def flow(weather, days: int) -> list[dict]:
    """One month with the learned curve, with fixed ones ever lower, and with 50 degC."""
    home = home_file.load(HOME)
    runs = [("learned", {}), ("50 degC", {"flow_warm": 49.9, "flow_design": 50.0, **_FIXED})]
    for lower in (-6, -4, -2, 0, 2, 4, 6, 8, 10):
        curve = {"flow_warm": 28.0 - lower, "flow_design": 52.0 - lower, **_FIXED}
        runs.append((f"curve {-lower:+d} K", curve))
    rows = []
    for name, table in runs:
        one = on_water(changed(home, **table), ("heat_pump",), weather)
        _, result = world(one, weather, 9, days)
        found = result.metrics
        rows.append(
            {
                "run": name,
                "flow_mean_c": found["flow_mean_c"],
                "cold_kh": found["cold_kh"],
                "mean_c": round(sum(room["mean_c"] for room in result.rooms) / 3, 2),
                "cop_rooms": found["heat_pump_cop_rooms"],
                "kwh_electric": found["kwh_electric"],
            }
        )
    return rows


_FIXED = {"flow_learns": False, "room_influence": 0}


class Failed:
    """A scenario of faults alone, as World takes it."""

    def __init__(self, faults):
        self.faults = faults


class AtOutdoor(DualFuel):
    """A fixed bivalent temperature, in cdeg."""

    limit_cdeg = 0

    def step(self, now_s, outdoor_cdeg, flow_cdeg, prices, short_cdeg, heating):
        self.since_s = now_s  # so that prices are not looked at
        warm = outdoor_cdeg is not None and outdoor_cdeg >= self.limit_cdeg
        self.cheaper = "heat_pump" if warm else "boiler"
        super().step(now_s, outdoor_cdeg, flow_cdeg, prices, short_cdeg, heating)


def sources(weather, days: int) -> list[dict]:
    """Cost by our choice and by every fixed bivalent temperature; then failures."""
    home = home_file.load(HOME)
    fixed = []
    for limit_c in BIVALENT_C:

        def prepare(lived, limit_c=limit_c):
            control = lived.whole_home.control
            control.dual = AtOutdoor(lived.whole_home.config)
            control.dual.limit_cdeg = limit_c * 100

        _, result = world(home, weather, 20, days, prepare)
        fixed.append((limit_c, result.metrics))
    rows = []
    for electricity, gas in PRICES:

        def cost(found, electricity=electricity, gas=gas):
            return electricity * found["kwh_electric"] + gas * found["kwh_gas"]

        prices = {**home.prices, "electricity": electricity, "gas": gas}
        asked = on_water(replace(home, prices=prices), ("heat_pump", "boiler"), weather)
        _, result = world(asked, weather, 20, days)
        best = min(fixed, key=lambda pair: cost(pair[1]))
        ours = cost(result.metrics)
        rows.append(
            {
                "run": f"{electricity:g} and {gas:g}",
                "cost": round(ours, 2),
                "best_bivalent_c": best[0],
                "cost_best": round(cost(best[1]), 2),
                "over_best": round(ours / cost(best[1]) - 1, 4),
                "cold_kh": result.metrics["cold_kh"],
                "cold_kh_best": best[1]["cold_kh"],
                "coldest_room_c": min(room["min_c"] for room in result.rooms),
                "fighting_h": result.metrics["sources_fighting_hours"],
            }
        )
    for part in ("heat_pump", "boiler"):
        dead = Failed({("whole_home", part): [Fault(3 * DAY_S, 400 * DAY_S, "dead", None)]})
        lived = World(home, weather, 9, COLDEST, scenario=dead, record_s=DAY_S)
        trace = []
        lived.listeners.append(_watching(lived.plant, trace))
        result = lived.run()
        rows.append(
            {
                **dict.fromkeys(rows[0], ""),
                "run": f"{part.replace('_', ' ')} dead from day 3",
                "cold_kh": result.metrics["cold_kh"],
                "coldest_room_c": round(min(map(min, trace[SETTLED_MIN:])), 2),
                "fighting_h": result.metrics["sources_fighting_hours"],
            }
        )
    return rows


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
