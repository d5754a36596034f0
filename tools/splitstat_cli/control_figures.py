"""What the rows of `splitstat bench control` say: ratios into each, and the figures of the suite.

Achievable in a cell is the least of all controllers there, the policy's included; homes of several
rooms have neither policy nor bound, so theirs is the best of the run and counts apart. The other
thermostats that units have are measured by what is achievable with the usual one, for the room and
the machine are the same. Limits are those of the project's goals (GOALS).
"""

from splitstat_cli.cell_home import PATHS
from splitstat_cli.control_rows import BOUND, OURS, POLICY, rivals_on

USUAL = "proportional"
# Where the room wants more than the lowest speed gives; and where the machine has to stop.
STARTS_ABOVE, ACCURACY_ABOVE_K = 8.0, 0.3
STARTS_BELOW, STARTS_OF_ACHIEVABLE, ACCURACY_BELOW_K = 24.0, 1.2, 0.7
FRAMES_PER_HOUR = 6
LEAST_LOAD = 0.02  # of what the machine gives at its lowest speed: less is no cell


def key_of(one: dict) -> tuple:
    return one["cell"], one["min_ratio"], one["personality"], one["troubled"]


def by_cell(rows: list[dict]) -> dict:
    """key_of -> controller -> row."""
    found: dict = {}
    for one in rows:
        found.setdefault(key_of(one), {})[one["controller"]] = one
    return found


def judged(rows: list[dict]) -> dict:
    """Completes the rows and returns all figures, flat ones first."""
    cells = by_cell(rows)
    for key, same in cells.items():
        base = cells.get((key[0], key[1], USUAL, key[3]), same)
        least = base[BOUND]["kwh"] if BOUND in base else None
        reached = [o["kwh"] for o in base.values() if o["controller"] != BOUND and o["kwh"]]
        for one in same.values():
            if one["kwh"] is None or one["controller"] == BOUND:
                continue
            one["ratio_to_achievable"] = one["kwh"] / min(reached)
            one["ratio_to_bound"] = None if least is None else one["kwh"] / least
        for path in PATHS:
            mine = same.get(OURS + path)
            if mine is not None and mine["kwh"] is not None:
                mine["broken"] = _broken(mine, base)
    usual = {key: same for key, same in cells.items() if key[2] == USUAL and not key[3]}
    main = {key: same for key, same in usual.items() if not _is_home(same)}
    homes = {key: same for key, same in usual.items() if _is_home(same)}
    paths = {path: _path(path, main) for path in PATHS}
    ours = [o for path in PATHS for o in _reached(main, path)]
    return {
        "mean_ratio_to_achievable": {p: f["ratio_to_achievable"] for p, f in paths.items()},
        "mean_ratio_to_bound": {p: f["ratio_to_bound"] for p, f in paths.items()},
        "beats_every_rival": all(f["beats_every_rival"] for f in paths.values()),
        "max_starts_per_day": _most(ours, "starts_per_day"),
        "worst_control_accuracy_k": _most(ours, "accuracy_k"),
        "max_frames_per_hour": _most(ours, "frames_per_hour"),
        "worst_room_k": _most(ours, "worst_k"),
        "personalities": {path: _personalities(path, cells) for path in PATHS},
        "robust": {path: _robust(path, cells) for path in PATHS},
        "homes": {path: _path(path, homes) for path in PATHS} if homes else {},
        "paths": paths,
        "not_reached": [
            [*key, name]
            for key, same in cells.items()
            for name, one in same.items()
            if one["kwh"] is None
        ],
        "rows": rows,
    }


def _is_home(same) -> bool:
    return next(iter(same.values()))["rooms"] > 1


def _broken(mine, base) -> list[str]:
    """Which goals a row misses."""
    load = base[BOUND]["load"] if BOUND in base else None
    above = load is not None and load > 1.0
    starts = STARTS_ABOVE
    if not above:
        policy = base.get(POLICY, {}).get("starts_per_day")
        starts = STARTS_BELOW
        if policy is not None:
            starts = min(starts, STARTS_OF_ACHIEVABLE * policy)
    limits = {
        "starts_per_day": starts,
        "accuracy_k": ACCURACY_ABOVE_K if above else ACCURACY_BELOW_K,
        "frames_per_hour": FRAMES_PER_HOUR,
    }
    mine["limits"] = limits
    return [word for word, limit in limits.items() if (mine[word] or 0.0) > limit]


