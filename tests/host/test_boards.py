"""Board files: every pin that one names can do what it is named for, and nothing hangs on two."""

import re
import runpy
from xml.etree import ElementTree

import pytest

from host_sim.virtual_board.chips import KINDS
from source_files import REPOSITORY
from splitstat_cli import board_files, home_file
from splitstat_cli.mistakes import HomeError

BOARDS = board_files.known_boards()
# chip -> (highest pin, channels of the RMT that send), from the chips' data sheets
CHIPS = {"esp32": (39, 8), "esp32s3": (48, 4), "esp32c3": (21, 2)}
HOME = """
timezone = "Europe/Berlin"
board = "{board}"
[[room]]
name = "bedroom"
unit = "gree.yaw1f"
pin = {pin}
"""


def facts(name):
    return runpy.run_path(str(REPOSITORY / "boards" / f"{name}.py"))


def test_the_boards_of_the_readme_are_there():
    assert set(BOARDS) >= {
        "esp32_devkitc",
        "esp32_s3_devkitc_1",
        "esp32_c3_supermini",
        "m5stack_atom_lite",
        "m5stack_atoms3",
        "m5stack_atom_rs485",
        "seeed_xiao_esp32c3",
        "seeed_xiao_esp32s3",
        "olimex_esp32_poe",
    }


@pytest.mark.parametrize("name", BOARDS)
def test_pins_are_led_out_once_and_in_one_role(name):
    board = facts(name)
    highest, transmitters = CHIPS[board["CHIP"]]
    reserved = [pin for pin, _ in board["RESERVED"]]
    every = [*board["PINS"], *board["INPUT_ONLY"], *reserved]
    assert len(every) == len(set(every)), "a pin with two roles"
    assert all(0 <= pin <= highest for pin in every)
    assert board["IR_TRANSMITTERS"] == transmitters
    assert all(why.strip() for _, why in board["RESERVED"])
    if board["CHIP"] == "esp32":
        assert not {34, 35, 36, 37, 38, 39} & set(board["PINS"]), "no output driver"
        assert set(range(6, 12)) <= set(reserved), "the flash memory's"
    strapping = {"esp32": {0, 2, 5, 15}, "esp32s3": {0, 3, 45, 46}, "esp32c3": {2, 8, 9}}
    assert not strapping[board["CHIP"]] & set(board["PINS"])


@pytest.mark.parametrize("name", BOARDS)
def test_what_the_kits_use_fits_on_the_board_together(name):
    board = facts(name)
    outputs, inputs = set(board["PINS"]), {*board["PINS"], *board["INPUT_ONLY"]}
    reserved = {pin for pin, _ in board["RESERVED"]}
    assert board["IR_PIN"] in outputs
    assert board["RECEIVER_PIN"] in inputs
    assert len(board["SAMPLER_PINS"]) == 2 and set(board["SAMPLER_PINS"]) <= outputs
    _, (_, data, clock) = board["I2C"][0]
    together = [board["IR_PIN"], board["RECEIVER_PIN"], *board["SAMPLER_PINS"], data, clock]
    assert len(set(together)) == 6, "lamp, receiver, sampler and the first I2C bus"
    for _, (_, data, clock) in board["I2C"]:
        assert data != clock and {data, clock} <= outputs
    assert [bus for bus, _ in board["BUSES"]] == ["rs485"]
    for _, (_, *pins) in (*board["BUSES"], *board["I2C"]):
        assert not set(pins) & set(board["SAMPLER_PINS"]), "app/wiring_pins.py counts on it"
    for _, (number, transmit, receive, enable) in board["BUSES"]:
        assert number in (1, 2) and number < (3 if board["CHIP"] != "esp32c3" else 2)
        line = {transmit, receive} - ({19, 22} if name == "m5stack_atom_rs485" else set())
        assert line <= inputs and line & reserved == set()
        assert enable is None or enable in outputs
        _, (_, data, clock) = board["I2C"][0]
        assert {transmit, receive, enable}.isdisjoint({board["IR_PIN"], data, clock})


@pytest.mark.parametrize("name", BOARDS)
def test_a_file_names_its_sources_and_what_is_untried(name):
    text = (REPOSITORY / "boards" / f"{name}.py").read_text("utf-8")
    assert "Sources: " in text
    assert "ot tried" in text
    if facts(name)["CHIP"] == "esp32c3":
        assert "antenna" in text and "Bluetooth" in text


@pytest.mark.parametrize("name", BOARDS)
def test_a_home_on_the_board_is_checked_against_it(name, tmp_path):
    board = board_files.board(name)
    path = tmp_path / "house.toml"
    path.write_text(HOME.format(board=name, pin=board.ir_pin))
    home = home_file.load(path)
    assert home.compiled["rooms"][0]["pin"] == board.ir_pin
    assert home.compiled["rooms"][0]["sensors"][0]["port"] == next(iter(board.i2c))
    pin, why = next(iter(board.reserved.items()))
    path.write_text(HOME.format(board=name, pin=pin))
    with pytest.raises(HomeError, match=f"pin {pin} {why[:20]}"):
        home_file.load(path)


README = (REPOSITORY / "README.md").read_text("utf-8")


def test_the_readme_lists_every_board_and_every_sensor():
    section = README[README.index("## What to build it from") : README.index("## The command")]
    missing = [name for name in BOARDS if f"`{name}`" not in section]
    missing += [name for name in (*KINDS, "push") if f"`{name}`" not in section]
    assert missing == []


def test_the_home_of_kit_a_is_one(tmp_path):
    texts = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "house.toml"
    path.write_text(next(text for text in texts if "bluetooth_thermometer" in text), "utf-8")
    room = home_file.load(path).compiled["rooms"][0]
    assert room["pin"] == board_files.board("m5stack_atom_lite").ir_pin
    assert room["sensors"][0]["kind"] == "bluetooth_thermometer"


@pytest.mark.parametrize("name", ["kit_a", "kit_b", "where"])
def test_pictures_are_in_the_readme_and_readable_in_dark_and_light(name):
    assert f"boards/pictures/{name}.svg" in README
    root = ElementTree.parse(REPOSITORY / "boards" / "pictures" / f"{name}.svg").getroot()
    text = "".join(root.itertext())
    assert root.get("role") == "img" and "prefers-color-scheme: dark" in text
    if name == "kit_b":
        board = board_files.board("esp32_devkitc")
        shown = {each.text for each in root.iter() if (each.text or "").isdigit()}
        pins = {board.ir_pin, board.receiver_pin, *board.i2c["i2c"][1:]}
        assert {str(pin) for pin in pins} <= shown
