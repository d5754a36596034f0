"""The comparison as a report: a table a climate, cost beside comfort as a drawing, the "
"sentences."""

from importlib import metadata
from pathlib import Path

from host_sim import report
from host_sim.plant.draws import COLD_C
from splitstat_cli import compare_words
from splitstat_cli.compare_table import LINES, cells, payback_text


def write(path: Path, home, parts: list[dict]) -> None:
    """parts: of compare.climate."""
    days = parts[0]["ways"][0]["days_simulated"]
    prices = home.prices
    page = {
        "title": f"{home.name.replace('_', ' ').capitalize()}, five ways",
        "about": (
            f"A year, from {days} simulated days, with the controller's own code. Electricity "
            f"{prices['electricity']:.2f} and gas {prices['gas']:.2f} a kWh, "
            f"{prices['electricity_co2']:.0f} and {prices['gas_co2']:.0f} g of CO2."
        ),
        "comparisons": [_part(part, home) for part in parts],
        "notes": _notes(home, parts),
        "footer": f"Made by splitstat {metadata.version('splitstat')} with “splitstat compare”.",
    }
    report.write(path, page)


def _part(part: dict, home) -> dict:
    rows = part["ways"]
    columns = [cells(row) for row in rows]
    lines = [(title, [column[n] for column in columns]) for n, (title, _, _) in enumerate(LINES)]
    if any((home.costs or {}).values()):
        paid = [payback_text(row, rows, home.costs) for row in rows]
        lines.append(("pays back against the boiler, years", paid))
    return {
        "title": Path(part["weather"]).name.replace("_", " ").capitalize(),
        "ways": [row["way"] for row in rows],
        "lines": lines,
        "sentences": compare_words.sentences(rows, home.prices),
        "options": rows[0]["hot_water_options"],
        "drawing": report.costs_drawing(rows),
    }


def _notes(home, parts) -> list[str]:
    rows = [row for part in parts for row in part["ways"]]
    return [
        (
            "Every way lives in the same walls and weather, with the same people, and delivers "
            "the "
            f"same hot water: {rows[0]['draws'] / 365:.0f} draws a day (EN 16147), from water of "
            f"{COLD_C:.0f} °C, out of the same tank."
        ),
        (
            "What the home file does not have is sized by rule: the design day is the coldest "
            "mean of "
            "48 hours; radiators give the load at 55/45 °C; the heat pump gives it at 50 °C flow."
        ),
        (
            "The heat pump is the mean of those in the Heat Pump Keymark database (hplib), at "
            "the part "
            "loads of its test standard; running at full speed in mild weather it is flattered. "
            "The "
            "splits follow one maker's table. Both are better than many installations in the "
            "field."
        ),
        (
            "Radiators do not cool. Whole-home ways keep every room at comfort all day; room by "
            "room "
            "keeps each by its own hours."
        ),
        (
            "The price at which two ways change places holds for what they used here; the heat "
            "pump "
            "beside the boiler chooses by price, and would choose otherwise at others."
        ),
        "Simulated: a model of a home is not that home.",
    ]
