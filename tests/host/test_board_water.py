"""A whole home on a virtual board: probes in the tank, relays, the heat pump over Modbus; its page
and its broker; a proof against legionella outlives a power cut, and frost duty the loss of the
home file."""

import json

import pytest

from board_homes import healthy, hurry, page, put
from mqtt_peers import Witness, wait_for
from page_boards import TOKEN
from splitstat_cli import vms
from splitstat_cli.board_virtual import VirtualBoard

PORT = 18396
HOME = "host_sim/homes/house_on_water.toml"
FAST = 20
STATE = "splitstat/main/plant/state"

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


@pytest.fixture(scope="module")
def board(tmp_path_factory, broker):
    """In a cold house with a tank that is hot from the start, so that its first cycle is short."""
    home = tmp_path_factory.mktemp("home") / "water.toml"
    with open(HOME, encoding="utf-8") as file:
        home.write_text(file.read().replace("[hot_water]", "[hot_water]\nhygiene_minutes = 3"))
    secrets = {"token": TOKEN}
    there = ("127.0.0.1", broker.port)
    with VirtualBoard(
        home, speed=FAST, http=PORT, start_c=17.0, secrets=secrets, mqtt=there
    ) as made:
        tank = made.plant.plant.water_sides[0].tank
        tank.nodes[:] = [63.0] * len(tank.nodes)
        made.start()
        healthy(made)
        hurry(made, FAST)
        yield made
        assert made.violations == []


def plant(board) -> dict:
    return page(board, PORT).json("/api/state")["board"]["plant"]


def told(board):
    return board.server.do(lambda: board.plant.plant.water_sides[0].command)


def test_the_machine_and_the_relays_are_told(board):
    """The rooms are cold: the heat pump heats, by its register map; the pump's relay closes, and
    the kitchen's zone opens."""
    board.wait(lambda: told(board).heat_pump == "heat", 60, "heat")
    command = told(board)
    assert command.pump and command.boiler == "off"
    assert 4000 <= command.flow_cdeg <= 5600
    kitchen = board.plant.plant.heads[1]
    board.wait(lambda: kitchen.command.mode == "heat", 20, "the kitchen's valve")
    assert board.server.do(lambda: board.plant.on_pins[0].gateway.refusals) == 0


def test_a_proof_is_measured_and_shown(board):
    """Both probes have been at 60 degC for the three minutes."""
    board.wait(lambda: plant(board)["hot_water"]["proofs"] == 1, 60, "a proof")
    said = plant(board)
    tank = said["hot_water"]
    assert tank["proof"] == "bottom" and tank["proved_min"] <= 30 and not tank["overdue"]
    assert tank["upper_cdeg"] > 5500 and tank["lower_cdeg"] > 5500
    assert said["unit_fault"] is None and said["faults"] == [] and said["supply_cdeg"] is not None


def test_the_page_asks_and_is_refused_politely(board):
    line = page(board, PORT)
    assert line.ask("POST", "/api/plant/ask", {"word": "setpoint", "a": 4800})[0] == 200
    code, _, text = line.ask("POST", "/api/plant/ask", {"word": "setpoint", "a": 9000})
    assert code == 400 and "allowed: 4000 to 7000 cdeg" in text
    assert line.ask("POST", "/api/plant/ask", {"word": "explode"})[0] == 400
    code, _, text = line.ask("POST", "/api/plant/ask", {"word": "prices", "a": [0, 7, 300]})
    assert code == 400 and "15, 30 or 60" in text
    prices = {"word": "prices", "a": [14000000, 60] + [300] * 24}
    assert line.ask("POST", "/api/plant/ask", prices)[0] == 200
    assert line.json("/api/state")["board"]["plant"]["hot_water"]["setpoint_cdeg"] == 4800


