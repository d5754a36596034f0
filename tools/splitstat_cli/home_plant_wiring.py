"""How a whole-home system hangs on its board: the machine's register map, relays, probes.

Keys of [whole_home] and [hot_water] of a home file beside those of home_plant.py. A relay closes
while what it is named after is wanted:

    heat_pump_pin  the heat pump heats or cools the rooms    cool_pin       it cools
    hot_water_pin  the tank is heated, by whichever source   boiler_pin     the boiler burns
    pump_pin       water moves for the rooms                 immersion_pin  the tank's heater
    sg_ready_pins  both contacts of SG Ready, terminals 1 and 2
    a room's pin   its zone valve

All of it hangs on one board, with the rooms behind it. The simulator needs none of it.
"""

from splitstat_cli import unit_names
from splitstat_cli.home_schema_plant import RELAYS
from splitstat_cli.home_wiring import Wired, board_of, bus_address, bus_speed
from splitstat_cli.mistakes import nearest, quoted

MODBUS = ("port", "host", "address", "baud", "parity")


def check_plant(check, warn, home, wired: Wired):
    """Resolves board, bus and address of the machine and takes the relays' pins."""
    table = home["whole_home"]
    if table is None:
        return
    where = ("whole_home",)
    if not board_of(check, table, where, [name for name in wired.kinds if name]):
        return
    facts = wired.facts(table["board"])
    for number, room in enumerate(home["rooms"]):
        if room["unit"] in ("valve", "valve.both") and room["board"] != table["board"]:
            found = f"{room['board']}, and [whole_home] hangs on {table['board']}"
            check.wrong(("room", number, "board"), found, "one board has all of it")
    _machine(check, warn, table, where, facts, wired)
    pins: list = [(table[key], (*where, key)) for key in RELAYS]
    pins += [(pin, (*where, "sg_ready_pins")) for pin in table["sg_ready_pins"]]
    if home["hot_water"] is not None:
        pins.append((home["hot_water"]["immersion_pin"], ("hot_water", "immersion_pin")))
    for number, room in enumerate(home["rooms"]):
        if room["unit"] in ("valve", "valve.both") and room["board"] == table["board"]:
            pins.append((room["pin"], ("room", number, "pin")))
    for pin, place in pins:
        if pin is not None:
            wired.take(check, table["board"], pin, place, ".".join(map(str, place)))
    if len(table["sg_ready_pins"]) == 1:
        check.wrong((*where, "sg_ready_pins"), "one pin", "allowed are two, or none")
    for what in lacking(home):
        warn.wrong(where, what, "a board needs it; the simulator does not")


def _machine(check, warn, table, where, facts, wired):
    if table["unit"] is None:
        for key in MODBUS:
            if table[key] is not None:
                check.wrong((*where, key), quoted(table[key]), "stands beside unit")
        return
    unit = unit_names.unit(table["unit"])
    if unit is None or unit.kind != "water":
        names = unit_names.known_heat_pumps()
        allowed = f"allowed are {', '.join(names)}"
        check.wrong(
            (*where, "unit"), quoted(table["unit"]), allowed, nearest(table["unit"], names)
        )
        return
    if "heat_pump" not in table["sources"]:
        check.wrong((*where, "unit"), table["unit"], 'sources has no "heat_pump"')
    if table["cooling"] and "cool" not in unit.states:
        check.wrong((*where, "cooling"), "true", f"{table['unit']} does not cool")
    bus_address(check, warn, table, where, facts, wired, "whole_home")
    bus_speed(check, table, where, wired, "whole_home")


def lacking(home: dict) -> list[str]:
    """What a board would miss, one phrase each."""
    table, water = home["whole_home"], home["hot_water"]
    if table is None:
        return []
    found = []
    if (
        "heat_pump" in table["sources"]
        and table["unit"] is None
        and table["heat_pump_pin"] is None
    ):
        found.append("unit or heat_pump_pin is missing")
    if "boiler" in table["sources"] and table["boiler_pin"] is None:
        found.append("boiler_pin is missing")
    if water is not None:
        if not water["sensor"]:
            found.append("[[hot_water.sensor]] is missing")
        if water["immersion"] and water["immersion_pin"] is None:
            found.append("hot_water.immersion_pin is missing (or immersion = false)")
    return found


def wires(home: dict, sensor) -> dict:
    """What a board must know to build it. sensor: compiles the table of one."""
    table, water = home["whole_home"], home["hot_water"] or {}
    line = [table["baud"], {"none": None, "even": 0, "odd": 1}.get(table["parity"])]
    return {
        "unit": table["unit"],
        "bus": table["host"] or table["port"],
        "address": table["address"],
        "line": [9600, None] if line == [None, None] else line,
        "pins": [*(table[key] for key in RELAYS), water.get("immersion_pin")],
        "sg": table["sg_ready_pins"],
        "low": int(table["relays_low"]),
        "supply": table["supply"] and sensor(table["supply"]),
        "tank": [sensor(one) for one in water.get("sensor", ())],
    }
