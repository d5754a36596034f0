"""The outdoor units of a home file, and which of them each room hangs on.

A home with [whole_home] has one entry more, last: the place of its valves (home_plant.gate).
"""

from splitstat_cli import home_plant
from splitstat_cli import home_schema as schema
from splitstat_cli.mistakes import nearest, quoted

DEADBAND_AUTO_K = 2.0


def outdoor_units(check, data, whole_home) -> list:
    """All of them; one of the defaults where none is written and a room needs one."""
    units = []
    for number, table in enumerate(check.tables(data, "outdoor_unit", most=8)):
        where = ("outdoor_unit", number)
        unit = check.table(table, schema.OUTDOOR_UNIT, where, ("machine",))
        machine = table.get("machine", {}) if isinstance(table, dict) else {}
        read = check.table(machine, schema.OUTDOOR_MACHINE, (*where, "machine"))
        unit["machine"] = {key: value for key, value in read.items() if value is not None}
        units.append(unit)
    check.names(units, ("outdoor_unit",))
    only = {key.name: key.default for key in schema.OUTDOOR_UNIT}
    tables = data.get("room")
    splits = not (whole_home and isinstance(tables, list) and all(map(_on_water, tables)))
    if not units and splits:
        units.append({**only, "name": "outdoor_unit", "machine": {}})
    if whole_home:
        units.append(home_plant.gate(whole_home, only))
    return units


def _on_water(room) -> bool:
    """A table of [[room]] whose unit is a valve of the whole-home system."""
    unit = room.get("unit") if isinstance(room, dict) else None
    return isinstance(unit, str) and unit.partition(".")[0] == "valve"


def choose(check, room, units, where):
    """Resolves the room's outdoor unit to its number."""
    names = [unit["name"] for unit in units]
    if _on_water(room):
        if home_plant.NAME not in names:
            check.wrong((*where, "unit"), "a valve without [whole_home]", "that table is needed")
        wanted = home_plant.NAME
    else:
        names = [name for name in names if name != home_plant.NAME]
        wanted = room["outdoor_unit"]
    _outdoor_unit_named(check, room, units, names, wanted, where)


def _outdoor_unit_named(check, room, units, names, wanted, where):
    allowed = f"allowed are {', '.join(name for name in names if name)}"
    if wanted is None and len(names) > 1:
        check.wrong((*where, "outdoor_unit"), "is missing", allowed)
    elif wanted not in (None, home_plant.NAME) and wanted not in names:
        check.wrong((*where, "outdoor_unit"), quoted(wanted), allowed, nearest(wanted, names))
    room["outdoor_unit"] = names.index(wanted) if wanted in names else 0
    automatic = units[room["outdoor_unit"]]["changeover"] == "auto"
    if automatic and room["deadband"] < DEADBAND_AUTO_K:
        found = f"{room['deadband']:g} K with automatic changeover"
        check.wrong((*where, "deadband"), found, f"allowed is {DEADBAND_AUTO_K:g} K or more")
