"""A board on the 64-bit MicroPython VM in a real Home Assistant: it appears, shows its rooms and
is told what to do by service calls."""

import time
import urllib.error

import pytest

from home_assistant_peer import HomeAssistant
from mqtt_peers import TOP, BoardProcess, Mosquitto, Witness, wait_for

BEDROOM = "climate.bedroom"
# What Home Assistant warns of at every start, whatever runs in it.
USUAL = ("skip-pip", "Support for the running Python version", "Skipping pip installation")


class Scene:
    def __init__(self, folder):
        self.broker = Mosquitto(folder)
        self.witness = Witness(self.broker.port)
        self.board = BoardProcess("micropython", folder, self.broker.port)
        wait_for(self.board.connected)
        self.home = HomeAssistant(folder, self.broker.port)
        wait_for(lambda: self.home.entity("climate.living_room"), 30)

    def asked(self):
        """What the house was asked since the last time."""
        found, self.board.asked = self.board.asked, []
        return found

    def calls(self, service, *events, **data):
        """A service call of the bedroom asks the house this, in this order."""
        self.asked()
        self.home.call(service, BEDROOM, **data)
        wait_for(lambda: len(self.board.asked) >= len(events))
        assert self.asked() == [list(event) for event in events]

    def in_mode(self, mode):
        self.calls("set_hvac_mode", (0, "mode", mode, None), hvac_mode=mode)
        wait_for(lambda: self.home.entity(BEDROOM)["state"] == mode)

    def shows(self, seconds=10, **wanted):
        """The bedroom shows these attributes at last."""

        def same():
            entity = self.home.entity(BEDROOM) or {}
            return all(entity.get(key) == value for key, value in wanted.items())

        wait_for(same, seconds, 0.1)


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    scene = Scene(tmp_path_factory.mktemp("home_assistant"))
    yield scene
    scene.home.stop()
    scene.board.stop()
    scene.witness.stop()
    scene.broker.stop()


def test_the_room_appears(scene):
    scene.shows(current_temperature=20.5, current_humidity=45, preset_mode="none")
    entity = scene.home.entity(BEDROOM)
    assert entity["state"] == "heat_cool"
    modes = {"off", "heat", "cool", "heat_cool", "dry", "fan_only"}
    assert set(entity["hvac_modes"]) == modes
    assert entity["fan_modes"] == ["auto", "low", "medium", "high"]
    assert entity["swing_modes"] == ["auto", "highest", "high", "middle", "low", "lowest"]
    assert entity["preset_modes"] == ["none", "away", "boost", "hold"]
    assert (entity["target_temp_low"], entity["target_temp_high"]) == (19.0, 25.0)
    assert entity["temperature"] is None
    assert entity["hvac_action"] in ("idle", "off", "heating", "cooling")
    assert entity["provenance"] == "assumed"
    assert entity["reason"].startswith(entity["action"] + ": ")
    assert entity["defrosting"] is False


def test_its_sensors_appear(scene):
    def sensor(name, kind="sensor"):
        return wait_for(lambda: scene.home.entity(f"{kind}.{name}"))

    assert sensor("bedroom_temperature")["unit_of_measurement"] == "°C"
    assert float(sensor("bedroom_temperature")["state"]) == 20.5
    assert sensor("bedroom_humidity")["state"] == "45.0"
    assert sensor("bedroom_outdoor_temperature")["state"] == "7.0"
    assert sensor("bedroom_reason")["state"].partition(":")[0] in ("idle", "heating", "waiting")
    assert sensor("bedroom_problem", "binary_sensor")["state"] == "off"
    assert sensor("bedroom_unit_setpoint")["device_class"] == "temperature"
    assert sensor("bedroom_commands_in_the_last_hour")["state"].isdigit()
    assert int(sensor("esp32_devkitc_uptime")["state"]) >= 1000
    assert int(sensor("esp32_devkitc_free_heap")["state"]) > 0
    assert sensor("esp32_devkitc_wi_fi_signal")["state"] == "-61"


def test_modes(scene):
    for mode in ("cool", "dry", "fan_only", "off", "heat"):
        scene.in_mode(mode)
    scene.shows(temperature=19.0, target_temp_low=None, target_temp_high=None)


