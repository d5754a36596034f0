"""The HTML report: one file, no network, no script. Reads on a phone, on paper, in light and dark.

Sentences and numbers come from the caller or are computed here from results; the template only
places them. Drawings: week_plot.py, summary_plots.py. The words of reasons are handed in, since
they are the command's.
"""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from host_sim import summary_plots, week_plot
from host_sim.findings import percent
from host_sim.metrics import BAND_K
from host_sim.svg import ACTIONS, DESK, PHONE

TEMPLATES = Path(__file__).parent / "templates"
YEAR = 2026  # the year in which world.py lets every run happen
WEEK_DAYS, PHONE_DAYS = 7, 3
MOST_REASONS = 5
LEAST_SHARE = 0.005  # of the time; rarer reasons are not listed


def write(path: Path, page: dict) -> None:
    """page: title, and whatever of the template's parts there is to show."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(page), encoding="utf-8")


def render(page: dict) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["number"] = number
    environment.filters["share"] = lambda part: "–" if part is None else percent(part)
    return environment.get_template("report.html").render(band_k=BAND_K, **page)


def number(value, digits: int = 0) -> str:
    """None is a dash; a thin space groups thousands."""
    if value is None:
        return "–"
    return f"{value:,.{digits}f}".replace(",", "\u2009").replace("-", "\u2212")


def first_moment(start_day: int) -> datetime:
    """Local time of minute 0 of a run that begins on that day of the year (1..365)."""
    return datetime(YEAR, 1, 1) + timedelta(days=start_day - 1)


def period(start_day: int, days: int) -> str:
    first = first_moment(start_day)
    last = first + timedelta(days=days - 1)
    return f"{first.day} {first:%B} to {last.day} {last:%B}"


def typical_week(series: dict, days: int) -> int:
    """Minute at which the seven days begin whose outdoor air is nearest to the run's mean."""
    outdoor = series["outdoor_c"]
    per_day = 1440 // (series["minute"][1] - series["minute"][0])
    mean = sum(outdoor) / len(outdoor)

    def off(day):
        part = outdoor[day * per_day : (day + WEEK_DAYS) * per_day]
        return abs(sum(part) / len(part) - mean)

    return min(range(max(1, days - WEEK_DAYS + 1)), key=off) * 1440


def season_part(name: str, result, start_day: int, words) -> dict:
    """Drawings of one run and why its units did what they did. words: the module of say, short."""
    days = result.metrics["days"]
    start = first_moment(start_day)
    first_min = typical_week(result.series, days)
    shown = min(WEEK_DAYS, days)
    first = start + timedelta(minutes=first_min)

    def week(size):
        days_shown = shown if size == DESK else min(PHONE_DAYS, shown)
        return week_plot.week(name, result, start, first_min, days_shown, words.say, size)

    def whole(size):
        return summary_plots.season(name, result, start, size)

    return {
        "name": name,
        "first_day": f"{first:%A} {first.day} {first:%B}",
        "shown_days": shown,
        "phone_days": min(PHONE_DAYS, shown),
        "week": both_sizes(week),
        "whole": both_sizes(whole) if days > WEEK_DAYS else None,
        "actions": actions_seen(result.series),
        "reasons": [
            {"room": room["name"], "lines": reasons_of(line, words)}
            for room, line in zip(result.rooms, result.series["rooms"], strict=True)
        ],
    }


def actions_seen(series: dict) -> list[str]:
    """For the legend: actions of any room, in the order of ACTIONS."""
    seen = {action for line in series["rooms"] for action in line["action"]}
    return [action for action in ACTIONS if action in seen]


def reasons_of(line: dict, words) -> list[tuple]:
    """(action, reason in words, share of the time) of one room, the most frequent first."""
    pairs = [(a, r[0]) for a, r in zip(line["action"], line["reason"], strict=True)]
    return [
        (action, words.short(word), n / len(pairs))
        for (action, word), n in Counter(pairs).most_common(MOST_REASONS)
        if n >= LEAST_SHARE * len(pairs)
    ]


def ways_drawing(rows: list[dict]) -> dict:
    """Cost against service of every row with doors shut, as a drawing."""
    points = [
        {
            "name": one["variant"],
            "season": one["season"],
            "cost": one["kwh_electric"] / one["days"],
            "share": one["comfortable_share"] or 0.0,
        }
        for one in rows
        if one["doors"] == "shut"
    ]
    return both_sizes(lambda size: summary_plots.ways(points, size))


def costs_drawing(rows: list[dict]) -> dict:
    """Running cost of every way of a comparison, by what it pays for."""
    bars = [
        {"name": one["way"], "electric": one["cost_electric"], "gas": one["cost_gas"]}
        for one in rows
    ]
    return both_sizes(lambda size: summary_plots.costs(bars, size))


def both_sizes(draw) -> dict:
    """draw(size) -> SVG text; marked as safe for the template."""
    return {size: Markup(draw(size)) for size in (DESK, PHONE)}
