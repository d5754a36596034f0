"""The house from its home file, or from what the safe profile knows. Needed once, at the start."""

import json
import os

from splitstat.app import sealed
from splitstat.app.build import house_of
from splitstat.app.safe import keep
from splitstat.app.slots import home_path, there
from splitstat.app.wiring import heads_of
from splitstat.hardware.nvs import get

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LIMIT = const(40000)  # bytes of a home file: 16 rooms of 84 blocks
BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, ImportError)


def home_file(path: str):
    """The compiled home. Raises one of BROKEN."""
    text = sealed.read(path, _LIMIT)
    if not text:
        with open(path, "rb") as file:
            text = file.read(min(os.stat(path)[6], _LIMIT))
    return json.loads(text)


def starts_anew(nvs) -> bool:
    """Whether there never was a home, or the wizard was begun, or asked for (tools: `deploy
    --first-run`): then what the safe profile knows of the unit before does not count."""
    if there(home_path()):
        return False
    return there("/setup.json") or get(nvs, "safe") is None


def show(why):
    """What a person at the serial line sees of it."""
    from splitstat.app import console

    console.show(why)


def built(nvs, safe: bool, board):
    """(house, heads, lines, whether it is the safe profile), or None where nothing is known.
    board: the board file's module, or None."""
    if starts_anew(nvs):
        return None
    if not safe:
        try:
            home = home_file(home_path())
            house, heads, lines = wired(nvs, home, board)
            keep(nvs, home)
            return house, heads, lines, False
        except BROKEN as problem:
            show(problem)
    try:
        from splitstat.app.safe_home import safe_home

        home = safe_home(nvs)
        if home is None:
            return None
        house, heads, lines = wired(nvs, home, board)
    except BROKEN as problem:
        show(problem)
        return None
    house.refuses = "the home file is lost: deploy it again"  # pyright: ignore
    house.log.add(house, -1, "safe_profile")
    return house, heads, lines, True


def wired(nvs, home, board):
    """(house, heads, lines). Raises one of BROKEN."""
    house, units = house_of(home)
    heads, lines = heads_of(house, units, board)
    if "whole_home" in home:
        from splitstat.app import wiring_plant

        wiring_plant.plant_of(house, lines, board)
    house.nvs = nvs  # pyright: ignore
    return house, heads, lines
