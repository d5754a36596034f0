"""The wizard on a virtual board, asked as its page asks: from an empty board to a controlled room,
with the plug pulled at every step."""

import gzip
import json
import socket
import time

import pytest

from board_homes import bedroom, healthy, hurry, page
from splitstat.control.types import OFF, UnitCommand
from splitstat_cli import home_file, vms
from test_virtual_board_heap import ROOMS_KIB

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)
ANSWERS = {
    "name": "bedroom", "tz": [60, 120, [3, 5, 0, 120], [10, 5, 0, 180]],
    "heat_cdeg": 2100, "cool_cdeg": 2600, "setback_heat_cdeg": 1700, "setback_cool_cdeg": 2800,
    "blocks": [[None, 2100, 2600, 1, 420], [None, 1700, 2800, 0, 1320]], "sleep": [],
}  # fmt: skip
PRESSES = {
    "off": OFF,
    "cool": UnitCommand("cool", 2200, "auto", None, False),
    "heat": UnitCommand("heat", 2200, "auto", None, False),
}


class Wizard:
    """The page of a board, as far as it asks."""

    def __init__(self, board, port: int):
        self.board = board
        self.port = port
        self.page = page(board, port)

    def state(self) -> dict:
        return self.page.json("/api/setup")

    def ask(self, word: str, code=200, **body) -> dict:
        found, _, text = self.page.ask("POST", f"/api/setup/{word}", body)
        assert found == code, (word, text)
        return json.loads(text)

    def job(self, word: str, timeout_s=30.0, **body) -> dict:
        self.ask(word, **body)
        return self.ended(timeout_s)

    def ended(self, timeout_s=30.0) -> dict:
        end = time.monotonic() + timeout_s
        while (job := self.state()["job"])["state"] == "runs":
            assert time.monotonic() < end, job
            time.sleep(0.1)
        assert job["state"] == "done", job
        return job

    def pull_the_plug(self):
        """And in again: what was answered is still there."""
        before = self.state()["facts"]
        self.board.cut_power()
        starts = self.board.console.count("splitstat: healthy")
        self.board.start()
        healthy(self.board, starts + 1)
        self.page = page(self.board, self.port)
        assert self.state()["facts"] == before


def test_from_an_empty_board_to_a_controlled_room(tmp_path):
    more = {"speed": 4, "http": 18300, "start_c": 16.0, "heap_kib": ROOMS_KIB}
    with bedroom(tmp_path, first_run=True, **more) as board:
        board.state.radio.air = {"home": "password", "next door": "other"}
        board.start()
        healthy(board)
        wizard = Wizard(board, 18300)
        assert wizard.page.ask("GET", "/api/setup", logged_in=False)[0] == 401

        networks = wizard.job("networks")["found"]
        assert sorted(name for name, _, _ in networks) == ["home", "next door"]
        wizard.ask("wifi", ssid="home", password="not that one")
        board.wait(lambda: wizard.state()["wifi"].get("why") == "wrong_password", 40, "a refusal")
        assert wizard.state()["facts"]["step"] == "wifi"
        wizard.ask("wifi", ssid="home", password="password")
        board.wait(lambda: wizard.state()["wifi"]["state"] == "connected", 40, "the network")
        assert "password" not in json.dumps(wizard.state())
        wizard.pull_the_plug()

        sensors = wizard.job("sensors", kind=None)["found"]
        assert [each["kind"] for each in sensors] == ["sht4x"]
        assert abs(sensors[0]["cdeg"] - 1600) < 100
        wizard.ask("parts", lamp=25, receiver=25, sensor=0, code=400)
        wizard.ask("parts", lamp=25, receiver=23, sensor=0)
        wizard.pull_the_plug()

        for want, command in PRESSES.items():
            wizard.ask("press", want=want)
            time.sleep(0.3)
            board.press("bedroom", command)
            assert wizard.ended()["fits"] >= 1
            wizard.pull_the_plug()
        fits = wizard.state()["facts"]["fits"]
        assert fits[0][0] == "gree.yaw1f" and len(fits) == 1
        assert board.frames == []  # the unit is left alone

        wizard.ask("step", to="aim", code=409)
        wizard.ask("step", to="beep")
        wizard.job("try", unit="gree.yaw1f", mode=None)
        assert board.frames[-1].command.mode == "heat"
        wizard.pull_the_plug()
        wizard.ask("answer", beep=True, start=True)
        before = len(board.frames)
        wizard.job("aim", timeout_s=40)
        assert len(board.frames) - before == 10
        wizard.ask("beeps", beeps=10)
        wizard.pull_the_plug()

        wizard.ask("test", mode=None)
        board.wait(lambda: "testing" in wizard.state()["facts"], 20, "the test")
        board.cut_power()
        board.start()
        healthy(board, board.console.count("splitstat: healthy") + 1)
        wizard.page = page(board, 18300)
        board.wait(lambda: board.frames[-1].command.setpoint_cdeg == 2100, 20, "what is safe")
        assert "testing" not in wizard.state()["facts"]
        wizard.ended()
        wizard.ask("test", mode=None)
        hurry(board, 60)
        board.wait(lambda: wizard.state()["facts"]["step"] == "room", 60, "the room's answer")
        hurry(board, 4)
        assert wizard.state()["facts"]["test"]["verdict"] == "moved"
        assert board.frames[-1].command.setpoint_cdeg == 2100

        for command in (frame.command for frame in board.frames):
            low, high = {"heat": (1800, 2400), "cool": (2200, 2900)}[command.mode]
            assert low <= command.setpoint_cdeg <= high  # safe as the last word

        wizard.ask("room", **{**ANSWERS, "name": "Bed room"}, code=400)
        wizard.ask("room", **{**ANSWERS, "cool_cdeg": 2200}, code=400)
        wizard.ask("room", **{**ANSWERS, "tz": [60, "x"]}, code=400)
        always = [[None, 2100, 2600, 1, 0]]
        wizard.ask("room", **{**ANSWERS, "blocks": always})
        wizard.pull_the_plug()
        starts = board.console.count("splitstat: healthy")
        wizard.ask("done")
        healthy(board, starts + 1)
        hurry(board, 60)
        shown = page(board, 18300)
        board.wait(
            lambda: shown.json("/api/state")["rooms"][0]["action"] == "heating", 60, "control"
        )
        frame = next(f.command for f in reversed(board.frames))
        assert frame.mode == "heat" and frame.setpoint_cdeg >= 2100
        assert not board.state.radio.active[1]
        assert board.violations == []


