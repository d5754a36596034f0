"""Four ways to use the same machine in the same home. Pure functions on copies of a Home.

A way changes what is asked of the units and nothing else: not the walls, not the weather, not the
hours at which people are in their rooms, and not the comfort by which the result is judged. A room
that a way does not serve has its unit switched off.
"""

import copy
from dataclasses import dataclass, replace

from splitstat_cli.home_file import Home

AIR_CONDITIONER = "air conditioner"
HEAT_PUMP = "heat pump"
ROOM_BY_ROOM = "room by room"
WHOLE_HOME = "whole home"


@dataclass(frozen=True)
class Way:
    """title and text are for people; served: names of the rooms that it conditions."""

    name: str
    title: str
    text: str
    home: Home
    served: tuple


def ways(home) -> list[Way]:
    """All four, from the least service to the most."""
    room = main_room(home)
    spoken = room.replace("_", " ")
    return [
        Way(
            AIR_CONDITIONER,
            "An air conditioner",
            f"one unit, in the {spoken}, cooling only",
            cooling_only(one_room(home, room)),
            (room,),
        ),
        Way(
            HEAT_PUMP,
            "A heat pump",
            f"the same unit in the {spoken}, reversed for winter",
            one_room(home, room),
            (room,),
        ),
        *both_of_all(home),
    ]


def both_of_all(home) -> list[Way]:
    """The two ways that serve every room."""
    names = tuple(room["name"] for room in home.compiled["rooms"])
    return [
        Way(
            ROOM_BY_ROOM,
            "Room by room",
            "every room by its own hours",
            home,
            names,
        ),
        Way(
            WHOLE_HOME,
            "Whole home",
            "every room at comfort, all day and all night",
            all_day(home),
            names,
        ),
    ]


def main_room(home) -> str:
    """The room that one buys a single unit for: of the highest priority, then the first."""
    return max(home.compiled["rooms"], key=lambda room: room["priority"])["name"]


def _with_compiled(home, change):
    compiled = copy.deepcopy(home.compiled)
    change(compiled)
    return replace(home, compiled=compiled)


def one_room(home, name: str):
    """The units of all other rooms are switched off."""

    def change(compiled):
        for room in compiled["rooms"]:
            if room["name"] != name:
                room["mode"] = "off"

    return _with_compiled(home, change)


def cooling_only(home):
    """Units that cannot heat: what is sold as an air conditioner."""

    def change(compiled):
        for unit in compiled["outdoor_units"]:
            unit["season"] = "cool_only"
        for room in compiled["rooms"]:
            if room["mode"] != "off":
                room["mode"] = "cool"

    return _with_compiled(home, change)


def all_day(home):
    """Comfort in every room at every hour; nobody's absence saves anything."""

    def change(compiled):
        for room in compiled["rooms"]:
            room["blocks"] = [[None, room["heat_cdeg"], room["cool_cdeg"], 1, 0]]
            room["presence"] = 0

    return _with_compiled(home, change)


def with_doors(home, doors: str):
    """Inner doors "shut", "open" or as "people" leave them."""
    return replace(home, building={**home.building, "doors": doors})
