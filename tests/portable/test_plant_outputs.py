"""Contacts of a whole-home system: which relay closes when, SG Ready, valves at the broker."""

from splitstat.app.plant_outputs import Relays, ZoneRelays
from splitstat.app.plant_valves import BrokerValves
from splitstat.control.plant_command import IDLE, PlantCommand
from splitstat.control.types import UnitCommand
from splitstat.control.zones import Zones


class Contact:
    on = None

    def set(self, on):
        self.on = bool(on)


class Thing:
    """Whatever has these parts."""

    def __init__(self, **parts):
        for name in parts:
            setattr(self, name, parts[name])


def plant(command, shed=False, surplus=False, frost=False, first=False):
    room = Thing(mode="heat", heat_cdeg=2000, cool_cdeg=None, room_cdeg=1950)
    inputs = Thing(shed=shed)
    house = Thing(
        inputs=inputs, outputs=Thing(rooms=[room, room]), network={"mqtt": "connected"},
        outbox=[], now_s=0,
    )  # fmt: skip
    valves = [UnitCommand("heat", 2070, "auto", None, False), None]
    control = Thing(
        command=command, frost=frost, water=Thing(first=first), rooms=[0, 1], calling="heat",
        valves=valves,
    )  # fmt: skip
    tank = Thing(surplus=surplus)
    return Thing(house=house, control=control, inputs=Thing(tank=tank, shift_cdeg=0))


def closed(command, **more):
    relays = Relays([Contact() for _ in range(6)], [Contact(), Contact()])
    relays.show(plant(command, **more))
    return [each.on for each in relays.relays], [each.on for each in relays.sg]


def command(heat_pump="off", boiler="off", immersion=False, pump=False):
    return PlantCommand(heat_pump, 3500, boiler, 5000, 5000, immersion, pump)


def test_each_relay_closes_for_what_it_is_named_after():
    for told, wanted in (
        (IDLE, "......"),
        (command("heat", pump=True), "h...p."),
        (command("cool", pump=True), "hc..p."),
        (command("hot_water", pump=True), "..w..."),  # the changeover valve stands on the tank
        (command(boiler="heat", pump=True), "...bp."),
        (command(boiler="hot_water"), "..wb.."),
        (command(immersion=True), ".....i"),
    ):
        assert closed(told)[0] == [sign != "." for sign in wanted], told


def test_sg_ready_blocks_and_raises_but_never_against_frost_or_hygiene():
    heat = command("heat", pump=True)
    assert closed(heat)[1] == [False, False]
    assert closed(heat, shed=True)[1] == [True, False]
    assert closed(heat, surplus=True)[1] == [False, True]
    assert closed(heat, shed=True, surplus=True)[1] == [True, False]
    assert closed(heat, shed=True, frost=True)[1] == [False, False]
    assert closed(heat, shed=True, first=True)[1] == [False, False]


def test_a_missing_relay_is_left_out_and_zones_open():
    relays = Relays([None] * 6, [])
    relays.show(plant(command("heat", pump=True)))
    zone = Contact()
    ZoneRelays([(1, zone)], Zones(2)).show(plant(command("heat", pump=True)))
    assert zone.on


def test_a_valve_at_the_broker_is_told_once_and_again_in_an_hour():
    valves = BrokerValves([(0, "zigbee2mqtt/trv/set", None), (1, "other/set", "setpoint")])
    there = plant(command("heat", pump=True))
    valves.show(there)
    assert there.house.outbox == [("zigbee2mqtt/trv/set", [b'{"occupied_heating_setpoint":20.5}'])]
    valves.show(there)
    assert len(there.house.outbox) == 1
    there.control.valves[1] = UnitCommand("off", 2000, "auto", None, False)
    there.house.now_s = 3600
    valves.show(there)
    assert there.house.outbox[1:] == [
        ("zigbee2mqtt/trv/set", [b'{"occupied_heating_setpoint":20.5}']),
        ("other/set", [b'{"setpoint":5.0}']),
    ]
    there.house.network.clear()
    there.house.now_s = 7200
    valves.show(there)
    assert len(there.house.outbox) == 3
