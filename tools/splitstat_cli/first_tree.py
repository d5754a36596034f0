"""What lies on a board that has no home yet: every unit and sensor, and what the wizard asks with.

Beside the application of a slot (board_tree.py): first_run.json, a home that the compiler made of
defaults, for the wizard to put the answers in, and the sensors on I2C with their addresses;
units.txt, every infra-red unit, the strictest table first; www/brands.js and www/zones.js, what
the page chooses from. They are made here from what `splitstat check` and `splitstat units` know.
"""

import gzip
import json
import tempfile
from pathlib import Path

from splitstat.ir.unit import IrUnit
from splitstat_cli import board_files, board_tree, home_file, sensor_names, timezones, vms
from splitstat_cli.ir_batch import strength
from splitstat_cli.unit_names import known_units, unit
from splitstat_cli.units_list import sold_as

# For the shape of the home: what the wizard asks for is replaced.
DEFAULTS = """timezone = "UTC"
board = "{board}"
[[room]]
name = "bedroom"
unit = "gree.yaw1f"
pin = {pin}
"""


def files(kind: str, secrets: dict) -> dict[str, bytes]:
    """Path on the board -> content, all in all. secrets: as board_tree.outside takes them. Raises
    KeyError for an unknown board."""
    outside = board_tree.beside(secrets)
    return outside | {f"a/{path}": content for path, content in slot(kind).items()}


def slot(kind: str) -> dict[str, bytes]:
    """Path below the slot -> content. Raises as board_tree.slot does, and KeyError for an unknown
    board."""
    made = board_tree.application(modules(), kind)
    made["first_run.json"] = _json({"home": template(kind), "i2c_sensors": chips()})
    made["units.txt"] = "".join(f"{name}\n" for name in infrared_units()).encode()
    for name, text in (("brands", brands()), ("zones", zones())):
        made[f"www/{name}.js.gz"] = gzip.compress(text.encode(), mtime=0)
    return made | {board_tree.MANIFEST: board_tree.manifest(made, kind)}


def modules() -> list[str]:
    """What the firmware starts from. The wires' drivers stay apart until they are asked for."""
    found = [board_tree.APP, "splitstat.hardware.ir_transmitter"]
    for part in ("units", "sensors"):
        for path in sorted((vms.FIRMWARE / part).glob("[a-z]*.py")):
            found.append(f"splitstat.{part}.{path.stem}")
    return found


def template(kind: str) -> dict:
    """The compiled home of defaults."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home.toml"
        home.write_text(DEFAULTS.format(board=kind, pin=board_files.board(kind).ir_pin))
        loaded = home_file.load(home)
    return next(iter(loaded.by_board.values()))


def chips() -> list:
    """[kind, usual address] of every sensor on I2C."""
    kinds = dict.fromkeys(sensor_names.kind_of(word) for word in sensor_names.known_kinds())
    found = [(kind, sensor_names.usual_address(kind)) for kind in kinds]
    # Of several chips at one address the newer one first: the older one's commands mean
    # nothing to it.
    return sorted(
        ([kind, address] for kind, address in found if address is not None), reverse=True
    )


def infrared_units() -> list[str]:
    """Those that a press of cool 22 can tell from others."""
    able = []
    for name in known_units():
        one = unit(name)
        if isinstance(one, IrUnit) and one.traits.cool is not None and "cool" in one.traits.modes:
            able.append((-strength(one), name))
    return [name for _, name in sorted(able)]


def brands() -> str:
    """{brand: [units]} as a script of the page."""
    found: dict = {}
    for name in infrared_units():
        for sold in sold_as(name):
            # What stands in brackets are models.
            found.setdefault(sold.partition(" (")[0], []).append(name)
    ordered = {brand: sorted(set(found[brand])) for brand in sorted(found, key=str.lower)}
    return f'"use strict";\nconst BRANDS = {json.dumps(ordered, separators=(",", ":"))};\n'


def zones() -> str:
    """[integers of a zone, its names] as a script of the page."""
    found: dict = {}
    for name in sorted(timezones.zone_names()):
        try:
            found.setdefault(json.dumps(timezones.compiled(name)), []).append(name)
        except ValueError:
            pass  # what has no rule that the board could follow
    listed = [[json.loads(tz), " ".join(names)] for tz, names in found.items()]
    return f'"use strict";\nconst ZONES = {json.dumps(listed, separators=(",", ":"))};\n'


def _json(value) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()
