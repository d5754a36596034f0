"""Board files: boards/NAME.py of the repository, splitstat_cli/boards/NAME.py of the wheel."""

import runpy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACES = (Path(__file__).parent / "boards", Path(__file__).parents[2] / "boards")


@dataclass(frozen=True)
class Board:
    """What the linter needs of one board. reserved: pin -> why it must be left alone."""

    name: str
    pins: tuple
    input_only: tuple
    reserved: dict
    transmitters: int
    ir_pin: int
    receiver_pin: int
    sampler_pins: tuple
    buses: dict
    i2c: dict


@cache
def known_boards() -> tuple:
    """Names of all boards, sorted."""
    return tuple(sorted(path.stem for place in PLACES for path in place.glob("[a-z]*.py")))


@cache
def board(name: str) -> Board:
    """Raises KeyError where there is no such board."""
    facts = runpy.run_path(str(path(name)))
    return Board(
        name,
        facts["PINS"],
        facts["INPUT_ONLY"],
        dict(facts["RESERVED"]),
        facts["IR_TRANSMITTERS"],
        facts["IR_PIN"],
        facts["RECEIVER_PIN"],
        facts["SAMPLER_PINS"],
        dict(facts["BUSES"]),
        dict(facts["I2C"]),
    )


def path(name: str) -> Path:
    """The board's file. Raises KeyError where there is none."""
    for place in PLACES:
        if name in known_boards() and (place / f"{name}.py").exists():
            return place / f"{name}.py"
    raise KeyError(name)
