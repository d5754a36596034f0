"""Five ways to heat, cool and serve hot water to one home. Pure functions on copies of a Home.

A way changes the machines and nothing else: not the walls, the weather, the people, nor the
comfort by which it is judged. Every way has the same tank and the same draws. Two by splits: the
tank is heated by an immersion heater. Three by water: the same rooms behind radiators or floors.
What the home file does not have is taken from here and sized by host_sim/plant/sizing.py:

    splits            one multi-split; each head gives its room's load on the design day
    whole-home        radiators for 55/45 degC, or floors; heating curve to the design day
"""

import copy
from dataclasses import dataclass, replace

from host_sim.plant import sizing
from splitstat_cli import home_plant, home_schema
from splitstat_cli.home_compile import outdoor_unit_of
from splitstat_cli.home_file import Home
from splitstat_cli.ways import ROOM_BY_ROOM, WHOLE_HOME, all_day

HEAT_PUMP = "heat pump"
BESIDE = "heat pump and boiler"
BOILER = "boiler"
IMMERSION = "immersion heater"
SPLIT = "onokom.gr_1"  # stands for any split on Modbus, in half degrees
COST_KEYS = {
    ROOM_BY_ROOM: "splits",
    WHOLE_HOME: "splits",
    HEAT_PUMP: "heat_pump",
    BESIDE: "heat_pump_beside_boiler",
    BOILER: "boiler",
}
FLOWS = {"radiators": (55.0, 28.0), "underfloor": (38.0, 25.0)}


@dataclass(frozen=True)
class PlantWay:
    """name: of ways.py and above; text is for people; sources: who heats the water."""

    name: str
    text: str
    home: Home
    sources: tuple


def plant_ways(home, weather) -> list[PlantWay]:
    """All five. weather: plant Weather, whose coldest days size what is missing."""
    splits = on_splits(home, weather)
    ways = [
        PlantWay(
            ROOM_BY_ROOM,
            "splits, every room by its own hours; an immersion heater in the tank",
            with_tank(splits),
            (),
        ),
        PlantWay(
            WHOLE_HOME,
            "the same splits, every room at comfort all day; the same tank",
            with_tank(all_day(splits)),
            (),
        ),
    ]
    for name, sources, text in (
        (HEAT_PUMP, ("heat_pump",), "air to water, rooms and hot water"),
        (BESIDE, ("heat_pump", "boiler"), "the same beside a gas boiler: whichever is cheaper"),
        (BOILER, ("boiler",), "a gas boiler for rooms and hot water"),
    ):
        ways.append(PlantWay(name, text, on_water(all_day(home), sources, weather), sources))
    return ways


def defaults(keys) -> dict:
    """A table of a home file in which nothing is said."""
    return {key.name: key.default for key in keys}


def tables_of(home, sources, weather) -> dict:
    """[whole_home] and [hot_water] as written, or by the rules; with these sources."""
    table = home.asked["whole_home"]
    if table is None:
        table = defaults(home_plant.WHOLE_HOME)
        design, warm = FLOWS[table["emitters"]]
        coldest = round(max(sizing.design_c(weather), -30.0), 1)
        table.update(flow_design=design, flow_warm=warm, design_outdoor=min(coldest, 10.0))
    water = home.asked["hot_water"] or defaults(home_plant.HOT_WATER)
    return {
        "whole_home": {**table, "sources": list(sources)},
        "hot_water": water,
        "prices": home.prices,
    }


def plant_of(home, sources, tables) -> dict:
    """What WaterSide is made of."""
    machine = home.plant or defaults(home_plant.MACHINE)
    given = {key: value for key, value in machine.items() if value is not None}
    return {**given, "emitters": tables["whole_home"]["emitters"], "sources": list(sources)}


def with_tank(home):
    """The home with a tank that an immersion heater serves."""
    tables = tables_of(home, (), None) if home.asked["whole_home"] else _bare(home)
    compiled = copy.deepcopy(home.compiled)
    compiled["whole_home"] = home_plant.compiled(tables)
    return replace(home, compiled=compiled, plant=plant_of(home, (), tables))


def _bare(home):
    table = {**defaults(home_plant.WHOLE_HOME), "sources": []}
    water = home.asked["hot_water"] or defaults(home_plant.HOT_WATER)
    return {"whole_home": table, "hot_water": water, "prices": home.prices}


def on_water(home, sources, weather):
    """Every room that has a unit gets a valve in its place."""
    tables = tables_of(home, sources, weather)
    cools = tables["whole_home"]["cooling"]
    compiled = copy.deepcopy(home.compiled)
    gate = home_plant.gate(tables["whole_home"], defaults(home_schema.OUTDOOR_UNIT))
    compiled["outdoor_units"] = [outdoor_unit_of(gate, [])]
    compiled["whole_home"] = home_plant.compiled(tables)
    spaces = [dict(space) for space in home.spaces]
    for room, space in zip(compiled["rooms"], spaces, strict=False):
        room["unit"] = "valve.both" if cools else "valve"
        room["outdoor_unit"] = space["outdoor_unit"] = 0
        space["unit"] = {}
        room["feel"] = 0
        if not cools and room["mode"] != "off":
            room["mode"] = "heat"
    return replace(
        home,
        compiled=compiled,
        spaces=spaces,
        outdoor_units=[{}],
        plant=plant_of(home, sources, tables),
    )


def on_splits(home, weather):
    """Every room behind a valve gets the head of one multi-split, sized by its load."""
    rooms = home.compiled["rooms"]
    valves = [i for i, room in enumerate(rooms) if room["unit"].startswith("valve")]
    if not valves:
        return home
    loads = sizing.loads_w(home.building, home.spaces, weather, valves)
    compiled = copy.deepcopy(home.compiled)
    compiled.pop("whole_home", None)
    only = {**defaults(home_schema.OUTDOOR_UNIT), "name": "splits", "machine": {}}
    compiled["outdoor_units"][-1] = outdoor_unit_of(only, [])
    spaces = [dict(space) for space in home.spaces]
    for address, (i, load_w) in enumerate(zip(valves, loads, strict=True), 1):
        room = compiled["rooms"][i]
        room.update(unit=SPLIT, bus="rs485", address=address)
        room["mode"] = "heat_cool" if room["mode"] != "off" else "off"
        # A head's rated heat is at 7 degC outdoors; on the design day it is about half.
        rated_w = max(2500.0, round(2.0 * load_w, -2))
        spaces[i]["unit"] = {"nominal_heat_w": rated_w, "nominal_cool_w": 0.8 * rated_w}
    outdoor_units = [*home.outdoor_units[:-1], {}]
    return replace(home, compiled=compiled, spaces=spaces, outdoor_units=outdoor_units, plant=None)
