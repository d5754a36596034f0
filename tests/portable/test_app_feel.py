"""A unit that is told its room's temperature, by the head that drives its lamp."""

import asyncio

from splitstat import units
from splitstat.app.unit_feel import FedIrHead
from splitstat.control.types import OFF, UnitCommand

HEAT = UnitCommand("heat", 2100, "auto", None, False)
WARM = UnitCommand("heat", 2200, "auto", None, False)


async def at_once(seconds):
    """In asyncio.sleep's place: the WebAssembly VM leaves its loop to a page."""


class Quiet:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *why):
        pass


class Out:
    feel_cdeg = None


class House:
    def __init__(self):
        self.now_s = 100
        self.quiet = Quiet()
        self.outputs = self
        self.rooms = [Out()]


class Lamp:
    """What shone, as marks and spaces by turns."""

    def __init__(self):
        self.shone = []
        self.broken = False

    def start(self, durations, levels):
        if self.broken:
            raise OSError(16)
        if levels is True:
            self.shone.append(list(durations))
            return
        timings = []
        last = 0
        for i in range(len(durations)):
            if levels[i] == last:
                timings[-1] += durations[i]
            else:
                timings.append(durations[i])
            last = levels[i]
        self.shone.append(timings)

    def done(self):
        return True


class Room:
    """A head and what its unit makes of it: "heat", a room temperature in cdeg, or nothing."""

    def __init__(self, name):
        self.unit = units.load(name)
        self.house = House()
        self.lamp = Lamp()
        self.head = FedIrHead(self.house, 0, self.unit, self.lamp)

    def live(self, seconds, feel_cdeg=None, command=None):
        self.house.now_s += seconds
        self.house.rooms[0].feel_cdeg = feel_cdeg
        if command is not None:
            self.head.tell(command)
        self.lamp.shone.clear()
        kept = asyncio.sleep
        asyncio.sleep = at_once
        try:
            self.head.step().send(None)
        except StopIteration:
            pass
        finally:
            asyncio.sleep = kept
        said = []
        for timings in self.lamp.shone:
            state = self.unit.decode_state(timings)
            said.append(int(state["feel"] * 100) if "feel" in state else state["mode"])
        return said


def test_nothing_is_said_to_a_unit_that_is_off_or_was_never_told_anything():
    room = Room("midea")
    assert room.live(5, 2100) == []
    assert len(room.live(5, 2100, OFF)) == 1
    assert room.live(5, 2100) == []


def test_the_room_is_told_after_a_command_and_every_three_minutes():
    for name in ("midea", "gree.yaw1f"):
        room = Room(name)
        assert room.live(5, None, HEAT) == ["heat"], name
        assert room.live(5) == []
        assert room.live(5, 2149) == [2100]
        assert room.live(179, 2230) == []
        assert room.live(1, 2230) == [2200]


def test_a_command_that_carries_it_too_is_followed_at_once():
    room = Room("gree.yaw1f")
    room.live(5, 2100, HEAT)
    assert room.live(5, 2100) == [2100]
    assert room.live(5, 2100, WARM) == ["heat"]
    assert room.live(1, 2100) == [2100], "the command made it feel for itself"
    room = Room("midea")
    room.live(5, 2100, HEAT)
    assert room.live(5, 2100) == [2100]
    assert room.live(5, 2100, WARM) == ["heat"]
    assert room.live(1, 2100) == []


def test_a_reading_that_fails_lets_the_unit_feel_for_itself():
    room = Room("gree.yaw1f")
    room.live(5, 2100, HEAT)
    room.live(5, 2100)
    assert room.live(5) == []  # the command is due again
    assert room.live(5) == ["heat"]
    assert room.live(500) == []
    room = Room("midea")
    room.live(5, 2100, HEAT)
    room.live(5, 2100)
    assert room.live(5) == [] and room.live(500) == [], "silence does it"


def test_a_lamp_that_fails_is_tried_again_in_three_minutes():
    room = Room("midea")
    room.live(5, 2100, HEAT)
    room.lamp.broken = True
    assert room.live(5, 2100) == []
    room.lamp.broken = False
    assert room.live(60, 2100) == []
    assert room.live(120, 2100) == [2100]
