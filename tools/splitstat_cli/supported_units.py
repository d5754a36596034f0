"""Writes SUPPORTED_UNITS.md from the unit files and from the proofs in tests/vectors/.

python -m splitstat_cli.supported_units [REPOSITORY]
"""

import inspect
import json
import re
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

from splitstat import units
from splitstat_cli.ir_batch import profiles
from splitstat_cli.unit_names import known_heat_pumps, known_units
from splitstat_cli.units_list import row_of, sold_as, water_row_of

HEAD = """\
# Supported units

Written by `python -m splitstat_cli.supported_units` from the files in `firmware/splitstat/units/`.
`splitstat units` prints the same in a terminal; `splitstat ir identify FILE` finds the unit to a
recording of its remote. `unit = "gree.yaw1f"` in a home file is the module `gree`, variant
`yaw1f`; {profiles} infra-red profiles and {modbus} Modbus maps are there.

Tried on hardware: none yet, not one of them.

Modes: *all* are heat, cool, dry and fan only; *none yet* serves reading, for its sheet has no
mode. Degrees are °C. A setpoint between two steps goes the way that meets
the request. Over infra-red a fan speed that a unit lacks becomes the next faster one
(`firmware/splitstat/ir/unit.py`); over Modbus such a speed, or louvre, is left as it is
(`firmware/splitstat/modbus/unit.py`).

## By brand

| brand | infra-red | Modbus |
|---|---|---|
"""

INFRA_RED = """
## Infra-red

Read back: nothing, for the units are silent; what their handsets send is read. *Vectors* are
transmissions of the reference library that every mark and space is compared with, next to
thousands of states of the fact sheets; they prove that both agree. *Recordings* of real remotes,
which that library keeps for its tests, are read here as they are there; one counts for every
variant that reads it. *Toggles* are keys that mean "change it": one lost message, and the unit
does the opposite until its room shows it.

One press of a handset is heard where the message has a checksum, an inverse or a copy. Gree's and
Kelvinator's sums leave some keys out: of 100 wrong bits 13 and 1 pass, in fan, louvres and the
like, none in power, mode or setpoint. Teco and Kelon have no checksum (34 and 17 of 100, the
setpoint among them): of them a press counts when an equal one follows within 30 s.

| brand | unit | modes | range | step | fans | swing | toggles | vectors | recordings |
|---|---|---|---|---|---|---|---|---|---|
"""

MODBUS = """
## Modbus

Read back: what was written, as far as the map has it, the room air and faults. Proof: the
registers are those of the sources in each file, and frames are compared with another Modbus
implementation. The first person with a real gateway will know what needs confirmation.
"""

COLUMNS = """
| unit | modes | range | step | fans | swing |
|---|---|---|---|---|---|
"""

WATER = """
## Air-to-water heat pumps

For `unit =` in `[whole_home]`: the machine that warms the water of all rooms and of the tank.
Proof and confirmation as above. Where a machine does not say a temperature, the home has a sensor
for it.
"""

WATER_COLUMNS = """
| unit | does | flow | tank | says |
|---|---|---|---|---|
"""

PLAIN = ("heat", "cool", "dry", "fan_only")
DOUBTS = re.compile(r"^(.*?\. )?Doubts:\s+(.*)", re.DOTALL)
DOUBTFUL = re.compile(r"[^.]*\b(?:not (?:been )?confirmed|needs confirmation)\b[^.]*\.")


def document(repository: Path) -> str:
    """The whole text. Reads tests/vectors/ir/ below the repository."""
    vectors, recordings = proofs(repository)
    rows = [row_of(name) for name in known_units()]
    light = [row for row in rows if row["wire"] == "infra-red"]
    modbus = [row for row in rows if row["wire"] == "Modbus"]
    parts = [HEAD.format(profiles=len(light), modbus=len(modbus)), by_brand(rows), INFRA_RED]
    spelt = {name: profile for profile, name in profiles().items()}
    for row in sorted(light, key=lambda row: (brands(row).lower(), row["name"])):
        profile = spelt[row["name"]]
        proof = [str(vectors[profile] or "–"), str(recordings[profile] or "–")]
        parts.append(line([brands(row), *abilities(row), toggles(row["name"]), *proof]))
    parts.append(doubts_of_infra_red(light))
    parts.append(MODBUS)
    for module in sorted({module_of(row) for row in modbus}):
        parts.append(gateway(module, [row for row in modbus if module_of(row) == module]))
    parts.append(WATER)
    names = known_heat_pumps()
    for module in sorted({name.partition(".")[0] for name in names}):
        parts.append(heat_pump(module, [name for name in names if name.split(".")[0] == module]))
    return "".join(parts)


