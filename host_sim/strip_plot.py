"""Many figures of one kind on a line each: who needs how much, in every cell of a suite."""

import matplotlib
from matplotlib.figure import Figure

from host_sim.svg import (
    COOL,
    DESK,
    GRID,
    HEAT,
    INK,
    MUTED,
    OUTDOOR,
    PHONE,
    POWER,
    STYLE,
    WAIT,
    WIDTH,
    finish,
    title,
)

# kind of a mark: (colour, marker, size, place across the line: 0 bottom to 1 top)
OTHER, BLAST, POLICY, LEAST, LIMIT = ("other", "blast", "policy", "least", "limit")
MARKS: dict[str, tuple] = {
    OTHER: (MUTED, "|", 9, 0.14),
    BLAST: (MUTED, "x", 5, 0.14),
    POLICY: (INK, "D", 5, 0.5),
    LEAST: (INK, "|", 16, 0.5),
    LIMIT: (COOL, "|", 18, 0.5),
}
OWN = (HEAT, OUTDOOR, WAIT, COOL, POWER)  # kinds 0 to 4: from the top downwards
OWN_PLACES = (0.86, 0.72, 0.58, 0.44, 0.3)
LINE_HEIGHT = {DESK: 0.42, PHONE: 0.62}
# A phone has no room beside the line: its title stands above the marks.
MARKS_UP_TO = {DESK: 1.0, PHONE: 0.7}
LEFT = {DESK: 0.26, PHONE: 0.015}


def strips(name: str, lines: list, size: str, unit: str, words: str, span=(None, None)) -> str:
    """lines: (title, marks), from the top; marks: (kind, x, what it says). What lies beyond
    `span` stands at its edge. unit: of x; words: what the drawing shows."""
    most = span[1]
    hover = {}
    height = 0.75 + LINE_HEIGHT[size] * len(lines)
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH[size], height), facecolor="none")
        left, inside, up_to = LEFT[size], size == PHONE, MARKS_UP_TO[size]
        ax = figure.add_axes((left, 0.36 / height, 0.985 - left, 1.0 - 0.72 / height))
        for n, (text, marks) in enumerate(lines):
            bottom = len(lines) - 1 - n
            ax.axhline(bottom, color=GRID, linewidth=0.7)
            ax.annotate(
                text,
                (0.0, bottom + (0.97 if inside else 0.5)),
                (3 if inside else -8, 0),
                xycoords=("axes fraction", "data"),
                textcoords="offset points",
                ha="left" if inside else "right",
                va="top" if inside else "center",
                color=MUTED if inside else INK,
                fontsize=8.5 if inside else 9,
            )
            for m, (kind, x, says) in enumerate(marks):
                own = isinstance(kind, int)
                color, marker, dot, place = (
                    (OWN[kind], "o", 5.5, OWN_PLACES[kind]) if own else MARKS[kind]
                )
                gid = f"mark-{n}-{m}"
                shown = x if most is None else min(x, most)
                ax.plot(
                    [shown],
                    [bottom + up_to * place],
                    marker,
                    color=color,
                    markersize=dot,
                    gid=gid,
                    clip_on=False,
                    markeredgewidth=0 if own else 1.2,
                )
                hover[gid] = says
        ax.set_xlim(*span)
        ax.set_ylim(0, len(lines))
        ax.set_yticks([])
        ax.grid(True, axis="x")
        ax.grid(False, axis="y")
        ax.locator_params(axis="x", nbins=10 if size == DESK else 5)
        title(ax, "", unit)
        return finish(figure, f"{name}-{size}", words, hover)
