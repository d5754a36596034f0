"""Checks how sensors and contacts hang on boards: pins, I2C buses and addresses."""

import re

from splitstat_cli.board_files import board as board_facts
from splitstat_cli.mistakes import nearest, quoted
from splitstat_cli.sensor_names import kind_of, usual_address, wire_of

CHIP = re.compile(r"[0-9a-f]{16}")
RADIO = re.compile(r"([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}")
APART_K = 5  # a line through two readings (sensors/calibration.py)
INPUTS = ("window_pin", "presence_pin", "receiver_pin")


def check_sensors(check, warn, home, pins):
    """pins: (board, pin) -> who has it, from home_wiring. Fills in what is left out."""
    kinds = {one["name"]: one["kind"] for one in home["boards"]}
    taken: dict = {}  # (board, bus, address) -> who has it
    found = []
    for number, room in enumerate(home["rooms"]):
        where = ("room", number)
        for n, sensor in enumerate(room["sensors"]):
            place = (*where, "sensor", n) if room["said"] else where
            found.append((sensor, place, room["board"], f"room {room['name']}", room["said"]))
        facts = board_facts(kinds[room["board"]]) if kinds.get(room["board"]) else None
        for key in (*INPUTS, "supply_pin"):
            if room[key] is not None:
                _pin(check, facts, room[key], (*where, key), room["board"], pins, key in INPUTS)
    if home["outdoor"] is not None:
        sensor = home["outdoor"]
        names = [name for name in kinds if name]
        if sensor["board"] is None and len(names) == 1:
            sensor["board"] = names[0]
        if sensor["board"] in names:
            found.append((sensor, ("outdoor",), sensor["board"], "the outdoor sensor", True))
        else:
            text = "is missing" if sensor["board"] is None else quoted(sensor["board"])
            check.wrong(("outdoor", "board"), text, f"allowed are {', '.join(names)}")
    if home["whole_home"] is not None:
        found += _probes(check, home["whole_home"], home["hot_water"])
    for sensor, where, board, owner, said in found:
        facts = board_facts(kinds[board]) if kinds.get(board) else None
        _correction(check, sensor, where)
        wire = wire_of(sensor["kind"])
        for key, wires in (("port", ("i2c",)), ("pin", ("pin",))):
            if sensor[key] is not None and wire not in wires:
                check.wrong((*where, key), quoted(sensor[key]), f"not for {sensor['kind']}")
        if wire == "i2c" and facts is not None:
            # Nobody said that there is one: two rooms without a sensor are no mistake.
            _i2c(check if said else warn, facts, sensor, where, board, owner, pins, taken)
        elif wire == "pin":
            _one_wire(check, warn, facts, sensor, where, board, pins)
        elif wire == "bluetooth":
            address = sensor["address"]
            if address is None or not RADIO.fullmatch(str(address)):
                check.wrong((*where, "address"), quoted(address), "allowed: A4:C1:38:12:34:56")
            else:
                sensor["address"] = address.upper()
        elif wire == "push" and sensor["address"] is not None:
            check.wrong((*where, "address"), quoted(sensor["address"]), "not for push")


def _probes(check, plant, water):
    """Those in the water of a whole-home system, but for what the machine itself says."""
    wanted = [(plant["supply"], ("whole_home", "supply"))] if plant["supply"] else []
    probes = water["sensor"] if water is not None else []
    wanted += [(probe, ("hot_water", "sensor", n)) for n, probe in enumerate(probes)]
    for probe, where in wanted:
        if probe["kind"] != "unit":
            yield probe, where, plant["board"], ".".join(map(str, where)), True
        elif plant["unit"] is None:
            check.wrong((*where, "kind"), '"unit"', "[whole_home] has no unit that could say it")


def _correction(check, sensor, where):
    points = sensor.get("two_points")  # a probe in water has none
    if points and (len(points) != 4 or points[2] - points[0] < APART_K):
        text = f"allowed are four: read, true, read, true, the second {APART_K} K warmer"
        check.wrong((*where, "two_points"), quoted(points), text)
    for key in ("two_points", "self_heating"):
        if sensor.get(key) and sensor["kind"] == "push":
            check.wrong((*where, key), quoted(sensor[key]), "not for push: correct what you send")


def _i2c(check, facts, sensor, where, board, owner, pins, taken):
    if not facts.i2c:
        check.wrong((*where, "kind"), quoted(sensor["kind"]), f"{facts.name} has no I2C bus")
        return
    sensor["port"] = sensor["port"] or next(iter(facts.i2c))
    if sensor["port"] not in facts.i2c:
        allowed = f"allowed on {facts.name} are {', '.join(facts.i2c)}"
        suggestion = nearest(sensor["port"], facts.i2c)
        check.wrong((*where, "port"), quoted(sensor["port"]), allowed, suggestion)
        return
    for pin in facts.i2c[sensor["port"]][1:]:
        bus = f"bus {sensor['port']}"
        other = pins.setdefault((board, pin), bus)
        if other != bus:
            check.wrong((*where, "port"), f"pin {pin} is taken by {other}", "the bus needs it")
    if sensor["address"] is None:
        sensor["address"] = usual_address(kind_of(sensor["kind"]))
    if not isinstance(sensor["address"], int):
        check.wrong((*where, "address"), quoted(sensor["address"]), "allowed is 1 to 127")
    key = board, sensor["port"], sensor["address"]
    if key in taken:
        text = f"address {sensor['address']} is taken by {taken[key]}"
        check.wrong(where, text, "each chip on a bus needs an address of its own")
    taken.setdefault(key, owner)


def _one_wire(check, warn, facts, sensor, where, board, pins):
    address = sensor["address"]
    if sensor["pin"] is None:
        warn.wrong((*where, "pin"), "is missing", "a board needs it; the simulator does not")
    elif address is None or (board, sensor["pin"]) not in pins:
        _pin(check, facts, sensor["pin"], (*where, "pin"), board, pins, False, address)
    if address is not None and not CHIP.fullmatch(str(address)):
        check.wrong((*where, "address"), quoted(address), "allowed are the 16 digits of the chip")


def _pin(check, facts, pin, where, board, pins, reads_only, shared=None):
    if facts is not None and pin not in facts.pins:
        if not (reads_only and pin in facts.input_only):
            why = "has no output" if pin in facts.input_only else "is not led out"
            why = facts.reserved.get(pin, why)
            allowed = f"allowed on {facts.name} are {', '.join(map(str, facts.pins))}"
            check.wrong(where, f"pin {pin} {why}", allowed)
    owner = "1-Wire" if shared else ".".join(map(str, where))
    other = pins.setdefault((board, pin), owner)
    if other != owner:
        check.wrong(where, f"pin {pin} is taken by {other}", "each needs a pin of its own")
