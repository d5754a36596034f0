"""Checks a home file as a whole: its keys one by one, then what must fit together.

The result is a plain dict in the words of the file (defaults filled in, names resolved to
numbers), fit for home_compile.py; it is only meant to be used where no mistake was found.
"""

from splitstat_cli import home_plant, timezones
from splitstat_cli import home_schema as schema
from splitstat_cli.home_outdoor_units import choose, outdoor_units
from splitstat_cli.home_plant_wiring import check_plant
from splitstat_cli.home_sensors import check_sensors
from splitstat_cli.home_wiring import check_unit, check_wiring
from splitstat_cli.mistakes import Mistake, nearest, quoted
from splitstat_cli.table_rules import Checker, Wrong

HOME_TABLES = (
    "board", "outdoor_unit", "outdoor", "room", "space", "building", *home_plant.TABLES
)  # fmt: skip
ROOM_TABLES = ("block", "sensor", "building", "machine")
MOST_ROOMS = 16
MOST_BLOCKS = 84  # twelve a day


def checked(file) -> tuple[dict, list[Mistake], list[Mistake]]:
    """A TomlFile -> (home, mistakes, warnings)."""
    check = Checker(file)
    warn = Checker(file)
    data = file.data
    home = check.table(data, schema.HOME, (), HOME_TABLES)
    home["tz"] = _timezone(check, warn, home["timezone"])
    home["boards"] = _boards(check, data)
    home.update(home_plant.read(check, data))
    home["outdoor_units"] = outdoor_units(check, data, home["whole_home"])
    home["outdoor"] = None
    if "outdoor" in data:
        home["outdoor"] = check.table(data["outdoor"], schema.OUTDOOR, ("outdoor",))
    home["rooms"] = _rooms(check, data, home)
    home["building"] = _given(
        check.table(data.get("building", {}), schema.BUILDING, ("building",))
    )
    home["spaces"] = []
    for number, table in enumerate(check.tables(data, "space")):
        home["spaces"].append(_given(check.table(table, schema.SPACE, ("space", number))))
    _names_fit(check, home)
    wired = check_wiring(check, warn, home)
    check_plant(check, warn, home, wired)
    check_sensors(check, warn, home, wired.pins)
    return home, check.mistakes, warn.mistakes


def _given(table: dict) -> dict:
    """Only what was said: defaults of the simulated building are the plant's."""
    return {key: value for key, value in table.items() if value is not None}


def _timezone(check, warn, text) -> list:
    if text is None:
        return [0]
    if text in timezones.IRREGULAR:
        warn.wrong(
            ("timezone",),
            quoted(text),
            "its clock changes follow no yearly rule: some days the schedule is an hour off",
        )
    try:
        return timezones.compiled(text)
    except ValueError as why:
        check.wrong(("timezone",), quoted(text), str(why), nearest(text, timezones.zone_names()))
        return [0]


def _boards(check, data) -> list:
    """`board = "esp32_devkitc"` for a home with one board, [[board]] tables for one with more."""
    found = data.get("board", "esp32_devkitc")
    if isinstance(found, list):
        tables = check.tables(data, "board", most=MOST_ROOMS)
        boards = [check.table(one, schema.BOARDS, ("board", n)) for n, one in enumerate(tables)]
        check.names(boards, ("board",))
        return boards
    try:
        kind = schema.BOARD.read(found)
    except Wrong as why:
        check.wrong(("board",), quoted(found), why.allowed, why.suggestion)
        kind = None
    return [{"name": "main", "kind": kind}]


def _rooms(check, data, home) -> list:
    tables = check.tables(data, "room", most=MOST_ROOMS)
    if not tables and isinstance(data.get("room", []), list):
        check.wrong(("room",), "there is no room", "at least one [[room]] is needed")
    rooms = []
    for number, table in enumerate(tables):
        where = ("room", number)
        room = check.table(table, schema.ROOM, where, ROOM_TABLES)
        table = table if isinstance(table, dict) else {}
        room["blocks"] = [
            check.table(one, schema.BLOCK, (*where, "block", n))
            for n, one in enumerate(check.tables(table, "block", where, MOST_BLOCKS))
        ]
        room["sensors"] = _sensors(check, table.get("sensor"), where)
        room["said"] = "sensor" in table
        for name, keys in (
            ("building", schema.ROOM_BUILDING),
            ("machine", schema.ROOM_MACHINE),
        ):
            room[name] = _given(check.table(table.get(name, {}), keys, (*where, name)))
        _room_fits(check, room, table, where)
        choose(check, room, home["outdoor_units"], where)
        rooms.append(room)
    names = check.names(rooms, ("room",))
    for number, room in enumerate(rooms):
        room["fallback"] = _fallback(check, room["fallback"], names, number)
    return rooms


