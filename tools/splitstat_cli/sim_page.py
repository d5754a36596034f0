"""The report of one run of one home."""

from importlib import metadata
from pathlib import Path

from host_sim import report
from splitstat_cli import reasons


def figures(metrics: dict) -> list[tuple]:
    """(name, text) of what is worth reading first."""
    hours = metrics["occupied_room_hours"]
    share = metrics["comfortable_room_hours"] / hours if hours else None
    cop = metrics["cop"]
    return [
        ("electricity", f"{metrics['kwh_electric']:.1f} kWh"),
        ("heat moved in", f"{metrics['kwh_heating']:.1f} kWh"),
        ("heat moved out", f"{metrics['kwh_cooling']:.1f} kWh"),
        ("COP", "-" if cop is None else f"{cop:.2f}"),
        ("people's hours in band", "-" if share is None else f"{share:.0%}"),
        ("out of band", f"{metrics['discomfort_kh']:.1f} K h"),
        ("calls a day", f"{metrics['starts_per_day']:.1f}"),
        ("compressor starts a day", f"{metrics['compressor_starts_per_day']:.1f}"),
        ("changes heat-cool", str(metrics["changeovers"])),
        ("most frames in an hour", str(metrics["frames_per_hour"])),
        ("peak power", f"{metrics['peak_power_w']:.0f} W"),
        ("mould risk", f"{metrics['mould_hours']:.0f} room-hours"),
    ]


def write(path: Path, stage, result, rows) -> None:
    """stage: staging.Stage; rows: of budgets.judged."""
    period = report.period(stage.start_day, stage.days)
    name = stage.home.name.replace("_", " ")
    place = Path(stage.weather).name
    part = report.season_part("run", result, stage.start_day, reasons)
    page = {
        "title": f"{name[:1].upper()}{name[1:]}, {period}",
        "about": f"Weather: {place}. Seed {stage.seed}.",
        "figures": figures(result.metrics),
        "budgets": [
            {
                "name": row["budget"].replace("_", " "),
                "limit": f"{row['limit']:g}",
                "found": "not there" if row["found"] is None else f"{row['found']:g}",
                "kept": row["kept"],
            }
            for row in rows
        ],
        "seasons": [{**part, "title": "Day by day"}],
        "notes": [
            ("The thermostat is the firmware's own control core. It commands simulated units by "
            "real infra-red pulses and Modbus bytes; each unit then runs its own thermostat."),
            "Simulated: a model of a home is not that home.",
        ],
        "footer": f"Made by splitstat {metadata.version('splitstat')}.",
    }
    report.write(path, page)
