"""What people change at run time and want to keep: the weekly schedules of the rooms. Loaded while
somebody asks, and when something is to be written; what stays in memory is house.schedules.

Law: one validator (schedule_check.py) for every door and for the file itself. What does not pass
is not taken; the schedule of the compiled home then stands.

The file: {"schema": 1, "rooms": {name: [blocks, sleep]}} as JSON, sealed (sealed.py). Blocks and
sleep are those of control/schedule.py. A file of a later schema is left alone, and not read.
"""

import json

from splitstat.app import sealed

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SCHEMA = const(1)
_LIMIT = const(16000)  # bytes of the file: 16 rooms of 84 blocks come to less


def load(house, path):
    """Gives the rooms what the file says. path: None to keep nothing."""
    house.settings_path = path
    text = None if path is None else sealed.read(path, _LIMIT)
    if text is None:
        return
    from splitstat.app.schedule_check import problem

    try:
        data = json.loads(text)
        rooms = data["rooms"] if data["schema"] == _SCHEMA else {}
        for i in range(len(house.traits)):
            name = house.home["rooms"][i]["name"]
            kept = rooms.get(name)
            if kept and problem(house, i, kept[0], kept[1]) is None:
                house.schedules[name] = [kept[0], kept[1]]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        house.log.add(house, -1, "settings_lost")
    apply(house)


def schedule(house, room: int):
    """The blocks in force."""
    return house.controller.rooms[room].intent.schedule.blocks


def sleep(house, room: int):
    """The sleep hours in force: [from, to, ...], minutes of the week."""
    return house.controller.rooms[room].intent.schedule.sleeps


def set_schedule(house, room: int, blocks, sleep):
    """None when it is in force from the next scan on, or one sentence."""
    from splitstat.app.schedule_check import problem

    why = problem(house, room, blocks, sleep)
    if why is None:
        house.schedules[house.home["rooms"][room]["name"]] = [blocks, sleep]
        apply(house)
        house.unsaved = True
        house.changes += 1
    return why


def apply(house):
    """Puts the kept schedules into the controller."""
    for i in range(len(house.traits)):
        kept = house.schedules.get(house.home["rooms"][i]["name"])
        if kept:
            intent = house.controller.rooms[i].intent
            schedule = intent.schedule
            schedule.blocks, schedule.sleeps = kept
            schedule.block = schedule.start_min = schedule.next = schedule.next_min = None
            schedule.from_min = schedule.to_min = 0  # the next scan looks it up anew
            intent.timed = True


async def keep(house):
    """Writes what changed."""
    async with house.quiet:
        try:
            save(house)
        except OSError:
            house.log.add(house, -1, "settings_failed")


def save(house):
    """Writes what changed. Raises OSError; the caller holds the lock of flash writes."""
    house.unsaved = False
    if house.settings_path:
        text = json.dumps({"schema": _SCHEMA, "rooms": house.schedules})
        sealed.write(house.settings_path, text.encode())
