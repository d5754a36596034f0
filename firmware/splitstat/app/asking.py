"""May this be asked for? The one validator of every door; loaded while somebody asks.

What passes is what control/intent.py acts on; what does not gets a sentence that says what is
allowed.
"""

from splitstat.control.held import within
from splitstat.control.schedule import MODES

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_QUEUE = const(32)


def ask(house, room: int, word: str, a=None, b=None):
    """What a person wants, by intent.py's words: None when it waits for the next scan, or one
    sentence that says what is allowed."""
    why = problem(house, room, word, a, b)
    if why:
        return why
    if len(house.inputs.events) >= _QUEUE:
        return "too much at once"
    house.inputs.events.append((room, word, a, b))
    return None


def push(house, room: int, sensor: int, cdeg, humidity_cpct=None):
    """A value for a sensor declared as "push"; room -1 is outdoors. None, or one sentence."""
    why = push_problem(house, room, sensor, cdeg, humidity_cpct)
    if why:
        return why
    if room == -1:
        house.heard_outdoor(cdeg, 0)
    else:
        house.heard(room, sensor, cdeg, humidity_cpct)
    return None


def problem(house, room, word, a, b):
    """Why not, or None."""
    if house.refuses:
        return house.refuses
    if not within(room, 0, len(house.traits) - 1):
        return "there is no such room"
    traits = house.traits[room]
    if word == "mode":
        able = list(traits.modes)
        if "heat" in able and "cool" in able:
            able.append("heat_cool")
        able = [mode for mode in MODES if mode in able]
        if a not in able:
            return "allowed are " + ", ".join(able)
    elif word == "setpoint":
        gap = house.home["rooms"][room]["deadband_cdeg"]
        if (a is None and b is None) or not (
            (a is None or within(a, 500, 3500 - gap)) and (b is None or within(b, 500 + gap, 3500))
        ):
            return "allowed: heat 500 to %d, cool %d to 3500 cdeg" % (3500 - gap, 500 + gap)
    elif word == "hold":
        if not within(a, -1, 10080):
            return "allowed: 1 to 10080 minutes, 0 next block, -1 for ever"
    elif word == "boost":
        if not within(a, 0, 240):
            return "allowed: 0 to 240 minutes"
        if a and house.controller.rooms[room].intent.wish == "off":
            return "the room is switched off"
    elif word == "away":
        if not within(a, 0, 1):
            return "allowed: 0 or 1"
    elif word == "vacation":
        now = house.utc_min
        if a != 0 and now is None:
            return "the board does not know the time"
        if a != 0 and not within(a, now + 1, now + 527040):
            return "allowed: 0, or a minute within 366 days (UTC, since 2000)"
    elif word == "fan" or word == "swing":
        words = ["auto"]
        for able in traits.fans if word == "fan" else traits.swings:
            if able != "auto":
                words.append(able)
        if a not in words:
            return "allowed are " + ", ".join(words)
    elif word != "resume":
        return "allowed are mode, setpoint, hold, boost, away, vacation, resume, fan, swing"
    return None


def push_problem(house, room, sensor, cdeg, humidity_cpct):
    """Why not, or None."""
    rooms = house.home["rooms"]
    if not within(cdeg, -6000, 6000):
        return "allowed: -6000 to 6000 cdeg"
    if humidity_cpct is not None and not within(humidity_cpct, 0, 10000):
        return "allowed: 0 to 10000 cpct"
    if room == -1:
        sensors = [house.home.get("outdoor") or {}]
    elif within(room, 0, len(rooms) - 1):
        sensors = rooms[room]["sensors"]
    else:
        return "there is no such room"
    if not within(sensor, 0, len(sensors) - 1) or sensors[sensor].get("kind") != "push":
        return "that sensor is not one that is pushed to"
    return None
