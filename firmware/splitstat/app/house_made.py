"""What a House begins with. Needed once, at the start."""

import asyncio

from splitstat.app.log import LINES, Log
from splitstat.control.controller import Controller
from splitstat.control.types import Inputs


def fill(house, home: dict, traits):
    """As House()."""
    house.home = home
    house.name = home["name"]
    house.traits = traits
    begin_anew(house)
    sensors = [len(room["sensors"]) for room in home["rooms"]]
    house.inputs = Inputs(sensors)
    house.at_s = [[0] * n for n in sensors]
    house.mute = [[0] * n for n in sensors]  # tries in a row that brought no value
    house.seen = [None] * len(traits)
    house.changes = house.scans = house.now_s = 0
    house.log = Log(LINES)
    house.beats = {}
    house.network = {}
    house.schedules = {}  # room name -> [blocks, sleep] that a person wanted
    house.quiet = asyncio.Lock()
    house.news = asyncio.Event()


def begin_anew(house):
    """A controller that remembers nothing."""
    house.controller = Controller(house.home, house.traits)
    house.outputs = house.controller.outputs
