"""The board's MQTT client against a real broker, with a second client beside it."""

import json

import pytest

from mqtt_peers import TOP, BoardProcess, Mosquitto, Witness, wait_for

ROOMS = ("bedroom", "office", "living_room")


@pytest.fixture(params=("cpython", "micropython"))
def machine(request):
    return request.param


class Scene:
    """A broker, a witness and a board that is connected."""

    def __init__(self, machine, folder, **settings):
        self.broker = Mosquitto(folder)
        self.witness = Witness(self.broker.port)
        self.board = BoardProcess(machine, folder, self.broker.port, settings)
        wait_for(lambda: self.board.connected() and self.witness.state("living_room"))

    def stop(self):
        self.board.stop()
        self.witness.stop()
        self.broker.stop()


@pytest.fixture
def scene(machine, tmp_path):
    scene = Scene(machine, tmp_path)
    yield scene
    scene.stop()


def command(scene, room, key, text, retain=False):
    scene.witness.say(f"{TOP}{room}/set/{key}", text, retain=retain)


def asked(scene, event):
    return wait_for(lambda: event in scene.board.asked)


def test_a_board_shows_its_rooms(scene):
    witness = scene.witness
    assert witness.last[TOP + "status"] == "online"
    for room, cdeg in zip(ROOMS, (2050, 2150, 2250), strict=True):
        wait_for(lambda room=room: witness.state(room)["room_cdeg"])
        state = witness.state(room)
        assert state["name"] == room and state["wish"] == "heat_cool"
        assert abs(state["room_cdeg"] - cdeg) <= 50
        assert state["humidity_cpct"] == 4500
        assert state["text"].startswith(state["action"] + ": ")
    wait_for(lambda: TOP + "diagnostics" in witness.last)
    assert json.loads(witness.last[TOP + "diagnostics"])["rssi"] == -61
    configs = [topic for topic in witness.last if topic.startswith("homeassistant/")]
    for topic in configs:
        if witness.last[topic]:
            json.loads(witness.last[topic])
    assert sum("/climate/" in topic for topic in configs) == 3
    scene.board.assert_well()


def test_commands_arrive_once_and_change_the_state(scene):
    command(scene, "bedroom", "mode", "heat")
    command(scene, "bedroom", "temperature", "22.5")
    asked(scene, [0, "setpoint", 2250, None])
    wait_for(lambda: scene.witness.state("bedroom")["heat_cdeg"] == 2250)
    state = scene.witness.state("bedroom")
    assert state["wish"] == "heat" and state["why"] == "hold"
    for key, text, event in (
        ("preset", "away", [0, "away", 1, None]),
        ("preset", "boost", [0, "boost", 60, None]),
        ("preset", "hold", [0, "hold", -1, None]),
        ("preset", "none", [0, "resume", None, None]),
        ("fan", "high", [0, "fan", "high", None]),
        ("swing", "middle", [0, "swing", "middle", None]),
        ("low", "19", [0, "setpoint", 1900, None]),
        ("high", "25.04", [0, "setpoint", None, 2504]),
        ("hold", "90", [0, "hold", 90, None]),
    ):
        command(scene, "bedroom", key, text)
        asked(scene, event)
    assert len(scene.board.asked) == 11
    scene.board.assert_well()


def test_a_single_temperature_moves_both(scene):
    state = scene.witness.state("office")
    half = (state["cool_cdeg"] - state["heat_cdeg"]) // 2
    command(scene, "office", "temperature", "23")
    asked(scene, [1, "setpoint", 2300 - half, 2300 + half])
    command(scene, "office", "temperature", "80")
    asked(scene, [1, "setpoint", 3500 - 2 * half, 3500])


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("mode", "HEAT"),
        ("mode", ""),
        ("temperature", "nan"),
        ("temperature", "22,5"),
        ("temperature", "1e3"),
        ("temperature", "inf"),
        ("temperature", "--5"),
        ("temperature", "true"),
        ("fan", "turbo"),
        ("swing", "sideways"),
        ("preset", "party"),
        ("hold", "99999"),
    ],
)
def test_nonsense_is_refused_in_words(shared, key, text):
    shared.witness.last.pop(TOP + "bedroom/refused", None)
    command(shared, "bedroom", key, text)
    assert wait_for(lambda: shared.witness.last.get(TOP + "bedroom/refused"))
    assert shared.board.asked == []
    shared.board.assert_well()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    scene = Scene("micropython", tmp_path_factory.mktemp("mqtt"))
    yield scene
    scene.stop()


