"""One machine for all: heating curve, two sources, and who gets the machine."""

from splitstat.control.dual_fuel import DualFuel, Source
from splitstat.control.flow import Flow
from splitstat.control.types import Inputs, Outputs, UnitCommand
from splitstat.control.whole_home import PlantInputs, WholeHome

WATER = {
    "sensors": 2, "setpoint_cdeg": 5000, "differential_cdeg": 500, "floor_cdeg": 4200,
    "cheap_cdeg": 0, "surplus_cdeg": 0, "windows": [], "max_s": 2400, "heat_pump_cdeg": 5500,
    "immersion": 1, "hygiene_cdeg": 6000, "hygiene_s": 1800, "hygiene_days": 0,
}  # fmt: skip


def config(**changed):
    found = {
        "heat_pump": 1, "boiler": 1, "parallel": 0, "design_cdeg": -1000,
        "flow_design_cdeg": 5000, "flow_warm_cdeg": 2800, "flow_min_cdeg": 2500,
        "flow_max_cdeg": 5500, "flow_learns": 1, "influence": 3, "cool_flow_cdeg": 1800,
        "cop": [598, 1543, -875], "boiler_pct": 90, "prices": [300, 120], "hot_water": WATER,
    }  # fmt: skip
    found.update(changed)
    return found


def test_the_curve_goes_through_its_two_points_and_keeps_its_limits():
    flow = Flow(config(flow_learns=0))
    for outdoor, short, cdeg in (
        (1500, 0, 2800),
        (-1000, 0, 5000),
        (250, 0, 3900),
        (-2000, 0, 5000),
        (2500, 0, 2500),
        (250, 100, 4200),
        (250, 900, 4500),
        (250, -900, 3300),
        (-1000, 200, 5500),
        (None, 0, 4120),
    ):
        flow.step(0, outdoor, short, 0, None)
        assert flow.cdeg == cdeg, (outdoor, short, flow.cdeg)


def test_the_shift_falls_while_valves_are_shut_and_rises_when_they_are_wide_open():
    flow = Flow(config())
    for minute in range(0, 600, 10):
        flow.step(minute * 60, 250, 0, -30, 4000)
    fallen = flow.shift
    assert -260 <= fallen // 60 <= -160  # 2 K in ten hours
    for minute in range(600, 1200, 10):
        flow.step(minute * 60, 250, 0, 90, 4000)
    assert 100 <= (flow.shift - fallen) // 60 <= 410
    stood = flow.shift
    for minute in range(1200, 1800, 10):
        flow.step(minute * 60, 250, 0, 90, 3000)  # the water is not as warm as told
        flow.step(minute * 60 + 300, 250, 0, 90, None)  # the rooms do not have the machine
    assert flow.shift == stood


def test_cooling_stays_over_the_dew_point():
    flow = Flow(config())
    flow.cool(1200)
    assert flow.cdeg == 1800
    flow.cool(1750)
    assert flow.cdeg == 1950
    flow.cool(None)
    assert flow.cdeg == 2000


def test_the_cop_plane_and_the_cheaper_source():
    dual = DualFuel(config())
    assert abs(dual.cop_pct(700, 3500) - 400) <= 2 and dual.cop_pct(-3000, 6000) == 100
    for outdoor, gas, use in (
        (700, 120, "heat_pump"),
        (-1000, 120, "boiler"),
        (-1000, 300, "heat_pump"),
        (700, 50, "boiler"),
    ):
        dual = DualFuel(config())
        for now_s in (0, 1801, 3602):
            dual.step(now_s, outdoor, 4000, (300, gas), 0, True)
        assert dual.use == use, (outdoor, gas, dual.use)


def test_sources_change_seldom_and_only_for_something():
    dual = DualFuel(config())
    changes = 0
    last = dual.use
    for minute in range(1440):
        outdoor = 120 if minute % 20 < 10 else 60  # about where both cost the same
        dual.step(minute * 60, outdoor, 4500, (300, 120), 0, True)
        changes += dual.use != last
        last = dual.use
    assert changes <= 1


