"""Learned remotes: from recordings to a unit that a home can use."""

import json
import random

import pytest

from conftest import need
from host_sim.channel.ir_channel import IrChannel
from ir_vectors import unit_of
from splitstat import units
from splitstat.control.types import OFF, CodecError, UnitCommand
from splitstat.ir.hearing import Hearing
from splitstat_cli import board_tree, home_file, vms
from splitstat_cli.board_virtual import VirtualBoard
from test_ir_channel import Head
from test_ir_cli import ir

NAMES = ["off", "cool_22_low", "cool_24_low", "cool_26_low", "heat_20_auto", "dry_auto"]


def command(name):
    words = name.split("_")
    mode, fan = words[0], words[-1] if len(words) > 1 else "auto"
    return UnitCommand(mode, 100 * int(words[1]) if len(words) > 2 else 2200, fan, None, False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Recordings of a real protocol, jittered as a receiver does, in a folder to work in."""
    monkeypatch.chdir(tmp_path)
    rng = random.Random(5)
    for name in NAMES:
        timings = unit_of("DAIKIN").encode(command(name))[1][:-1]
        text = " ".join(str(us + rng.randint(-40, 40)) for us in timings)
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


@pytest.fixture
def raw(folder):
    done = ir("store", "mine", *sorted(folder.glob("*.txt")))
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return units.load("raw.mine")


def test_what_was_learned_is_offered(raw):
    traits = raw.traits
    assert traits.modes == ("off", "heat", "cool", "dry")
    assert (traits.heat, traits.cool, traits.step_cdeg) == ((2000, 2000), (2200, 2600), 200)
    assert traits.fans == ("auto", "low") and not traits.toggles and traits.feel_cdeg is None


@pytest.mark.parametrize("name", NAMES)
def test_it_is_played_back_so_that_the_real_unit_obeys(raw, name):
    hz, timings = raw.encode(command(name))
    assert hz == 38000 and len(timings) % 2 == 0
    obeyed = unit_of("DAIKIN").decode(timings)
    assert obeyed.mode == command(name).mode
    if "_2" in name:
        assert obeyed[:3] == command(name)[:3]


def test_a_setpoint_between_goes_the_way_that_meets_the_request(raw):
    assert raw.encode(UnitCommand("cool", 2590, "low", None, False)) == raw.encode(
        command("cool_24_low")
    )


@pytest.mark.parametrize(
    "wish", ["cool_24_high", "heat_20_low", "fan_only", "dry_low", "heat_cool_22_low"]
)
def test_what_was_not_learned_is_refused(raw, wish):
    words = wish.rsplit("_", 1)
    asked = UnitCommand(words[0].split("_2")[0], 2400, words[-1], None, False)
    with pytest.raises(CodecError, match="not learned: "):
        raw.encode(asked)
    with pytest.raises(CodecError):
        raw.encode_feel(2100, OFF)


def test_the_next_learned_message_is_heard(raw):
    rng = random.Random(6)
    for name in NAMES:
        sent = unit_of("DAIKIN").encode(command(name))[1][:-1]
        heard = raw.decode([us + rng.randint(-60, 60) for us in sent])
        assert heard.mode == command(name).mode
    other = unit_of("DAIKIN").encode(UnitCommand("cool", 1900, "high", None, False))[1]
    assert raw.decode(other) is None and raw.decode([]) is None
    hearing = Hearing(raw)
    sent = raw.encode(command("cool_24_low"))[1]
    assert hearing.hear(0, sent) is None and hearing.hear(1, sent) == command("cool_24_low")


def test_it_works_in_a_home_and_over_the_simulated_light(folder, monkeypatch):
    """Wherever one is: what was learned is found beside the home file, and goes to its board."""
    (folder / "flat").mkdir()
    home = folder / "flat" / "house.toml"
    room = ['name = "den"', 'unit = "raw.mine"', "pin = 4", "heat = 20", "cool = 25"]
    home.write_text("\n".join(['timezone = "UTC"', "[[room]]", *room]))
    done = ir("store", "mine", *sorted(folder.glob("*.txt")), "--home", home)
    assert done.returncode == 0, done.stderr
    learned = folder / "flat" / "raw_mine.json"
    assert learned.exists() and not (folder / "raw_mine.json").exists()
    monkeypatch.chdir("/")
    loaded = home_file.load(home)
    assert loaded.compiled["rooms"][0]["unit"] == "raw.mine"
    files = board_tree.outside(loaded, next(iter(loaded.by_board)), {})
    assert files["data/raw_mine.json"] == learned.read_bytes()
    raw = units.load("raw.mine")
    head = Head()
    channel = IrChannel(raw, head)
    channel.send(0, command("cool_24_low"))
    assert head.command[:3] == ("cool", 2400, "low")
    channel.send(1, UnitCommand("cool", 2400, "high", None, False))
    assert channel.lost == 1 and head.obeyed == 1


def test_mistakes_are_told(folder):
    (folder / "warm.txt").write_text((folder / "off.txt").read_text())
    for files, said in (
        (["warm.txt"], "does not say a state"),
        (["off.txt"], "off and one mode must be learned"),
        (["cool_22_low.txt"], "off and one mode must be learned"),
    ):
        done = ir("store", "bad", *files)
        assert done.returncode == 2 and said in done.stderr
    nowhere = folder / "no" / "home.toml"
    done = ir("store", "bad", "off.txt", "cool_22_low.txt", "--home", nowhere)
    assert done.returncode == 2 and "No such file" in done.stderr
    for text in ("[]", '{"hz": 38000}', json.dumps({"hz": 1, "us": [], "states": [["off"]]})):
        (folder / "raw_bad.json").write_text(text)
        with pytest.raises(ValueError):
            units.load("raw.bad")
    with pytest.raises(ValueError, match=r"no raw_none\.json"):
        units.load("raw.none")


def test_a_board_sends_what_was_learned(raw, tmp_path):
    need(vms.missing("micropython"))
    path = tmp_path / "home.toml"
    path.write_text(
        'name = "one"\ntimezone = "Europe/Berlin"\n[[outdoor_unit]]\nname = "outdoor"\n'
        '[[room]]\nname = "living"\noutdoor_unit = "outdoor"\nunit = "raw.mine"\npin = 25\n'
        'heat = 20.0\nmode = "heat"\nsensor = "bme280"\n'
    )
    with VirtualBoard(path, speed=60, start_c=14.0, http=18252) as board:
        board.start()
        board.wait(lambda: board.frames, 60, "a frame")
        _, _, room, _, hz, pulses = board.frames[0]
    assert room == "living"
    learned = raw.encode(UnitCommand("heat", 2000, "auto", None, False))
    assert hz == learned[0]
    assert list(pulses[: len(learned[1]) - 1]) == learned[1][:-1]
