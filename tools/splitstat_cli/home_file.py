"""Reads a home file: `load(path)` gives a Home, or raises HomeError with every mistake in it."""

from dataclasses import dataclass, field
from pathlib import Path

from splitstat_cli import home_check, learned, toml_file
from splitstat_cli.home_compile import compiled_home, occupied_spans
from splitstat_cli.home_plant_wiring import lacking
from splitstat_cli.mistakes import BoardError, HomeError, Mistake


@dataclass(frozen=True)
class Home:
    """A home file without mistakes.

    compiled: what a board reads, as if one board had every room. by_board: the same for each
    board, with the others' rooms as peers. boards: name -> kind. warnings: what may surprise.
    building, spaces, outdoor_units: for host_sim's Plant, only what the file says. spaces begins
    with the rooms that have a unit, in the order of compiled["rooms"]. plant: of a whole-home
    system, host_sim's WaterSide before it is sized, or None. prices, costs: the tables
    of these names. asked: [whole_home] and [hot_water] as they were written, or None. lacking:
    what a board would miss.
    """

    path: Path
    name: str
    compiled: dict
    by_board: dict
    boards: dict
    building: dict
    spaces: list[dict]
    outdoor_units: list[dict]
    warnings: list[Mistake]
    plant: dict | None = None
    prices: dict = field(default_factory=dict)
    costs: dict = field(default_factory=dict)
    asked: dict = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)


def load(path) -> Home:
    """Raises HomeError."""
    file = toml_file.read(path, HomeError)
    learned.look_beside(Path(path))
    home, mistakes, warnings = home_check.checked(file)
    if mistakes:
        raise HomeError(mistakes)
    compiled = compiled_home(home)
    return Home(
        path=Path(path),
        name=home["name"],
        compiled=compiled,
        by_board={one["name"]: compiled_home(home, one["name"]) for one in home["boards"]},
        boards={one["name"]: one["kind"] for one in home["boards"]},
        building=home["building"],
        spaces=[
            *(_room(*pair) for pair in zip(home["rooms"], compiled["rooms"], strict=True)),
            *(_space(space) for space in home["spaces"]),
        ],
        outdoor_units=[unit["machine"] for unit in home["outdoor_units"]],
        warnings=warnings,
        plant=_plant(home),
        prices=home["prices"],
        costs=home["costs"],
        asked={key: home[key] for key in ("whole_home", "hot_water")},
        lacking=lacking(home),
    )


def load_for_board(path) -> Home:
    """As load(); raises BoardError too, where the home leaves out what a board cannot do without
    (the simulator can)."""
    home = load(path)
    if home.lacking:
        raise BoardError(f"{path}: whole_home: {'; '.join(home.lacking)}")
    return home


def _plant(home: dict) -> dict | None:
    table = home["whole_home"]
    if table is None:
        return None
    machine = {key: value for key, value in home["machine"].items() if value is not None}
    return {**machine, "emitters": table["emitters"], "sources": table["sources"]}


def _room(room: dict, compiled: dict) -> dict:
    """A room with a unit. People are there in its occupied blocks, or by its use."""
    return {
        "name": room["name"],
        "building": room["building"],
        "outdoor_unit": room["outdoor_unit"],
        "unit": room["machine"],
        "occupied": occupied_spans(compiled["blocks"]),
    }


def _space(space: dict) -> dict:
    """A room without a unit."""
    building = {key: value for key, value in space.items() if key != "name"}
    return {
        "name": space["name"],
        "building": building,
        "outdoor_unit": None,
        "unit": {},
        "occupied": None,
    }
