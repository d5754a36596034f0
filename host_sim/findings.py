"""What the rows of a comparison say, in plain sentences made from their figures.

A Finding's tone is "good", "plain" or "sorry": what disappoints is said as loudly as what pleases.
The thresholds that choose between two wordings are constants here; no sentence holds a result.
"""

import re
from typing import NamedTuple

AC, HP, ROOMS, WHOLE = "air conditioner", "heat pump", "room by room", "whole home"
HARDLY = 0.5  # electricity saved against hours not conditioned: below this share it hardly pays
ALIKE = 0.03  # shares nearer than this to each other are called alike
MANY_STARTS = 15.0  # compressor starts a day; from 5 to 15 suffice for an inverter (measured)
MISSED = 0.05  # share of people's hours out of band that is worth a sentence
COLD_C = 12.0
CLAIM_LOW, CLAIM_HIGH = 3.0, 4.0  # "300 to 400 %"
UNIT = re.compile(r"(?<=\d) (?=(?:kWh|K|room-hours|days|times)\b)")  # a number keeps its unit
NBSP = "\u00a0"


class Finding(NamedTuple):
    tone: str
    title: str
    text: str


def percent(part: float) -> str:
    return f"{round(part * 100)}\u202f%"


def degrees(value: float, unit: bool = True) -> str:
    return f"{value:.1f}".replace("-", "\u2212") + ("\u00a0°C" if unit else "")


def claim(rows) -> list[dict]:
    """The "300 to 400 %" line: heat moved per electricity used, of room by room, by season.

    cop: this home; catalogue_cop: the maker's table at the outdoor air of the same hours.
    """
    lines = []
    for one in rows:
        if one["way"] != ROOMS or one["doors"] != "shut" or not one["cop"]:
            continue
        cop, table = one["cop"], one["catalogue_cop"]
        place = "above" if cop > CLAIM_HIGH else "below" if cop < CLAIM_LOW else "within"
        lines.append(
            {
                "season": one["season"],
                "cop": cop,
                "catalogue_cop": table,
                "percent": round(cop * 100),
                "text": f"{cop:.1f} kWh of heat moved for each kWh of electricity, {place} the "
                f"300 to 400\u202f% one reads about. The catalogue's table gives "
                f"{percent(table)} at the same outdoor temperatures.",
            }
        )
    return lines


def headline(rows) -> str:
    """One sentence for the top of the page; says nothing that the rows do not."""
    said = [f"{one['cop']:.1f} kWh of heat in {one['season']}" for one in claim(rows)]
    if not said:
        return ""
    return (
        "An air conditioner is a heat pump: for each kWh of electricity it moved "
        + " and ".join(said)
        + "."
    )


def findings(rows, used: float) -> list[Finding]:
    """used: share of all room-hours in which people are there, 0..1."""
    table = {(one["way"], one["season"], one["doors"]): one for one in rows}

    def get(way, season, doors="shut"):
        return table.get((way, season, doors))

    by_rooms = [one for one in (get(ROOMS, s) for s in ("winter", "summer")) if one]
    pairs = [(one, get(WHOLE, one["season"])) for one in by_rooms]
    found = [
        _single(get(AC, "winter"), get(HP, "winter")),
        _electric(get(ROOMS, "winter")),
        _setback(pairs, used),
        _unserved(get(HP, "winter")),
        _idle(get(AC, "winter")),
        _missed(pairs),
        _doors(get(HP, "winter"), get(HP, "winter", "open")),
        _starts(by_rooms),
    ]
    return [Finding(one.tone, one.title, UNIT.sub(NBSP, one.text)) for one in found if one]


def _single(ac, hp):
    if not (ac and hp and hp["kwh_heating"]):
        return None
    return Finding(
        "good",
        "The same machine heats",
        f"Reversed for winter, the one unit moved {hp['kwh_heating']:.0f} kWh of heat into its "
        f"room with {hp['kwh_electric']:.0f} kWh of electricity. It is one machine, run the other "
        f"way round.",
    )


def _electric(rooms):
    if not (rooms and rooms["kwh_heating"]):
        return None
    return Finding(
        "good",
        "Against electric heaters",
        f"The same heat from electric heaters takes {rooms['kwh_direct_electric']:.0f} kWh and "
        f"costs {rooms['cost_direct_electric']:.0f} in place of {rooms['cost']:.0f}, over "
        f"{rooms['days']} days of winter.",
    )


