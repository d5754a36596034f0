"""The drawings of the report: inline SVG whose colours are the page's CSS variables.

Each is drawn twice, for a desk and for a phone; the page shows the one that fits, so that no text is
ever shrunk. Matplotlib lays them out; the colours below are stand-ins that _finish() turns into
`var(--name)`, so one drawing serves light, dark and paper.
"""

import io
import re
from datetime import datetime, timedelta

import matplotlib
from matplotlib.figure import Figure

INK, MUTED, GRID, CARD = "#010101", "#020202", "#030303", "#040404"
HEAT, COOL, OUTDOOR, POWER, OCCUPIED = "#050505", "#060606", "#070707", "#080808", "#090909"
WAIT, IDLE, OFF, DRY, FAN, DEFROST = "#0a0a0a", "#0b0b0b", "#0c0c0c", "#0d0d0d", "#0e0e0e", "#0f0f0f"
NAMES = {
    INK: "ink", MUTED: "muted", GRID: "line", CARD: "card", HEAT: "heat", COOL: "cool",
    OUTDOOR: "outdoor", POWER: "power", OCCUPIED: "occupied", WAIT: "waiting", IDLE: "idle",
    OFF: "off", DRY: "drying", FAN: "fan", DEFROST: "defrosting",
}  # fmt: skip
ACTIONS = {
    "heating": HEAT, "cooling": COOL, "drying": DRY, "fan": FAN, "defrosting": DEFROST,
    "waiting": WAIT, "idle": IDLE, "off": OFF,
}  # fmt: skip
STYLE = {
    "svg.fonttype": "none", "svg.hashsalt": "splitstat", "path.simplify_threshold": 0.3,
    "font.family": "DejaVu Sans", "font.size": 9, "text.color": INK, "axes.labelcolor": MUTED,
    "axes.edgecolor": GRID, "xtick.color": MUTED, "ytick.color": MUTED, "axes.linewidth": 0.8,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
    "xtick.major.size": 0, "ytick.major.size": 0, "axes.grid.axis": "y", "axes.grid": True,
    "grid.color": GRID, "grid.linewidth": 0.7, "axes.axisbelow": True,
}  # fmt: skip
DESK, PHONE = "desk", "phone"
WIDTH = {DESK: 10.2, PHONE: 4.1}