def _reached(cells, path) -> list[dict]:
    mine = [same[OURS + path] for same in cells.values() if OURS + path in same]
    return [one for one in mine if one["kwh"] is not None]


def _path(path, main) -> dict:
    """Figures of one path over the suite's cells."""
    mine = _reached(main, path)
    same_cells = [same for same in main.values() if OURS + path in same]
    blasts = [
        1.0 - same[OURS + path]["kwh"] / same["hysteresis"]["kwh"]
        for same in same_cells
        if same[OURS + path]["kwh"] and same.get("hysteresis", {}).get("kwh")
    ]
    beaten_by = [f"{_name(same)}: {rival}" for same in same_cells for rival in _better(same, path)]
    return {
        "ratio_to_achievable": _mean([one["ratio_to_achievable"] for one in mine]),
        "ratio_to_bound": _mean([one["ratio_to_bound"] for one in mine]),
        "by_min_ratio": {
            str(ratio): _mean([o["ratio_to_achievable"] for o in mine if o["min_ratio"] == ratio])
            for ratio in sorted({one["min_ratio"] for one in mine})
        },
        "beats_every_rival": bool(mine) and not beaten_by and len(mine) == len(same_cells),
        "beaten_by": beaten_by,
        "saves_of_hysteresis": _mean(blasts),
        "starts_per_day": _most(mine, "starts_per_day"),
        "accuracy_k": _most(mine, "accuracy_k"),
        "frames_per_hour": _most(mine, "frames_per_hour"),
        "worst_k": _most(mine, "worst_k"),
        "cells": len(same_cells),
        "reached": len(mine),
        "broken": {
            word: sum(word in one["broken"] for one in mine)
            for word in ("starts_per_day", "accuracy_k", "frames_per_hour")
        },
    }


def _name(same) -> str:
    one = next(iter(same.values()))
    return f"{one['cell']} {one['min_ratio']}"


def _better(same, path) -> list[str]:
    """Rivals on the same path that need no more than we do, or reach what we do not."""
    mine = same[OURS + path]["kwh"]
    theirs = {name: same.get(name, {}).get("kwh") for name in rivals_on(path)}
    return [n for n, kwh in theirs.items() if kwh is not None and (mine is None or kwh <= mine)]


def _personalities(path, cells) -> dict:
    """Mean ratio to what the usual thermostat could have, by thermostat; "mean" and "worst"."""
    found: dict = {}
    wanted = {key[:2] for key in cells if key[2] != USUAL}
    for key, same in cells.items():
        if key[:2] in wanted and not key[3] and OURS + path in same:
            one = same[OURS + path]
            ratio = None if one["kwh"] is None else one["ratio_to_achievable"]
            found.setdefault(key[2], []).append(ratio)
    means = {word: None if None in ratios else _mean(ratios) for word, ratios in found.items()}
    known = [ratio for ratio in means.values() if ratio is not None]
    return {"mean": _mean(known), "worst": max(known, default=None), **means}


def _robust(path, cells) -> dict | None:
    """How much worse the ratio to achievable is with everything wrong: the worst cell."""
    worse, broken = [], set()
    for key, same in cells.items():
        if not key[3] or OURS + path not in same:
            continue
        mine, sound = same[OURS + path], cells[(*key[:3], False)][OURS + path]
        if mine["kwh"] is None or sound["kwh"] is None:
            return {"worse": None, "broken": ["comfort not reached"]}
        worse.append(mine["ratio_to_achievable"] - sound["ratio_to_achievable"])
        broken |= set(mine["broken"])
    return {"worse": max(worse), "broken": sorted(broken)} if worse else None


def _mean(values):
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _most(rows, word):
    return max((one[word] for one in rows if one[word] is not None), default=None)
