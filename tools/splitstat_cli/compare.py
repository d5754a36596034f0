"""`splitstat compare HOME`: five ways to heat, cool and serve hot water, for the user's own home.

Two weeks in the middle of every second month, of the weather that the home file names or "mixed",
stand for a year: long enough that heat stored in the walls does not matter, and six times cheaper
than a year; --year lives the whole year through. A year's figures are those of the windows times
365 / 84. The ways are plant_ways.py's, the sentences compare_words.py's.
"""

from pathlib import Path

from host_sim.hot_water_alone import OPTIONS, HotWaterJob
from host_sim.plant.weather import PLACES, load_weather
from splitstat_cli import compare_page, compare_table, home_file
from splitstat_cli.plant_ways import IMMERSION, plant_ways
from splitstat_cli.runs import Job, run_all
from splitstat_cli.staging import staged
from splitstat_cli.terminal import BAD_INPUT, GOOD, complain, err, print_json

WINDOW_DAYS = 14
FIRST_DAYS = (9, 68, 129, 190, 252, 313)  # 9 January, 9 March, 9 May ... 9 November
WINDOWS = [(first, WINDOW_DAYS) for first in FIRST_DAYS]
YEAR_DAYS = 365
SUMMED = (
    "kwh_electric", "kwh_heating", "kwh_cooling", "kwh_gas", "kwh_hot_water", "kwh_immersion",
    "kwh_electric_hot_water", "kwh_gas_hot_water", "cost_electric", "discomfort_kh", "cold_kh",
    "occupied_room_hours", "comfortable_room_hours", "mould_hours", "frames_total", "draws",
    "draws_cold", "hygiene_proofs", "hygiene_overdue_hours",
)  # fmt: skip


def run(
    home: Path,
    weather: Path | None = None,
    price: float | None = None,
    gas_price: float | None = None,
    climates: str | None = None,
    year: bool = False,
    report: Path | None = None,
    as_json=False,
) -> int:
    """Exit status 0. Raises HomeError and WeatherError, which mean 2."""
    about = home_file.load(home)
    if climates not in (None, "all"):
        complain(f'--climates is "{climates}"; allowed is "all"')
        return BAD_INPUT
    if price is not None:
        about.prices.update(electricity=price, electricity_night=None, hourly=[])
    if gas_price is not None:
        about.prices.update(gas=gas_price)
    places = PLACES if climates else [None]
    stages = [staged(about, weather=place or weather) for place in places]
    parts = climates_of(stages, [(1, YEAR_DAYS)] if year else WINDOWS)
    ways = [row for part in parts for row in part["ways"]]
    if report is not None:
        try:
            compare_page.write(report, about, parts)
        except OSError as why:
            complain(f"{why.filename}: {why.strerror}")
            return BAD_INPUT
    if as_json:
        print_json({"home": about.name, "prices": _shown(about.prices), "ways": ways})
    else:
        for part in parts:
            compare_table.show(part["weather"], part["ways"], about)
    return GOOD


def _shown(prices) -> dict:
    return {key: value for key, value in prices.items() if key not in ("night", "hourly")}


def climates_of(stages, spans) -> list[dict]:
    """Each place: {"weather", "ways": rows}. spans: (first day, days) that stand for a year. All
    that lives is one pool of jobs: places, ways, sources of hot water."""
    places, jobs = [], []
    for stage in stages:
        err.print(f"weather: {stage.weather}", markup=False)
        ways = plant_ways(stage.home, load_weather(stage.weather))
        places.append((stage, ways))
        for way in ways:
            jobs += [
                Job(way.name, way.home, stage.weather, *span, record_s=86400) for span in spans
            ]
        for option in OPTIONS:
            jobs += [HotWaterJob(option, ways[0].home, stage.weather, *span) for span in spans]
    results = iter(run_all(jobs, f"{stages[0].home.name}, five ways"))
    parts = []
    for stage, ways in places:
        rows = [year_of(way, [next(results) for _ in spans], stage.home.prices) for way in ways]
        options = {option: _total([next(results) for _ in spans]) for option in OPTIONS}
        for way, row in zip(ways, rows, strict=True):
            row["weather"] = stage.weather
            row["hot_water_by"] = way.sources[0] if way.sources else IMMERSION
            if not way.sources:
                row["hot_water_options"] = options_of(row, options, stage.home.prices)
        parts.append({"weather": stage.weather, "ways": rows})
    return parts


