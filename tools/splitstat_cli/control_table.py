"""The figures of `splitstat bench control` on a terminal."""

from rich.table import Table

from splitstat_cli.cell_home import PATHS
from splitstat_cli.control_figures import USUAL, by_cell
from splitstat_cli.control_rows import BOUND
from splitstat_cli.terminal import out

COLUMNS = (
    ("kWh", "kwh", ".1f"),
    ("achievable", "ratio_to_achievable", ".2f"),
    ("bound", "ratio_to_bound", ".2f"),
    ("starts", "starts_per_day", ".1f"),
    ("calls", "calls_per_day", ".1f"),
    ("accuracy, K", "accuracy_k", ".2f"),
    ("worst, K", "worst_k", ".1f"),
    ("frames/h", "frames_per_hour", "d"),
    ("damp, K h", "damp_kh", ".1f"),
    ("target, degC", "target_c", ".1f"),
    ("lead, min", "lead_min", "d"),
)
# On a terminal there is room for these.
SHOWN = [
    one for one in COLUMNS if one[1] not in ("calls_per_day", "worst_k", "target_c", "damp_kh")
]
TITLES = "at equal comfort; against what is achievable, and the bound; compressor starts a day"


def show(figures: dict) -> None:
    for key, same in by_cell(figures["rows"]).items():
        out.print(_cell(key, same.values()))
    out.print(TITLES)
    out.print(_paths(figures))


def name_of(key) -> str:
    cell, min_ratio, personality, troubled = key
    more = [] if personality == USUAL else [personality]
    more += ["everything wrong"] if troubled else []
    return ", ".join([cell, f"lowest speed {min_ratio}", *more])


def _cell(key, same) -> Table:
    table = Table("controller", title=name_of(key), box=None)
    for title, _, _ in SHOWN:
        table.add_column(title, justify="right", no_wrap=title == "kWh")
    for one in same:
        if one["kwh"] is None:
            table.add_row(one["controller"], "not reached")
        elif one["controller"] == BOUND:
            table.add_row(BOUND, f"{one['kwh']:.1f}")
        else:
            values = [(one[word], form) for _, word, form in SHOWN]
            cells = ["" if value is None else f"{value:{form}}" for value, form in values]
            table.add_row(one["controller"], *cells)
    return table


def _paths(figures) -> Table:
    """Means and worst over the suite, by path."""
    table = Table("Splitstat over", *PATHS, title="the suite", box=None)
    lines = (
        ("of achievable, mean", "ratio_to_achievable"),
        ("of the bound, mean", "ratio_to_bound"),
        ("saved of hysteresis, mean", "saves_of_hysteresis"),
        ("below every rival", "beats_every_rival"),
        ("starts a day, most", "starts_per_day"),
        ("accuracy, K, worst", "accuracy_k"),
        ("frames an hour, most", "frames_per_hour"),
        ("room short of comfort, K, worst", "worst_k"),
    )
    for title, word in lines:
        table.add_row(title, *(_said(figures["paths"][path][word]) for path in PATHS))
    for word in ("mean", "worst"):
        title = f"all thermostats of units, of achievable, {word}"
        table.add_row(title, *(_said(figures["personalities"][path][word]) for path in PATHS))
    robust = [figures["robust"][path] or {} for path in PATHS]
    table.add_row("with everything wrong, worse by", *(_said(one.get("worse")) for one in robust))
    return table


def _said(value) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