def test_one_temperature(scene):
    scene.in_mode("heat")
    scene.calls("set_temperature", (0, "setpoint", 2250, None), temperature=22.5)
    scene.shows(temperature=22.5, preset_mode="hold")


def test_a_temperature_with_its_mode(scene):
    scene.calls(
        "set_temperature",
        (0, "mode", "cool", None),
        (0, "setpoint", None, 2650),
        temperature=26.5,
        hvac_mode="cool",
    )
    scene.shows(temperature=26.5)
    assert scene.home.entity(BEDROOM)["state"] == "cool"


def test_low_and_high(scene):
    scene.in_mode("heat_cool")
    scene.calls(
        "set_temperature",
        (0, "setpoint", 1800, None),
        (0, "setpoint", None, 2600),
        target_temp_low=18,
        target_temp_high=26,
    )
    scene.shows(target_temp_low=18.0, target_temp_high=26.0, temperature=None)


def test_out_of_range_is_clamped(scene):
    scene.in_mode("heat")
    scene.asked()
    scene.home.call("set_temperature", BEDROOM, temperature=99)
    [[room, word, heat, cool]] = wait_for(lambda: scene.board.asked)
    assert (room, word, cool) == (0, "setpoint", None) and 3000 <= heat < 3500
    scene.shows(temperature=heat / 100)


def test_presets(scene):
    scene.calls("set_preset_mode", (0, "boost", 60, None), preset_mode="boost")
    scene.shows(preset_mode="boost")
    scene.calls("set_preset_mode", (0, "away", 1, None), preset_mode="away")
    scene.shows(preset_mode="away")
    scene.calls("set_preset_mode", (0, "resume", None, None), preset_mode="none")
    scene.shows(preset_mode="none")


def test_fan_and_louvres(scene):
    scene.calls("set_fan_mode", (0, "fan", "high", None), fan_mode="high")
    scene.calls("set_swing_mode", (0, "swing", "middle", None), swing_mode="middle")


def test_off_and_on(scene):
    scene.calls("turn_off", (0, "mode", "off", None))
    wait_for(lambda: scene.home.entity(BEDROOM)["state"] == "off")
    scene.calls("turn_on", (0, "mode", "heat_cool", None))
    wait_for(lambda: scene.home.entity(BEDROOM)["state"] == "heat_cool")


def test_an_echo_asks_nothing(scene):
    scene.asked()
    time.sleep(1.5)
    assert scene.asked() == []


def test_the_board_is_lost_and_comes_back(scene):
    """By the word of the broker, since a frozen process says nothing itself."""
    scene.witness.say(TOP + "status", "offline", retain=True)
    wait_for(lambda: scene.home.entity(BEDROOM)["state"] == "unavailable")
    scene.witness.say("homeassistant/status", "online")
    wait_for(lambda: scene.home.entity(BEDROOM)["state"] == "heat_cool")


def test_devices_are_described(scene):
    """Version, model and the address of the page, as the device's own page in Home Assistant."""

    def attribute(name):
        template = f"{{{{device_attr(device_id('{BEDROOM}'),'{name}')|tojson}}}}"
        return scene.home.ask("template", {"template": template})

    assert attribute("configuration_url") == "http://esp32_devkitc.local/"
    assert attribute("sw_version") == "0.1.0"
    assert attribute("model") == "gree.yaw1f"
    assert attribute("via_device_id")


def test_the_log_is_clean_and_removal_is_clean(scene):
    scene.shows(current_temperature=20.5)
    wrong = [
        line
        for line in scene.home.warnings()
        if (" WARNING " in line or " ERROR " in line) and not any(word in line for word in USUAL)
    ]
    assert wrong == []
    with pytest.raises(urllib.error.HTTPError):  # Home Assistant refuses it, and logs that
        scene.home.call("set_preset_mode", BEDROOM, preset_mode="party")
    scene.board.assert_well()
    scene.board.stop()
    for topic, text, _ in list(scene.witness.heard):
        if topic.endswith("/config") and text:
            scene.witness.say(topic, "", retain=True)
    wait_for(lambda: scene.home.entity(BEDROOM) is None)
    assert scene.home.entity("sensor.bedroom_temperature") is None