def test_the_home_is_the_one_that_deploy_would_write(tmp_path):
    """Pure: the answers of a wizard, and the home file that says the same."""
    from splitstat.app import first_run_home
    from splitstat_cli import first_tree

    class Setup:
        board = "splitstat-6900"
        facts = {
            "lamp": 26, "receiver": 23, "unit": "mitsubishi_ac",
            "sensor": {"kind": "ds18b20", "port": None, "pin": 27, "address": None},
            "room": {
                **ANSWERS,
                "blocks": [
                    [None, 2100, 2600, 1, 1020, 2460, 3900, 5340, 6780, 8100, 9540],
                    [None, 1700, 2800, 0, 1380, 2820, 4260, 5700, 7140, 8580, 10020],
                ],
            },
        }  # fmt: skip

        def file(self, name):
            assert name == "first_run.json"
            path = tmp_path / name
            path.write_text(json.dumps({"home": first_tree.template("esp32_devkitc")}))
            return path.open()

    home = tmp_path / "home.toml"
    home.write_text("""
timezone = "Europe/Berlin"
[[board]]
name = "splitstat-6900"
kind = "esp32_devkitc"
[[room]]
name = "bedroom"
unit = "mitsubishi_ac"
board = "splitstat-6900"
pin = 26
receiver_pin = 23
heat = 21.0
cool = 26.0
occupied = ["mon-fri 17:00-23:00", "sat,sun 15:00-23:00"]
[[room.sensor]]
kind = "ds18b20"
pin = 27
""")
    assert first_run_home.home_of(Setup()) == home_file.load(home).by_board["splitstat-6900"]


def test_the_access_point_leads_to_the_page(tmp_path):
    """Names and probes, as a phone asks for them; no longer once the point is closed."""
    with bedroom(tmp_path, first_run=True, speed=1, http=18301) as board:
        board.start()
        healthy(board)
        shown = page(board, 18301)
        for path, host in (
            ("/generate_204", "connectivitycheck.gstatic.com"),
            ("/hotspot-detect.html", "captive.apple.com"),
            ("/connecttest.txt", "www.msftconnecttest.com"),
            ("/anything", "example.org"),
            ("/success.txt", "127.0.0.1:18301"),
        ):
            code, head, _ = shown.ask("GET", path, Host=host, logged_in=False)
            assert code == 302
            assert "Location: http://127.0.0.1:18301/\r\n" in head
        assert shown.ask("POST", "/api/login", {}, Host="example.org", logged_in=False)[0] == 403
        shell = shown.raw(b"GET / HTTP/1.1\r\nHost: 127.0.0.1:18301\r\n\r\n")
        head, _, packed = shell.partition(b"\r\n\r\n")
        assert b" 200 " in head and b"setup" in gzip.decompress(packed)
        question = b"\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x03www\x07example\x03com\x00"
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
            wire.settimeout(5)
            wire.bind(("127.0.0.1", 13053))  # in the range of ports that boards answer to
            port = 12000 + (53 + 97 * 18301) % 20000
            wire.sendto(question + b"\x00\x01\x00\x01", ("127.0.0.1", port))
            answer = wire.recv(512)
        assert answer[:2] == b"\x12\x34" and answer[-4:] == bytes([127, 0, 0, 1])
