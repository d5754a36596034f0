"""Both ends of MQTT for the tests: a Mosquitto, a paho client, and the board's side as a process
on CPython or on the 64-bit MicroPython VM."""

import atexit
import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

from paho.mqtt import client as paho
from paho.mqtt.enums import CallbackAPIVersion

from conftest import need
from splitstat_cli import mpy, vms
from splitstat_cli.home_file import load

SCRIPT = Path(__file__).parent / "mqtt_on_board.py"
FLAT = Path(__file__).parents[2] / "host_sim" / "homes" / "flat.toml"
HEAP_KIB = 160
TOP = "splitstat/esp32_devkitc/"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@cache
def shipped() -> Path:
    """A folder with the firmware joined and compiled as boards get it, and the script for it; gone
    with this process."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, True)
    text = SCRIPT.read_text("utf-8")
    rooms = load(FLAT).compiled["rooms"]
    units = {f"splitstat.units.{room['unit'].partition('.')[0]}" for room in rooms}
    used = {f"splitstat.app.{part}" for part in ("home_assistant", "house", "loop", "mqtt_tls")}
    _, bundles = mpy.compile_bundles(vms.FIRMWARE.parent, sorted(used | units), folder)
    (folder / SCRIPT.name).write_text(bundles.script(text), "utf-8")
    return folder


def wait_for(what, seconds=60, every=0.02):
    """The first true result of what()."""
    end = time.monotonic() + seconds
    while True:
        result = what()
        if result:
            return result
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(every)


class Mosquitto:
    """The real broker, on loopback. lines: of its configuration beside the port."""

    def __init__(self, folder: Path, lines=("allow_anonymous true",), port=None):
        program = shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin")
        need(None if program else "mosquitto is not installed")
        self.port = port or free_port()
        config = folder / f"mosquitto_{self.port}.conf"
        text = (f"listener {self.port} 127.0.0.1", "persistence false", *lines)
        if os.getuid() == 0:
            text = ("user root", *text)
        config.write_text("\n".join(text) + "\n")
        assert program
        self.process = subprocess.Popen(
            [program, "-c", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for(self.answers)

    def answers(self):
        assert self.process.poll() is None, "mosquitto ended"
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class Witness:
    """A paho client that keeps all it hears: .heard as (topic, text, retained), .last by topic."""

    def __init__(self, port: int, topics=("#",), user=None, password=None):
        self.heard: list = []
        self.last: dict = {}
        self.client = paho.Client(CallbackAPIVersion.VERSION2)
        if user:
            self.client.username_pw_set(user, password)
        self.client.on_message = self._hear
        ready = threading.Event()
        self.client.on_subscribe = lambda *_: ready.set()
        self.client.connect("127.0.0.1", port)
        self.client.loop_start()
        self.client.subscribe([(topic, 1) for topic in topics])
        assert ready.wait(10)

    def _hear(self, client, data, message):
        text = message.payload.decode("utf-8", "replace")
        self.last[message.topic] = text
        self.heard.append((message.topic, text, message.retain))

    def say(self, topic: str, payload, qos=1, retain=False):
        sent = self.client.publish(topic, payload, qos, retain)
        sent.wait_for_publish(10)

    def state(self, room: str) -> dict:
        return json.loads(self.last.get(TOP + room + "/state", "{}"))

    def stop(self):
        self.client.disconnect()
        self.client.loop_stop()


class BoardProcess:
    """mqtt_on_board.py on a VM. .asked, .sends and .stats are what it printed so far."""

    def __init__(self, vm, folder: Path, port: int, settings=None, ca: Path | None = None):
        need(vms.missing(vm))
        compiled = folder / f"home_{port}.json"
        compiled.write_text(json.dumps(load(FLAT).compiled))
        given = folder / f"settings_{port}.json"
        given.write_text(json.dumps({"short": [1, 1, 2], **(settings or {})}))
        args = [compiled, "127.0.0.1", port, given, *([ca] if ca else [])]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        script = SCRIPT
        if vm == "cpython":
            environment["PYTHONPATH"] = str(vms.FIRMWARE.parent)
        else:
            script = shipped() / SCRIPT.name
            environment["MICROPYPATH"] = f".frozen:{shipped()}"
        line = vms.command(vm, script, args, (vms.FIRMWARE,), HEAP_KIB)
        self.asked: list = []
        self.sends: list = []
        self.stats: dict = {}
        self.other: list = []
        self.process = subprocess.Popen(
            line,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        assert self.process.stdout
        for line in self.process.stdout:
            word, _, rest = line.partition(" ")
            if word == "asked":
                self.asked.append(json.loads(rest))
            elif word == "sends":
                self.sends.append(json.loads(rest))
            elif word == "stats":
                self.stats = json.loads(rest)
            else:
                self.other.append(line)

    def connected(self):
        assert self.process.poll() is None, "".join(self.other)
        return self.stats.get("network") == "connected"

    def assert_well(self, late_ms=1000):
        """Control was never late and every task lives."""
        assert self.process.poll() is None, "".join(self.other)
        assert self.stats["dead"] == 0, "".join(self.other)
        assert self.stats["late_ms"] < late_ms
        assert not self.other, "".join(self.other)

    def stop(self):
        self.process.kill()
        self.process.wait(10)
