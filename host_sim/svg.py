"""How the report's drawings look, and how a figure becomes inline SVG.

Matplotlib lays a figure out with the stand-in colours below; `finish` turns them into
`var(--name)` of the page, so one drawing serves light, dark and paper. Each is drawn for a desk
and for a phone, and the page shows the one that fits: no text is ever shrunk.
"""

import io
import re
from datetime import datetime
from html import escape
from typing import Any

from matplotlib.figure import Figure

INK, MUTED, GRID, CARD = "#010101", "#020202", "#030303", "#040404"
HEAT, COOL, OUTDOOR, POWER, OCCUPIED = "#050505", "#060606", "#070707", "#080808", "#090909"
WAIT, IDLE, OFF = "#0a0a0a", "#0b0b0b", "#0c0c0c"
DRY, FAN, DEFROST = "#0d0d0d", "#0e0e0e", "#0f0f0f"
NAMES = {
    INK: "ink", MUTED: "muted", GRID: "line", CARD: "card", HEAT: "heat", COOL: "cool",
    OUTDOOR: "outdoor", POWER: "power", OCCUPIED: "occupied", WAIT: "waiting", IDLE: "idle",
    OFF: "off", DRY: "drying", FAN: "fan", DEFROST: "defrosting",
}  # fmt: skip
ACTIONS = {
    "heating": HEAT, "cooling": COOL, "drying": DRY, "fan": FAN, "defrosting": DEFROST,
    "waiting": WAIT, "idle": IDLE, "off": OFF,
}  # fmt: skip
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none", "svg.hashsalt": "splitstat", "path.simplify_threshold": 0.3,
    "font.family": "DejaVu Sans", "font.size": 9, "text.color": INK, "axes.labelcolor": MUTED,
    "axes.edgecolor": GRID, "xtick.color": MUTED, "ytick.color": MUTED, "axes.linewidth": 0.8,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
    "xtick.major.size": 0, "ytick.major.size": 0, "axes.grid.axis": "y", "axes.grid": True,
    "grid.color": GRID, "grid.linewidth": 0.7, "axes.axisbelow": True,
}  # fmt: skip
DESK, PHONE = "desk", "phone"
WIDTH = {DESK: 10.2, PHONE: 4.1}
LEFT = {DESK: 0.036, PHONE: 0.09}  # the numbers of the y axis, as a share of the width


def finish(figure: Figure, prefix: str, label: str, hover: dict | None = None) -> str:
    """The figure as SVG text with ids of its own. hover: gid of an artist -> words it shows."""
    text = io.StringIO()
    figure.savefig(text, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    svg = text.getvalue()
    svg = svg[svg.index("<svg") :]
    for color, name in NAMES.items():
        svg = svg.replace(color, f"var(--{name})")
    svg = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", svg, flags=re.S)
    svg = re.sub(r"'DejaVu Sans'[^;\"]*", "var(--sans)", svg)
    for gid, words in (hover or {}).items():
        svg = svg.replace(f'<g id="{gid}">', f'<g id="{gid}"><title>{escape(words)}</title>')
    svg = re.sub(r' id="([^"]+)"', rf' id="{prefix}-\1"', svg)
    svg = svg.replace("url(#", f"url(#{prefix}-")
    svg = re.sub(r'(xlink:href|href)="#', rf'\1="#{prefix}-', svg)
    svg = re.sub(
        r'<svg [^>]*viewBox="([^"]+)"[^>]*>',
        rf'<svg viewBox="\1" role="img" aria-label="{escape(label)}">',
        svg,
        count=1,
    )
    return re.sub(r"\n\s*", "\n", svg)


def title(ax, text, unit):
    ax.set_title(text, loc="left", fontsize=9.5, fontweight="bold", pad=5)
    ax.text(
        1, 1.0, unit, transform=ax.transAxes, ha="right", va="bottom", color=MUTED, fontsize=8.5
    )


def day_of(moment: datetime) -> str:
    return f"{moment.day} {moment:%b}"