def _sensors(check, found, where) -> list:
    """`sensor = "sht40"`, [[room.sensor]] tables, or nothing: one sensor of the default kind."""
    where = (*where, "sensor")
    if isinstance(found, list):
        tables = check.tables({"sensor": found}, "sensor", where[:-1], 4)
        return [check.table(one, schema.SENSOR, (*where, n)) for n, one in enumerate(tables)]
    sensor = {key.name: key.default for key in schema.SENSOR}
    if found is not None:
        try:
            sensor["kind"] = schema.SENSOR[0].kind.read(found)
        except Wrong as why:
            check.wrong(where, quoted(found), why.allowed, why.suggestion)
    return [sensor]


def _room_fits(check, room, table, where):
    """What must hold among the keys of one room."""
    heat, cool, gap = room["heat"], room["cool"], room["deadband"]
    if cool - heat < gap:
        place = "cool" if "cool" in table else "heat" if "heat" in table else "deadband"
        check.wrong(
            (*where, place),
            f"cool {cool:g} is less than {gap:g} K above heat {heat:g}",
            f"allowed is a cool of {heat + gap:g} degC or more",
        )
    if "setback_heat" not in table:
        room["setback_heat"] = min(room["setback_heat"], heat)
    if "setback_cool" not in table:
        room["setback_cool"] = max(room["setback_cool"], cool)
    if room["setback_heat"] != "off" and room["setback_heat"] > heat:
        found = f"{room['setback_heat']:g} is above heat {heat:g}"
        check.wrong((*where, "setback_heat"), found, f"allowed is up to {heat:g} degC")
    if room["setback_cool"] != "off" and room["setback_cool"] < cool:
        found = f"{room['setback_cool']:g} is below cool {cool:g}"
        check.wrong((*where, "setback_cool"), found, f"allowed is {cool:g} degC or more")
    if room["blocks"] and "occupied" in table:
        check.wrong(
            (*where, "occupied"), "stands beside [[room.block]]", "allowed is one of the two"
        )
    begun = set()
    for number, block in enumerate(room["blocks"]):
        place = (*where, "block", number)
        low = heat if block["heat"] is None else block["heat"]
        high = cool if block["cool"] is None else block["cool"]
        if high - low < gap:
            found = f"cool {high:g} is less than {gap:g} K above heat {low:g}"
            check.wrong(place, found, "the deadband is needed in every block")
        for minute in [minute for one in block["at"] or () for minute in one]:
            if minute in begun:
                check.wrong((*place, "at"), "another block begins at the same time")
            begun.add(minute)


def _fallback(check, lines, names, own) -> list:
    """ "office -0.5" or "unit" -> (name, offset in K)."""
    result = []
    for line in lines:
        name, _, offset = line.partition(" ")
        where = ("room", own, "fallback")
        allowed = [one for n, one in enumerate(names) if n != own and one] + ["unit"]
        if name not in allowed:
            check.wrong(
                where, quoted(line), f"allowed are {', '.join(allowed)}", nearest(name, allowed)
            )
            continue
        try:
            result.append((name, schema.OFFSET.read(float(offset or 0))))
        except (ValueError, Wrong):
            check.wrong(where, quoted(line), 'allowed is an offset from -5 to 5 K: "office -0.5"')
    return result


def _names_fit(check, home):
    """Names that the building refers to, and units that must exist and be able."""
    rooms = [room["name"] for room in home["rooms"]]
    spaces = [space.get("name") for space in home["spaces"]]
    for number, name in enumerate(spaces):
        if name in rooms or name in spaces[:number]:
            check.wrong(("space", number, "name"), quoted(name), "this name is used already")
    every = [name for name in (*rooms, *spaces) if name]
    places = [(("room", n, "building"), room["building"]) for n, room in enumerate(home["rooms"])]
    places += [(("space", n), space) for n, space in enumerate(home["spaces"])]
    for where, building in places:
        for name in building.get("doors", ()):
            if name not in every:
                allowed = f"allowed are {', '.join(every)}"
                check.wrong((*where, "doors"), quoted(name), allowed, nearest(name, every))
    for number, room in enumerate(home["rooms"]):
        if room["unit"] is not None:
            check_unit(check, room, ("room", number))
