"""What the whole application takes of a board's heap: the 32-bit VM, joined and compiled, on
stand-ins for the peripherals, with the page and MQTT over streams in memory.

One room, an infra-red unit, an SHT4x, Wi-Fi. Four runs: without doors, the same with a Bluetooth
thermometer beside the SHT4x, with the page, with the page and MQTT; each is what it adds. Core and
unit are code and objects, the application (with sensors and hardware) is what it takes beyond
them. Each figure is of the heap in use after the application has run for a while, one page was
fetched, and one connection is open.

asyncio is told apart: the stock firmware has its code in flash, but its names and functions
take heap on a board, too. binascii and collections are C there and not counted; what the board
keeps in NVS lies in files. No block that comes after the start may have more than 4 KiB: the
tables of names apart, which double with the script's own names among them (names_table.py).
"""

import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from rich.table import Table

from splitstat_cli import (
    bench_board_free,
    board_tree,
    heap_layout,
    home_file,
    mpy,
    names_table,
    vms,
)
from splitstat_cli.terminal import err, out

HOME = """
timezone = "Europe/Berlin"
[[room]]
name = "bedroom"
unit = "gree.yaw1f"
pin = 25
occupied = ["daily 21:30-07:00"]
"""
IR_UNIT = "gree.yaw1f"
CORE = "splitstat.control.controller"
VM = "micropython32"
SECONDS = 700  # after a start the unit is told nothing for ten minutes: it may have just stopped
DOOR = "splitstat.app.web"  # without it there is no page
KIB = 1024
BUDGETS = (
    ("core", 36 * KIB),
    ("unit", 8 * KIB),
    ("app", 14 * KIB),
    ("page", 6 * KIB),
    ("mqtt", 8 * KIB),
    ("total", 72 * KIB),
)
LARGEST = 4 * KIB
NAMES = {
    "core": "core, one room",
    "unit": f"infra-red engine and {IR_UNIT}",
    "app": "application, sensors and hardware",
    "page": "page",
    "mqtt": "MQTT",
    "total": "everything running",
    "bluetooth": "a Bluetooth thermometer, not among these",
    "asyncio": "asyncio, not among these",
    "largest_block": "largest block that came after the start",
    "free": "free of 160 KiB on the 64-bit VM (bench_board_free.py)",
    "largest_free": "its largest free block",
}
THERMOMETER = """
[[room.sensor]]
kind = "sht4x"
[[room.sensor]]
kind = "bluetooth_thermometer"
address = "A4:C1:38:01:02:03"
"""
_NO_DOORS = None
SECRETS = {"wifi": {"ssid": "home", "password": "password"}, "token": "0" * 26}


def measure() -> dict:
    """Bytes by the words of NAMES; ran: scans, frames, bytes to the browser and to the broker.

    Raises RuntimeError with the VM's own words.
    """
    with err.status(f"the whole application on {VM}"):
        plain, page, everything = _runs(HOME, _NO_DOORS, {}, {"mqtt": {"host": "10.0.0.1"}})
        (heard,) = _runs(HOME + THERMOMETER, _NO_DOORS)
    core, unit = plain["core"], plain["unit"]
    return {
        "core": core,
        "unit": unit,
        "app": plain["all"] - core - unit,
        "page": page["all"] - plain["all"],
        "mqtt": everything["all"] - page["all"],
        "total": everything["all"],
        "bluetooth": heard["all"] - plain["all"],
        "largest_block": everything["largest_block"],
        "ran": everything["ran"],
        "asyncio": plain["asyncio"],
        **bench_board_free.measure(HOME),
    }


def _runs(home: str, *more) -> list[dict]:
    """The figures of a home for each of these: what its secrets have beyond SECRETS, or
    _NO_DOORS."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written = folder / "bedroom.toml"
        written.write_text(home)
        compiled = home_file.load(written).compiled
        start = [CORE, *board_tree.modules(compiled)]
        package, bundles = mpy.compile_bundles(vms.FIRMWARE.parent, start, folder)
        script = folder / "bench_board.py"
        script.write_text(bundles.script((vms.ON_VM / script.name).read_text("utf-8")), "utf-8")
        shutil.copy(vms.ON_VM / "bench_stand_ins.py", folder)
        core = bundles.loaded([CORE])
        unit = bundles.loaded(["splitstat.units.gree"])
        told = {
            "core": ["splitstat", *core],
            "unit": ["splitstat.units", *(each for each in unit if each not in core)],
            "ir_unit": IR_UNIT,
            "seconds": SECONDS,
        }
        files = {
            "/home.json": json.dumps(compiled, separators=(",", ":")),
            "/a/manifest.json": '{"version":"0","files":[\n]}\n',
            "/a/www/index.html.gz": 2000 * "x",
        }
        plan = folder / "plan.json"
        found = []
        for each in more:
            files["/secrets.json"] = json.dumps(SECRETS | (each or {}))
            without = [bundles.home[DOOR] + ".mpy"] if each is _NO_DOORS else []
            plan.write_text(json.dumps(told | {"files": files, "without": without}))
            found.append(_run(script, plan, package))
        return found


def _run(script: Path, plan: Path, package: Path) -> dict:
    """One run's figures; all: without asyncio."""
    done = vms.run(VM, script, [plan], [package])
    lines = done.stdout.splitlines()
    said = "\n".join(line for line in lines if line.startswith(("{", "qstr pool:")))
    layouts = heap_layout.blocks_in_use(done.stdout)
    if done.returncode or len(layouts) != 2 or "Traceback" in done.stdout:
        raise RuntimeError(f"{VM}: {done.stderr}{done.stdout}")
    reports = names_table.reports(VM, said)
    start, end = layouts
    came = Counter(end) - Counter(start) - Counter(names_table.table_sizes(VM))
    figures: dict = {"core": 0, "unit": 0, "asyncio": 0, "largest_block": max(came)}
    for each in names_table.additions(reports):
        if each["name"] in figures:
            figures[each["name"]] += each["bytes"]
    in_use = [each["in_use"] for each in reports if "in_use" in each]
    figures["all"] = in_use[-1] - in_use[1]
    ran = reports[-1]
    figures["ran"] = {key: ran.get(key, 0) for key in ("scans", "frames", "page", "broker")}
    return figures


def exceeded(figures: dict) -> list[str]:
    """A line for every budget that is not kept."""
    over = [
        f"{VM}: {NAMES[key]} takes {figures[key]} bytes, the budget is {most}"
        for key, most in BUDGETS
        if figures[key] > most
    ]
    if figures["largest_block"] > LARGEST:
        over.append(f"{VM}: a block of {figures['largest_block']} bytes after the start")
    return over


def show(figures: dict) -> None:
    table = Table(f"everything running on {VM}", "bytes", "budget")
    budgets = dict(BUDGETS)
    for key, name in NAMES.items():
        table.add_row(name, str(figures[key]), str(budgets.get(key, "")))
    out.print(table)