def _total(figures) -> dict:
    """Of hot water alone, as of a year."""
    scale = YEAR_DAYS / sum(one["days"] for one in figures)
    keys = ("kwh_electric", "kwh_gas", "draws_cold")
    return {key: scale * sum(one[key] for one in figures) for key in keys}


def year_of(way, results, prices: dict) -> dict:
    """A flat row: sums of all windows as of a year, means where a sum says nothing."""
    metrics = [result.metrics for result in results]
    days = sum(one["days"] for one in metrics)
    scale = YEAR_DAYS / days
    row = {"way": way.name, "days_simulated": days}
    for key in SUMMED:
        row[key] = round(scale * sum(one.get(key) or 0 for one in metrics), 1)
    row["cost_gas"] = row["kwh_gas"] * prices["gas"]
    row["cost"] = round(row["cost_electric"] + row["cost_gas"], 2)
    grams = row["kwh_electric"] * prices["electricity_co2"] + row["kwh_gas"] * prices["gas_co2"]
    row["co2_kg"] = round(grams / 1000, 1)
    rooms_kwh = row["kwh_heating"] + row["kwh_cooling"]
    hours, comfortable = row["occupied_room_hours"], row["comfortable_room_hours"]
    used = row["kwh_electric"] + row["kwh_gas"]
    row["heat_per_energy"] = round((rooms_kwh + row["kwh_hot_water"]) / used, 3) if used else None
    rooms_electric = row["kwh_electric"] - row["kwh_electric_hot_water"]
    row["cop"] = round(rooms_kwh / rooms_electric, 3) if rooms_kwh and not row["kwh_gas"] else None
    row["comfortable_share"] = round(comfortable / hours, 3) if hours else None
    row["cost_per_comfortable_room_hour"] = (
        round(row["cost"] / comfortable, 4) if comfortable else None
    )
    # By electric heaters: everything that was delivered as heat, at COP 1.
    direct = row["kwh_heating"] + row["kwh_hot_water"]
    row["cost_direct_electric"] = round(direct * prices["electricity"], 2)
    for key in ("starts_per_day", "compressor_starts_per_day"):
        row[key] = round(sum(one[key] * one["days"] for one in metrics) / days, 2)
    coldest = [one["draw_coldest_c"] for one in metrics if one.get("draws")]
    row["draw_coldest_c"] = min(coldest, default=None)
    row["frames_per_hour"] = max(one["frames_per_hour"] for one in metrics)
    row["peak_power_w"] = max(one["peak_power_w"] for one in metrics)
    return row


def options_of(row: dict, options: dict, prices: dict) -> list[dict]:
    """What a way by splits costs with each way to heat the same tank; its own first."""
    keys = ("kwh_electric", "kwh_gas", "cost", "co2_kg", "draws_cold")
    found = [{"hot_water_by": IMMERSION, **{key: row[key] for key in keys}}]
    own_kwh = row["kwh_electric_hot_water"]
    own_cost = own_kwh * row["cost_electric"] / row["kwh_electric"] if row["kwh_electric"] else 0
    for name, one in options.items():
        cost = one["kwh_electric"] * prices["electricity"] + one["kwh_gas"] * prices["gas"]
        grams = one["kwh_electric"] * prices["electricity_co2"]
        grams += one["kwh_gas"] * prices["gas_co2"]
        without = own_kwh * prices["electricity_co2"] / 1000
        found.append(
            {
                "hot_water_by": name,
                "kwh_electric": round(row["kwh_electric"] - own_kwh + one["kwh_electric"], 1),
                "kwh_gas": round(one["kwh_gas"], 1),
                "cost": round(row["cost"] - own_cost + cost, 2),
                "co2_kg": round(row["co2_kg"] - without + grams / 1000, 1),
                "draws_cold": one["draws_cold"],
            }
        )
    return found
