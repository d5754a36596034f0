"""`splitstat ir`: encode, decode and identify as a person and a script call them."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from subprocess import CompletedProcess

import pytest

from ir_vectors import PROFILES, unit_of, vectors
from splitstat_cli import ir_encode, main
from splitstat_cli.ir_batch import profiles
from splitstat_cli.ir_formats import Signal
from splitstat_cli.ir_identify import in_words, look
from splitstat_cli.mistakes import FileError


def ir(*words, given=""):
    """CompletedProcess of `splitstat ir ...`, run in this process: a new one takes a second."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["splitstat", "ir", *map(str, words)])
        patch.setattr(sys, "stdin", io.StringIO(given))
        with pytest.raises(SystemExit) as left:
            main.run()
    return CompletedProcess(words, left.value.code or 0, out.getvalue(), err.getvalue())


def good(*words, given=""):
    done = ir(*words, "--json", given=given)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.fixture
def capture(tmp_path):
    path = tmp_path / "capture.txt"
    path.write_text(" ".join(map(str, vectors()["GREE.YAW1F"][0]["timings"])))
    return path


def test_what_encode_prints_is_read_back():
    sent = ir("encode", "gree.yaw1f", "--mode", "heat", "--setpoint", "21", "--fan", "low")
    assert sent.returncode == 0 and sent.stdout.startswith("# 38000 Hz\n9000 -4500 620 ")
    assert sent.stderr == "gree.yaw1f: heat 21 °C, fan min, light\n"
    [signal] = good("identify", "-", given=sent.stdout)["signals"]
    assert signal["hz"] == 38000
    best = signal["candidates"][0]
    assert best["unit"] == "gree.yaw1f" and best["off_percent"] == 0 and best["whole"]
    [read] = good("decode", "-", given=sent.stdout)["signals"]
    assert read["profile"] == "GREE.YAW1F" and read["state"] == best["state"]
    assert (read["state"]["mode"], read["state"]["degrees"]) == ("heat", 21)


def test_encode_takes_a_profile_and_says_what_is_really_sent():
    said = good("encode", "GREE.YAW1F", "--mode", "cool", "--setpoint", "23.6", "--fan", "quiet")
    assert said["unit"] == "gree.yaw1f" and said["profile"] == "GREE.YAW1F"
    assert said["state"]["degrees"] == 23 and said["state"]["fan"] == "min"


@pytest.mark.parametrize("mode", ir_encode.MODES)
def test_every_unit_reads_what_it_was_made_to_send(mode):
    tried = 0
    for profile, name in profiles().items():
        if mode in unit_of(profile).traits.modes and unit_of(profile).traits.cool:
            state = good("encode", name, "--mode", mode, "--fan", "low")["state"]
            if mode != "off":
                assert state["mode"] == ("fan" if mode == "fan_only" else mode), name
            elif "power" not in unit_of(profile).traits.toggles:
                assert state["power"] is False, name
            tried += 1
    assert tried > 60


def test_previous_decides_about_a_toggle():
    words = ("encode", "whirlpool_ac.dg11j191", "--mode", "cool", "--setpoint", 24)
    running = good(*words, "--previous", "cool,22")
    starting = good(*words, "--previous", "off")
    assert starting["state"]["power"] == "toggled" and running["state"]["power"] is None


def test_the_batch_answers_line_by_line():
    question = {"profile": "GREE.YAW1F", "state": vectors()["GREE.YAW1F"][0]["state"]}
    done = ir("encode", "--jsonl", given=f"{json.dumps(question)}\n{{\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[0]["timings"] == vectors()["GREE.YAW1F"][0]["timings"]
    assert list(answers[1]) == ["error"] and done.returncode == 0
    done = ir("decode", "--jsonl", given=json.dumps(answers[0]))
    assert json.loads(done.stdout)["profile"] == "GREE.YAW1F"


def test_people_get_lines(capture):
    shown = ir("identify", capture)
    assert shown.returncode == 0 and shown.stdout.startswith("signal: 140 pulses\n")
    assert "  1. gree.yaw1f (Gree, Cooper & Hunter" in shown.stdout
    assert "the checksum holds" in shown.stdout
    shown = ir("decode", capture, "--unit", "gree.yaw1f")
    assert shown.returncode == 0 and "    gree.yaw1f: " in shown.stdout


def test_what_fits_nothing_leaves_with_1(tmp_path):
    path = tmp_path / "noise"
    path.write_text(" ".join(["700"] * 100))
    assert ir("identify", path).returncode == 1
    done = ir("decode", path)
    assert done.returncode == 1 and "not read: no table fits" in done.stdout


@pytest.mark.parametrize("words", [
    ["identify", "missing.txt"],
    ["decode", "missing.txt"],
    ["decode", "-"],
    ["decode", "-", "--unit", "nope"],
    ["encode"],
    ["encode", "gree.yaw1f"],
    ["encode", "gree.yaw", "--mode", "heat"],
    ["encode", "melcobems", "--mode", "heat"],
    ["encode", "trotec", "--mode", "heat"],
    ["encode", "ecoclim", "--mode", "off"],
], ids=" ".join)  # fmt: skip
def test_bad_input_is_one_line(words):
    done = ir(*words, given="hello")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr


@pytest.mark.parametrize("wanted", [
    {"mode": "heat_cool"}, {"mode": ""}, {"fan": "turbo"}, {"swing": "wide"},
    {"setpoint": float("nan")}, {"setpoint": 51}, {"setpoint": -1}, {"previous": "cool,x"},
    {"previous": "warm"}, {"unit": "gree"}, {"unit": "\x1b[31m"},
], ids=str)  # fmt: skip
def test_bad_words_are_refused(wanted):
    with pytest.raises(FileError) as caught:
        ir_encode.run(**{"unit": "gree.yaw1f", "mode": "heat", "setpoint": 21, **wanted})
    assert "\n" not in str(caught.value) and str(caught.value).isprintable()


@pytest.mark.parametrize("profile", PROFILES)
def test_the_true_unit_stands_first(profile):
    """Or a unit before it that would have sent the very same pulses."""
    for vector in vectors()[profile][:2]:
        found = look(Signal("", None, vector["timings"]))["candidates"]
        names = [one["profile"] for one in found]
        before = found[: names.index(profile)]
        unit = found[names.index(profile)]["unit"]
        assert all(one["reasons"][-1].endswith(unit) or f"{unit}," in one["reasons"][-1]
                   for one in before), names  # fmt: skip


def test_broken_content_is_told_from_another_wire():
    timings = list(vectors()["GREE.YAW1F"][0]["timings"])
    timings[5] = 2140 - timings[5]  # one bit the other way
    said = look(Signal("", None, timings))
    assert said["candidates"] == []
    assert {"unit": "gree.yaw1f", "profile": "GREE.YAW1F", "why": "broken"} in said["broken"]


def test_another_carrier_is_a_reason():
    said = look(Signal("", 56000, vectors()["GREE.YAW1F"][0]["timings"]))
    assert "its carrier is 38.0 kHz" in said["candidates"][0]["reasons"]


def test_states_in_words():
    nothing = dict.fromkeys(vectors()["GREE.YAW1F"][0]["state"])
    assert in_words(nothing) == "on"
    assert in_words({**nothing, "power": False, "mode": "heat"}) == "off"
    state = {**nothing, "power": "toggled", "mode": "dry", "swingv": "auto", "turbo": True}
    assert in_words(state) == "on or off, dry, louvres auto, turbo"
