"""A board with its page and nothing else, on CPython or MicroPython: the real house, control core
and server, over rooms that warm and cool in a simple way.

    page_board.py HOME_JSON WWW_FOLDER PORT TOKEN SPEED BOARD HISTORY_FOLDER HOURS

SPEED: controller seconds a real second. HOURS have passed when it begins. Prints "ready", and
then once a second how late the scan was at worst so far, in ms of real time, and how many bytes
of heap are in use.
"""

import asyncio
import gc
import json
import sys
import time

from splitstat import units
from splitstat.app.history import History
from splitstat.app.history_file import add, write
from splitstat.app.house import House
from splitstat.app.house_state import state
from splitstat.app.seldom import forget
from splitstat.app.web import Web

_STEP_MS = 100
_OUTDOOR_CDEG = 300


def ms() -> int:
    return time.ticks_ms() if hasattr(time, "ticks_ms") else int(time.monotonic() * 1000)


def tell(text):
    """A line that whoever reads our output gets at once."""
    print(text)
    if hasattr(sys.stdout, "flush"):
        sys.stdout.flush()


class Rooms:
    """First-order rooms: 20 h to the outdoor air, a unit that gives or takes 4 K an hour."""

    def __init__(self, house):
        self.house = house
        self.milli = [(1900 + 40 * i) * 1000 for i in range(len(house.traits))]

    def live(self, elapsed_s):
        for i in range(len(self.milli)):
            drift = (_OUTDOOR_CDEG * 1000 - self.milli[i]) * elapsed_s // 72000
            action = self.house.outputs.rooms[i].action
            if action == "heating":
                drift += 400 * 1000 * elapsed_s // 3600
            elif action == "cooling":
                drift -= 400 * 1000 * elapsed_s // 3600
            self.milli[i] += drift
            for sensor in range(len(self.house.at_s[i])):
                self.house.heard(i, sensor, self.milli[i] // 1000, 4500 + 100 * i)
        self.house.heard_outdoor(_OUTDOOR_CDEG, 0)


class Elsewhere:
    """Two boards of the same home: one that speaks, and one that was never heard."""

    def __init__(self, house):
        self.house = house

    def boards(self):
        room = state(self.house, 0)
        room["name"] = "hobby_room"
        yield {"board": "basement", "address": "192.168.7.21", "age_s": 7, "rooms": [room]}
        yield {"board": "attic", "address": None, "age_s": None, "rooms": []}


def scan(house, rooms, elapsed_s):
    rooms.live(elapsed_s)
    house.scan(house.now_s + elapsed_s)
    if house.history.due() and add(house.history):
        write(house.history)


async def control(house, rooms, speed):
    late_ms = said = 0
    left = 0
    due = ms()
    while True:
        due += _STEP_MS
        await asyncio.sleep(max(0, due - ms()) / 1000)
        late_ms = max(late_ms, ms() - due)
        left += speed * _STEP_MS
        if left >= 1000:
            scan(house, rooms, left // 1000)
            left %= 1000
        said += 1
        if said % 100 == 0:
            forget()
        if said % 10 == 0:
            gc.collect()
            used = gc.mem_alloc() if hasattr(gc, "mem_alloc") else 0
            tell("late %d heap %d" % (late_ms, used))


async def serve(words):
    with open(words[0]) as file:
        home = json.load(file)
    house = House(home, [units.load(room["unit"]).traits for room in home["rooms"]])
    house.board = words[5]
    house.network["address"] = "192.168.7.20"
    house.network["rssi"] = -61
    house.history = History(house, words[6])
    house.minute = 14_100_000
    house.neighbours = Elsewhere(house)
    rooms = Rooms(house)
    for _ in range(60 * int(words[7]) + 1):
        scan(house, rooms, 60)
    web = Web(house, words[3], words[1], int(words[2]))
    scans = asyncio.create_task(control(house, rooms, int(words[4])))
    tell("ready")
    await asyncio.gather(web.run(), scans)


asyncio.run(serve(sys.argv[1:]))
