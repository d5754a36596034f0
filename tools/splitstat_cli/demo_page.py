"""The demo's report: what stands on the page, taken from the rows and the runs."""

from importlib import metadata
from pathlib import Path

from host_sim import report
from host_sim.findings import claim, findings, headline, percent
from splitstat_cli import reasons
from splitstat_cli.ways import ROOM_BY_ROOM


def write(path: Path, plan, results, rows, seasons: dict, place: str, price: float) -> None:
    """plan: (way, season, doors) of each result and row; seasons: name -> first day, 1..365."""
    days = rows[0]["days"]
    used = used_share(rows, results)
    way_of = {(way.name, season, doors): way for way, season, doors in plan}
    shown = [
        {
            **report.season_part(season, result, seasons[season], reasons),
            "title": f"{season.capitalize()}, {way.name}",
        }
        for (way, season, doors), result in zip(plan, results, strict=True)
        if way.name == ROOM_BY_ROOM and doors == "shut"
    ]
    page = {
        "title": "One flat, one machine, four ways to use it",
        "headline": headline(rows),
        "about": _about(place, days, seasons, rows),
        "findings": findings(rows, used),
        "claim": claim(rows),
        "tables": [_table(season, rows, way_of, seasons[season]) for season in seasons],
        "table_note": _table_note(price),
        "ways": report.ways_drawing(rows),
        "seasons": shown,
        "machine": rows,
        "notes": _notes(place, used, rows),
        "footer": f"Made by splitstat {metadata.version('splitstat')} with “splitstat demo”. "
        "The same command gives the same numbers.",
    }
    report.write(path, page)


def used_share(rows, results) -> float:
    """Share of all hours of all rooms in which people are there."""
    one = rows[0]
    return one["occupied_room_hours"] / (24 * one["days"] * len(results[0].rooms))


def _about(place, days, seasons, rows) -> str:
    means = {one["season"]: one["outdoor_mean_c"] for one in rows}
    parts = [
        f"{report.period(first, days)} ({report.number(means[season], 1)} °C outdoors on average)"
        for season, first in seasons.items()
    ]
    return (
        f"Three rooms, one multi-split outdoor unit, the weather of {place}: "
        f"{' and '.join(parts)}. Simulated with the controller's own code, over real infra-red "
        "pulses and Modbus bytes."
    )


def _table(season, rows, way_of, first_day) -> dict:
    mine = [one for one in rows if one["season"] == season]
    outdoor = mine[0]["outdoor_mean_c"]
    shown = []
    for one in mine:
        way = way_of[one["way"], season, one["doors"]]
        doors = ", doors open" if one["doors"] == "open" else ""
        shown.append({**one, "title": way.title + doors, "text": way.text})
    period = report.period(first_day, mine[0]["days"])
    return {
        "title": f"{season.capitalize()}: {period}, {report.number(outdoor, 1)} °C outdoors",
        "heats": any(one["kwh_direct_electric"] for one in mine),
        "rows": shown,
    }


def _table_note(price) -> str:
    return (
        f"Cost: at {price:.2f} a kWh, in whatever money that is. Electric heaters: the same heat "
        "at COP 1; for the air conditioner, which cannot heat, what its room took in the row "
        "below it. Mould risk: hours with over 80\u202f% relative humidity at the coldest spot of "
        "a room's walls."
    )


def _notes(place, used, rows) -> list[str]:
    worst = max(abs(one["balance_error"]) for one in rows)
    return [
        ("The thermostat is the firmware's own control core, not a model of it. It commands the "
        "simulated units by infra-red pulses and Modbus bytes that they decode, and each unit "
        "then runs its own thermostat."),
        ("The outdoor unit follows a maker's table (EN 14511) over outdoor and indoor temperature "
        "and part load, with warm-up, start losses, defrost and standby power. Field studies of "
        "whole installations have found efficiencies far below catalogues."),
        (f"People are in their rooms {percent(used)} of all room-hours. Their comfort is judged "
        "alike in every way, by the air temperature of the room they are in."),
        (f"Weather: the typical year of {place} (TMY3). Nothing else heats the flat: no radiator, "
        "no stove, no neighbours."),
        (f"Energy that came in, went out and was stored: at most {worst * 100:.5f}\u202f% is "
        "missing."),
        ("“One unit” is the same outdoor unit with the other rooms' units switched off. A smaller "
        "one would be bought for one room."),
        "All of this is simulated, and has not been compared with a real home.",
    ]
