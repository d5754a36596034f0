"""Parts of `splitstat bench water` about when electricity is used: rooms by night hours beside
perfect foresight, prices of every hour, and power to spare."""

from dataclasses import replace
from random import Random

import numpy as np

from host_sim import whole_home
from host_sim.limit.foresight import Recorded, foresee
from host_sim.world import World
from splitstat_cli import home_file
from splitstat_cli.bench_sources import DAY_S, HOME, changed
from splitstat_cli.hours import Hours
from splitstat_cli.plant_ways import on_water

NIGHT = Hours().read("daily 22:00-06:00")
FLOORS = {"flow_design": 38.0, "flow_warm": 25.0, "flow_min": 20.0}
EMITTERS = (("radiators", {}), ("underfloor", FLOORS))
BAND_K = 0.5
MORE_CDEG = 20  # of warmth, to draw the line along which comfort is equal
SUN_W = 5000.0  # peak of the panels
BASE_W = 300.0  # what the household takes by itself


def shut(home):
    """Windows stay shut: what people let in would hide what the tariff does."""
    return replace(home, building={**home.building, "airing_per_day": 0.0})


def behind(home, weather, emitters, table, draws="none", **prices):
    """The house with a heat pump alone and these prices."""
    one = changed(home, emitters=emitters, **table)
    one = replace(one, prices={**home.prices, **prices})
    one = on_water(one, ("heat_pump",), weather)
    return replace(one, plant={**(one.plant or {}), "draws": draws})


def warmer(home, cdeg: int):
    """Every heating setpoint so much higher."""
    rooms = []
    for room in home.compiled["rooms"]:
        blocks = [[one[0], one[1] + cdeg, *one[2:]] for one in room["blocks"]]
        keys = ("heat_cdeg", "setback_heat_cdeg")
        rooms.append({**room, **{key: room[key] + cdeg for key in keys}, "blocks": blocks})
    return replace(home, compiled={**home.compiled, "rooms": rooms})


def _lived(home, weather, first, days):
    result = World(home, weather, start_day=first, days=days, record_s=DAY_S).run()
    return result.metrics, sum(room["mean_c"] for room in result.rooms[:3]) / 3


def equally_warm(home, weather, first, days, mean_c) -> tuple:
    """Figures as it is, its mean, and its cost with rooms at mean_c: on the line between itself
    and itself a little warmer."""
    found, own_c = _lived(home, weather, first, days)
    more, more_c = _lived(warmer(home, MORE_CDEG), weather, first, days)
    per_k = (more["cost_electric"] - found["cost_electric"]) / (more_c - own_c)
    return found, own_c, found["cost_electric"] + per_k * (mean_c - own_c)


def rooms_by_tariff(weather, days: int, first: int = 20) -> list[dict]:
    """Half price by night: rooms at their setpoints, rooms by our rule, and what a linear program
    saves that knows all, and what it would save if it took the price for constant; each with the
    rooms as warm in the mean."""
    home = shut(home_file.load(HOME))
    night = {"electricity_night": home.prices["electricity"] / 2, "night": [NIGHT]}
    rows = []
    for emitters, table in EMITTERS:
        flat = behind(home, weather, emitters, table, **night)
        run = Recorded(World(flat, weather, start_day=first, days=days, record_s=DAY_S))
        mean_c = sum(room["mean_c"] for room in run.result.rooms[:3]) / 3
        cost = run.result.metrics["cost_electric"]
        ours = behind(home, weather, emitters, table, rooms_band=BAND_K, **night)
        found, own_c, equal = equally_warm(ours, weather, first, days, mean_c)
        setpoints = np.array([room["heat_cdeg"] / 100 for room in flat.compiled["rooms"]])
        best = foresee(run, setpoints, BAND_K)
        blind = foresee(run, setpoints, BAND_K, np.full_like(run.price, run.price.mean()))
        saved = 1.0 - equal / cost
        rows.append(
            {
                "run": emitters,
                "cost": round(cost, 2),
                "cost_by_tariff": round(found["cost_electric"], 2),
                "warmer_k": round(own_c - mean_c, 2),
                "cold_kh": found["cold_kh"],
                "saved": round(saved, 3),
                "foresight_saves": round(best.saved, 3) if best else None,
                "of_it_without_tariff": round(blind.saved, 3) if blind else None,
                "share": round(saved / best.saved, 2) if best else None,
            }
        )
    return rows


