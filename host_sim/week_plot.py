"""A stretch of days of a home: outdoor air, every room with what its unit does, and power."""

from datetime import datetime, timedelta

import matplotlib
from matplotlib.figure import Figure

from host_sim.svg import (
    ACTIONS,
    COOL,
    GRID,
    HEAT,
    INK,
    LEFT,
    OCCUPIED,
    OUTDOOR,
    PHONE,
    POWER,
    STYLE,
    WIDTH,
    day_of,
    finish,
    title,
)


def week(name: str, result, start: datetime, first_min: int, days: int, say, size: str) -> str:
    """Outdoor air, each room with its setpoints, hours and actions, and power, over `days` days.

    result: world.Result; start: the local time of its minute 0; first_min: where the window
    begins; say: (action, reason) -> words for the strip of actions.
    """
    series = result.series
    last_min = first_min + days * 1440
    picked = [i for i, m in enumerate(series["minute"]) if first_min <= m < last_min]
    cut = slice(picked[0], picked[-1] + 1)
    x = series["minute"][cut]
    rooms = list(zip(result.rooms, series["rooms"]))
    heights = [0.85] + [1.55, 0.2] * len(rooms) + [0.85]
    tall = sum(heights) + 0.30 * (len(rooms) + 2) + 0.35
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH[size], tall), facecolor="none")
        grid = figure.add_gridspec(
            len(heights),
            1,
            height_ratios=heights,
            hspace=0,
            left=LEFT[size],
            right=0.995,
            top=1,
            bottom=0,
        )
        axes = [figure.add_subplot(grid[i]) for i in range(len(heights))]
        _stack(axes, heights, tall)
        _outdoor(axes[0], x, series["outdoor_c"][cut])
        hover = []
        for i, (room, line) in enumerate(rooms):
            line = {key: values[cut] for key, values in line.items()}
            _room(axes[1 + 2 * i], x, room, line)
            hover += _strip(axes[2 + 2 * i], x, line, say, f"a{i}")
        _power(axes[-1], x, series["power_w"][cut])
        for n, ax in enumerate(axes):
            ax.set_xlim(first_min, last_min)
            _days(ax, start, first_min, days, size, n == len(axes) - 1)
        return finish(figure, f"{name}-{size}", f"{name}, day by day", dict(hover))


def _stack(axes, heights, tall):
    """Axes from the top down: air above each for its title, none between a room and its strip."""
    y = tall
    for i, (ax, height) in enumerate(zip(axes, heights)):
        strip = 0 < i < len(axes) - 1 and i % 2 == 0
        y -= height + (0.02 if strip else 0.30)
        box = ax.get_position()
        ax.set_position((box.x0, y / tall, box.width, height / tall))


def _outdoor(ax, x, outdoor):
    ax.plot(x, outdoor, color=OUTDOOR, linewidth=1.2)
    title(ax, "Outdoor air", "°C")
    ax.locator_params(axis="y", nbins=3)


def _room(ax, x, room, line):
    """Air, the band between the setpoints in force, and the hours somebody is there."""
    for first, last in _runs([1 if o else 0 for o in line["occupied"]]):
        if line["occupied"][first]:
            ax.axvspan(x[first], _end(x, last), color=OCCUPIED, linewidth=0, zorder=0)
    low, high = _reach(line)
    for key, color in (("heat_c", HEAT), ("cool_c", COOL)):
        setpoint = [v if v is not None and low < v < high else float("nan") for v in line[key]]
        ax.plot(x, setpoint, color=color, linewidth=1.1, drawstyle="steps-post")
    ax.plot(x, line["air_c"], color=INK, linewidth=1.3)
    ax.set_ylim(low, high)
    ax.locator_params(axis="y", nbins=5, integer=True)
    wanted = any(v is not None for key in ("heat_c", "cool_c") for v in line[key])
    name = room["name"].replace("_", " ").capitalize()
    title(ax, name if wanted else name + " (unit off)", "°C")


def _reach(line):
    """What the scale of a room must hold: its air but for the briefest airings, and setpoints near
    it; one far away would flatten the line of the air."""
    air = sorted(line["air_c"])
    spare = len(air) // 200
    low, high = air[spare], air[-1 - spare]
    near = [
        v
        for key in ("heat_c", "cool_c")
        for v in set(line[key])
        if v is not None and low - 1.5 < v < high + 1.5
    ]
    return min([low, *near]) - 0.5, max([high, *near]) + 0.5


def _strip(ax, x, line, say, prefix):
    """What the unit does, as a ribbon; returns the words for each piece of it."""
    ax.set_axis_off()
    ax.set_ylim(0, 1)
    keys = [(action, reason[0]) for action, reason in zip(line["action"], line["reason"])]
    hover = []
    for first, last in _runs(keys):
        action = line["action"][first]
        piece = ax.axvspan(x[first], _end(x, last), 0.1, 0.9, color=ACTIONS[action], linewidth=0)
        gid = f"{prefix}-{first}"
        piece.set_gid(gid)
        hover.append((gid, say(action, line["reason"][first])))
    return hover


def _power(ax, x, power):
    ax.fill_between(x, power, color=POWER, alpha=0.35, linewidth=0, step="post")
    ax.plot(x, power, color=POWER, linewidth=0.9, drawstyle="steps-post")
    ax.set_ylim(0, max(max(power) * 1.1, 100))
    ax.locator_params(axis="y", nbins=3)
    title(ax, "Electric power of the outdoor unit", "W")


def _days(ax, start, first_min, days, size, named):
    """Midnights as fine lines; the names of the days under the last axes."""
    midnights = [first_min + 1440 * d for d in range(days + 1)]
    for m in midnights:
        ax.axvline(m, color=GRID, linewidth=0.7, zorder=0.5)
    if not named:
        ax.set_xticks([])
        return
    dates = [start + timedelta(minutes=m) for m in midnights[:-1]]
    names = [day_of(d) if size == PHONE else f"{d:%a} {day_of(d)}" for d in dates]
    ax.set_xticks([m + 720 for m in midnights[:-1]], names)


def _runs(values):
    """(first, last) index of each run of equal values."""
    first = 0
    for i in range(1, len(values) + 1):
        if i == len(values) or values[i] != values[first]:
            yield first, i - 1
            first = i


def _end(x, index):
    """Where the record at `index` ends."""
    return x[index] + (x[1] - x[0])
