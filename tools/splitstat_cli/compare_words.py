"""What the five rows of a comparison say, in plain words: who is best at what, for whom, and at
which prices that turns round.

Cost is electricity times its price plus gas times its own. For two ways it is equal at one price
of gas to electricity: (difference of electricity) / (difference of gas). That ratio is exact as
long as the ways use what they use; a heat pump beside a boiler chooses by price, so its figure
holds for prices near those that were simulated.
"""

from host_sim.findings import ALIKE, percent
from splitstat_cli.plant_ways import BESIDE, BOILER, HEAT_PUMP, IMMERSION
from splitstat_cli.ways import ROOM_BY_ROOM, WHOLE_HOME

COLD_SHARE = 0.001  # of the draws


def flip(one: dict, other: dict) -> float | None:
    """Price of electricity against that of gas at which both cost the same, None: never."""
    more_electric = one["kwh_electric"] - other["kwh_electric"]
    less_gas = other["kwh_gas"] - one["kwh_gas"]
    if abs(more_electric) < 1.0 or more_electric * less_gas <= 0.0:
        return None
    return less_gas / more_electric


def payback_years(row: dict, base: dict, costs: dict | None, keys: dict) -> list | None:
    """[soonest, latest] years until the dearer installation has paid for itself; a None inside:
    never. None: nobody said what it costs."""
    pair, ground = (costs or {}).get(keys[row["way"]]), (costs or {}).get(keys[base["way"]])
    if pair is None or ground is None or row is base:
        return None
    saved = base["cost"] - row["cost"]
    extra = (pair[0] - ground[1], pair[1] - ground[0])
    return [0.0 if e <= 0 else round(e / saved, 1) if saved > 0 else None for e in extra]


def sentences(rows: list[dict], prices: dict) -> list[str]:
    """rows: of one climate, in the order of plant_ways."""
    by = {row["way"]: row for row in rows}
    found = [splits(by[ROOM_BY_ROOM], by[WHOLE_HOME]), cheapest(rows)]
    ratio = prices["electricity"] / prices["gas"]
    for name in (HEAT_PUMP, ROOM_BY_ROOM):
        found.append(against_boiler(by[name], by[BOILER], ratio))
    both, alone = by[BESIDE], by[BOILER]
    less = alone["cost"] - both["cost"]
    found.append(
        "Heat pump and boiler together make each hour's heat by the cheaper of the two: "
        f"{abs(less):.0f} a year {'less' if less >= 0 else 'more'} than the boiler alone, and "
        f"{both['co2_kg']:.0f} kg of CO2 in place of {alone['co2_kg']:.0f}."
    )
    found += [comfort(rows), *suits(by)]
    cold = [row for row in rows if row["draws_cold"] > COLD_SHARE * row["draws"]]
    found += [f"{_cap(r['way'])}: {r['draws_cold']:.0f} draws a year come cold." for r in cold]
    return [text for text in found if text]


def splits(rooms: dict, whole: dict) -> str:
    """Room by room against the whole home, the same machines."""
    if not whole["kwh_electric"]:
        return "Neither way needed any electricity."
    saved = 1 - rooms["kwh_electric"] / whole["kwh_electric"]
    money = whole["cost"] - rooms["cost"]
    share = (rooms["comfortable_share"] or 0) - (whole["comfortable_share"] or 0)
    if saved < 0:
        text = f"Room by room takes {percent(-saved)} more electricity ({-money:.0f} a year more)"
    else:
        text = f"Room by room takes {percent(saved)} less electricity ({money:.0f} a year less)"
    text += " than the whole home by the same splits, hot water included."
    if share < -ALIKE:
        text += (
            " It is less comfortable: people are in band for "
            f"{percent(rooms['comfortable_share'])} of their hours in place of "
            f"{percent(whole['comfortable_share'])}: a room begins to change only when they come."
        )
    elif share > ALIKE:
        text += " It is more comfortable, too."
    else:
        text += " Comfort is the same."
    if rooms["mould_hours"] > whole["mould_hours"] and rooms["mould_hours"] >= 24:
        text += (
            f" Rooms left cool are damper: {rooms['mould_hours']:.0f} room-hours of mould risk a "
            f"year in place of {whole['mould_hours']:.0f}."
        )
    return text


