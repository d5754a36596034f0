"""`splitstat ir store`: recordings of a remote that no table fits, as a unit of its own.

The name of each signal, or of its file where it has none, says what was pressed: `cool_24_low`,
`heat_21.5_auto`, `fan_only_high`, `dry_auto`, `off`.
"""

import json
from pathlib import Path

from splitstat.ir.unit import SPEEDS
from splitstat.units.raw import MODES, RawUnit
from splitstat_cli import ir_formats
from splitstat_cli.mistakes import FileError, Mistake, quoted
from splitstat_cli.terminal import GOOD, out, print_json

FORM = "allowed: MODE_DEGREES_FAN as in cool_24_low, dry_auto, fan_only_high, off"
CLOSING_US = 100_000
# Durations that are no further apart are one: a receiver's jitter.
SAME = 0.15


def run(name: str, files: list[Path], home: Path | None = None, as_json: bool = False) -> int:
    """Writes raw_NAME.json beside a home file, or into this folder."""
    signals = [(one, one.name or file.stem) for file in files for one in ir_formats.load(file)]
    learned = learn([(state_of(title), signal.hz, signal.timings) for signal, title in signals])
    path = (home.parent if home else Path()) / f"raw_{name}.json"
    try:
        traits = RawUnit(learned).traits
    except ValueError as why:
        raise FileError([Mistake(str(path), None, "", str(why), "")]) from None
    try:
        path.write_text(json.dumps(learned, separators=(",", ":")), encoding="utf-8")
    except OSError as why:
        raise FileError([Mistake(str(path), None, "", why.strerror or str(why), "")]) from None
    said = {"unit": f"raw.{name}", "file": str(path), "states": len(learned["states"])}
    said |= {"modes": traits.modes, "fans": traits.fans}
    if as_json:
        print_json(said)
    else:
        out.print(f"{path}: {said['states']} states, {' '.join(traits.modes)}", markup=False)
        out.print(f'unit = "raw.{name}" in a home file beside it', markup=False)
    return GOOD


def state_of(title: str) -> list:
    """ "cool_24_low" -> ["cool", 2400, "low"]. Raises FileError."""
    words = title.strip().lower().replace(" ", "_").replace("fan_only", "fan-only").split("_")
    mode = words.pop(0).replace("fan-only", "fan_only")
    cdeg = None
    try:
        if mode in ("heat", "cool"):
            cdeg = round(100 * float(words.pop(0)))
    except (IndexError, ValueError, OverflowError):
        mode = ""
    fan = "_".join(words) or "auto"
    if mode not in MODES or fan not in SPEEDS or not 0 <= (cdeg or 0) <= 5000:
        raise FileError([Mistake(quoted(title), None, "", "does not say a state", FORM)])
    return [mode, cdeg, fan]


def learn(states) -> dict:
    """[(state, hz or None, timings)] -> what units/raw.py reads."""
    all_us = sorted(us for _, _, timings in states for us in [*timings, CLOSING_US])
    groups: list[list[int]] = []
    for us in all_us:
        if groups and us <= groups[-1][0] * (1 + 2 * SAME):
            groups[-1].append(us)
        else:
            groups.append([us])
    us = [group[len(group) // 2] for group in groups]
    lines = []
    for state, _, timings in states:
        whole = [*timings, CLOSING_US] if len(timings) % 2 else timings
        near = [min(range(len(us)), key=lambda i: abs(us[i] - one)) for one in whole]
        lines.append([*state, "".join(chr(97 + i) for i in near)])
    carriers = [hz for _, hz, _ in states if hz]
    return {"hz": carriers[0] if carriers else 38000, "us": us, "states": lines}
