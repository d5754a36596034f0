"""Zone valves that are relays: a differential, water always has a way, cold pipes are warmed."""

from splitstat.control.zones import Zones


class Room:
    mode = "heat"
    heat_cdeg = 2000
    cool_cdeg = 2500
    room_cdeg = 2000


class Outputs:
    def __init__(self, count):
        self.rooms = [Room() for _ in range(count)]


def zones(cdegs, calling="heat", moving=False, frost=False, before=None):
    """What is open of rooms of 20 to 25 degC at these temperatures."""
    outputs = Outputs(len(cdegs))
    for room, cdeg in zip(outputs.rooms, cdegs):
        room.room_cdeg = cdeg
        room.mode = "cool" if calling == "cool" else "heat"
    found = Zones(len(cdegs))
    found.open = list(before or found.open)
    found.step(list(range(len(cdegs))), outputs, calling, moving, frost)
    return found.open


def test_a_tenth_of_a_kelvin_each_way():
    assert zones([1989, 1990, 2010, 2011]) == [True, False, False, False]
    assert zones([1989, 1990, 2010, 2011], before=[True] * 4) == [True, True, True, False]


def test_a_price_moves_the_setpoint():
    outputs = Outputs(1)
    found = Zones(1)
    outputs.rooms[0].room_cdeg = 2030
    found.step([0], outputs, "heat", False, False, 50)
    assert found.open == [True]
    outputs.rooms[0].room_cdeg = 1970
    found.step([0], outputs, "heat", False, False, -50)
    assert found.open == [False]


def test_cooling_is_the_other_way_round():
    assert zones([2511, 2510, 2489], "cool", before=[False, True, True]) == [True, True, False]


def test_water_that_moves_has_a_way_through_the_shortest_room():
    assert zones([2100, 2050, 2200], moving=True) == [False, True, False]
    assert zones([2100, 2050, 2200]) == [False, False, False]


def test_in_frost_and_where_nobody_knows_the_room_it_is_open():
    assert zones([2100, 2200], frost=True) == [True, True]
    assert zones([None, 2200]) == [True, False]


def test_a_room_that_is_off_is_shut():
    outputs = Outputs(2)
    outputs.rooms[0].mode = "off"
    outputs.rooms[0].room_cdeg = outputs.rooms[1].room_cdeg = 1500
    found = Zones(2)
    found.step([0, 1], outputs, "heat", True, False)
    assert found.open == [False, True]
    found.step([0, 1], outputs, "heat", True, True)
    assert found.open == [True, True]
