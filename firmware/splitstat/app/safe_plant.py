"""A whole-home system when the home file is lost: what safe.py keeps of it, and the [whole_home]
that is made of that again.

Law: frost duty and nothing else. Everything is told off at the start: relays open, and a machine
over Modbus rests and keeps its own guard. No room calls and no tank is heated. Water that the
flow's probe, or the machine, finds below 5 degC is moved, below 8 warmed to 15; pumps run a minute
a day (control/whole_home.py). The heat pump does it; the boiler where there is none, or it fails.
"""

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_FLOW_CDEG = const(3500)
_WIRES = ("unit", "bus", "address", "line", "pins", "sg", "low")
_SENSOR = ("kind", "port", "pin", "address", "offset_cdeg")


def kept(config: dict) -> list:
    """What of a compiled [whole_home] is to be kept."""
    wires = config["wires"]
    found = [config["heat_pump"], config["boiler"]]
    for key in _WIRES:
        found.append(wires[key])
    supply = wires["supply"]
    found.append(supply and [supply[key] for key in _SENSOR])
    return found


def config(found: list) -> dict:
    """A compiled [whole_home] that only guards."""
    wires: dict = {"tank": []}
    for n in range(len(_WIRES)):
        wires[_WIRES[n]] = found[n + 2]
    supply = found[-1]
    wires["supply"] = supply and dict(zip(_SENSOR, supply))
    return {
        "heat_pump": found[0],
        "boiler": found[1],
        "parallel": 0,
        "design_cdeg": 0,
        "flow_design_cdeg": _FLOW_CDEG,
        "flow_warm_cdeg": _FLOW_CDEG,
        "flow_min_cdeg": _FLOW_CDEG,
        "flow_max_cdeg": _FLOW_CDEG,
        "flow_learns": 0,
        "influence": 0,
        "cop": [300, 0, 0],
        "boiler_pct": 90,
        "prices": [100, 1000],  # the heat pump is the cheaper one
        "night": [],
        "band_cdeg": 0,
        "hot_water": None,
        "wires": wires,
    }
