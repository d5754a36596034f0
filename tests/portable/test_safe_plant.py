"""A whole-home system whose home file is lost: frost duty, from what was kept of its wires."""

from one_home import home
from splitstat.app.plant_rest import rest
from splitstat.app.safe import keep
from splitstat.app.safe_home import safe_home
from splitstat.control.plant_command import IDLE
from splitstat.control.types import Inputs, Outputs
from splitstat.control.whole_home import PlantInputs, WholeHome

SUPPLY = {"kind": "ds18b20", "port": None, "pin": 14, "address": None, "offset_cdeg": 30,
          "correction": [0, 0, 1000, 1000, 50]}  # fmt: skip
WIRES = {
    "unit": "lg_therma_v", "bus": "rs485", "address": 1, "line": [19200, 0],
    "pins": [None, None, 17, 13, 18, 19], "sg": [4, 5], "low": 1, "supply": SUPPLY, "tank": [],
}  # fmt: skip


class Nvs:
    def __init__(self):
        self.blobs = {}
        self.writes = 0

    def get_blob(self, key, buffer):
        if key not in self.blobs:
            raise OSError(-0x1102)
        blob = self.blobs[key]
        buffer[: len(blob)] = blob
        return len(blob)

    def set_blob(self, key, data):
        self.blobs[key] = bytes(data)

    def commit(self):
        self.writes += 1


def on_water(heat_pump=1, boiler=1):
    found = home()
    found["rooms"][0].update({"unit": "valve", "pin": 23, "line": [19200, 0]})
    found["whole_home"] = {"heat_pump": heat_pump, "boiler": boiler, "wires": WIRES}
    return found


def guard(config, supply, seconds):
    """(commands) of a lost home in which nobody knows a room."""
    control = WholeHome(config, [0])
    plant = PlantInputs(config)
    inputs, outputs = Inputs([1]), Outputs(1, 1)
    told = []
    for now_s in range(0, seconds, 30):
        plant.supply_cdeg = supply(now_s)
        control.step(now_s, None, inputs, outputs, plant)
        if not told or told[-1] != control.command:
            told.append(control.command)
    return told


def kept(home):
    nvs = Nvs()
    keep(nvs, home)
    return nvs, safe_home(nvs)


def test_its_wires_come_back():
    nvs, lost = kept(on_water())
    wires = lost["whole_home"]["wires"]
    for key in ("unit", "bus", "address", "line", "pins", "sg", "low"):
        assert wires[key] == WIRES[key], key
    assert wires["supply"] == {key: SUPPLY[key] for key in wires["supply"]}
    assert wires["supply"]["pin"] == 14 and wires["tank"] == []
    room = lost["rooms"][0]
    assert (room["unit"], room["pin"], room["line"]) == ("valve", 23, [19200, 0])
    assert max([len(blob) for blob in nvs.blobs.values()]) <= 200
    before = nvs.writes
    keep(nvs, on_water())
    assert nvs.writes == before


def test_a_warm_plant_is_left_at_rest():
    _, lost = kept(on_water())
    (idle,) = guard(lost["whole_home"], lambda now_s: 2500, 80000)
    assert (idle.heat_pump, idle.boiler, idle.immersion, idle.pump) == ("off", "off", False, False)


def test_cold_water_is_moved_and_warmed():
    for heat_pump, boiler in ((1, 1), (1, 0), (0, 1)):
        _, lost = kept(on_water(heat_pump, boiler))
        told = guard(lost["whole_home"], lambda now_s: 700 if now_s < 7200 else 1600, 14400)
        use = [(each.heat_pump, each.boiler, each.pump) for each in told]
        warms = ("heat", "off", True) if heat_pump else ("off", "heat", True)
        assert warms in use and use[-1] == ("off", "off", False), use
        for each in told:
            assert not each.immersion and each.tank_cdeg == told[0].tank_cdeg
            assert each.flow_cdeg == 3500
            assert "hot_water" not in (each.heat_pump, each.boiler)


def test_the_boiler_takes_over_where_the_heat_pump_fails():
    _, lost = kept(on_water())
    told = guard(lost["whole_home"], lambda now_s: 500, 7200)
    assert (told[-1].heat_pump, told[-1].boiler) == ("off", "heat")


def test_a_pump_that_stands_for_a_day_runs_for_a_minute():
    _, lost = kept(on_water())
    told = guard(lost["whole_home"], lambda now_s: None, 2 * 86400)
    assert [each.pump for each in told] == [False, True, False]
    assert {each.heat_pump for each in told} == {each.boiler for each in told} == {"off"}


class Plant:
    """As app/plant.py, whose scan goes on until the board goes."""

    def __init__(self, config):
        self.control = WholeHome(config, [0])
        self.inputs = PlantInputs(config)
        self.house = self.head = self
        self.outputs = [self]
        self.now_s = 0
        self.told = []
        self.shown = 0

    def scan(self):
        self.now_s += 5
        self.control.step(self.now_s, None, Inputs([1]), Outputs(1, 1), self.inputs)
        self.want(self.control.command)

    def want(self, command):
        self.told.append(command)

    def show(self, plant):
        assert plant.control.command is IDLE
        self.shown += 1


def test_a_planned_restart_leaves_the_machine_at_rest():
    _, lost = kept(on_water(1, 0))
    plant = Plant(lost["whole_home"])
    plant.inputs.supply_cdeg = 700
    plant.scan()
    assert plant.told[-1].heat_pump == "heat"
    rest(plant)
    assert plant.told[-1] is IDLE and plant.shown == 1
    for _ in range(4):
        plant.scan()
        assert plant.told[-1].heat_pump == "off"


def test_a_broken_copy_is_none_and_an_old_one_goes():
    nvs, _ = kept(on_water())
    whole = nvs.blobs["safe_plant"]
    for at in range(len(whole)):
        nvs.blobs["safe_plant"] = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        assert "whole_home" not in safe_home(nvs)
    nvs.blobs["safe_plant"] = whole
    keep(nvs, home())
    assert "whole_home" not in safe_home(nvs)


def test_what_older_firmware_kept_is_understood():
    from binascii import crc32

    from splitstat.app.packed import pack

    nvs = Nvs()
    out = bytearray()
    pack([["bedroom", "gree.yaw1f", "main", 25, None, None, "auto", 0]], out)
    out.extend(crc32(out).to_bytes(4, "big"))
    nvs.set_blob("safe", out)
    lost = safe_home(nvs)
    assert lost["rooms"][0]["line"] == (9600, None) and lost["rooms"][0]["blaster"] is None