def proofs(repository: Path) -> tuple[Counter, Counter]:
    """How many vectors and recordings there are for a profile."""
    folder = repository / "tests" / "vectors" / "ir"
    lines = (folder / "vectors.jsonl").read_text("utf-8").splitlines()
    recordings = json.loads((folder / "recordings.json").read_text("utf-8"))
    return Counter(json.loads(one)["profile"] for one in lines), Counter(recordings)


def line(cells) -> str:
    return "| " + " | ".join(cells) + " |\n"


def module_of(row: dict) -> str:
    return row["name"].partition(".")[0]


def brands(row: dict) -> str:
    return ", ".join(row["sold_as"])


def by_brand(rows: list[dict]) -> str:
    """One line a brand: the modules that speak to it. What stands in brackets is a model."""
    found: dict = {}
    for row in rows:
        for brand in row["sold_as"]:
            if "many" in brand:
                continue
            wires = found.setdefault(re.sub(r"\s*\(.*", "", brand), {})
            wires.setdefault(row["wire"], set()).add(module_of(row))
    table = ""
    for brand in sorted(found, key=str.lower):
        cells = [brand]
        for wire in ("infra-red", "Modbus"):
            modules = sorted(found[brand].get(wire, ()))
            cells.append(", ".join(f"`{module}`" for module in modules) or "–")
        table += line(cells)
    return table


def abilities(row: dict) -> list[str]:
    """unit, modes, range, step, fans, swing."""
    modes = [mode for mode in row["modes"] if mode != "off"]
    spans = {f"{mode} {span(row[mode + '_c'])}" for mode in ("heat", "cool") if row[mode + "_c"]}
    if row["heat_c"] == row["cool_c"] or not row["heat_c"]:
        spans = {span(row["cool_c"])}
    return [
        f"`{row['name']}`",
        "all" if set(modes) >= set(PLAIN) else ", ".join(modes) or "none yet",
        ", ".join(sorted(spans, reverse=True)),
        f"{row['step_k']:g}",
        ", ".join(row["fans"]) or "–",
        ", ".join(row["swings"]) or "–",
    ]


def span(degrees) -> str:
    return f"{degrees[0]:g}–{degrees[1]:g}" if degrees else "–"


def toggles(name: str) -> str:
    return ", ".join(units.load(name).traits.toggles) or "–"


def paragraphs(module: str) -> list[str]:
    """The docstring of a unit file, a paragraph a line, its pictures left out."""
    head = inspect.getdoc(import_module(f"{units.__name__}.{module}")) or ""
    texts = [part for part in head.split("\n\n") if not part.startswith(" ")]
    return [" ".join(text.split()) for text in texts]


def doubts_of_infra_red(rows: list[dict]) -> str:
    out = ""
    for module in sorted({module_of(row) for row in rows}):
        said = [found.strip() for text in paragraphs(module) for found in DOUBTFUL.findall(text)]
        if said:
            out += f"- `{module}`: {' '.join(said)}\n"
    return f"\nNeeds confirmation:\n\n{out}" if out else ""


def gateway(module: str, rows: list[dict]) -> str:
    """A section: what it is, its units (the same ones in one line), its doubts."""
    texts = paragraphs(module)
    out = f"\n### `{module}`\n\n{texts[0]}\n\nSold for: {brands(rows[0])}.\n{COLUMNS}"
    same: dict = {}
    for row in rows:
        name, *rest = abilities(row)
        same.setdefault(tuple(rest), []).append(name)
    for rest, names in same.items():
        out += line([", ".join(names), *rest])
    return out + doubts_of(texts)


def doubts_of(texts: list[str]) -> str:
    return "".join(f"\nNeeds confirmation: {one[2]}\n" for one in map(DOUBTS.match, texts) if one)


def heat_pump(module: str, names: list[str]) -> str:
    """A section: what it is, what it can be told and says, its doubts."""
    texts = paragraphs(module)
    out = f"\n### `{module}`\n\n{texts[0]}\n\nSold for: {', '.join(sold_as(module))}.\n"
    out += WATER_COLUMNS
    row = water_row_of(names[0])
    cells = [", ".join(f"`{name}`" for name in names), ", ".join(row["states"])]
    cells += [" / ".join(map(span, row["flow_c"])), " / ".join(map(span, row["tank_c"]))]
    return out + line([*cells, ", ".join(row["says"])]) + doubts_of(texts)


def main() -> None:
    repository = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    (repository / "SUPPORTED_UNITS.md").write_text(document(repository), encoding="utf-8")


if __name__ == "__main__":
    main()