def test_what_makes_no_sense_is_dropped(shared):
    before = len(shared.board.asked)
    for topic, payload in (
        (TOP + "bedroom/set/mode", b"\xff\xfe"),
        (TOP + "bedroom/set/mode", b"h" * 10000),
        (TOP + "bedroom/set/nothing", "1"),
        (TOP + "attic/set/mode", "heat"),
        (TOP + "bedroom/sensor/x", "21"),
        (TOP + "bedroom/sensor/7", "21"),
        (TOP + "bedroom/sensor/0", ""),
        (TOP + "outdoor", "warm"),
    ):
        shared.witness.say(topic, payload)
    command(shared, "office", "mode", "dry")
    wait_for(lambda: shared.board.asked[before:] == [[1, "mode", "dry", None]])
    assert shared.board.connected()
    shared.board.assert_well()


def test_retained_commands_are_not_wishes(machine, tmp_path):
    broker = Mosquitto(tmp_path)
    witness = Witness(broker.port)
    for n in range(1000):
        witness.client.publish(f"{TOP}bedroom/set/{n}", "heat", 0, True)
    for key, text in (("mode", "off"), ("temperature", "30"), ("preset", "away")):
        witness.say(f"{TOP}bedroom/set/{key}", text, retain=True)
    board = BoardProcess(machine, tmp_path, broker.port)
    wait_for(lambda: board.connected() and witness.state("living_room"))
    witness.say(f"{TOP}office/set/mode", "heat")
    wait_for(lambda: board.asked == [[1, "mode", "heat", None]])
    board.assert_well()
    board.stop()
    witness.stop()
    broker.stop()


def test_a_flood_leaves_the_last_word(scene):
    for n in range(1000):
        scene.witness.client.publish(f"{TOP}bedroom/set/low", f"{18 + n % 5}.{n % 10}", 1)
    scene.witness.say(f"{TOP}bedroom/set/mode", "heat")
    scene.witness.say(f"{TOP}bedroom/set/low", "21.37")
    asked(scene, [0, "setpoint", 2137, None])
    wait_for(lambda: scene.witness.state("bedroom")["heat_cdeg"] == 2137)
    assert len(scene.board.asked) < 300
    scene.board.assert_well()


def test_the_last_will_and_the_return(scene):
    assert scene.witness.last[TOP + "status"] == "online"
    scene.board.process.kill()
    wait_for(lambda: scene.witness.last[TOP + "status"] == "offline")


def test_a_broker_that_goes_comes_back(scene, tmp_path):
    scene.broker.stop()
    wait_for(lambda: not scene.board.connected())
    broker = Mosquitto(tmp_path, port=scene.broker.port)
    witness = Witness(broker.port)
    wait_for(lambda: witness.last.get(TOP + "status") == "online")
    wait_for(lambda: witness.state("living_room"))
    witness.say(f"{TOP}office/set/mode", "cool")
    asked(scene, [1, "mode", "cool", None])
    scene.board.assert_well()
    witness.stop()
    broker.stop()


def test_home_assistant_starting_anew_is_told_again(scene):
    wait_for(lambda: TOP + "diagnostics" in scene.witness.last)
    before = len(scene.witness.heard)
    scene.witness.say("homeassistant/status", "online")

    def again():
        topics = [topic for topic, _, _ in scene.witness.heard[before:]]
        return sum(topic.endswith("/climate/config") for topic in topics) == 3 and (
            TOP + "office/state" in topics
        )

    wait_for(again)


def test_entities_can_be_taken_back(tmp_path):
    scene = Scene("cpython", tmp_path, hidden=True)
    configs = [t for t, _, _ in scene.witness.heard if t.endswith("/config")]
    assert len(configs) == 3 * 8 + 3
    assert not any(scene.witness.last[topic] for topic in configs)
    scene.stop()
