"""Traces: recorded on CPython, replayed on every VM, refused when they were changed."""

import json

import pytest

from splitstat import units
from splitstat.control.controller import Controller
from splitstat.control.peers import PeerHead, PeerReport
from splitstat.control.types import UnitCommand
from splitstat.control.unit_status import UnitStatus
from splitstat_cli import bench_firmware, home_file, replay
from splitstat_cli.on_vm import trace_codec
from splitstat_cli.trace import Recorder, TraceError, read

SCANS = 400


def live(home, controller, recorder, scans, start_s=0):
    """A few hours of the demo flat, with people, peers and a talkative unit among the inputs."""
    inputs = trace_codec.new_inputs(home)
    for n in range(scans):
        now_s = start_s + n * 47
        inputs.utc_min = 14195520 + now_s // 60
        inputs.outdoor_cdeg, inputs.outdoor_age_s = 900 + n, 30
        for k, room in enumerate(inputs.rooms):
            room.cdeg[0], room.age_s[0] = 1850 + 100 * k + abs(n * 3 % 300 - 150), 5
            room.handset = None
        inputs.rooms[0].window = n % 50 > 45
        inputs.rooms[2].status = UnitStatus(
            "heat", 2200, "auto", 2150, 900, "heating", None, False
        )
        inputs.events = [(1, "mode", "off", None)] if n == 120 else []
        if n == 200:
            inputs.rooms[2].handset = UnitCommand("heat", 2300, "high", None, False)
        heads = (PeerHead("heat", 120, 0, "heat", False),)
        inputs.peers = [PeerReport("attic", 0, 7, 3, 600, heads)] if n > 300 else []
        outputs = controller.scan(now_s, inputs)
        recorder.record(now_s, inputs, outputs)
    return start_s + scans * 47


def new_controller(home):
    return Controller(home, [units.load(room["unit"]).traits for room in home["rooms"]])


@pytest.fixture(scope="module")
def home():
    return home_file.load(bench_firmware.HOME).compiled


@pytest.fixture(scope="module")
def trace(home, tmp_path_factory):
    path = tmp_path_factory.mktemp("trace") / "flat.jsonl"
    with Recorder(path, home) as recorder:
        live(home, new_controller(home), recorder, SCANS)
    return path


@pytest.fixture
def falsified(trace, tmp_path):
    """Writes the trace anew with its lines changed by a function; returns the new path."""

    def write(change):
        lines = trace.read_text().splitlines(keepends=True)
        path = tmp_path / "false.jsonl"
        path.write_text("".join(change(lines)))
        return path

    return write


def edited(number, **changes):
    """A change of one line: keys of its JSON object replaced."""

    def change(lines):
        found = json.loads(lines[number])
        lines[number] = json.dumps(found | changes) + "\n"
        return lines

    return change


def test_the_same_on_every_vm(trace, vm):
    found = replay.replay(trace, vm)
    assert found == {
        "vm": vm, "scans": SCANS, "differences": 0, "first": None, "falsified": None
    }  # fmt: skip


def test_from_a_snapshot(home, tmp_path, vm):
    first = new_controller(home)
    with Recorder(tmp_path / "before.jsonl", home) as recorder:
        now_s = live(home, first, recorder, 150)
    snapshot = json.loads(json.dumps(first.snapshot(now_s)))
    second = new_controller(home)
    second.restore(now_s, snapshot)
    path = tmp_path / "after.jsonl"
    with Recorder(path, home, snapshot, now_s) as recorder:
        live(home, second, recorder, 150, now_s)
    assert replay.replay(path, vm)["differences"] == 0
    lines = path.read_text().splitlines(keepends=True)
    edited(0, snapshot=None)(lines)
    path.write_text("".join(lines))
    assert replay.replay(path, "cpython")["differences"] > 0