def cheapest(rows) -> str:
    """Which way costs least to run, which of the comfortable ones does, and which emits least;
    splits with each source of hot water."""
    best = max(row["comfortable_share"] or 0.0 for row in rows)
    every, comfortable = [], []
    for row in rows:
        named = [(row["way"], row)]
        for one in row.get("hot_water_options", ()):
            if one["hot_water_by"] != IMMERSION:
                named.append((f"{row['way']} with {_a(one['hot_water_by'])}", one))
        every += named
        if best - (row["comfortable_share"] or 0.0) <= ALIKE:
            comfortable += named
    name, least = min(every, key=lambda pair: pair[1]["cost"])
    cleaner, clean = min(every, key=lambda pair: pair[1]["co2_kg"])
    text = f"Cheapest to run: {name}, {least['cost']:.0f} a year."
    if clean is least:
        text += f" It emits least, too: {clean['co2_kg']:.0f} kg of CO2."
    else:
        text += f" Least CO2: {cleaner}, {clean['co2_kg']:.0f} kg a year."
    other, enough = min(comfortable, key=lambda pair: pair[1]["cost"])
    if enough is not least:
        text += f" Of the most comfortable ways the cheapest is {other}: {enough['cost']:.0f}."
    return text


def against_boiler(row: dict, boiler: dict, ratio: float) -> str:
    """Where this way and the boiler alone change places."""
    name = _cap(row["way"])
    if "hot_water_by" in row and row["hot_water_by"] == IMMERSION:
        name += ", with an immersion heater,"
    at = flip(row, boiler)
    if at is None:
        return f"{name} and the boiler alone do not change places at any price."
    word = "dearer" if row["cost"] > boiler["cost"] else "cheaper"
    return (
        f"{name} costs as much as the boiler alone where electricity costs {at:.1f} times as much "
        f"as gas; here it is {ratio:.1f} times, so it is {word}."
    )


def comfort(rows) -> str:
    """Where ways differ in comfort, and why."""
    shares = {row["way"]: row["comfortable_share"] or 0.0 for row in rows}
    best, worst = max(shares.values()), min(shares.values())
    if best - worst <= ALIKE:
        return "People are equally comfortable in all of them."
    low = [name for name, share in shares.items() if best - share > ALIKE]
    text = f"Less comfortable than the best ({percent(best)} of people's hours in band): "
    text += ", ".join(f"{name} ({percent(shares[name])})" for name in low) + "."
    cooled = {row["way"] for row in rows if row["kwh_cooling"] > 1.0}
    warm = [name for name in low if name not in cooled]
    if warm and cooled:
        text += f" Nothing cools in: {', '.join(warm)}."
    return text


def suits(by: dict) -> list[str]:
    """Which way is for whom."""
    rooms, whole, boiler = by[ROOM_BY_ROOM], by[HEAT_PUMP], by[BOILER]
    found = []
    least = min([rooms, *rooms.get("hot_water_options", ())], key=lambda one: one["cost"])
    if least["cost"] < whole["cost"]:
        found.append(
            "Splits room by room suit whoever uses few rooms at a time, wants cooling, and has no "
            f"radiators or may not touch them; hot water then needs a source of its own, here "
            f"best "
            f"by {_a(least.get('hot_water_by', IMMERSION))}."
        )
    else:
        found.append(
            "A whole-home heat pump suits whoever uses most rooms most of the day and has "
            "radiators "
            "or floors that do with little flow temperature; hot water comes from the same "
            "machine."
        )
    if by[BESIDE]["cost"] < min(whole["cost"], boiler["cost"]):
        found.append(
            "Both together suit whoever has a boiler that is still good: it takes the coldest "
            "hours, "
            "and a smaller heat pump is enough."
        )
    return found


def _a(text: str) -> str:
    return ("an " if text[0] in "aeiou" else "a ") + text


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
