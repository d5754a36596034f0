"""The units there are, found by looking into firmware/splitstat/units/: there is no registry.

A unit file names its variants by a function variants(), or in the line `variants ...` of
its TABLE; one that does neither is a unit by its bare name.
"""

import pkgutil
from functools import cache
from importlib import import_module

from splitstat import units


@cache
def known_units() -> tuple:
    """Every name that a room of a home file may use, sorted: "gree.yaw1f", "midea"."""
    return _names(False)


@cache
def known_heat_pumps() -> tuple:
    """Every name that [whole_home] may use: air-to-water machines."""
    return _names(True)


def _names(water: bool) -> tuple:
    names = []
    for module in pkgutil.iter_modules(units.__path__):
        if module.name in ("raw", "valve"):  # what people learned themselves; no heat pump
            continue
        found = import_module(f"{units.__name__}.{module.name}")
        if hasattr(found, "WaterUnit") == water:
            variants = [f".{one}" if one else "" for one in _variants(found)]
            names += [module.name + one for one in variants] or [module.name]
    return tuple(sorted(names))


def _variants(module) -> tuple:
    for line in getattr(module, "TABLE", "").splitlines():
        if line.startswith("variants "):
            return tuple(line.split()[1:])
    return tuple(module.variants()) if hasattr(module, "variants") else ()


def line_of(name: str) -> tuple[int, str]:
    """(baud, parity) with which a unit's gateway is delivered, as its file says in LINE."""
    module = import_module(f"{units.__name__}.{name.partition('.')[0]}")
    return getattr(module, "LINE", (9600, "none"))


@cache
def unit(name: str):
    """The unit of that name, or None where there is no such thing."""
    module, _, _ = name.partition(".")
    if not module.isidentifier() or module not in {
        one.name for one in pkgutil.iter_modules(units.__path__)
    }:
        return None
    try:
        return units.load(name)
    except (ValueError, KeyError):
        return None
