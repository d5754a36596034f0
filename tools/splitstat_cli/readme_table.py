"""Writes the demo's figures into the README, between its two marks.

    splitstat demo --json | python -m splitstat_cli.readme_table README.md
"""

import json
import re
import sys
from datetime import date
from pathlib import Path

MARKED = re.compile(r"(<!-- demo -->\n).*?(<!-- /demo -->)", re.DOTALL)
HEAD = (
    "| {season} | kWh | COP | in band | Wh an hour | mould |{heaters}",
    "|---|---|---|---|---|---|{heaters}",
)


def block(rows: list[dict], day: str) -> str:
    """Two tables, one a season, of the ways with doors shut; then the claim."""
    lines = []
    for season in ("winter", "summer"):
        heats = season == "winter"
        lines.append(HEAD[0].format(season=season, heaters=" heaters |" if heats else ""))
        lines.append(HEAD[1].format(heaters="---|" if heats else ""))
        for one in rows:
            if one["season"] == season and one["doors"] == "shut":
                lines.append(_line(one, heats))
        lines.append("")
    said = " and ".join(
        f"{one['cop'] * 100:.0f} % in {one['season']} "
        f"(catalogue: {one['catalogue_cop'] * 100:.0f} %)"
        for one in rows
        if one["way"] == "room by room" and one["doors"] == "shut"
    )
    lines.append(f"“300 to 400 %”: room by room moved {said}, heat for electricity.")
    lines.append(f"A run of {day}, {rows[0]['days']} days a season.")
    return "\n".join(lines) + "\n"


def _line(one: dict, heats: bool) -> str:
    share = one["comfortable_share"] or 0
    served = share >= 0.01
    cells = [
        one["way"],
        f"{one['kwh_electric']:.0f}",
        "–" if one["cop"] is None else f"{one['cop']:.1f}",
        f"{share * 100:.0f} %",
        f"{one['kwh_per_comfortable_room_hour'] * 1000:.0f}" if served else "–",
        f"{one['mould_hours']:.0f}",
    ]
    if heats:
        cells.append(f"{one['kwh_direct_electric']:.0f} kWh")
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    path = Path(sys.argv[1])
    rows = json.load(sys.stdin)["rows"]
    text = path.read_text(encoding="utf-8")
    made = block(rows, date.today().isoformat())
    path.write_text(MARKED.sub(lambda at: at[1] + made + at[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
