"""Parts of `splitstat bench water` in which rooms live: reheats, flow temperature, two sources."""

from dataclasses import replace
from pathlib import Path

import host_sim
from host_sim.channel.faults import Fault
from host_sim.world import World
from splitstat.control.dual_fuel import DualFuel
from splitstat_cli import home_file
from splitstat_cli.plant_ways import on_water

DAY_S = 86400
HOME = Path(host_sim.__file__).parent / "homes" / "house_on_water.toml"
COLDEST = 14  # January days of the cold climate that hold its coldest
PRICES = ((0.30, 0.12), (0.25, 0.06))
BIVALENT_C = tuple(range(-14, 13, 2))
SETTLED_MIN = 2880  # a run begins with rooms that are not at their setpoints


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


def watching(plant, trace):
    """A listener that notes the rooms' air of every minute."""

    def listen(now_s, inputs, outputs):
        trace.append(tuple(plant.air_c[:3]))

    return listen


def reheat(weather) -> list[dict]:
    """The rooms' temperatures of the coldest days with and without hot water from the machine.
    Windows stay shut: what people let in would hide it."""
    home = home_file.load(HOME)
    home = replace(home, building={**home.building, "airing_per_day": 0.0})
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
            lived.listeners.append(watching(lived.plant, trace))
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
    still = replace(home, building={**home.building, "airing_per_day": 0.0})
    for part in ("heat_pump", "boiler"):
        dead = Failed({("whole_home", part): [Fault(3 * DAY_S, 400 * DAY_S, "dead", None)]})
        lived = World(still, weather, 9, COLDEST, scenario=dead, record_s=DAY_S)
        trace = []
        lived.listeners.append(watching(lived.plant, trace))
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