def week(name: str, result, start: datetime, first_min: int, days: int, say, size: str) -> str:
    """Outdoor air, each room with its setpoints, hours and actions, and power, over `days` days.

    result: world.Result; start: the local time of its minute 0; first_min: where the window begins;
    say: (action, reason) -> words for the strip of actions.
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
            len(heights), 1, height_ratios=heights, hspace=0,
            left=0.055 if size == DESK else 0.1, right=0.995, top=1, bottom=0,
        )  # fmt: skip
        axes = [figure.add_subplot(grid[i]) for i in range(len(heights))]
        _stack(axes, heights, tall)
        _outdoor(axes[0], x, series["outdoor_c"][cut])
        hover = []
        for i, (room, line) in enumerate(rooms):
            line = {key: values[cut] for key, values in line.items()}
            _room(axes[1 + 2 * i], x, room, line)
            hover += _strip(axes[2 + 2 * i], x, line, say, "a%d" % i)
        _power(axes[-1], x, series["power_w"][cut])
        for n, ax in enumerate(axes):
            ax.set_xlim(first_min, last_min)
            _days(ax, start, first_min, days, size, n == len(axes) - 1)
        return _finish(figure, name + size, dict(hover), "The %s, day by day" % name)


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
        left = 0.055 if size == DESK else 0.1
        above = figure.add_axes((left, 0.56, 0.995 - left, 0.34))
        below = figure.add_axes((left, 0.09, 0.995 - left, 0.33))
        middle = [d + 0.5 for d in range(days)]
        above.vlines(middle, [min(o) for o in outdoor], [max(o) for o in outdoor],
                     color=OUTDOOR, linewidth=5 if size == DESK else 3.5, alpha=0.45)  # fmt: skip
        above.plot(middle, [sum(o) / len(o) for o in outdoor], "o", color=OUTDOOR, markersize=2.6)
        _title(above, "Outdoor air, coldest to warmest and mean of each day", "°C")
        below.bar(middle, kwh, width=0.72, color=POWER, alpha=0.8, linewidth=0)
        _title(below, "Electricity of each day", "kWh")
        above.set_xticks([])
        every = 7 if size == DESK else 14
        below.set_xticks(
            [d + 0.5 for d in range(0, days, every)],
            [_date(start + timedelta(days=d)) for d in range(0, days, every)],
        )
        for ax in (above, below):
            ax.set_xlim(0, days)
            ax.locator_params(axis="y", nbins=4)
        return _finish(figure, name + size + "s", {}, "The whole %s" % name)


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
            for p in mine:
                color = HEAT if word == "winter" else COOL
                ax.plot(p["share"] * 100, p["cost"], "o", color=color, markersize=8, clip_on=False)
                right = p["share"] > 0.6
                ax.annotate(
                    p["name"], (p["share"] * 100, p["cost"]), (-9 if right else 9, 0),
                    textcoords="offset points", ha="right" if right else "left", va="center",
                )  # fmt: skip
            ax.set_xlim(0, 103)
            ax.set_ylim(0, top)
            ax.set_xticks([0, 25, 50, 75, 100], ["0 %", "25 %", "50 %", "75 %", "100 %"])
            ax.grid(True, axis="both")
            _title(ax, word.capitalize(), "kWh of electricity a day, over comfortable hours")
        figure.subplots_adjust(left=0.05 if size == DESK else 0.1, right=0.985, top=0.9,
                               bottom=0.1 if size == DESK else 0.06, hspace=0.35, wspace=0.14)  # fmt: skip
        return _finish(figure, "ways" + size, {}, "Cost against service")


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
    _title(ax, "Outdoor air", "°C")
    ax.locator_params(axis="y", nbins=3)


def _room(ax, x, room, line):
    """Air, the band between the setpoints in force, and the hours somebody is there."""
    for first, last in _runs([1 if o else 0 for o in line["occupied"]]):
        if line["occupied"][first]:
            ax.axvspan(x[first], _end(x, last), color=OCCUPIED, linewidth=0, zorder=0)
    for key, color in (("heat_c", HEAT), ("cool_c", COOL)):
        if any(v is not None for v in line[key]):
            setpoint = [float("nan") if v is None else v for v in line[key]]
            ax.plot(x, setpoint, color=color, linewidth=1.0, drawstyle="steps-post", alpha=0.9)
    ax.plot(x, line["air_c"], color=INK, linewidth=1.35)
    shown = list(line["air_c"])
    low, high = min(shown), max(shown)
    for key in ("heat_c", "cool_c"):  # a setpoint far from the air would flatten the air's line
        shown += [v for v in line[key] if v is not None and low - 3 < v < high + 3]
    ax.set_ylim(min(shown) - 0.6, max(shown) + 0.6)
    ax.locator_params(axis="y", nbins=5, integer=True)
    served = "" if room["served"] else " (not served)"
    _title(ax, room["name"].replace("_", " ").capitalize() + served, "°C")


def _strip(ax, x, line, say, prefix):
    """What the unit does, as a ribbon; returns the words for each piece of it."""
    ax.set_axis_off()
    ax.set_ylim(0, 1)
    keys = [(action, reason[0]) for action, reason in zip(line["action"], line["reason"])]
    hover = []
    for first, last in _runs(keys):
        action = line["action"][first]
        piece = ax.axvspan(x[first], _end(x, last), 0.1, 0.9, color=ACTIONS[action], linewidth=0)
        gid = "%s-%d" % (prefix, first)
        piece.set_gid(gid)
        hover.append((gid, say(action, line["reason"][first])))
    return hover


def _power(ax, x, power):
    ax.fill_between(x, power, color=POWER, alpha=0.35, linewidth=0, step="post")
    ax.plot(x, power, color=POWER, linewidth=0.9, drawstyle="steps-post")
    ax.set_ylim(0, max(max(power) * 1.1, 100))
    ax.locator_params(axis="y", nbins=3)
    _title(ax, "Electric power of the outdoor unit", "W")


def _title(ax, text, unit):
    ax.set_title(text, loc="left", fontsize=9.5, fontweight="bold", pad=5)
    ax.text(1, 1.0, unit, transform=ax.transAxes, ha="right", va="bottom", color=MUTED, fontsize=8.5)


def _days(ax, start, first_min, days, size, named):
    """Midnights as fine lines; the names of the days under the last axes."""
    midnights = [first_min + 1440 * d for d in range(days + 1)]
    for m in midnights:
        ax.axvline(m, color=GRID, linewidth=0.7, zorder=0.5)
    if not named:
        ax.set_xticks([])
        return
    dates = [start + timedelta(minutes=m) for m in midnights[:-1]]
    ax.set_xticks([m + 720 for m in midnights[:-1]],
                  [_date(d) if size == PHONE else "{:%a} ".format(d) + _date(d) for d in dates])  # fmt: skip


def _date(moment) -> str:
    return "%d %s" % (moment.day, moment.strftime("%b"))


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


def _finish(figure, prefix, hover, label):
    """The figure as SVG text: colours by name, ids of its own, words on the pieces of a strip."""
    text = io.StringIO()
    figure.savefig(text, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    svg = text.getvalue()
    svg = svg[svg.index("<svg"):]
    for color, name in NAMES.items():
        svg = svg.replace(color, "var(--%s)" % name)
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.S)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.S)
    svg = re.sub(r"'DejaVu Sans'[^;\"]*", "var(--sans)", svg)
    prefix = re.sub(r"\W", "", prefix)
    for gid, words in hover.items():
        words = words.replace("&", "&amp;").replace("<", "&lt;")
        svg = svg.replace('<g id="%s">' % gid, '<g id="%s"><title>%s</title>' % (gid, words))
    svg = re.sub(r' id="([^"]+)"', r' id="%s-\1"' % prefix, svg)
    svg = re.sub(r"url\(#", "url(#%s-" % prefix, svg)
    svg = re.sub(r'(xlink:href|href)="#', r'\1="#%s-' % prefix, svg)
    svg = re.sub(r'<svg [^>]*viewBox="([^"]+)"[^>]*>',
                 r'<svg viewBox="\1" role="img" aria-label="%s">' % label, svg, count=1)  # fmt: skip
    return re.sub(r"\n\s*", "\n", svg)
