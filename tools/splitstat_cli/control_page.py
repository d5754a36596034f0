"""The figures of `splitstat bench control` as a report: drawings, what they mean, every cell."""

from importlib import metadata
from pathlib import Path

from host_sim import report
from host_sim.report import both_sizes
from host_sim.strip_plot import BLAST, LEAST, LIMIT, OTHER, POLICY, strips
from splitstat_cli import control_words
from splitstat_cli.cell_home import PATHS
from splitstat_cli.control_figures import USUAL, by_cell
from splitstat_cli.control_rows import BOUND, FULL_BLAST, OURS
from splitstat_cli.control_rows import POLICY as POLICY_NAME
from splitstat_cli.control_table import COLUMNS, name_of
from splitstat_cli.control_words import SAID

PATHS_ORDER = list(PATHS)
SPAN = (0.7, 2.5)  # of the ratio to achievable
COLORS = ("heat", "outdoor", "waiting", "cool", "power")
SHORT = {
    "cold": "cold", "mixed": "mixed", "hot_humid": "hot, humid", "heat": "heating",
    "cool": "cooling", "heat_cool": "spring", "always": "always", "scheduled": "by hours",
}  # fmt: skip
NOTES = (
    (
        "One room of 20 m2 under a roof, a split of its own, people always there, or from 6:30 "
        "to 8:30 and from 17 to 23 h. Each controller's target is moved until people miss 1 K h a "
        "week of operative temperature in their hours; in cooling a dew point over 17 degC counts "
        "as well. Stored heat is corrected."
    ),
    (
        "The bound is a linear program that knows weather and people, on a machine that never "
        "stops, starts or dries at a loss. The policy is dynamic programming that knows the same, "
        "lived on the same plant as everyone. Achievable is the best of all."
    ),
    (
        "Rivals are written anew from their published rules. Where the room is used by hours each "
        "has the best of a few fixed lead times; Splitstat of these and of what it learns "
        "(no lead is shown)."
    ),
    "Simulated: a model of a room is not that room. “splitstat bench truth” says how true it is.",
)


def write(path: Path, figures: dict, quick: bool) -> None:
    cells = by_cell(figures["rows"])
    main = {key: same for key, same in cells.items() if key[2] == USUAL and not key[3]}
    days = "a week each, so their figures are rough" if quick else "four weeks each"
    page = {
        "title": "How near the limit is the control?",
        "headline": control_words.headline(figures),
        "about": f"{len(main)} cells of climate, season, hours and mass, {days}.",
        "findings": control_words.findings(figures),
        "suite": {
            "paths": [
                {"name": SAID[path], "color": color}
                for path, color in zip(PATHS, COLORS, strict=True)
            ],
            "energy": both_sizes(lambda size: _energy(main, size)),
            "starts": both_sizes(lambda size: _starts(main, size)),
            "thermostats": both_sizes(lambda size: _thermostats(figures, size))
            if any(key[2] != USUAL for key in cells)
            else None,
            "columns": [title for title, _, _ in COLUMNS],
            "cells": [_cell(key, same) for key, same in cells.items()],
        },
        "notes": NOTES,
        "footer": f"Made by splitstat {metadata.version('splitstat')} with “bench control”.",
    }
    report.write(path, page)


def short(key) -> str:
    words = [SHORT[word] if word in SHORT else word for word in key[0].split()]
    return " ".join(words) + ("" if key[1] == 0.35 else f", {key[1]}")


def _energy(main, size):
    lines = []
    for key, same in main.items():
        marks: list = [
            _mark(n, one, "ratio_to_achievable") for n, one in same.items() if one["kwh"]
        ]
        if same.get(BOUND, {}).get("kwh") is not None:
            one = next(o for o in same.values() if o.get("ratio_to_bound"))
            least = one["ratio_to_achievable"] / one["ratio_to_bound"]
            marks.append((LEAST, least, f"bound: {same[BOUND]['kwh']:.1f} kWh"))
        lines.append((short(key), [mark for mark in marks if mark is not None]))
    unit = "electricity against what is achievable"
    return strips("energy", lines, size, unit, "energy of every controller, by cell", SPAN)


def _starts(main, size):
    lines = []
    for key, same in main.items():
        marks: list = [_mark(n, one, "starts_per_day") for n, one in same.items() if one["kwh"]]
        limits = [one["limits"]["starts_per_day"] for one in same.values() if "limits" in one]
        marks += [(LIMIT, limits[0], f"goal: {limits[0]:.1f}")] if limits else []
        lines.append((short(key), [mark for mark in marks if mark is not None]))
    unit = "compressor starts a day"
    return strips("starts", lines, size, unit, "compressor starts, by cell", (0.0, None))


def _mark(name, one, word) -> tuple | None:
    if name == BOUND or one[word] is None:
        return None
    kind = BLAST if name in FULL_BLAST else POLICY if name == POLICY_NAME else OTHER
    if name.startswith(OURS):
        kind = PATHS_ORDER.index(name[len(OURS) :])
    says = f"{name}: {one['kwh']:.1f} kWh, {one['ratio_to_achievable']:.2f} of achievable, "
    return (kind, one[word], says + f"{one['starts_per_day']:.1f} starts a day")


def _thermostats(figures, size):
    """A line for each thermostat, a mark for each path."""
    words = {w: None for f in figures["personalities"].values() for w in f}
    lines = []
    for word in words:
        if word in ("mean", "worst"):
            continue
        ratios = [(n, figures["personalities"][p].get(word)) for n, p in enumerate(PATHS)]
        known = [(n, ratio) for n, ratio in ratios if ratio is not None]
        marks = [(n, ratio, f"{SAID[PATHS_ORDER[n]]}: {ratio:.2f}") for n, ratio in known]
        lines.append((word.replace("_", " "), marks))
    unit = "electricity against what is achievable with the usual one"
    return strips("thermostats", lines, size, unit, "energy by the unit's own thermostat")


def _cell(key, same) -> dict:
    return {"name": name_of(key), "rows": [_row(one) for one in same.values()]}


def _row(one) -> dict:
    values = [(one.get(word), form) for _, word, form in COLUMNS]
    cells = ["" if value is None else f"{value:{form}}" for value, form in values]
    if one["kwh"] is None:
        cells[0] = "not reached"
    return {"name": one["controller"], "cells": cells, "ours": one["controller"].startswith(OURS)}
