"""The kinds of sensors that a home file may name: the files of firmware/splitstat/sensors/, and
what their docstrings say the same chip is also sold as."""

import ast
import re
from functools import cache
from pathlib import Path

import splitstat

SENSORS = Path(splitstat.__file__).parent / "sensors"
# Files beside them that are no sensor of a room's air: each has a key of its own, or none.
OTHERS = ("__init__", "calibration", "crc8", "power_meter", "presence", "supply_air")
CONTACTS = ("window_contact",)
SOLD_AS = re.compile(r"^Also sold as: (.*?)\.$", re.MULTILINE | re.DOTALL)


@cache
def _kinds() -> dict:
    """Word -> (file, its usual address on I2C or None)."""
    found: dict = {}
    for path in sorted(SENSORS.glob("*.py")):
        if path.stem in OTHERS + CONTACTS:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        address = None
        for node in tree.body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "ADDRESS":
                address = ast.literal_eval(node.value)
        found[path.stem] = (path.stem, address)
        sold = SOLD_AS.search(ast.get_docstring(tree) or "")
        for name in sold.group(1).split(",") if sold else ():
            word = re.sub(r"[^a-z0-9]+", "_", name.strip().lower()).strip("_")
            if re.fullmatch(r"[a-z0-9_]+", word):
                found.setdefault(word, (path.stem, address))
    return found


def known_kinds() -> tuple:
    """Every word, files first."""
    kinds = _kinds()
    return tuple(sorted(kinds, key=lambda word: (kinds[word][0] != word, word)))


def kind_of(word: str) -> str:
    """The file that a word means."""
    return _kinds()[word][0]


def usual_address(kind: str) -> int | None:
    """On I2C; None for sensors on other wires."""
    return _kinds()[kind][1]


def wire_of(kind: str) -> str:
    """i2c, pin (1-Wire, or a wire of its own), bluetooth or push."""
    if _kinds()[kind][1] is not None:
        return "i2c"
    return {"bluetooth_thermometer": "bluetooth", "push": "push"}.get(_kinds()[kind][0], "pin")
