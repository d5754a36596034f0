"""A blaster in a lamp's place: every unit's frames in its words, read back by another reader; and
a board whose frame arrives there over a real broker."""

import contextlib
import json
import re

import pytest

from board_homes import BEDROOM, healthy, hurry
from conftest import need
from ir_vectors import unit_of, vectors
from mqtt_peers import Mosquitto, Witness, wait_for
from page_boards import TOKEN
from splitstat.control.types import OFF, CodecError
from splitstat.ir.blaster_words import KINDS, words
from splitstat_cli import ir_formats, vms
from splitstat_cli.board_virtual import VirtualBoard
from splitstat_cli.home_file import load
from splitstat_cli.mistakes import HomeError

PORT = 18310
LONGEST_US = 65535  # that Tasmota takes
# Of their keys some want two messages, with more than that between; our commands want one.
TOO_LONG = {"COOLIX", "MIDEA", "SHARP_AC.A705", "SHARP_AC.A903", "SHARP_AC.A907", "TRANSCOLD"}
REST_S = 700  # min_off_minutes and a scan
HOME = BEDROOM.replace("pin = 25", 'blaster = "tasmota"\nblaster_topic = "bedroom_ir"')


def tasmota(text: str) -> tuple[int, list[int]]:
    """(Hz or 0, signed us) of a payload, by Tasmota's documentation."""
    hz, _, rest = text.partition(",")
    known, found = [], []
    for sign, number, letter in re.findall(r"([+-])(\d+)|([A-Za-z])", rest):
        if letter:
            us = known[ord(letter.upper()) - 65]
            found.append(us if letter.isupper() else -us)
        else:
            known.append(int(number))
            found.append(int(sign + number))
    return int(hz), found


def read(kind: str, payload: str) -> list[int]:
    """us, a mark first."""
    if kind == "tasmota":
        signed = tasmota(payload)[1]
    elif kind == "esphome":
        signed = json.loads(payload)["us"]
    else:
        return ir_formats.parse(payload)[0].timings
    assert [us > 0 for us in signed] == [i % 2 == 0 for i in range(len(signed))]
    return [abs(us) for us in signed]


@pytest.mark.parametrize("kind", KINDS)
def test_every_frame_arrives_as_it_was(kind):
    refused = set()
    for profile in vectors():
        unit = unit_of(profile)
        with contextlib.suppress(CodecError):  # a few have no OFF of their own
            assert words(kind, unit.hz, unit.encode(OFF, None)[1])
        for vector in vectors()[profile]:
            timings = vector["timings"]
            sent = timings[: len(timings) - (len(timings) + 1) % 2]
            if kind == "tasmota" and max(sent) > LONGEST_US:
                with pytest.raises(ValueError):
                    words(kind, unit.hz, timings)
                refused.add(profile)
                continue
            found = read(kind, b"".join(words(kind, unit.hz, timings)).decode())[: len(sent)]
            off_us = 16 if kind == "broadlink" else 0
            assert found == pytest.approx(sent, abs=off_us), profile
            if kind == "broadlink":  # what its clock makes of a frame is still read as the same
                whole = [*found, *timings[len(sent) :]]
                assert said_by(unit, whole) == said_by(unit, timings), profile
    assert refused == (TOO_LONG if kind == "tasmota" else set())


def said_by(unit, timings):
    try:
        return unit.decode_state(timings)
    except CodecError as why:
        return str(why)


def test_a_boards_frame_reaches_the_blaster_over_a_real_broker(tmp_path):
    need(vms.missing("micropython"))
    home = tmp_path / "bedroom.toml"
    home.write_text(HOME)
    broker = Mosquitto(tmp_path)
    witness = Witness(broker.port, ["cmnd/#"])
    secrets = {
        "wifi": {"ssid": "home", "password": "password"},
        "token": TOKEN,
        "mqtt": {"host": "127.0.0.1", "port": broker.port},
    }
    try:
        with VirtualBoard(home, speed=5, start_c=15.0, http=PORT, secrets=secrets) as board:
            board.start()
            healthy(board)
            hurry(board, 300)  # through the rest after a start
            board.wait(lambda: board.now_s > REST_S, 60, "the end of the rest")
            hurry(board, 2)  # the broker keeps the wall's time
            wait_for(lambda: "cmnd/bedroom_ir/IRSend" in witness.last)
            assert not board.frames  # no lamp of its own
        hz, signed = tasmota(witness.last["cmnd/bedroom_ir/IRSend"])
        command = unit_of("GREE.YAW1F").decode([abs(us) for us in signed], None)
        assert hz == 0 and command.mode == "heat"
        assert not any(retained for _, _, retained in witness.heard)
    finally:
        witness.stop()
        broker.stop()


@pytest.mark.parametrize(
    ("line", "said"),
    (
        ("pin = 25", "room.bedroom.pin"),
        ("receiver_pin = 26", "room.bedroom.receiver_pin"),
        ("feel = true", "room.bedroom.feel"),
    ),
)
def test_what_a_blaster_does_not_go_with_is_named(tmp_path, line, said):
    home = tmp_path / "home.toml"
    home.write_text(HOME + line + "\n")
    with pytest.raises(HomeError, match=said):
        load(home)


def test_a_topic_is_needed_and_is_one(tmp_path):
    home = tmp_path / "home.toml"
    missing = HOME.replace('blaster_topic = "bedroom_ir"', "")
    for text in (HOME.replace('"bedroom_ir"', '"a/#"'), missing):
        home.write_text(text)
        with pytest.raises(HomeError, match="blaster_topic"):
            load(home)
