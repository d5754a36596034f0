"""The whole-home plant: heat pump, boiler, tank, radiators, floors, and the books of them all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from host_sim.plant.air_to_water import MIN_RATIO, AirToWater, Performance
from host_sim.plant.boiler import Boiler, efficiency
from host_sim.plant.draws import COLD_C, TAP_C, Household, draws_of
from host_sim.plant.emitter import Emitter
from host_sim.plant.plant import Plant
from host_sim.plant.tank import NODES, Tank
from host_sim.plant.weather import load_weather
from splitstat.control.plant_command import PlantCommand
from splitstat.control.types import UnitCommand

DAY = 1440
HEAT = UnitCommand("heat", 2100, "auto", None, False)
COOL = UnitCommand("cool", 2400, "auto", None, False)


def home(kind, weather="cold", day=15):
    rooms = [
        {"name": "living", "outdoor_unit": 0, "radiator_w": 2500, "building": {"area_m2": 28}},
        {"name": "bedroom", "outdoor_unit": 0, "radiator_w": 1500, "building": {"area_m2": 16}},
    ]
    water = {"emitters": kind, "heat_pump_w": 4000, "boiler_w": 12000, "tank_l": 200}
    return Plant(
        {}, rooms, [{**water, "immersion_w": 2000}], load_weather(weather), start_h=24 * day
    )


def live(plant, days, command):
    """command(minute of the run) -> PlantCommand."""
    (water,) = plant.water_sides
    for k in range(plant.k, plant.k + int(days * DAY)):
        water.obey(command(k))
        plant.step(k)
    return water


def everything(k):
    """Heat pump and boiler, rooms and tank and immersion heater, in turn."""
    to_tank = k % DAY in range(240, 330)
    boiler = k // DAY % 2 == 1
    what = "hot_water" if to_tank else "heat"
    pump, flame = ("off", what) if boiler else (what, "off")
    return PlantCommand(pump, 4000, flame, 5500, 5000, k % DAY in range(700, 730), True)


@pytest.mark.parametrize("kind", ["radiators", "underfloor"])
def test_the_books_close_with_every_source(kind):
    plant = home(kind)
    for head in plant.heads:
        head.obey(HEAT)
    water = live(plant, 4.3, everything)
    books = water.balance()
    assert books["error"] < 1e-12
    assert plant.balance()["error"] < 1e-6
    assert books["into_rooms_j"] == pytest.approx(plant.balance()["sensible_j"])
    assert min(books["into_rooms_j"], books["drawn_j"], books["lost_j"]) > 5e6
    assert min(water.gas_j["heat"], water.gas_j["water"], water.heat_pump_made_j["heat"]) > 5e6
    assert water.immersion_j == pytest.approx(2000 * 60 * 30 * 4)
    assert water.balance()["error"] < 1e-12


def test_a_floor_cools_and_the_books_close():
    plant = home("underfloor", "hot_humid", 200)
    for head in plant.heads:
        head.obey(COOL)
    water = live(plant, 3, lambda k: PlantCommand("cool", 1800, "off", 5000, 5000, False, True))
    assert water.balance()["error"] < 1e-12
    assert plant.balance()["error"] < 1e-6
    assert water.made_j["cool"] < -20e6
    assert 2.0 < -water.heat_pump_made_j["cool"] / water.heat_pump_used_j["cool"] < 8.0


def test_it_is_the_machine_of_hplib():
    """Their function against our law, over its range; 5 K are theirs between in and out."""
    hplib = pytest.importorskip("hplib.hplib")
    theirs = hplib.get_parameters("Generic", 1, -7, 52, 6000)
    size_w = float(theirs["P_th_h_ref [W]"].iloc[0])
    ours = Performance(size_w)
    for outdoor_c in (-15, -7, 2, 7, 12):
        for flow_c in (30, 45, 55):
            row = hplib.simulate(outdoor_c, flow_c - 5, theirs, outdoor_c)
            assert ours.cop(outdoor_c, flow_c) == pytest.approx(row["COP"].iloc[0], rel=1e-9)
    for flow_c in (7, 18):
        row = hplib.simulate(35, flow_c + 5, theirs, 35, mode=2)
        assert ours.eer(35, flow_c) == pytest.approx(row["EER"].iloc[0], rel=1e-9)
    row = hplib.simulate(35, 12, theirs, 35, mode=2)
    assert ours.cool_w(7.0) == pytest.approx(-row["P_th"].iloc[0], rel=1e-9)
    assert ours.heat_w(-7.0, 52.0) == pytest.approx(size_w)
    assert ours.heat_w(7.0, 35.0) > ours.heat_w(-7.0, 35.0) > ours.heat_w(-15.0, 55.0)


def test_a_heat_pump_keeps_its_own_times_and_its_lowest_speed():
    machine = AirToWater(6000.0, 60.0)
    for _ in range(5):
        machine.ask(100.0, 7.0, 35.0, True, False)
    assert machine.starts == 1
    assert machine.heat_w == pytest.approx(MIN_RATIO * machine.performance.heat_w(7.0, 35.0), 0.02)
    machine.ask(100.0, 7.0, 35.0, False, True)
    assert machine.running  # ten minutes at least
    for _ in range(8):
        machine.ask(100.0, 7.0, 35.0, False, True)
    assert not machine.running
    machine.ask(100.0, 7.0, 35.0, True, False)
    assert not machine.running and machine.power_w < 20


def test_a_boiler_is_worse_hot_and_worse_in_starts():
    assert efficiency(25.0) == 0.97 and efficiency(60.0) == 0.88
    steady, cycling = Boiler(12000.0, 60.0), Boiler(12000.0, 60.0)
    heat = [0.0, 0.0]
    gas = [0.0, 0.0]
    for minute in range(600):
        on = minute % 10 < 5
        steady.ask(3000.0, 35.0, True, False)
        cycling.ask(3000.0, 35.0, on, not on)
        for n, one in enumerate((steady, cycling)):
            heat[n] += one.heat_w
            gas[n] += one.gas_w
    assert steady.starts == 1 and cycling.starts == 60
    assert heat[1] / gas[1] < heat[0] / gas[0] < 0.96


@pytest.mark.parametrize("profile, count, kwh", [("M", 23, 5.845), ("L", 24, 11.655)])
def test_the_tapping_profiles_add_up(profile, count, kwh):
    draws = draws_of(profile)
    assert len(draws) == count
    assert sum(draw[1] for draw in draws) == pytest.approx(kwh)


@pytest.mark.parametrize("volume_l, cold", [(200, 0), (80, 2)])
def test_a_tank_serves_a_day_or_runs_cold(volume_l, cold):
    tank = Tank(volume_l, 55.0)
    household = Household("M", 60.0)
    household.begin(0)
    for minute in range(DAY):
        household.step(minute, tank)
        tank.step(0.0, 0.0, 60.0)
    assert household.draws == 23
    assert (household.cold >= cold) if cold else household.cold == 0
    assert household.coldest_c < TAP_C if cold else household.coldest_c > 45
    if not cold:
        assert household.used_j == pytest.approx(5.845 * 3.6e6, rel=1e-3)
        assert tank.nodes[-1] < 15 < 45 < tank.nodes[0]  # it lies in layers


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 30), st.floats(0, 9000), st.floats(0, 3000)),
        min_size=1,
        max_size=60,
    ),
    st.floats(60, 500),
)
def test_a_tank_keeps_its_books_and_its_order(steps, volume_l):
    tank = Tank(volume_l, 45.0)
    made = 0.0
    for litres, coil_w, immersion_w in steps:
        tank.draw(litres)
        tank.step(coil_w, immersion_w, 60.0)
        made += (coil_w + immersion_w) * 60.0
        assert all(tank.nodes[i] >= tank.nodes[i + 1] - 1e-6 for i in range(NODES - 1))
        assert tank.nodes[-1] >= COLD_C - 0.1
    left = made - tank.drawn_j - tank.lost_j - (tank.stored_j() - tank.start_j)
    assert abs(left) < 1e-9 * (made + tank.start_j)


def test_a_floor_is_slow_and_a_radiator_is_not():
    minutes = {}
    for kind in ("radiators", "underfloor"):
        head = Emitter(0, kind, 1500.0, 16.0, 60.0)
        head.obey(HEAT)
        given = []
        for _ in range(1200):
            a, b, _ = head.begin(18.0, False, True)
            head.end(40.0, a, b)
            given.append(head.k * max(head.temp_c - 18.0, 0.0) ** head.exponent)
        minutes[kind] = next(k for k, w in enumerate(given) if w > 0.63 * given[-1])
    assert 5 < minutes["radiators"] < 45
    assert 60 < minutes["underfloor"] < 360
