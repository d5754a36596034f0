"""A checked home -> the JSON that a board reads: integers, words and lists."""

from splitstat_cli import home_plant, home_plant_wiring
from splitstat_cli.hours import WEEK_MIN, merged
from splitstat_cli.sensor_names import kind_of

VERSION = 1
HOLDS = {"next_block": 0, "forever": -1}


def cdeg(degrees: float) -> int:
    return round(degrees * 100)


def compiled_home(home: dict, board: str | None = None) -> dict:
    """home: from home_check.checked. board: its rooms alone, those of others as peers."""
    mine = [room for room in home["rooms"] if board in (None, room["board"])]
    names = [room["name"] for room in mine]
    compiled = {
        "version": VERSION,
        "name": home["name"],
        "tz": home["tz"],
        "outdoor_units": [
            outdoor_unit_of(unit, _peers(home["rooms"], index, board))
            for index, unit in enumerate(home["outdoor_units"])
        ],
        "rooms": [_room(room, names) for room in mine],
        "outdoor": _outdoor(home["outdoor"], board),
        "boards": _others(home["rooms"], board),
    }
    if home["whole_home"] is not None and board in (None, home["whole_home"]["board"]):
        wires = home_plant_wiring.wires(home, _sensor)
        compiled["whole_home"] = {**(home_plant.compiled(home) or {}), "wires": wires}
    return compiled


def _others(rooms, board) -> list:
    """The names of the other boards of this home."""
    return sorted({room["board"] for room in rooms} - {board}) if board is not None else []


def _outdoor(sensor, board):
    """The sensor of the outdoor air where it hangs on this board; the others hear of it."""
    if sensor is None or board not in (None, sensor["board"]):
        return None
    return _sensor(sensor)


def _sensor(sensor: dict) -> dict:
    """What a board must know to read it."""
    more = {}
    if sensor.get("two_points") or sensor.get("self_heating"):  # a probe in water has neither
        points = sensor["two_points"] or (0.0, 0.0, 10.0, 10.0)
        more["correction"] = [cdeg(value) for value in (*points, sensor["self_heating"])]
    return more | {
        "kind": "unit" if sensor["kind"] == "unit" else kind_of(sensor["kind"]),
        "port": sensor["port"],
        "pin": sensor["pin"],
        "address": sensor["address"],
        "offset_cdeg": cdeg(sensor["offset"]),
    }


def outdoor_unit_of(unit: dict, peers: list) -> dict:
    """unit: in the words of the file."""
    return {
        "name": unit["name"],
        "season": unit["season"],
        "changeover": unit["changeover"],
        "cool_above_cdeg": cdeg(unit["cool_above"]),
        "heat_below_cdeg": cdeg(unit["heat_below"]),
        "min_on_s": round(unit["min_on_minutes"] * 60),
        "min_off_s": round(unit["min_off_minutes"] * 60),
        "reversal_s": round(unit["reversal_minutes"] * 60),
        "latch_s": round(unit["latch_minutes"] * 60),
        "hold_s": round(unit["hold_minutes"] * 60),
        "max_wait_s": round(unit["max_wait_minutes"] * 60),
        "person_reversal_s": round(unit["person_reversal_minutes"] * 60),
        "spacing_s": round(unit["spacing_seconds"]),
        "starts_per_h": unit["starts_per_hour"],
        "reversals_per_day": unit["reversals_per_day"],
        "peers": peers,
    }


def _peers(rooms, outdoor_unit, board) -> list:
    """[board, outdoor unit, heads] of every other board with rooms on this outdoor unit."""
    heads: dict = {}
    for room in rooms:
        if board is not None and room["board"] != board and room["outdoor_unit"] == outdoor_unit:
            heads[room["board"]] = heads.get(room["board"], 0) + 1
    return [[name, outdoor_unit, count] for name, count in sorted(heads.items())]