def test_the_boiler_helps_a_room_that_stays_short():
    for parallel, use in ((0, "boiler"), (1, "both")):
        dual = DualFuel(config(parallel=parallel))
        for minute in range(65):
            dual.step(minute * 60, 700, 4000, (300, 120), 100, True)
            assert minute >= 60 or dual.use == "heat_pump"
        assert dual.use == use
        dual.step(4000, 700, 4000, (300, 120), 50, True)
        assert dual.use == use
        dual.step(4060, 700, 4000, (300, 120), 10, True)
        assert dual.use == "heat_pump"


def test_a_source_that_does_not_warm_the_water_has_failed_for_four_hours():
    source = Source(1)
    for minute in range(44):
        source.watch(minute * 60, True, 2500, 4000)
        assert source.able
    source.watch(45 * 60, True, 2500, 4000)
    assert not source.able
    source.watch(45 * 60 + 14400, True, 2500, 4000)
    assert source.able
    source = Source(1)
    for minute in range(200):  # it rises, slowly
        source.watch(minute * 60, True, 2500 + 5 * minute, 4000)
        assert source.able
    assert not Source(0).able


class House:
    """Two rooms behind valves."""

    def __init__(self, **changed):
        self.home = WholeHome(config(**changed), [0, 1])
        self.inputs = Inputs([1, 1])
        self.outputs = Outputs(2, 1)
        self.plant = PlantInputs(self.home.flow.config)
        self.now_s = 100000
        self.inputs.outdoor_cdeg = 700
        self.plant.supply_cdeg = 3500
        if self.plant.tank is not None:
            self.plant.tank.cdeg[:] = [5000, 5000]
        for n in (0, 1):
            self.room(n, 2000)

    def room(self, n, cdeg, mode="heat"):
        out = self.outputs.rooms[n]
        out.mode = mode
        out.heat_cdeg, out.cool_cdeg = (2000, None) if mode == "heat" else (None, 2500)
        if mode == "off":
            out.cool_cdeg = None
        out.room_cdeg = cdeg
        out.command = UnitCommand(mode, 2100, "auto", None, False)

    def minutes(self, n=1):
        for _ in range(n):
            self.now_s += 60
            if self.plant.tank is not None:
                self.plant.tank.cdeg[0] += 1 - 2 * (self.now_s // 60 % 2)  # it is alive
            self.home.step(self.now_s, None, self.inputs, self.outputs, self.plant)
        return self.home.command


def test_valves_are_told_the_room_target_whatever_the_units_would_be():
    house = House()
    house.minutes()
    assert [(v.mode, v.setpoint_cdeg) for v in house.home.valves] == [("heat", 2020)] * 2
    kept = house.home.valves[0]
    house.minutes(3)
    assert house.home.valves[0] is kept
    house.room(0, 2000, "off")
    house.minutes()
    assert house.home.valves[0].mode == "off"


def test_a_price_moves_what_the_valves_are_told_and_who_is_short():
    house = House(hot_water=None, boiler=0)
    for n in (0, 1):
        house.room(n, 2050)
    assert house.minutes().heat_pump == "off"
    house.plant.shift_cdeg = 50
    assert house.minutes().heat_pump == "heat"
    assert [v.setpoint_cdeg for v in house.home.valves] == [2070] * 2
    house.plant.shift_cdeg = -50
    assert house.minutes(20).heat_pump == "off"
    assert [v.setpoint_cdeg for v in house.home.valves] == [1970] * 2


def test_the_rooms_call_and_stop_calling():
    house = House(hot_water=None, boiler=0)
    command = house.minutes()
    assert command.heat_pump == "heat" and command.pump and command.boiler == "off"
    for n in (0, 1):
        house.room(n, 2090)
    house.minutes(3)
    assert house.home.command.heat_pump == "heat"  # ten minutes at least
    assert house.minutes(8).heat_pump == "off" and not house.home.command.pump
    house.room(0, 1980)
    assert house.minutes(5).heat_pump == "off"  # and as long a rest
    assert house.minutes(7).heat_pump == "heat"


def test_hot_water_takes_the_machine_and_gives_it_back():
    house = House(boiler=0)
    house.minutes(2)
    house.plant.tank.cdeg[:] = [4400, 2000]
    command = house.minutes()
    assert command.heat_pump == "hot_water" and command.flow_cdeg == 5500
    house.plant.tank.cdeg[:] = [5010, 5010]
    assert house.minutes().heat_pump == "heat"  # one run of the compressor


def test_a_room_that_is_short_keeps_the_machine_and_the_heater_serves_the_tank():
    house = House()
    house.minutes(2)
    house.plant.tank.cdeg[:] = [4400, 2000]
    house.room(0, 1960)
    command = house.minutes()
    assert command.heat_pump == "heat" and command.immersion
    house.room(0, 1990)
    command = house.minutes()
    assert command.heat_pump == "hot_water" and not command.immersion


def test_a_full_tank_is_left_alone_by_the_second_source_too():
    house = House()
    house.minutes(2)
    house.plant.tank.cdeg[:] = [4400, 2000]
    house.minutes(100)
    assert house.home.water.fault == "tank_cold" and house.home.command.boiler == "hot_water"
    house.plant.tank.cdeg[:] = [5010, 5010]
    assert house.minutes().boiler != "hot_water"
    assert house.minutes(30).boiler != "hot_water"


def test_the_two_sources_never_work_against_each_other():
    house = House(parallel=1)
    for n in (0, 1):
        house.room(n, 2700, "cool")
    house.home.dual.help = True
    for _ in range(120):
        command = house.minutes()
        assert command.boiler == "off"
    assert command.heat_pump == "cool"
    house.plant.tank.cdeg[:] = [4000, 2000]
    for _ in range(80):
        command = house.minutes()
        assert not (command.heat_pump == "cool" and command.boiler != "off")
    assert command.heat_pump == "hot_water"


def test_between_heat_and_cool_lies_an_hour():
    house = House(hot_water=None, boiler=0)
    assert house.minutes(12).heat_pump == "heat"
    for n in (0, 1):
        house.room(n, 2700, "cool")
    assert house.minutes().heat_pump == "off"
    assert house.minutes(58).heat_pump == "off"
    assert house.minutes(2).heat_pump == "cool"


def test_cold_water_is_moved_and_warmed_whatever_the_load_limit_says():
    house = House(hot_water=None)
    for n in (0, 1):
        house.room(n, 2100)
    house.inputs.shed = True
    assert house.minutes(15).heat_pump == "off"
    house.plant.supply_cdeg = 700
    command = house.minutes()
    assert command.heat_pump == "heat" and command.pump and house.home.reason[0] == "pipes"
    house.plant.supply_cdeg = 1600
    assert house.minutes(12).heat_pump == "off"


def test_a_pump_that_stood_for_a_day_runs_for_a_minute():
    house = House(hot_water=None)
    for n in (0, 1):
        house.room(n, 2200)
    ran = sum(house.minutes().pump for _ in range(3 * 1440))
    assert 3 <= ran <= 8, ran


def test_a_dead_heat_pump_leaves_the_rooms_to_the_boiler():
    house = House(hot_water=None)
    house.plant.supply_cdeg = 2200
    used = [house.minutes().boiler for _ in range(60)]
    assert used[0] == "off" and used[-1] == "heat" and house.home.command.heat_pump == "off"


def test_without_any_source_the_immersion_heater_makes_hot_water():
    house = House(heat_pump=0, boiler=0)
    house.plant.tank.cdeg[:] = [4000, 2000]
    command = house.minutes()
    assert command.immersion and command.heat_pump == "off" and command.boiler == "off"


def test_it_goes_on_after_a_power_cut():
    house = House()
    house.minutes(30)
    house.home.flow.shift = -777
    kept = house.home.snapshot(house.now_s, 5)
    again = House()
    again.home.restore(again.now_s, kept)
    assert again.home.flow.shift == -777 and again.home.last == "heat"
    assert again.minutes(5).heat_pump == "off"  # taken to have stopped just now
    assert again.minutes(6).heat_pump == "heat"
