"""One flat row a way and season: cost beside service.

Direct electric heat is the baseline of every winter row: the same heat at COP 1. An air
conditioner cannot heat: its baseline is the heat of the same room in the heat pump's row.
"""

from splitstat_cli.ways import AIR_CONDITIONER, HEAT_PUMP

TAKEN = (
    "days", "kwh_electric", "kwh_heat_moved", "kwh_heating", "kwh_cooling", "cop", "catalogue_cop",
    "discomfort_kh", "occupied_room_hours", "comfortable_room_hours", "starts_per_day",
    "compressor_starts_per_day", "changeovers", "frames_per_hour", "frames_total", "peak_power_w",
    "defrosts", "mould_hours", "balance_error",
)  # fmt: skip


def row(way, season: str, doors: str, weather_name: str, result, price: float) -> dict:
    """way: ways.Way; result: host_sim.world.Result; price: money per kWh."""
    figures = result.metrics
    rooms = result.rooms
    unserved = [room for room in rooms if room["name"] not in way.served]
    kwh = figures["kwh_electric"]
    comfortable = figures["comfortable_room_hours"]
    found = {"variant": way.name + (", doors open" if doors == "open" else ""), "season": season}
    found.update({key: figures[key] for key in TAKEN})
    found.update(
        way=way.name,
        doors=doors,
        weather=weather_name,
        rooms_served=len(way.served),
        rooms_unserved=len(unserved),
        outdoor_mean_c=_mean(result.series["outdoor_c"]),
        comfortable_share=_ratio(comfortable, figures["occupied_room_hours"]),
        kwh_per_comfortable_room_hour=_ratio(kwh, comfortable, 4),
        cost=round(kwh * price, 2),
        cost_per_comfortable_room_hour=_ratio(kwh * price, comfortable, 4),
        kwh_direct_electric=figures["kwh_heating"],
        unserved_mean_c=_mean([room["mean_c"] for room in unserved]),
        unserved_min_c=min((room["min_c"] for room in unserved), default=None),
        unserved_max_c=max((room["max_c"] for room in unserved), default=None),
        unserved_mould_hours=round(sum(room["mould_hours"] for room in unserved), 1),
    )
    return found


def with_baseline(rows: list[dict], price: float) -> list[dict]:
    """Adds what direct electric heat would cost; idle rows take the heat of their room."""
    for one in rows:
        if one["way"] == AIR_CONDITIONER and not one["kwh_heating"]:
            same = [
                r["kwh_heating"]
                for r in rows
                if r["way"] == HEAT_PUMP
                and (r["season"], r["doors"]) == (one["season"], one["doors"])
            ]
            one["kwh_direct_electric"] = same[0] if same else 0.0
        one["cost_direct_electric"] = round(one["kwh_direct_electric"] * price, 2)
    return rows


def _mean(values) -> float | None:
    return round(sum(values) / len(values), 2) if values else None


def _ratio(part, whole, digits=3) -> float | None:
    """None where there is nothing to divide by."""
    return round(part / whole, digits) if whole else None