def _setback(pairs, used):
    """Room by room against the whole home: what was saved, and whether that is much."""
    pairs = [(rooms, whole) for rooms, whole in pairs if whole and whole["kwh_electric"]]
    if not pairs:
        return None
    text, saved = "", []
    for rooms, whole in pairs:
        part = 1 - rooms["kwh_electric"] / whole["kwh_electric"]
        saved.append(part)
        change = f"{percent(part)} less" if part >= 0 else f"{percent(-part)} more"
        text += (
            f"In {rooms['season']} every room by its own hours took "
            f"{rooms['kwh_electric']:.0f} kWh, the whole home all day "
            f"{whole['kwh_electric']:.0f} kWh: {change}, with people in band for "
            f"{percent(rooms['comfortable_share'])} of their hours against "
            f"{percent(whole['comfortable_share'])}. "
        )
    empty = 1 - used
    if min(saved) >= HARDLY * empty:
        return Finding("good", "Rooms by their own hours pay", text.strip())
    text += (
        f"The rooms are empty {percent(empty)} of the time, so one might hope for more. But walls "
        f"and furniture hold their warmth, and what an inverter saves while a room drifts it "
        f"partly spends again at high speed, when it brings the room back."
    )
    return Finding("sorry", "A deep setback saves less than one hopes", text)


def _unserved(hp):
    if not hp or hp["unserved_min_c"] is None:
        return None
    text = (
        f"With the one unit people were in band for {percent(hp['comfortable_share'])} of their "
        f"hours. The rooms without service averaged {degrees(hp['unserved_mean_c'])} and fell to "
        f"{degrees(hp['unserved_min_c'])}"
    )
    mould = hp["unserved_mould_hours"]
    if mould >= 1:
        text += (
            f"; for {mould:.0f} room-hours their coldest spots were damp enough for mould "
            f"(over 80\u202f% relative humidity at the wall)"
        )
    cold = hp["unserved_min_c"] < COLD_C or mould >= 1
    return Finding("sorry" if cold else "plain", "One warm room is not a warm home", text + ".")


def _idle(ac):
    if not ac or ac["kwh_heating"] or ac["unserved_min_c"] is None:
        return None
    return Finding(
        "sorry",
        "In winter the air conditioner stands idle",
        f"Cooling only, it cannot help: with no other heat the rooms without a unit fall to "
        f"{degrees(ac['unserved_min_c'])}. To heat its one room with an electric heater takes "
        f"{ac['kwh_direct_electric']:.0f} kWh.",
    )


def _missed(pairs):
    """Out of band, and how much of it the whole home all day would have missed as well."""
    text = ""
    late = False
    for rooms, whole in pairs:
        out = 1 - rooms["comfortable_share"]
        if out < MISSED:
            continue
        hours = rooms["occupied_room_hours"] - rooms["comfortable_room_hours"]
        text += (
            f"In {rooms['season']} room by room missed the band in {percent(out)} of people's "
            f"hours, by {rooms['discomfort_kh'] / hours:.1f} K on average while it did"
        )
        if whole:
            also = 1 - whole["comfortable_share"]
            late = late or out - also > ALIKE
            text += f" (whole home: {percent(also)})"
        text += ". "
    if not text:
        return None
    if late:
        text += (
            "What the whole home does not miss is the way back: here a room begins to change when "
            "its people come. “recovery = true” in its table has it begin earlier."
        )
    return Finding("sorry", "Not always in band", text.strip())


def _doors(shut, opened):
    if not (shut and opened and shut["kwh_electric"]) or opened["unserved_mean_c"] is None:
        return None
    more = opened["kwh_electric"] / shut["kwh_electric"] - 1
    change = f"{percent(more)} more" if more >= 0 else f"{percent(-more)} less"
    return Finding(
        "plain",
        "Doors open",
        "In winter with the doors open, the one unit warms the neighbours as well, from "
        f"{degrees(shut['unserved_mean_c'], False)} to {degrees(opened['unserved_mean_c'])} "
        f"on average, for {change} electricity; people are in band for "
        f"{percent(opened['comfortable_share'])} of their hours "
        f"({percent(shut['comfortable_share'])} with the doors shut).",
    )


def _starts(by_rooms):
    worst = max(by_rooms, key=lambda one: one["compressor_starts_per_day"], default=None)
    if worst is None or worst["compressor_starts_per_day"] < MANY_STARTS:
        return None
    return Finding(
        "sorry",
        "The compressor starts often",
        f"Room by room in {worst['season']}, it started {worst['compressor_starts_per_day']:.0f} "
        f"times a day, although Splitstat called only {worst['starts_per_day']:.1f} times: each "
        "unit's own thermostat starts and stops it.",
    )
