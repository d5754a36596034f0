"""Checks what a room's unit can do, and how rooms hang on boards: pins, buses and addresses."""

from dataclasses import dataclass, field

from splitstat.modbus import feel
from splitstat_cli import unit_names
from splitstat_cli.board_files import board as board_facts
from splitstat_cli.mistakes import nearest, quoted

MODBUS = ("port", "host", "address", "baud", "parity")
BLASTER = ("blaster", "blaster_topic")


@dataclass
class Wired:
    """What is taken. kinds: board -> kind; pins: (board, pin) -> who has it; addresses: of Modbus
    units; lines: (board, port) -> (baud, parity, who was first)."""

    kinds: dict
    pins: dict = field(default_factory=dict)
    addresses: dict = field(default_factory=dict)
    lines: dict = field(default_factory=dict)

    def facts(self, board: str):
        """The board file, or None where the kind is wrong."""
        kind = self.kinds[board]
        return board_facts(kind) if kind else None

    def take(self, check, board, pin, where, owner):
        """An output on a pin."""
        facts = self.facts(board)
        if facts is not None and pin not in facts.pins:
            why = (
                "has no output" if pin in facts.input_only else "does not exist or is not led out"
            )
            why = facts.reserved.get(pin, why)
            allowed = f"allowed on {facts.name} are {', '.join(map(str, facts.pins))}"
            check.wrong(where, f"pin {pin} {why}", allowed)
        other = self.pins.setdefault((board, pin), owner)
        if other != owner:
            check.wrong(where, f"pin {pin} is taken by {other}", "each needs a pin of its own")


def check_unit(check, room, where):
    """The room's unit must exist and be able to do its mode, which is all it can where none is
    said.
    """
    unit = unit_names.unit(room["unit"])
    if unit is None:
        suggestion = nearest(room["unit"], unit_names.known_units())
        place = (*where, "unit")
        check.wrong(place, quoted(room["unit"]), "`splitstat units` lists them", suggestion)
        return
    able = [mode for mode in ("heat", "cool", "dry", "fan_only") if mode in unit.traits.modes]
    if "heat" in able and "cool" in able:
        able.insert(0, "heat_cool")
    able.append("off")
    if room["mode"] is None:
        room["mode"] = able[0]
    if room["mode"] not in able:
        found = f"{room['unit']} has no {room['mode']}"
        check.wrong((*where, "mode"), found, f"allowed are {', '.join(able)}")
    follows = unit.kind == "modbus" and " return " in unit.text
    if room["follow"] is None:
        room["follow"] = follows and not room["feel"]
    elif room["follow"] and not follows:
        check.wrong((*where, "follow"), room["unit"], "it does not say how warm its air is")
    # A wire makes no beep, and a setpoint that follows is written a few times an hour.
    for key, most in (("frames_per_hour", 6), ("frames_per_hour_sleep", 2)):
        if room[key] is None:
            room[key] = 30 if room["follow"] else most
    if room["feel"] and not forgets(unit):
        found = "no way is known to make it feel for itself again"
        if unit.traits.feel_cdeg is None:
            found = "it takes no room temperature"
        check.wrong((*where, "feel"), room["unit"], found)


def forgets(unit) -> bool:
    """Whether a unit that was told its room's temperature can be made to use its own sensor:
    by a value, by a plain command, or, of those that are told without a beep, by silence."""
    if unit.kind == "valve":
        return False
    if unit.kind == "ir":
        return unit.feel[:4] == "with" or unit.feel.endswith("silent")
    return bool(feel.writes(unit, None))


