"""A home on water: its file, its days in the simulator, its heap on a board."""

from pathlib import Path

import pytest

from command import splitstat
from conftest import need
from host_sim.plant.weather import load_weather
from host_sim.world import World
from splitstat_cli import heap, home_file, home_plant, vms
from splitstat_cli.mistakes import HomeError

HOME = "host_sim/homes/house_on_water.toml"
STEP = (
    ("plant_command", "flow", "dual_fuel", "whole_home"),
    ("hygiene", "hot_water"),
    ("zones",),
    ("tariff",),
    ("plant_command", "energy"),
)
ON_BOARD = ("plant", "plant_store", "plant_outputs", "plant_valves", "plant_energy")
MOST_B = 4096  # of heap, each module that a home may leave out


@pytest.fixture(scope="module")
def lived():
    """Eight days from 9 January in the cold climate."""
    world = World(home_file.load(HOME), load_weather("cold"), start_day=9, days=8, record_s=86400)
    return world, world.run()


def test_rooms_and_hot_water_are_served_by_two_sources(lived):
    world, result = lived
    found = result.metrics
    assert found["draws"] == 8 * 23 and found["draws_cold"] == 0 and found["draw_coldest_c"] > 40
    assert found["hygiene_proofs"] >= 1 and found["hygiene_overdue_hours"] == 0
    assert found["kwh_gas"] > 20 and found["kwh_electric_heating"] > 5
    assert found["sources_fighting_hours"] == found["sources_both_hours"] == 0
    assert found["plant_balance_error"] < 1e-12 and found["balance_error"] < 1e-6
    hours = found["occupied_room_hours"]
    assert found["comfortable_room_hours"] > 0.95 * hours
    assert found["cost_electric"] == pytest.approx(0.30 * found["kwh_electric"], rel=1e-3)
    assert world.whole_home.control.dual.pump.able


def test_the_missing_plant_is_sized_by_its_rules(lived):
    world, _ = lived
    (water,) = world.plant.water_sides
    assert 3000 <= water.heat_pump.performance.size_w < 8000
    assert water.boiler.size_w == 10000
    sizes = [head.nominal_heat_w for head in water.heads]
    assert sizes[0] > sizes[1] and all(800 < w < 6000 for w in sizes)


def test_the_cop_plane_is_that_of_the_data_sheet():
    table = {key.name: key.default for key in home_plant.WHOLE_HOME}
    at_zero, outdoors, of_flow = home_plant.cop_plane(table)
    for outdoor_c, flow_c, cop in ((7, 35, 5.06), (-7, 35, 2.90), (7, 55, 3.31)):
        pct = at_zero + (outdoors * outdoor_c + of_flow * flow_c) / 100
        assert pct == pytest.approx(100 * cop, abs=1.5)


def test_a_home_without_a_whole_home_system_does_not_know_of_it():
    compiled = home_file.load("host_sim/homes/flat.toml").compiled
    assert "whole_home" not in compiled


@pytest.mark.parametrize("modules", STEP)
def test_each_optional_step_fits_a_board(modules):
    need(vms.missing("micropython32"))
    before = ["splitstat.control.types", "splitstat.control.rounding"]
    names = [f"splitstat.control.{name}" for name in modules]
    sizes = dict(heap.of_modules("micropython32", [*before, *names]))
    assert max(sizes[name] for name in names) <= MOST_B, sizes
    assert min(sizes[name] for name in names) > 400, "that cannot be the module"


def test_each_part_of_it_on_a_board_fits():
    need(vms.missing("micropython32"))
    core = ("controller", "whole_home", "hot_water", "zones", "energy")
    before = [f"splitstat.control.{name}" for name in core]
    names = [f"splitstat.app.{name}" for name in ON_BOARD]
    sizes = dict(heap.of_modules("micropython32", [*before, *names]))
    assert max(sizes[name] for name in names) <= MOST_B, sizes
    assert min(sizes[name] for name in names) > 400, "that cannot be the module"


@pytest.fixture
def unwired(tmp_path):
    """The home as the simulator takes it, without what a board needs."""
    home = tmp_path / "home.toml"
    text = Path(HOME).read_text("utf-8")
    for line in ("boiler_pin = 13", "immersion_pin = 19"):
        text = text.replace(line, "#")
    home.write_text(text, "utf-8")
    return home


@pytest.mark.parametrize("command", (("deploy",), ("board", "sim")))
def test_no_board_takes_a_home_that_lacks_a_wire(command, unwired):
    done = splitstat(*command, str(unwired))
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "boiler_pin is missing; hot_water.immersion_pin is missing" in done.stderr


def test_check_warns_of_what_a_board_lacks(unwired):
    done = splitstat("check", str(unwired))
    assert done.returncode == 0
    assert done.stderr.count("a board needs it; the simulator does not") == 2
    assert splitstat("check", HOME).stderr == ""


WIRING = (
    ('unit = "lg_therma_v"', 'unit = "lg_therma"', 'did you mean "lg_therma_v"?'),
    ('unit = "lg_therma_v"', 'unit = "gree.yaw1f"', "whole_home.unit"),
    ("boiler_pin = 13", "boiler_pin = 19", "pin 19 is taken by whole_home.boiler_pin"),
    ("boiler_pin = 13", "boiler_pin = 34", "pin 34 has no output"),
    ("boiler_pin = 13", "boiler_pin = 17", "pin 17 is taken by bus rs485"),
    ("pump_pin = 18", "sg_ready_pins = [18]", "allowed are two, or none"),
    ('kind = "ds18b20"\npin = 33', 'kind = "push"', "hot_water.sensor.2.kind"),
    (
        "mixing_valve = true",
        "mixing_valve = true\nsensors = 1",
        "there are 2 [[hot_water.sensor]]",
    ),
)


@pytest.mark.parametrize(("was", "put", "said"), WIRING, ids=[each[2] for each in WIRING])
def test_mistakes_in_the_wiring_are_named(tmp_path, was, put, said):
    text = Path(HOME).read_text("utf-8")
    assert was in text
    home = tmp_path / "home.toml"
    home.write_text(text.replace(was, put, 1), "utf-8")
    with pytest.raises(HomeError) as caught:
        home_file.load(home)
    assert said in str(caught.value)