def test_energy_is_kept_by_use_and_a_meter_counts(board):
    line = page(board, PORT)

    def heat():
        (month,) = line.json("/api/plant/energy")
        return month["heat"]

    board.wait(lambda: heat()["wh"] > 20, 60, "electricity")
    said = heat()
    assert said["heat_wh"] > said["wh"] and said["starts"] >= 1
    assert said["metered_wh"] == 0 and said["error_wh"] * 2 >= said["wh"]  # its size is not told
    for _ in range(4):
        assert line.ask("POST", "/api/plant/ask", {"word": "power", "a": 1500})[0] == 200
        before = board.now_s
        board.wait(lambda before=before: board.now_s > before + 60, 20, "a minute")
    later = line.json("/api/state")["board"]["plant"]["energy"]
    assert sum(later[use]["metered_wh"] for use in ("heat", "water", "standby")) > 50


def test_home_assistant_is_told_and_may_ask(board, broker):
    witness = Witness(broker.port, ("homeassistant/#", "splitstat/#"))
    try:
        config = "homeassistant/water_heater/splitstat_main_plant/tank/config"
        wait_for(lambda: config in witness.last, 30)
        heater = json.loads(witness.last[config])
        assert heater["max_temp"] == 70 and heater["modes"] == ["heat_pump", "performance"]
        sensor = json.loads(
            witness.last[config.replace("water_heater", "sensor")[:-11] + "kwh_heat/config"]
        )
        assert sensor["dev_cla"] == "energy" and sensor["stat_cla"] == "total_increasing"
        tank = board.plant.plant.water_sides[0].tank
        board.server.do(lambda: tank.nodes.__setitem__(slice(None), [44.0] * len(tank.nodes)))
        wait_for(lambda: plant(board)["hot_water"]["lower_cdeg"] < 4600, 30)
        assert not plant(board)["hot_water"]["filling"]  # the upper sensor has enough
        witness.say("splitstat/main/plant/set/mode", "performance")
        wait_for(lambda: '"boost": true' in witness.last.get(STATE, ""), 30)
        said = json.loads(witness.last[STATE])
        assert said["text"].startswith(("heating: ", "hot_water: ", "idle: "))
        assert said["hot_water"]["filling"] and said["hot_water"]["reason"][0] == "boost"
        witness.say("splitstat/main/plant/set/mode", "heat_pump")
        wait_for(lambda: '"boost": false' in witness.last[STATE], 30)
    finally:
        witness.stop()


def test_the_proof_outlives_a_power_cut(board):
    before = board.console.count("splitstat: healthy")
    board.cut_power()
    wired = board.plant.on_pins[0]
    board.wait(lambda: not any(map(wired.closed, (13, 18, 19, 23))), 10, "open relays")
    board.start()
    healthy(board, before + 1, 40)
    tank = plant(board)["hot_water"]
    assert tank["proved_min"] is not None and tank["proved_min"] < 1440 + 60
    assert tank["setpoint_cdeg"] == 4800 and not tank["due"]


def test_without_its_home_file_the_plant_has_frost_duty_alone(board):
    """The rooms are cold and the tank is not full, and nothing heats: until the water is cold."""
    before = board.console.count("splitstat: healthy")
    board.cut_power()
    put(board, {"home.json": b"\x07\x0d\xff", "a/home.json": b""})
    board.start()
    healthy(board, before + 1, 40)
    wired, water = board.plant.on_pins[0], board.plant.plant.water_sides[0]

    def relays():
        return [pin for pin in (13, 18, 19) if wired.closed(pin)]

    board.wait(lambda: told(board).heat_pump == "off", 20, "rest")
    start_s = board.now_s
    while board.now_s < start_s + 120:
        assert told(board).heat_pump == "off" and relays() == []
    assert wired.closed(23)  # the zone of a room that nobody knows

    def freezes():
        water.supply_c = water.return_c = 6.0
        return water.command.heat_pump == "heat"

    board.wait(lambda: board.server.do(freezes), 30, "frost duty")
    board.wait(lambda: relays() == [18], 10, "the pump alone")
    assert told(board).flow_cdeg == 3500