def check_wiring(check, warn, home) -> Wired:
    """check, warn: Checker for mistakes and for warnings. Resolves each room's board.

    Returns what is taken, for what else hangs on the boards; buses take their pins first."""
    wired = Wired({one["name"]: one["kind"] for one in home["boards"]})
    senders: dict = {}
    infrared = []
    for number, room in enumerate(home["rooms"]):
        where = ("room", number)
        if not board_of(check, room, where, [name for name in wired.kinds if name]):
            continue
        facts = wired.facts(room["board"])
        unit = unit_names.unit(room["unit"]) if room["unit"] else None
        if unit is None:
            continue
        if unit.kind != "valve":
            _only(check, room, where, ("valve_topic", "valve_field"), "is for a valve")
        if unit.kind == "valve":
            _only(check, room, where, (*BLASTER, *MODBUS), "is for a split")
        elif unit.kind == "ir":
            _only(check, room, where, MODBUS, "is for a unit on Modbus")
            if not _blaster(check, room, where):
                infrared.append((room, where, facts))
        else:
            _only(check, room, where, ("pin", *BLASTER), "is for a unit on infra-red")
            bus_address(check, warn, room, where, facts, wired, f"room {room['name']}")
            bus_speed(check, room, where, wired, f"room {room['name']}")
    boards = {room["name"]: room["board"] for room in home["rooms"]}
    for number, room in enumerate(home["rooms"]):
        for name, _ in room["fallback"]:
            if boards.get(name, room["board"]) != room["board"]:
                where = ("room", number, "fallback")
                warn.wrong(where, quoted(name), "it hangs on another board, and is left out")
    for room, where, facts in infrared:
        where_pin = (*where, "pin")
        if room["pin"] is None:
            warn.wrong(where_pin, "is missing", "a board needs it; the simulator does not")
        else:
            wired.take(check, room["board"], room["pin"], where_pin, f"room {room['name']}")
        count = senders[room["board"]] = senders.get(room["board"], 0) + 1
        if facts and count == facts.transmitters + 1:
            found = f"infra-red unit number {count}"
            check.wrong((*where, "unit"), found, f"{facts.name} sends to {facts.transmitters}")
    return wired


def board_of(check, room, where, names) -> bool:
    """Whether the board of a room, or of the whole-home system, is known; the only one there is
    need not be named."""
    if room["board"] is None and len(names) == 1:
        room["board"] = names[0]
    if room["board"] in names:
        return True
    found = "is missing" if room["board"] is None else quoted(room["board"])
    suggestion = nearest(room["board"], names)
    check.wrong((*where, "board"), found, f"allowed are {', '.join(names)}", suggestion)
    return False


def _only(check, room, where, keys, why):
    for key in keys:
        if room[key] is not None:
            check.wrong((*where, key), quoted(room[key]), f"the key {why}")


def _blaster(check, room, where) -> bool:
    """Whether the unit is reached through a blaster at the broker, and then that it can be."""
    if room["blaster"] is None:
        _only(check, room, where, ("blaster_topic",), "stands beside blaster")
        return False
    for key in ("pin", "receiver_pin"):
        _only(check, room, where, (key,), "is for a lamp of the board's own")
    topic = room["blaster_topic"]
    if topic is None or set("#+") & set(topic):
        found = "is missing" if topic is None else quoted(topic)
        check.wrong((*where, "blaster_topic"), found, "the blaster's topic, without # and +")
    if room["feel"]:
        check.wrong((*where, "feel"), "stands beside blaster", "it wants a lamp")
    return True


def bus_speed(check, table, where, wired, owner):
    """The settings of a serial line: what the unit is delivered with, where nothing is said."""
    if table["host"] is not None:
        _only(check, table, where, ("baud", "parity"), "is for a serial line")
        return
    baud, parity = unit_names.line_of(table["unit"])
    table["baud"] = table["baud"] or baud
    table["parity"] = table["parity"] or parity
    line = table["board"], table["port"]
    first = wired.lines.setdefault(line, (table["baud"], table["parity"], owner))
    for key, other in (("baud", first[0]), ("parity", first[1])):
        if table[key] != other:
            found = f"{table[key]}, and {first[2]} on the same line has {other}"
            check.wrong((*where, key), found, "a line has one speed and one parity")


def bus_address(check, warn, table, where, facts, wired, owner):
    """Bus and address of a unit; what is left out is filled in."""
    if table["host"] is not None and table["port"] is not None:
        check.wrong((*where, "host"), "stands beside port", "allowed is one of the two")
    if table["host"] is None:
        table["port"] = table["port"] or "rs485"
        if facts is not None and table["port"] not in facts.buses:
            allowed = f"allowed on {facts.name} are {', '.join(facts.buses)}"
            suggestion = nearest(table["port"], facts.buses)
            check.wrong((*where, "port"), quoted(table["port"]), allowed, suggestion)
        elif facts is not None:
            for pin in facts.buses[table["port"]][1:]:
                bus = f"bus {table['port']}"
                other = wired.pins.setdefault((table["board"], pin), bus)
                if other != bus:
                    text = f"pin {pin} is taken by {other}"
                    check.wrong((*where, "port"), text, "the bus needs it")
    if table["address"] is None:
        warn.wrong((*where, "address"), "is missing", "1 is taken")
        table["address"] = 1
    line = (
        table["board"],
        table["host"] or table["port"],
        table["address"],
        table["unit"].split(".")[2:],
    )
    place = tuple(map(str, line))
    if place in wired.addresses:
        found = f"address {table['address']} is taken by {wired.addresses[place]}"
        check.wrong((*where, "address"), found, "each unit needs an address of its own")
    wired.addresses.setdefault(place, owner)
