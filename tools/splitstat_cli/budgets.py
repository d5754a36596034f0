"""What a scenario may demand of a run, and whether the run kept to it.

A budget is a figure of the run (host_sim/judge.py) and a limit. Most are upper limits; a name that
ends in _at_least is a lower one.
"""

from splitstat_cli.table_rules import Key, Number

AT_LEAST = "_at_least"
LIMIT = Number(0, 1e9)
BUDGET = (
    Key("discomfort_kh", LIMIT),
    Key("kwh_electric", LIMIT),
    Key("peak_power_w", LIMIT),
    Key("starts_per_day", LIMIT),
    Key("compressor_starts_per_day", LIMIT),
    Key("changeovers", LIMIT),
    Key("frames_per_hour", LIMIT),
    Key("mould_hours", LIMIT),
    Key("balance_error", LIMIT),
    Key("hottest_c", Number(-40, 60, "degC")),
    Key("coldest_c" + AT_LEAST, Number(-40, 60, "degC")),
    Key("cop" + AT_LEAST, LIMIT),
    Key("comfortable_room_hours" + AT_LEAST, LIMIT),
)


def judged(budgets: dict, result: dict) -> list[dict]:
    """One row a budget: {"budget", "limit", "found", "kept"}. A figure that is not there is not
    kept.
    """
    rows = []
    for name, limit in budgets.items():
        least = name.endswith(AT_LEAST)
        found = _figure(name.removesuffix(AT_LEAST), result)
        kept = found is not None and (found >= limit if least else found <= limit)
        rows.append({"budget": name, "limit": limit, "found": found, "kept": kept})
    return rows


def _figure(name, result):
    if name == "hottest_c":
        return max((room["max_c"] for room in result["rooms"]), default=None)
    if name == "coldest_c":
        return min((room["min_c"] for room in result["rooms"]), default=None)
    return result.get(name)


def budget_text(row: dict) -> str:
    """A row of judged() in words: "discomfort_kh is 12.3, at most 10 is allowed"."""
    least = row["budget"].endswith(AT_LEAST)
    name = row["budget"].removesuffix(AT_LEAST)
    found = "not there" if row["found"] is None else f"{row['found']:g}"
    return f"{name} is {found}, at {'least' if least else 'most'} {row['limit']:g} is allowed"
