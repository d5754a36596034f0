"""Every infra-red unit in product words, and every unit file as a document."""

import ast
import itertools
from pathlib import Path

import pytest

from ir_vectors import EVERY, PROFILES, full, unit_of
from splitstat import units
from splitstat.control.types import CodecError, UnitCommand
from splitstat.ir import table
from splitstat_cli.ir_picture import picture

FOLDER = Path(units.__file__).parent
FILES = sorted(p for p in FOLDER.glob("*.py") if "IrUnit(" in p.read_text())
# The reference library never sets their mode bits: nothing can be asked of them.
WITHOUT_MODES = {"KELON", "ECOCLIM"}
SPEEDS = ("auto", "quiet", "low", "medium_low", "medium", "medium_high", "high")


def commands(traits):
    """Every mode, setpoint step, speed and louvre position that the traits promise."""
    swings = [None, *traits.swings]
    for mode in traits.modes[1:]:
        low, high = traits.heat if mode == "heat" else traits.cool
        for cdeg in range(low, high + 1, traits.step_cdeg):
            yield UnitCommand(mode, cdeg, traits.fans[0], None, False)
        for fan, swing in itertools.product(traits.fans, swings):
            yield UnitCommand(mode, (low + high) // 200 * 100, fan, swing, False)


@pytest.mark.parametrize("profile", EVERY)
def test_what_the_traits_promise_is_sent_and_read_back(profile):
    unit = unit_of(profile)
    sent_before = {}
    for command in commands(unit.traits):
        timings = unit.encode(command)[1]
        seen = unit.decode(timings)
        assert seen.mode == command.mode
        if command.mode in ("heat", "cool"):
            assert seen.setpoint_cdeg == command.setpoint_cdeg
            if command.mode == "cool":
                assert seen.fan == command.fan, (command, seen)
            if command.swing:
                assert seen.swing == command.swing, (command, seen)
        if command.mode == "cool":
            same = sent_before.setdefault(tuple(timings), command)
            assert same == command, "two wills, one message"
    assert bool(sent_before) == (profile not in WITHOUT_MODES)


@pytest.mark.parametrize("profile", EVERY)
def test_every_speed_that_can_be_asked_becomes_a_real_one(profile):
    unit = unit_of(profile)
    if len(unit.traits.modes) == 1:
        return
    fans = [fan for fan in unit.traits.fans if fan != "auto"]
    for fan in SPEEDS:
        seen = unit.decode(unit.encode(UnitCommand("cool", 2400, fan, None, False))[1]).fan
        if fan == "auto":
            assert seen == ("auto" if "auto" in unit.traits.fans else seen)
        else:
            assert seen in fans, fan
            wanted = SPEEDS.index(fan)
            faster = [f for f in fans if SPEEDS.index(f) >= wanted]
            assert seen == (faster[0] if faster else fans[-1])


@pytest.mark.parametrize("profile", EVERY)
def test_off_is_off_and_native_auto_is_never_sent(profile):
    unit = unit_of(profile)
    if len(unit.traits.modes) == 1:
        with pytest.raises(CodecError):
            unit.encode(UnitCommand("cool", 2400, "auto", None, False))
        return
    on = UnitCommand("cool", 2400, "auto", None, False)
    assert unit.decode(unit.encode(on._replace(mode="off"), on)[1], on).mode == "off"
    for command in commands(unit.traits):
        assert unit.decode(unit.encode(command)[1]).mode not in ("heat_cool", "off")
    with pytest.raises(CodecError):
        unit.encode(on._replace(mode="heat_cool"))


@pytest.mark.parametrize("profile", [p for p in EVERY if unit_of(p).toggles])
def test_toggles_follow_the_difference_to_the_previous_state(profile):
    unit = unit_of(profile)
    for key in unit.toggles:
        on = full({"mode": "cool", "degrees": 24.0, "power": True})
        words = (True, False) if key not in ("swingv", "swingh") else ("auto", "off")
        for was, wish in itertools.product(words, words):
            sent = unit.encode_state({**on, key: wish}, {**on, key: was})[1]
            seen = unit.decode_state(sent)
            # Both louvre keys of Coolix and Transcold send one and the same message.
            keys = ("swingv", "swingh") if key[:5] == "swing" else (key,)
            assert any(seen[k] == "toggled" for k in keys) == (was != wish), (key, was)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_unit_file_reads_like_a_data_sheet(path):
    text = path.read_text()
    doc = ast.get_docstring(ast.parse(text), clean=False)
    assert "\nSold as: " in doc and "\nSource: " in doc
    assert text.count("\n") <= 150
    names = text.split("variants ")[1].split("\n")[0].split(" ") if "variants " in text else [""]
    unit = units.load(f"{path.stem}.{names[0]}")
    for line in picture(unit.text):
        assert line.rstrip() in doc, "draw it again: python -m splitstat_cli.ir_picture NAME"


@pytest.mark.parametrize("profile", EVERY)
def test_a_table_is_well_formed(profile):
    """Fields lie inside their message and never over each other; every tree ends in *."""
    for message in table.read(unit_of(profile).text)[1]:
        fixed, fields, checks = message[3:]
        taken = int.from_bytes(fixed, "little")
        for where, rest in fields:
            byte, bit, count = table.place(where)
            mask = ((1 << count) - 1) << (8 * byte + bit)
            assert byte * 8 + bit + count <= len(fixed) * 8, where
            if rest[0] != "-":
                assert not taken & mask, f"{where}: bits that hex or another field has"
                ends_in_star(table.tree(rest))
                taken |= mask
        for word, rest in checks:
            assert word in ("check", "pairs") and rest


def ends_in_star(tree):
    if isinstance(tree, tuple) and tree[0] not in ("deg", "room"):
        assert tree[1][-1][0][0] == "*"
        for _, branch in tree[1]:
            ends_in_star(branch)


def test_there_is_a_file_for_every_profile_and_no_other():
    modules = {profile.lower().replace("-", "_").split(".")[0] for profile in EVERY}
    assert {path.stem for path in FILES} == modules
    assert len(PROFILES) == 86


def test_unit_files_are_short():
    counts = sorted(path.read_text().count("\n") for path in FILES)
    assert counts[len(counts) // 2] <= 150
