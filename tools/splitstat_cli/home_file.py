"""Reads a home file: `load(path)` gives a Home, or raises HomeError with every mistake in it."""

from dataclasses import dataclass, field
from pathlib import Path

from splitstat_cli import home_check, toml_file
from splitstat_cli.home_compile import compiled_home
from splitstat_cli.mistakes import HomeError, Mistake


@dataclass(frozen=True)
class Home:
    """A home file without mistakes.

    compiled: what a board reads, as if one board had every room. by_board: the same for each
    board, with the others' rooms as peers. building: for the plant, only what the file says:
        {"building": {...}, "rooms": [{"name", "building": {...}, "machine": {...}}], "spaces":
        [{"name", ...}],
         "outdoor_units": [{"name", "machine": {...}}]}
    boards: name -> kind. warnings: what may surprise, as Mistake.
    """

    path: Path
    name: str
    compiled: dict
    by_board: dict
    building: dict
    boards: dict
    warnings: list[Mistake] = field(default_factory=list)


def load(path) -> Home:
    """Raises HomeError."""
    file = toml_file.read(path, HomeError)
    home, mistakes, warnings = home_check.checked(file)
    if mistakes:
        raise HomeError(mistakes)
    return Home(
        path=Path(path),
        name=home["name"],
        compiled=compiled_home(home),
        by_board={one["name"]: compiled_home(home, one["name"]) for one in home["boards"]},
        building={
            "building": home["building"],
            "rooms": [
                {key: room[key] for key in ("name", "building", "machine")}
                for room in home["rooms"]
            ],
            "spaces": home["spaces"],
            "outdoor_units": [
                {key: unit[key] for key in ("name", "machine")} for unit in home["outdoor_units"]
            ],
        },
        boards={one["name"]: one["kind"] for one in home["boards"]},
        warnings=warnings,
    )
