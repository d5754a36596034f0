"""The first run's end: the answers become a home, of the form that `splitstat deploy` compiles.

first_run.json holds a home that the compiler made of nothing but defaults; what was answered goes
into it. The home file is written last, whole (sealed.py): before it the board asks on, after it
the board controls.
"""

import json
import os

from splitstat.app import sealed
from splitstat.app.schedule_check import problem
from splitstat.control.held import within

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789_-"
_SETPOINTS = "heat_cdeg", "cool_cdeg", "setback_heat_cdeg", "setback_cool_cdeg"


def template(setup) -> dict:
    """The home that the compiler made of defaults."""
    with setup.file("first_run.json") as file:
        return json.load(file)["home"]


def room(setup, body):
    """Takes name, setpoints in cdeg, blocks and sleep as in the compiled home, and tz as
    wall_clock.py wants it. A sentence where something is not allowed."""
    name = body.get("name")
    if type(name) is not str or not 0 < len(name) <= 24 or name in ("unit", "room"):
        return "a name has 1 to 24 signs"
    for sign in name:
        if sign not in _SIGNS:
            return "a name has the signs a-z 0-9 _ - only"
    if name[0] in "_-":
        return "a name begins with a letter or a number"
    tz = body.get("tz")
    if not _zone(tz):
        return "this is no time zone"
    for key in _SETPOINTS:
        if not within(body.get(key), 500, 3500):
            return "allowed setpoints are 500 to 3500 cdeg"
    home = template(setup)
    gap = home["rooms"][0]["deadband_cdeg"]
    for heat, cool in (_SETPOINTS[:2], _SETPOINTS[2:]):
        if body[cool] - body[heat] < gap:
            return "cool must be %d cdeg or more above heat" % gap
    why = problem(_OneRoom(home), 0, body.get("blocks"), body.get("sleep"))
    if why:
        return why
    answers = {}
    for key in _SETPOINTS + ("name", "tz", "blocks", "sleep"):
        answers[key] = body[key]
    setup.keep({"room": answers, "step": "done"})
    return None


class _OneRoom:
    """What schedule_check wants to know of a house."""

    def __init__(self, home):
        self.home = home
        self.traits = (None,)


def _zone(tz) -> bool:
    """[minutes] or [minutes, minutes, rule, rule], a rule being four numbers."""
    if type(tz) is not list or len(tz) not in (1, 4):
        return False
    for rule in tz[2:]:
        if type(rule) is not list or len(rule) != 4:
            return False
        if not (within(rule[0], 1, 12) and within(rule[1], 0, 5)):
            return False
        if not (within(rule[2], -31, 31) and within(rule[3], -10080, 10080)):
            return False
    for minutes in tz[:2]:
        if not within(minutes, -1440, 1440):
            return False
    return True


def home_of(setup) -> dict:
    """The home that was answered. Raises KeyError where an answer is missing."""
    facts = setup.facts
    home = template(setup)
    answers = facts["room"]
    home["tz"] = answers["tz"]
    one = home["rooms"][0]
    for key in _SETPOINTS + ("name", "blocks", "sleep"):
        one[key] = answers[key]
    one["board"] = setup.board
    one["unit"] = facts["unit"]
    one["pin"] = facts["lamp"]
    one["receiver_pin"] = facts.get("receiver")
    sensor = facts["sensor"]
    for key in sensor:
        one["sensors"][0][key] = sensor[key]
    if sensor["kind"] == "push":
        one["fallback"] = [["unit", 0]]
    return home


def finish(setup):
    """Writes the home; whoever calls restarts the board. A sentence where an answer is missing."""
    try:
        text = json.dumps(home_of(setup))
    except KeyError as why:
        return "not answered yet: %s" % why.args[0]
    sealed.write("/home.json", text.encode())
    try:
        os.remove(setup.path)
    except OSError:
        pass  # with a home nobody looks for it
    return None
