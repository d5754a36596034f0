"""`splitstat ir learn` over the real mpremote: a handset's keys in front of a virtual board's
receiver become files that say what was pressed."""

import pytest

from board_homes import bedroom
from splitstat.control.types import UnitCommand
from splitstat_cli import ir_formats, ir_learn, unit_names, vms
from splitstat_cli.mistakes import BoardError

PIN = 23
KEYS = f"receiver_pin = {PIN}\n"
PRESSED = {
    "cool_24_low": UnitCommand("cool", 2400, "low", None, False),
    "heat_21_auto": UnitCommand("heat", 2100, "auto", None, False),
}

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    """At its prompt, with nothing on its disk."""
    folder = tmp_path_factory.mktemp("learn")
    with bedroom(folder, keys=KEYS, tree=False, speed=5, http=18275) as made:
        made.start()
        made.wait(lambda: ">>> " in made.console, 60, "the prompt")
        yield made


def test_keys_become_files(board, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keys = iter(PRESSED.values())
    heard = ir_learn._heard

    def person(line, seconds):
        """Presses the key that is asked for."""
        board.press("bedroom", next(keys))
        return heard(line, seconds)

    monkeypatch.setattr(ir_learn, "_heard", person)
    assert ir_learn.run(list(PRESSED), port=board.port, pin=PIN, seconds=60) == 0
    unit = unit_names.unit("gree.yaw1f")
    assert unit is not None
    for name, command in PRESSED.items():
        [signal] = ir_formats.load(tmp_path / f"{name}.txt")
        got = unit.decode(list(signal.timings), None)
        assert (got.mode, got.setpoint_cdeg, got.fan) == command[:3]


def test_nothing_heard_is_said(board, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BoardError, match=f"nothing came within 1 s on pin {PIN}"):
        ir_learn.run(["off"], port=board.port, pin=PIN, seconds=1)


def test_where_the_receiver_is_must_be_said():
    with pytest.raises(BoardError, match="--board NAME or --pin"):
        ir_learn.run(["off"])
    with pytest.raises(BoardError, match="allowed are esp32_c3_supermini"):
        ir_learn.run(["off"], board="esp8266")
