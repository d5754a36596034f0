"""What people change at run time and want to keep: the weekly schedules of the rooms.

Law: one validator, problem(), for every door and for the file itself. What does not pass is not
taken; the schedule of the compiled home then stands.

The file: {"schema": 1, "rooms": {name: [blocks, sleep]}} as JSON, sealed (sealed.py). Blocks and
sleep are those of control/schedule.py. A file of a later schema is left alone, and not read.
"""

import json

from splitstat.app import sealed
from splitstat.control.held import within
from splitstat.control.schedule import MODES

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_SCHEMA = const(1)
_LIMIT = const(16000)  # bytes of the file: 16 rooms of 84 blocks come to less
_BLOCKS = const(84)  # beginnings of blocks a week: twelve a day
_WEEK_MIN = const(10080)


class Settings:
    """house: its rooms get what the file says. path: the file, or None to keep nothing."""

    def __init__(self, house, path=None):
        self.house = house
        self.path = path
        self.rooms = {}
        self.dirty = False
        text = path and sealed.read(path, _LIMIT)
        if not text:
            return
        try:
            data = json.loads(text)
            rooms = data["rooms"] if data["schema"] == _SCHEMA else {}
            for i in range(len(house.traits)):
                kept = rooms.get(house.home["rooms"][i]["name"])
                if kept and self.problem(i, kept[0], kept[1]) is None:
                    self.rooms[house.home["rooms"][i]["name"]] = [kept[0], kept[1]]
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            house.log.add(house, -1, "settings_lost")
        self.apply()

    def schedule(self, room: int):
        """The blocks in force."""
        return self.house.controller.rooms[room].intent.schedule.blocks

    def sleep(self, room: int):
        """The sleep hours in force: [from, to, ...], minutes of the week."""
        return self.house.controller.rooms[room].intent.schedule.sleeps

    def set_schedule(self, room: int, blocks, sleep):
        """None when it is in force from the next scan on, or one sentence."""
        if not within(room, 0, len(self.house.traits) - 1):
            return "there is no such room"
        problem = self.problem(room, blocks, sleep)
        if problem is None:
            self.rooms[self.house.home["rooms"][room]["name"]] = [blocks, sleep]
            self.apply()
            self.dirty = True
            self.house.changes += 1
        return problem

    def problem(self, room: int, blocks, sleep):
        """What is wrong with a schedule for this room, as a sentence, or None."""
        if type(blocks) is not list or type(sleep) is not list:
            return "a schedule is a list of blocks and a list of sleep hours"
        gap = self.house.home["rooms"][room]["deadband_cdeg"]
        begun = set()
        for block in blocks:
            if type(block) is not list or len(block) < 5:
                return "a block is mode, heat, cool, occupied, and minutes of the week"
            if block[0] is not None and block[0] not in MODES:
                return "allowed modes are null, " + ", ".join(MODES)
            if not within(block[1], 500, 3500) or not within(block[2], 500, 3500):
                return "allowed setpoints are 500 to 3500 cdeg"
            if block[2] - block[1] < gap:
                return "cool must be %d cdeg or more above heat" % gap
            if not within(block[3], 0, 1):
                return "occupied is 0 or 1"
            for minute in block[4:]:
                if not within(minute, 0, _WEEK_MIN - 1) or minute in begun:
                    return "each block begins at minutes of its own, 0 to 10079"
                begun.add(minute)
        if len(begun) > _BLOCKS or len(sleep) > 2 * _BLOCKS or len(sleep) % 2:
            return "allowed are %d beginnings a week, and pairs of sleep hours" % _BLOCKS
        for n in range(len(sleep)):
            if not within(sleep[n], 0, 2 * _WEEK_MIN) or (n and sleep[n] < sleep[n - 1]):
                return "sleep hours are minutes of the week, in order"
        return None

    def apply(self):
        """Puts the kept schedules into the controller."""
        house = self.house
        for i in range(len(house.traits)):
            kept = self.rooms.get(house.home["rooms"][i]["name"])
            if kept:
                intent = house.controller.rooms[i].intent
                schedule = intent.schedule
                schedule.blocks, schedule.sleeps = kept
                schedule.block = schedule.start_min = schedule.next = schedule.next_min = None
                schedule.from_min = schedule.to_min = 0  # the next scan looks it up anew
                intent.timed = True

    def save(self):
        """Writes what changed. Raises OSError; the caller holds the lock of flash writes."""
        self.dirty = False
        if self.path:
            text = json.dumps({"schema": _SCHEMA, "rooms": self.rooms})
            sealed.write(self.path, text.encode())