def _room(room: dict, names: list) -> dict:
    setback_mode, setback_heat, setback_cool = setback(room)
    dry = room["dry_above"]
    return {
        "name": room["name"],
        "outdoor_unit": room["outdoor_unit"],
        "unit": room["unit"],
        "board": room["board"],
        "pin": room["pin"],
        **({"blaster": [room["blaster"], room["blaster_topic"]]} if room["blaster"] else {}),
        **({"valve": [room["valve_topic"], room["valve_field"]]} if room["valve_topic"] else {}),
        "bus": room["host"] or room["port"],
        "address": room["address"],
        **serial_line(room),
        "mode": room["mode"],
        "heat_cdeg": cdeg(room["heat"]),
        "cool_cdeg": cdeg(room["cool"]),
        "setback_mode": setback_mode,
        "setback_heat_cdeg": setback_heat,
        "setback_cool_cdeg": setback_cool,
        "deadband_cdeg": cdeg(room["deadband"]),
        "differential_cdeg": cdeg(room["differential"]),
        "priority": room["priority"],
        "blocks": blocks(room),
        "sleep": sleep_edges(span for spans in room["sleep"] for span in spans),
        "hold_min": HOLDS.get(room["hold"], room["hold"]),
        "sensors": [
            {
                **_sensor(sensor),
                "weight": sensor["weight"],
                "when": sensor["when"],
                "stale_s": round(sensor["stale_minutes"] * 60),
            }
            for sensor in room["sensors"]
        ],
        "fuse": room["fuse"],
        "fallback": [
            ["unit", cdeg(offset)] if name == "unit" else ["room", names.index(name), cdeg(offset)]
            for name, offset in room["fallback"]
            if name == "unit" or name in names
        ],
        "window": int(room["window"] or room["window_pin"] is not None),
        "window_pin": room["window_pin"],
        "presence": int(room["presence"] or room["presence_pin"] is not None),
        "presence_pin": room["presence_pin"],
        "receiver_pin": room["receiver_pin"],
        "supply_pin": room["supply_pin"],
        "feel": 1 if room["feel"] else 2 if room["follow"] else 0,  # control/led.py
        **({"recovery": 1} if room["recovery"] else {}),  # a key more is heap in every room
        "frost_off": int(room["frost_off"]),
        "frames_per_h": room["frames_per_hour"],
        "frames_per_h_sleep": room["frames_per_hour_sleep"],
        "dry_above_cpct": None if dry is None else round(dry * 100),
        "refresh_s": round(room["refresh_hours"] * 3600),
    }


def serial_line(room: dict) -> dict:
    """[baud, parity as UART has it: None, 0 even, 1 odd] of a line that is not as most are."""
    line = [room["baud"], {"none": None, "even": 0, "odd": 1}.get(room["parity"])]
    return {} if line in ([9600, None], [None, None]) else {"line": line}


def setback(room: dict) -> tuple:
    """(mode word or None, heat_cdeg, cool_cdeg) of hours without people; "off" leaves that class
    out.
    """
    heat, cool = room["setback_heat"], room["setback_cool"]
    mode = None
    if "off" in (heat, cool):
        mode = "cool" if cool != "off" else "heat" if heat != "off" else "off"
    return (
        mode,
        cdeg(room["heat"] if heat == "off" else heat),
        cdeg(room["cool"] if cool == "off" else cool),
    )


def blocks(room: dict) -> list:
    """The blocks of control/schedule.py; none where no hours are given."""
    comfort = (None, cdeg(room["heat"]), cdeg(room["cool"]), 1)
    empty = (*setback(room), 0)
    if room["blocks"]:
        return _shared(_own_blocks(room["blocks"], comfort, empty))
    if room["occupied"] is None:
        return []
    spans = merged(span for spans in room["occupied"] for span in spans)
    if not spans or spans == [[0, WEEK_MIN]]:
        return [[*(comfort if spans else empty), 0]]
    begins = {}
    for start, end in spans:
        begins.setdefault(end % WEEK_MIN, empty)
        begins[start] = comfort
    if spans[0][0] == 0 and spans[-1][1] == WEEK_MIN:
        del begins[0]  # people are there over the end of the week
    return _shared(begins)


def _shared(begins: dict) -> list:
    """Minute -> what is asked for from then on; what asks for the same shares a list."""
    lists: dict = {}
    for minute, asked in sorted(begins.items(), key=lambda pair: pair[0]):
        lists.setdefault(asked, [*asked]).append(minute)
    return list(lists.values())


def _own_blocks(written, comfort, empty) -> dict:
    """[[room.block]] tables; what one leaves out comes from comfort or from the setback."""
    begins = {}
    for block in written:
        mode, heat, cool, occupied = comfort if block["occupied"] else empty
        heat = heat if block["heat"] is None else cdeg(block["heat"])
        cool = cool if block["cool"] is None else cdeg(block["cool"])
        for minutes in block["at"]:
            for minute in minutes:
                begins[minute] = (block["mode"] or mode, heat, cool, occupied)
    return begins


def occupied_spans(blocks: list) -> list | None:
    """Minutes of the week, [from, to), in which people are there; None where no block says."""
    begins = sorted((minute, block[3]) for block in blocks for minute in block[4:])
    if not begins:
        return None
    ends = [minute for minute, _ in begins[1:]] + [begins[0][0] + WEEK_MIN]
    return merged(
        (start, end) for (start, occupied), end in zip(begins, ends, strict=True) if occupied
    )


def sleep_edges(spans) -> list:
    """[from, to, from, to, ...]; a span over the end of the week is one."""
    pairs = merged(spans)
    if len(pairs) > 1 and pairs[0][0] == 0 and pairs[-1][1] == WEEK_MIN:
        pairs[-1][1] = pairs.pop(0)[1]
    return [minute for pair in pairs for minute in pair]
