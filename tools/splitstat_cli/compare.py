"""`splitstat compare HOME`: room by room against the whole home, for the user's own home.

Two weeks in the middle of every second month, of the weather that the home file names or "mixed",
stand for a year: long enough that heat stored in the walls does not matter, and six times cheaper
than a year. A year's figures are those of the windows times 365 / 84.
"""

from pathlib import Path

from rich.table import Table

from host_sim.findings import ALIKE, percent
from splitstat_cli import home_file
from splitstat_cli.runs import Job, run_all
from splitstat_cli.staging import staged
from splitstat_cli.terminal import GOOD, err, print_json
from splitstat_cli.terminal import out as screen
from splitstat_cli.ways import both_of_all

WINDOW_DAYS = 14
WINDOWS = (9, 68, 129, 190, 252, 313)  # first days: 9 January, 9 March, 9 May ... 9 November
YEAR_DAYS = 365
SUMMED = (
    "kwh_electric", "kwh_heating", "kwh_cooling", "discomfort_kh", "occupied_room_hours",
    "comfortable_room_hours", "mould_hours", "frames_total",
)  # fmt: skip


def run(home: Path, weather: Path | None = None, price: float = 0.30, as_json=False) -> int:
    """Exit status 0. Raises HomeError and WeatherError, which mean 2."""
    stage = staged(home_file.load(home), weather=weather)
    err.print(f"weather: {stage.weather}", markup=False)
    ways = both_of_all(stage.home)
    jobs = [
        Job(way.name, way.home, stage.weather, first, WINDOW_DAYS, record_s=86400)
        for way in ways
        for first in WINDOWS
    ]
    results = run_all(jobs, f"{stage.home.name}, two ways")
    rows = [
        year_of(way, results[n * len(WINDOWS) : (n + 1) * len(WINDOWS)], price)
        for n, way in enumerate(ways)
    ]
    if as_json:
        print_json({"home": stage.home.name, "weather": stage.weather, "ways": rows})
    else:
        _show(rows)
    return GOOD


def year_of(way, results, price: float) -> dict:
    """A flat row: sums of all windows as of a year, means where a sum says nothing."""
    metrics = [result.metrics for result in results]
    days = sum(one["days"] for one in metrics)
    scale = YEAR_DAYS / days
    row = {"way": way.name, "days_simulated": days}
    for key in SUMMED:
        row[key] = round(scale * sum(one[key] for one in metrics), 1)
    kwh = sum(one["kwh_electric"] for one in metrics)
    heating = sum(one["kwh_heating"] for one in metrics)
    moved = heating + sum(one["kwh_cooling"] for one in metrics)
    hours = row["occupied_room_hours"]
    comfortable = row["comfortable_room_hours"]
    row["cop"] = round(moved / kwh, 3) if moved else None
    row["cost"] = round(row["kwh_electric"] * price, 2)
    row["comfortable_share"] = round(comfortable / hours, 3) if hours else None
    row["cost_per_comfortable_room_hour"] = (
        round(row["cost"] / comfortable, 4) if comfortable else None
    )
    row["cost_direct_electric"] = round(row["kwh_heating"] * price, 2)
    for key in ("starts_per_day", "compressor_starts_per_day"):
        row[key] = round(sum(one[key] * one["days"] for one in metrics) / days, 2)
    row["frames_per_hour"] = max(one["frames_per_hour"] for one in metrics)
    row["peak_power_w"] = max(one["peak_power_w"] for one in metrics)
    return row


def words(rooms: dict, whole: dict) -> str:
    """What the two rows say, in plain words."""
    if not whole["kwh_electric"]:
        return "Neither way needed any electricity."
    saved = 1 - rooms["kwh_electric"] / whole["kwh_electric"]
    money = whole["cost"] - rooms["cost"]
    comfort = (whole["comfortable_share"] or 0) - (rooms["comfortable_share"] or 0)
    if saved < 0:
        text = f"Room by room takes {percent(-saved)} more electricity ({-money:.0f} a year more)."
    else:
        text = f"Room by room takes {percent(saved)} less electricity ({money:.0f} a year less)."
    if comfort > ALIKE:
        text += (
            " It is less comfortable: people are in band for "
            f"{percent(rooms['comfortable_share'])} of their hours in place of "
            f"{percent(whole['comfortable_share'])}: a room begins to change only when they come."
        )
    elif comfort < -ALIKE:
        text += " It is more comfortable, too."
    else:
        text += " Comfort is the same."
    if rooms["mould_hours"] > whole["mould_hours"] and rooms["mould_hours"] >= 24:
        text += (
            f" Rooms left cool are damper: {rooms['mould_hours']:.0f} room-hours of mould risk a "
            f"year in place of {whole['mould_hours']:.0f}."
        )
    return text


def _show(rows):
    table = Table("a year", box=None)
    for row in rows:
        table.add_column(row["way"], justify="right")
    for title, key, form in (
        ("electricity, kWh", "kwh_electric", "{:.0f}"),
        ("cost", "cost", "{:.2f}"),
        ("people's hours in band", "comfortable_share", "{:.0%}"),
        ("out of band, K h", "discomfort_kh", "{:.0f}"),
        ("cost of an hour in band", "cost_per_comfortable_room_hour", "{:.3f}"),
        ("heat moved per electricity", "cop", "{:.2f}"),
        ("heat by electric heaters would cost", "cost_direct_electric", "{:.2f}"),
        ("mould risk, room-hours", "mould_hours", "{:.0f}"),
        ("compressor starts a day", "compressor_starts_per_day", "{:.1f}"),
        ("peak power, W", "peak_power_w", "{:.0f}"),
    ):
        cells = ("-" if row[key] is None else form.format(row[key]) for row in rows)
        table.add_row(title, *cells)
    screen.print(table)
    screen.print(f"\n{words(*rows)}", markup=False)