def exchange(days: int = 365, seed: int = 1) -> list[float]:
    """Prices of every hour, as on an exchange: two peaks, a valley at noon and one by night, and
    days that differ (general knowledge; money per kWh)."""
    random = Random(seed)
    found = []
    for _ in range(days):
        level, swing = random.uniform(0.22, 0.34), random.uniform(0.03, 0.10)
        for hour in range(24):
            shape = -np.cos(2 * np.pi * (hour - 2) / 24) - np.cos(2 * np.pi * (hour - 2) / 12)
            found.append(round(level + 0.6 * swing * float(shape), 4))
    return found


def prices(weather, days: int, first: int = 20) -> list[dict]:
    """Prices of every hour: rooms and tank as if there were one price, and by the list."""
    home = shut(home_file.load(HOME))
    hourly = exchange()
    rows = []
    for emitters, table in EMITTERS:
        flat = behind(home, weather, emitters, table, "M", hourly=hourly)
        found, mean_c = _lived(flat, weather, first, days)
        cost = found["cost_electric"]
        water = {**home.asked["hot_water"], "cheap": 55.0}
        asked = replace(home, asked={**home.asked, "hot_water": water})
        ours = behind(asked, weather, emitters, table, "M", hourly=hourly, rooms_band=BAND_K)
        moved, own_c, equal = equally_warm(ours, weather, first, days, mean_c)
        rows.append(
            {
                "run": emitters,
                "cost": round(cost, 2),
                "cost_by_list": round(moved["cost_electric"], 2),
                "warmer_k": round(own_c - mean_c, 2),
                "saved": round(1.0 - equal / cost, 3),
                "draws_cold": found["draws_cold"] + moved["draws_cold"],
                "cold_kh": moved["cold_kh"],
            }
        )
    return rows


def surplus(weather, days: int, first: int = 80) -> list[dict]:
    """Panels on the roof: how much of what they make is used at home, without the signal and
    with it. What the household itself takes goes first."""
    home = shut(home_file.load(HOME))
    rows = []
    for name, signal in (("without", False), ("with", True)):
        water = {**home.asked["hot_water"], "surplus": 60.0 if signal else None}
        asked = replace(home, asked={**home.asked, "hot_water": water})
        one = behind(asked, weather, "radiators", {}, "M", rooms_band=BAND_K if signal else 0.0)
        world = World(one, weather, start_day=first, days=days, record_s=DAY_S)
        meter = _Meter(world, weather)
        if signal:
            world.whole_home.surplus = meter.spare
        world.listeners.append(meter.listen)
        found = world.run().metrics
        rows.append(
            {
                "run": name,
                "made_kwh": round(meter.made_j / 3.6e6, 1),
                "own_use": round(meter.used_j / meter.made_j, 3),
                "bought_kwh": round(meter.bought_j / 3.6e6, 1),
                "kwh_electric": found["kwh_electric"],
                "draws_cold": found["draws_cold"],
                "cold_kh": found["cold_kh"],
            }
        )
    return rows


class _Meter:
    """At the house's connection: panels that lie flat against all that is taken."""

    SPARE_W = 1200.0  # what must be left for the signal

    def __init__(self, world, weather):
        self.world, self.weather = world, weather
        self.made_j = self.used_j = self.bought_j = 0.0

    def sun_w(self, utc_min) -> float:
        hour = (utc_min - whole_home.YEAR_MIN) // 60 + 1  # of the clock at the place: UTC + 1 h
        return SUN_W * float(self.weather.ghi[hour % 8760]) / 1000.0

    def spare(self, utc_min) -> bool:
        """The signal: more than the household takes, by enough for a heat pump."""
        return self.sun_w(utc_min) - BASE_W > self.SPARE_W

    def listen(self, now_s, inputs, outputs):
        made = self.sun_w(inputs.utc_min)
        taken = BASE_W + self.world.plant.power_w
        step_s = self.world.step_s
        self.made_j += made * step_s
        self.used_j += min(made, taken) * step_s
        self.bought_j += max(taken - made, 0.0) * step_s
