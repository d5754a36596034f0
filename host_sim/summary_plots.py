"""A whole season of a home at a glance, and the ways to use it: cost against service."""

from datetime import datetime, timedelta

import matplotlib
from matplotlib.figure import Figure

from host_sim.svg import (
    COOL,
    DESK,
    HEAT,
    LEFT,
    OUTDOOR,
    POWER,
    STYLE,
    WIDTH,
    day_of,
    finish,
    title,
)


def season(name: str, result, start: datetime, size: str) -> str:
    """Every day of the run: electricity per day as bars, the outdoor air's range above them."""
    series = result.series
    per_day = 1440 // (series["minute"][1] - series["minute"][0])
    days = len(series["minute"]) // per_day
    spans = [slice(d * per_day, (d + 1) * per_day) for d in range(days)]
    kwh = [sum(series["power_w"][s]) / per_day * 0.024 for s in spans]
    outdoor = [series["outdoor_c"][s] for s in spans]
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH[size], 2.5), facecolor="none")
        left = LEFT[size]
        above = figure.add_axes((left, 0.56, 0.995 - left, 0.34))
        below = figure.add_axes((left, 0.09, 0.995 - left, 0.33))
        middle = [d + 0.5 for d in range(days)]
        above.vlines(
            middle,
            [min(o) for o in outdoor],
            [max(o) for o in outdoor],
            color=OUTDOOR,
            linewidth=5 if size == DESK else 3.5,
            alpha=0.45,
        )
        above.plot(middle, [sum(o) / len(o) for o in outdoor], "o", color=OUTDOOR, markersize=2.6)
        title(above, "Outdoor air of each day", "°C")
        below.bar(middle, kwh, width=0.72, color=POWER, alpha=0.8, linewidth=0)
        title(below, "Electricity of each day", "kWh")
        above.set_xticks([])
        every = 7 if size == DESK else 14
        below.set_xticks(
            [d + 0.5 for d in range(0, days, every)],
            [day_of(start + timedelta(days=d)) for d in range(0, days, every)],
        )
        for ax in (above, below):
            ax.set_xlim(0, days)
            ax.locator_params(axis="y", nbins=4)
        return finish(figure, f"{name}-{size}-whole", f"the whole {name}")


def ways(points: list, size: str) -> str:
    """Cost against service. points: dicts with name, cost, share (0..1 comfortable), season."""
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH[size], 2.9 if size == DESK else 5.2), facecolor="none")
        seasons = list(dict.fromkeys(p["season"] for p in points))
        across = len(seasons) if size == DESK else 1
        for n, word in enumerate(seasons):
            ax = figure.add_subplot(len(seasons) // across, across, n + 1)
            mine = [p for p in points if p["season"] == word]
            top = max(p["cost"] for p in mine) * 1.25 or 1
            for p in _together(mine, top):
                color = HEAT if word == "winter" else COOL
                ax.plot(p["share"] * 100, p["cost"], "o", color=color, markersize=8, clip_on=False)
                right = p["share"] > 0.6
                ax.annotate(
                    p["name"],
                    (p["share"] * 100, p["cost"]),
                    (-10 if right else 10, 0),
                    textcoords="offset points",
                    ha="right" if right else "left",
                    va="center",
                )
            ax.set_xlim(0, 103)
            ax.set_ylim(0, top)
            ax.set_xticks([0, 25, 50, 75, 100], ["0 %", "25 %", "50 %", "75 %", "100 %"])
            ax.tick_params(axis="x", pad=7)
            ax.set_xlabel("people's hours in band")
            ax.locator_params(axis="y", nbins=6)
            ax.grid(True, axis="both")
            title(ax, word.capitalize(), "kWh of electricity a day")
        figure.subplots_adjust(
            left=LEFT[size],
            right=0.985 if size == DESK else 0.96,
            top=0.9 if size == DESK else 0.94,
            bottom=0.19 if size == DESK else 0.1,
            hspace=0.42,
            wspace=0.12,
        )
        return finish(figure, f"ways-{size}", "cost against service")


def _together(points, top):
    """Points that would lie on each other become one with both names."""
    groups = []
    for p in points:
        for first in groups:
            if (
                abs(first["share"] - p["share"]) < 0.04
                and abs(first["cost"] - p["cost"]) < top / 15
            ):
                first["name"] += ", " + p["name"]
                break
        else:
            groups.append(dict(p))
    return groups


def costs(bars: list, size: str) -> str:
    """Horizontal bars. bars: dicts with name, electric, gas (money a year)."""
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH[size], 2.6), facecolor="none")
        ax = figure.add_axes(
            (0.24 if size == DESK else 0.4, 0.12, 0.72 if size == DESK else 0.55, 0.74)
        )
        places = range(len(bars))[::-1]
        electric, gas = [b["electric"] for b in bars], [b["gas"] for b in bars]
        ax.barh(places, electric, color=POWER, alpha=0.85, height=0.6)
        ax.barh(places, gas, left=electric, color=HEAT, alpha=0.85, height=0.6)
        for place, one in zip(places, bars, strict=True):
            whole = one["electric"] + one["gas"]
            ax.annotate(
                f"{whole:.0f}", (whole, place), (5, 0), textcoords="offset points", va="center"
            )
        ax.set_yticks(list(places), [b["name"] for b in bars])
        ax.set_xlim(0, 1.15 * max(1.0, *(e + g for e, g in zip(electric, gas, strict=True))))
        title(ax, "Cost of a year: electricity, and gas in red", "")
        ax.locator_params(axis="x", nbins=5)
        return finish(figure, f"costs-{size}-{len(bars)}", "what each way costs in a year")
