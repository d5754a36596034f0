"""The compiled simulator: what is found out about the sources, that a stale one is never taken,
and that it decides as the plain one does."""

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

from conftest import need
from host_sim.native import fresh
from host_sim.native.kinds import c_type, kind
from host_sim.native.program import Program
from host_sim.native.translate import Translator
from source_files import REPOSITORY

HOME = """
from toy.tank import HOTTEST, Tank

class House:
    def __init__(self, tanks):
        self.tanks = [Tank(20.0, n) for n in range(tanks)]
        self.warmest = None
        self.steps = 0

    def step(self, heat_w: float):
        self.steps += 1
        for tank in self.tanks:
            if tank.warm(heat_w) > HOTTEST:
                self.warmest = tank

    def first(self):
        return self.tanks[0].c
"""
TANK = """
from math import exp, floor

HOTTEST = 60

class Tank:
    __slots__ = ("c", "n", "word")

    def __init__(self, c, n):
        self.c = c
        self.n = n
        self.word = None

    def warm(self, w):
        self.c += w * exp(-1.0)
        if floor(self.c) > HOTTEST:
            self.word = "hot"
        return self.c
"""


@pytest.fixture
def toy():
    return Program({"toy.house": HOME, "toy.tank": TANK})


def of(program, name) -> dict:
    """What the objects of a class hold, in C."""
    cls = next(cls for cls in program.classes if cls.name == name)
    found = {word: c_type(held) for word, held in cls.held.items()}
    return {word: getattr(what, "name", what) for word, what in found.items()}


def test_what_names_hold_is_found(toy):
    assert of(toy, "Tank") == {"c": "double", "n": "long", "word": None}
    assert of(toy, "House") == {"tanks": None, "warmest": "Tank", "steps": "long"}


def test_what_may_be_absent_or_of_two_kinds_stays_an_object():
    assert c_type(kind("int", "none")) is None
    assert c_type(kind("int", "bool")) is None
    assert c_type(kind("int", "other")) is None
    assert c_type(kind("int", "float")) == "double"
    assert c_type(kind(("tuple", (kind("float"), kind("float"))))) == "(double, double)"


def test_an_annotation_is_the_last_word():
    text = "class A:\n    def __init__(self, facts):\n        self.w: float = facts['w']\n"
    assert of(Program({"toy.a": text}), "A") == {"w": "double"}
    assert of(Program({"toy.a": text.replace(": float", "")}), "A") == {"w": None}


def test_a_module_as_cython_takes_it(toy):
    native = {"toy.house", "toy.tank"}
    text, declared = Translator(toy, "toy.house", native, {"HOTTEST": 60}).texts()
    assert "> 60" in text
    assert "cython.cast(Tank__toy_tank, self.tanks[0], typecheck=True).c" in text
    assert "from toy.tank cimport Tank as Tank__toy_tank" in declared
    assert "cpdef object step(self, double heat_w)" in declared
    text, declared = Translator(toy, "toy.tank", native, {"HOTTEST": 60}).texts()
    assert "from cython.cimports.libc.math import exp" in text and "import floor" in text
    assert "__slots__" not in text
    assert "cpdef double warm(self, double w)" in declared


def test_a_stale_one_is_never_taken(monkeypatch):
    monkeypatch.delenv(fresh.PLAIN, raising=False)
    today = fresh.folder()
    assert fresh.folder() == today
    changed = {**fresh.texts(), "splitstat.control.zone": "# another line\n"}
    monkeypatch.setattr(fresh, "texts", lambda: changed)
    assert fresh.folder() != today
    assert not fresh.ready()


def test_it_is_not_mixed_with_what_has_been_imported(monkeypatch, tmp_path):
    import splitstat.control.zone  # noqa: F401

    monkeypatch.delenv(fresh.PLAIN, raising=False)
    monkeypatch.setattr(fresh, "KEPT", tmp_path)
    monkeypatch.setattr(fresh, "folder", lambda: tmp_path)
    before = list(sys.meta_path)
    assert fresh.ready() and not fresh.use()
    monkeypatch.setenv(fresh.PLAIN, "1")
    assert not fresh.ready()
    assert sys.meta_path == before


LIFE = """
import hashlib, json, sys
from pathlib import Path
from host_sim.native import fresh
assert fresh.use() == (sys.argv[1] == "compiled")
from host_sim.plant.weather import load_weather
from host_sim.world import World
from splitstat_cli.home_file import load

def live(home, climate, start_day):
    seen = hashlib.sha256()
    world = World(home, load_weather(climate), start_day=start_day, days=5, step_s=60)
    def hear(now_s, inputs, outputs):
        for room in outputs.rooms:
            said = (room.send, room.reason, room.action, room.room_cdeg, room.faults)
            seen.update(repr(said).encode())
    world.listeners.append(hear)
    result = world.run()
    kind = type(world.controller.scan).__name__
    return [kind, seen.hexdigest(), result.metrics, result.rooms, repr(result.series)]

found = {}
for path in sys.argv[2:]:
    home = load(Path(path))
    for climate, start_day in (("cold", 5), ("hot_humid", 190)):
        found[f"{path}, {climate}"] = live(home, climate, start_day)
json.dump(found, sys.stdout)
"""
HOMES = REPOSITORY / "host_sim" / "homes"


def all_homes(tmp_path):
    """The homes that are there, and one with a unit that toggles, recovery, a person at the
    handsets, and a Modbus unit that follows."""
    text = (HOMES / "flat.toml").read_text("utf-8")
    for old, new in (
        ("follow = false", ""),
        ('unit = "mitsubishi_ac"', 'unit = "coolix"'),
        ('name = "bedroom"\n', 'name = "bedroom"\nrecovery = true\n'),
        ("[building]\n", "[building]\nhandset_per_day = 3\n"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    many = tmp_path / "many.toml"
    many.write_text(text, "utf-8")
    return [*sorted(HOMES.glob("*.toml")), many]


@pytest.mark.slow
def test_it_decides_as_plain_python_does(monkeypatch, tmp_path):
    """Five days of winter and five of summer in four homes: every frame, every reason, every
    figure, every sample."""
    need("no C compiler" if shutil.which("cc") is None else None)
    need(None if find_spec("Cython") else "Cython is missing: make compiled")
    monkeypatch.delenv(fresh.PLAIN, raising=False)
    subprocess.run([sys.executable, "-m", "host_sim.native.build"], check=True)
    homes, lives = [str(path) for path in all_homes(tmp_path)], {}
    for way in ("compiled", "plain"):
        monkeypatch.setenv(fresh.PLAIN, "1" if way == "plain" else "")
        done = subprocess.run(
            [sys.executable, "-c", LIFE, way, *homes], check=True, capture_output=True, text=True
        )
        lives[way] = json.loads(done.stdout)
    for home, (kind_of_scan, *plain) in lives["plain"].items():
        other, *compiled = lives["compiled"][home]
        assert kind_of_scan == "method" and other != "method"
        assert compiled == plain, home
