"""The homes that are reckoned twice, here and by EnergyPlus: a light room, a heavy one, the demo
flat.

Nobody airs them, doors are shut and gains are constant, so that walls, glass and weather are what
is compared. Windows are clear double glazing, the same panes on both sides.
"""

import tomllib
from pathlib import Path

from host_sim.plant.building import home_of, room_of

CLIMATES = {
    "cold": "USA_IL_Chicago",
    "mixed": "USA_VA_Sterling",
    "hot_humid": "USA_FL_Tampa",
}
FLAT = Path(__file__).parent.parent / "homes" / "flat.toml"
# Wind at the middle of a wall (1.25 m) against the mast's 10 m in open country: the power laws of
# the ASHRAE handbook, as EnergyPlus takes them for suburbs.
SHELTER = (270.0 / 10.0) ** 0.14 * (1.25 / 370.0) ** 0.22
# Two panes of 3 mm, 12 mm of air: U by EN 673 (at 10 degC: 3.72 W/m2K of radiation and 2.08
# through the air), g by glazing.py.
CLEAR = {"u_window": 2.87, "g_window": 0.755, "shade": 1.0}
GAINS_W_M2 = 4.0  # people and appliances, day and night; EN ISO 13790 has 3 to 5 for dwellings
QUIET = {"airing_per_day": 0, "summer_airing": 0, "doors": "shut", "shelter": SHELTER}


def buildings() -> dict:
    """name -> (keys of [building], {room: keys of [room.building]})."""
    corner = {"second_wall_m2": 8.0, "second_window_m2": 1.5, "roof_m2": 20.0}
    homes = {
        "light room": ({"built": "2000_2015", "mass": "light"}, {"room": {}}),
        "heavy room": ({"built": "1980_2000", "mass": "heavy"}, {"room": corner}),
    }
    flat = tomllib.loads(FLAT.read_text("utf-8"))
    rooms = {room["name"]: room["building"] for room in flat["room"]}
    spaces = {
        space["name"]: {k: v for k, v in space.items() if k != "name"} for space in flat["space"]
    }
    homes["demo flat"] = ({"built": flat["building"]["built"]}, {**rooms, **spaces})
    return {
        name: ({**keys, **QUIET}, {room: _constant(given) for room, given in inside.items()})
        for name, (keys, inside) in homes.items()
    }


def _constant(given: dict) -> dict:
    gains_w = GAINS_W_M2 * given.get("area_m2", 20.0)
    return {**given, **CLEAR, "people": 0.0, "appliances_w": 0.0, "standby_w": gains_w}


def values_of(keys: dict, rooms: dict) -> dict:
    """room -> building.room_of with shared_m2, its walls to other rooms."""
    home = home_of(keys)
    values = {name: room_of(given, home) for name, given in rooms.items()}
    for room in values.values():
        room["shared_m2"] = 0.0
    for name, room in values.items():
        for other in room["doors"]:
            for side in (name, other):
                values[side]["shared_m2"] += room["partition_m2"]
    return values