def test_a_changed_output_is_a_difference(falsified, vm):
    def change(lines):
        scan = json.loads(lines[200])
        scan["out"][0][1][5] += 1
        lines[200] = json.dumps(scan) + "\n"
        return lines

    found = replay.replay(falsified(change), vm)
    assert found["differences"] == 1 and found["falsified"]
    assert found["first"]["line"] == 201 and found["first"]["what"] == "room 1 room_cdeg"
    assert found["first"]["recorded"] == found["first"]["found"] + 1


def test_true_is_not_one(falsified):
    """The frost flag of a command, false in the recording, as 0."""

    def change(lines):
        scan = json.loads(lines[200])
        assert scan["out"][0][0][1][4] is False
        scan["out"][0][0][1][4] = 0
        lines[200] = json.dumps(scan) + "\n"
        return lines

    assert replay.replay(falsified(change), "cpython")["first"]["what"] == "room 0 command"


def test_changed_inputs_are_seen_even_where_nothing_follows(falsified, trace):
    """A reading of 1 cdeg more in the last scan may change no output; the hash tells."""

    def change(lines):
        return [line.replace('"now_s":0,"in":', '"now_s": 0,"in":') for line in lines]

    path = falsified(change)
    assert path.read_text() != trace.read_text()
    assert "SHA-256" in str(read(path)[1])
    assert replay.run(path, "cpython", as_json=False) == 1


def test_missing_lines_are_seen(falsified):
    assert "399" in str(read(falsified(lambda lines: lines[:-1]))[1])


WRONG = {
    "empty": (lambda lines: [], "empty"),
    "no header": (lambda lines: lines[1:], "header has no version, home, snapshot"),
    "header only": (lambda lines: lines[:1], "no scan after the header"),
    "other version": (edited(0, version=2), "version 2"),
    "no rooms": (edited(0, home={}), "no rooms"),
    "broken line": (
        lambda lines: [*lines[:9], lines[9][:40] + "\n", *lines[10:]],
        ":10: not a line",
    ),
    "cut off": (lambda lines: [*lines[:-1], lines[-1].rstrip("\n")], "cut off"),
    "blank line": (lambda lines: [*lines[:5], "\n", *lines[5:]], ":6: an empty line"),
    "not a number": (edited(7, now_s=float("nan")), "NaN"),
    "a float": (edited(7, now_s=1.5), "whole numbers"),
    "time goes back": (edited(7, now_s=1), "never goes back"),
    "time is true": (edited(1, now_s=True), "whole number"),
    "a key too many": (edited(7, more=1), "here is now_s, in, out, more"),
    "in is short": (edited(7, **{"in": [1, 2]}), ":8:"),
    "a room missing": (
        edited(7, **{"in": [1, 2, 3, False, [], [], []]}),
        "0 rooms, the home has 3",
    ),
    "out is short": (edited(7, out=[[], []]), "3 rooms and 1 classes"),
    "a list": (lambda lines: ["[1]\n", *lines[1:]], "not a JSON object"),
    "deep": (lambda lines: [lines[0], "[" * 100000 + "\n"], ":2:"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_trace_is_refused(falsified, wrong):
    change, said = WRONG[wrong]
    path = falsified(change)
    with pytest.raises(TraceError) as why:
        read(path)
    assert said in str(why.value) and str(path) in str(why.value)
    assert len(str(why.value).splitlines()) == 1


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_what_cannot_be_read_is_refused(tmp_path, name):
    with pytest.raises(TraceError):
        read(tmp_path / name)


def test_bytes_that_are_not_text_are_refused(tmp_path):
    path = tmp_path / "binary.jsonl"
    path.write_bytes(bytes(range(256)) + b"\n")
    with pytest.raises(TraceError):
        read(path)


def test_a_recording_that_was_not_closed_has_no_hash(home, tmp_path):
    path = tmp_path / "broken_off.jsonl"
    with pytest.raises(KeyboardInterrupt), Recorder(path, home) as recorder:
        live(home, new_controller(home), recorder, 5)
        raise KeyboardInterrupt
    assert read(path)[1] is not None
