"""Reads a scenario file: what happens to a home in a run, and what the run must keep to.

days = 14
from = "01-10"
seed = 1
[building]            any key of the home's [building]: weather, doors, handset_per_day ...
[[room]]              name, and any key of [room.building]
[[fault]]             room (or "outdoor"), part, kind, value, from_hours, hours
[budget]              budgets.py
"""

import re
from collections import namedtuple
from dataclasses import dataclass
from pathlib import Path

from splitstat_cli import home_schema as schema
from splitstat_cli import toml_file
from splitstat_cli.budgets import BUDGET
from splitstat_cli.mistakes import ScenarioError, nearest, quoted
from splitstat_cli.table_rules import Checker, Key, Name, Number, Text, Word, Wrong

SHARE = Number(0, 1)
# part -> kind of fault -> its value, None where it has none. The parts list them:
# host_sim/channel/sensor.py, ir_channel.py, modbus_channel.py and noisy_wire.py.
FAULTS = {
    "sensor": {
        "frozen": None,
        "silent": None,
        "nan": None,
        "stuck": Number(-200, 200, "degC"),
        "spikes": SHARE,
        "drift": Number(-10, 10, "K/h"),
        "bias": Number(-20, 20, "K"),
        "held_low": None,
        "crc": None,
        "garbage": None,
    },
    "infrared": {
        "dark": None,
        "loss": SHARE,
        "corrupt": SHARE,
        "jitter": Number(0, 500, "us"),
    },
    "modbus": {
        "noise": SHARE,
        "silent": None,
        "lost": SHARE,
        "truncated": SHARE,
        "late": SHARE,
        "foreign": SHARE,
        "trailing": SHARE,
        "echo": None,
        "unplugged": None,
        "error": Number(0, 65535, whole=True),
        "exception": Number(1, 11, whole=True),
    },
    "window": {"open": None, "shut": None},
}
OUTDOOR = "outdoor"


class Day:
    """ "01-10": a day of the year that weather files have, so never 29 February."""

    def read(self, value):
        at = re.fullmatch(r"(\d\d)-(\d\d)", value) if isinstance(value, str) else None
        if at and 1 <= int(at[1]) <= 12:
            days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
            if 1 <= int(at[2]) <= days[int(at[1]) - 1]:
                return value
        raise Wrong('allowed is a month and a day: "01-10"')


SCENARIO = (
    Key("name", Text(), "scenario"),
    Key("days", Number(1, 366, whole=True)),
    Key("from", Day()),
    Key("seed", Number(0, 2**31 - 1, whole=True)),
)
FAULT = (
    Key("room", Name(), required=True),
    Key("part", Word(tuple(FAULTS), "are"), required=True),
    Key("kind", Name(), required=True),
    Key("value", Number(-1e6, 1e6)),
    Key("from_hours", Number(0, 8784), 0.0),
    Key("hours", Number(0, 8784), 8784.0),
)
# start_s, end_s: since the run began.
ScenarioFault = namedtuple("ScenarioFault", ("room", "part", "start_s", "end_s", "kind", "value"))


@dataclass(frozen=True)
class Scenario:
    """days, start ("MM-DD") and seed are None where the file leaves them to the command.

    building: keys of the home's [building]; rooms: name -> keys of [room.building]; faults: list
    of ScenarioFault; budgets: name -> limit, for budgets.judged.
    """

    path: Path
    name: str
    days: int | None
    start: str | None
    seed: int | None
    building: dict
    rooms: dict
    faults: list
    budgets: dict


def load(path, home) -> Scenario:
    """home: the Home it is meant for, whose rooms it names. Raises ScenarioError."""
    file = toml_file.read(path, ScenarioError)
    check = Checker(file)
    data = file.data
    top = check.table(data, SCENARIO, (), ("building", "room", "fault", "budget"))
    known = [space["name"] for space in home.spaces]
    building = check.table(data.get("building", {}), schema.BUILDING, ("building",))
    budgets = check.table(data.get("budget", {}), BUDGET, ("budget",))
    scenario = Scenario(
        path=Path(path),
        name=top["name"],
        days=top["days"],
        start=top["from"],
        seed=top["seed"],
        building=_given(building),
        rooms=_rooms(check, data, known),
        faults=_faults(check, data, home),
        budgets=_given(budgets),
    )
    if check.mistakes:
        raise ScenarioError(check.mistakes)
    return scenario


def _given(table: dict) -> dict:
    return {key: value for key, value in table.items() if value is not None}


def _rooms(check, data, known) -> dict:
    tables = [
        check.table(one, schema.SPACE, ("room", number))
        for number, one in enumerate(check.tables(data, "room"))
    ]
    check.names(tables, ("room",))
    rooms = {}
    for number, table in enumerate(tables):
        _known(check, ("room", number, "name"), table["name"], known)
        name = table.pop("name")
        rooms[name] = _given(table)
        for name in table["doors"] or ():
            _known(check, ("room", number, "doors"), name, known)
    return rooms


def _known(check, where, name, known):
    if name is not None and name not in known:
        check.wrong(where, quoted(name), f"allowed are {', '.join(known)}", nearest(name, known))


def _faults(check, data, home) -> list:
    faults = []
    rooms = [room["name"] for room in home.compiled["rooms"]]
    for number, table in enumerate(check.tables(data, "fault", most=100)):
        where = ("fault", number)
        fault = check.table(table, FAULT, where)
        kinds = FAULTS.get(fault["part"])
        if kinds is None:
            continue
        known = [*rooms, OUTDOOR] if fault["part"] == "sensor" else rooms
        _known(check, (*where, "room"), fault["room"], known)
        _value(check, where, fault, kinds)
        start_s = round(fault["from_hours"] * 3600)
        end_s = start_s + round(fault["hours"] * 3600)
        faults.append(
            ScenarioFault(
                fault["room"], fault["part"], start_s, end_s, fault["kind"], fault["value"]
            )
        )
    return faults


def _value(check, where, fault, kinds):
    """The kind must belong to the part, and have a value just where it needs one."""
    kind = fault["kind"]
    if kind is None:
        return
    if kind not in kinds:
        allowed = f"allowed of a {fault['part']} are {', '.join(kinds)}"
        check.wrong((*where, "kind"), quoted(kind), allowed, nearest(kind, kinds))
    elif kinds[kind] is None:
        if fault["value"] is not None:
            check.wrong((*where, "value"), quoted(fault["value"]), f"{kind} has no value")
    elif fault["value"] is None:
        check.wrong((*where, "value"), "is missing", f"{kind} needs one")
    else:
        try:
            kinds[kind].read(fault["value"])
        except Wrong as why:
            check.wrong((*where, "value"), quoted(fault["value"]), why.allowed)
