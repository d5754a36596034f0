"""Imports point one way: read from the sources, not from the running program.

app -> boards, sensors, units, hardware, control    units -> ir, modbus, control    control ->
nothing host_sim -> control, units, ir, modbus, sensors      tools -> anything
"""

import ast
import sys
from pathlib import Path

import pytest

from source_files import REPOSITORY, imports, imports_of, python_files

PORTABLE_STANDARD = {
    "array",
    "binascii",
    "collections",
    "gc",
    "json",
    "micropython",
    "struct",
    "sys",
}
CODECS = {"splitstat.ir", "splitstat.modbus", "splitstat.control.types"}

# Folder -> the packages it may import besides itself, and the standard modules it may import.
MAY_IMPORT = {
    "firmware/splitstat/control": (set(), {"collections", "micropython"}),
    "firmware/splitstat/ir": ({"splitstat.control.types"}, PORTABLE_STANDARD),
    "firmware/splitstat/modbus": (
        {"splitstat.control.types", "splitstat.control.unit_status"},
        PORTABLE_STANDARD,
    ),
    "firmware/splitstat/units": (CODECS, PORTABLE_STANDARD),
    "firmware/splitstat/sensors": ({"splitstat.control.types"}, PORTABLE_STANDARD | {"time"}),
    "firmware/splitstat/hardware": (
        {"splitstat.control.types"},
        PORTABLE_STANDARD
        | {"machine", "esp32", "network", "bluetooth", "onewire", "dht", "os", "select", "time"}
        | {"vfs"},
    ),
    "firmware/splitstat/app": (
        {
            f"splitstat.{part}"
            for part in ("control", "ir", "modbus", "units", "sensors", "hardware")
        },
        None,
    ),
}
SIMULATOR_MAY_IMPORT = {
    f"splitstat.{part}" for part in ("control", "units", "ir", "modbus", "sensors")
} | {"host_sim"}
OURS = ("splitstat", "splitstat_cli", "host_sim")


def within(name: str, packages) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def ours(name: str) -> bool:
    return within(name, OURS)


def allowed(name: str, packages, standard) -> bool:
    """Whether a file may import `name`. A package may always be named on the way to its part."""
    if not ours(name):
        return standard is None or name.partition(".")[0] in standard
    return within(name, packages) or any(package.startswith(name + ".") for package in packages)


def broken_in_firmware(folder: str, found) -> list[str]:
    """Imports of one folder of the firmware that its row in MAY_IMPORT does not allow."""
    packages, standard = MAY_IMPORT[folder]
    itself = folder.removeprefix("firmware/").replace("/", ".")
    return [
        f"{where} imports {name}"
        for name, where in found
        if not allowed(name, {itself, *packages}, standard)
    ]


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_firmware(folder):
    found = [each for path in python_files(folder) for each in imports(path)]
    assert broken_in_firmware(folder, found) == []


def test_every_folder_of_the_firmware_has_a_row():
    folders = {path.parent for path in python_files("firmware/splitstat")}
    rows = {REPOSITORY / folder for folder in MAY_IMPORT} | {REPOSITORY / "firmware/splitstat"}
    assert {str(folder) for folder in folders if not rows & {folder, *folder.parents}} == set()
    top = (REPOSITORY / "firmware/splitstat").glob("*.py")
    assert [path.name for path in top] == ["__init__.py"]


def test_simulator():
    wrong = [
        f"{where} imports {name}"
        for path in python_files("host_sim")
        for name, where in imports(path)
        if not allowed(name, SIMULATOR_MAY_IMPORT, None)
    ]
    assert wrong == []


def test_third_parties_stay_out_of_the_firmware():
    known = set(sys.stdlib_module_names) | {
        "micropython",
        "machine",
        "esp32",
        "network",
        "bluetooth",
        "onewire",
        "dht",
        "vfs",
        "splitstat",
    }
    wrong = [
        f"{where} imports {name}"
        for path in python_files("firmware")
        for name, where in imports(path)
        if name.partition(".")[0] not in known | {"board", "boards"}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("folder", "source"),
    [
        ("firmware/splitstat/control", "from splitstat.ir import frame"),
        ("firmware/splitstat/control", "from ..units import load"),
        ("firmware/splitstat/control", "import time"),
        ("firmware/splitstat/control", "__import__('machine')"),
        ("firmware/splitstat/ir", "from splitstat.units import gree"),
        ("firmware/splitstat/ir", "from splitstat.control import zone"),
        ("firmware/splitstat/units", "from host_sim import world"),
        ("firmware/splitstat/app", "import splitstat_cli.main"),
    ],
)
def test_a_wrong_import_is_seen(folder, source):
    name = folder.removeprefix("firmware/").replace("/", ".") + ".example"
    path = Path(REPOSITORY, folder, "example.py")
    assert broken_in_firmware(folder, list(imports_of(ast.parse(source), name, False, path)))
