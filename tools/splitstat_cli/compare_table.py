"""The comparison in the terminal: one column a way."""

from rich.table import Table

from splitstat_cli import compare_words
from splitstat_cli.plant_ways import BOILER, COST_KEYS
from splitstat_cli.terminal import out as screen

LINES = (
    ("electricity, kWh", "kwh_electric", "{:.0f}"),
    ("gas, kWh", "kwh_gas", "{:.0f}"),
    ("cost to run", "cost", "{:.0f}"),
    ("CO2, kg", "co2_kg", "{:.0f}"),
    ("people's hours in band", "comfortable_share", "{:.0%}"),
    ("out of band, K h", "discomfort_kh", "{:.0f}"),
    ("of it too cold, K h", "cold_kh", "{:.0f}"),
    ("cost of an hour in band", "cost_per_comfortable_room_hour", "{:.3f}"),
    ("hot water drawn, kWh", "kwh_hot_water", "{:.0f}"),
    ("draws under 40 °C", "draws_cold", "{:.0f}"),
    ("heat moved per energy", "heat_per_energy", "{:.2f}"),
    ("heat by electric heaters would cost", "cost_direct_electric", "{:.0f}"),
    ("mould risk, room-hours", "mould_hours", "{:.0f}"),
    ("compressor starts a day", "compressor_starts_per_day", "{:.1f}"),
    ("peak electric power, W", "peak_power_w", "{:.0f}"),
)


def cells(row: dict) -> list[str]:
    """The texts of LINES for one way."""
    return ["-" if row[key] is None else form.format(row[key]) for _, key, form in LINES]


def payback_text(row: dict, rows: list[dict], costs) -> str:
    """Against the boiler alone, "-" where nobody said what it costs."""
    base = next(one for one in rows if one["way"] == BOILER)
    years = compare_words.payback_years(row, base, costs, COST_KEYS)
    if years is None:
        return "-"
    low, high = ("never" if year is None else f"{year:g}" for year in years)
    return low if low == high else f"{low} to {high}"


def show(weather: str, rows: list[dict], home) -> None:
    """Prints one climate."""
    table = Table(f"a year, {weather}", box=None)
    for row in rows:
        table.add_column(row["way"], justify="right")
    columns = [cells(row) for row in rows]
    for n, (title, _, _) in enumerate(LINES):
        table.add_row(title, *(column[n] for column in columns))
    if any((home.costs or {}).values()):
        paid = (payback_text(row, rows, home.costs) for row in rows)
        table.add_row("pays back against the boiler, years", *paid)
    screen.print(table)
    options = Table("room by room, hot water by", box=None)
    for name in ("cost", "electricity, kWh", "gas, kWh", "CO2, kg", "draws under 40 °C"):
        options.add_column(name, justify="right")
    for one in rows[0]["hot_water_options"]:
        keys = ("cost", "kwh_electric", "kwh_gas", "co2_kg", "draws_cold")
        options.add_row(one["hot_water_by"], *(f"{one[key]:.0f}" for key in keys))
    screen.print()
    screen.print(options)
    for text in compare_words.sentences(rows, home.prices):
        screen.print(f"\n{text}", markup=False)
    screen.print()
