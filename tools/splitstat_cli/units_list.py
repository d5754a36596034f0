"""`splitstat units`: every unit that Splitstat can drive, read from the unit files themselves."""

import re
from importlib import import_module

from splitstat import units
from splitstat.modbus.register_map import registers
from splitstat_cli.terminal import GOOD, out, print_json
from splitstat_cli.unit_names import known_heat_pumps, known_units, unit

# To the end of the sentence: a full stop with a blank or the end of the text behind it.
SOLD_AS = re.compile(r"^Sold as:\s+(.+?)\.(?:\s|$)", re.MULTILINE | re.DOTALL)


def run(as_json: bool = False) -> int:
    rows = [row_of(name) for name in known_units()]
    water = [water_row_of(name) for name in known_heat_pumps()]
    if as_json:
        print_json({"units": rows, "heat_pumps": water})
        return GOOD
    for row in rows:
        out.print(row["name"], style="bold", markup=False)
        out.print(f"    {row['wire']}: {', '.join(row['sold_as'])}", markup=False, soft_wrap=True)
        out.print(f"    {_abilities(row)}", markup=False, soft_wrap=True)
    for row in water:
        out.print(row["name"], style="bold", markup=False)
        out.print(f"    air to water, Modbus: {', '.join(row['sold_as'])}", markup=False)
        out.print(f"    {', '.join(row['states'])}", markup=False)
    out.print(f"\n{len(rows)} units, {len(water)} air-to-water heat pumps", markup=False)
    return GOOD


def row_of(name: str) -> dict:
    """One flat row of a known unit. Temperatures in degC; None: no such mode."""
    found = unit(name)
    assert found is not None, name
    traits = found.traits
    return {
        "name": name,
        "wire": "infra-red" if found.kind == "ir" else "Modbus",
        "sold_as": sold_as(name),
        "modes": list(traits.modes),
        "heat_c": _degrees(traits.heat),
        "cool_c": _degrees(traits.cool),
        "step_k": traits.step_cdeg / 100,
        "fans": list(traits.fans),
        "swings": list(traits.swings),
        "frost_c": None if traits.frost_cdeg is None else traits.frost_cdeg / 100,
        "reports": bool(traits.reports),
    }


SAYS = {
    "supply": "flow temperature",
    "back": "return temperature",
    "top": "tank",
    "outdoor": "outdoor air",
    "action": "what it does",
    "defrost": "defrost",
    "error": "faults",
}


def water_row_of(name: str) -> dict:
    """One flat row of a known air-to-water machine. Spans in degC, of each register that takes
    one."""
    found = unit(name)
    assert found is not None, name
    lines = registers(found.text)
    spans: dict = {"flow": [], "tank": []}
    for words in lines:
        kind = words[1].partition("_")[0]
        if (
            kind in spans
            and (span := [int(words[3]) / 100, int(words[4]) / 100]) not in spans[kind]
        ):
            spans[kind].append(span)
    named = {words[1] for words in lines}
    return {
        "name": name,
        "wire": "Modbus",
        "sold_as": sold_as(name),
        "states": [word.replace("_", " ") for word in found.states if word != "off"],
        "flow_c": spans["flow"],
        "tank_c": spans["tank"],
        "says": [text for name, text in SAYS.items() if name in named],
    }


def sold_as(name: str) -> list[str]:
    """Brands, from the line "Sold as: ..." in the head of the unit file; empty without one."""
    head = import_module(f"{units.__name__}.{name.partition('.')[0]}").__doc__ or ""
    line = SOLD_AS.search(head)
    # Commas inside brackets part models, not brands.
    return re.split(r",\s+(?![^(]*\))", " ".join(line[1].split())) if line else []


def _degrees(span):
    return None if span is None else [span[0] / 100, span[1] / 100]


def _abilities(row) -> str:
    """What the unit can do, in one line."""
    parts = [" ".join(mode for mode in row["modes"] if mode != "off")]
    for mode in ("heat", "cool"):
        if row[mode + "_c"]:
            low, high = row[mode + "_c"]
            parts.append(f"{mode} {low:g} to {high:g} °C")
    parts.append(f"by {row['step_k']:g} K")
    parts.append("fan " + " ".join(row["fans"]))
    return "; ".join(parts)
