"""What a home file may say about its building, and what is taken where it says nothing.

This is the only place of these keys: the linter reads HOME_KEYS and ROOM_KEYS, the plant reads
`home_of` and `room_of`. A row is key -> (type, unit, low, high, default, doc). type is "number",
"word" or "words"; for words low holds the allowed ones (None: names of other rooms). Default None
means: derived, as the doc says.

    [building]                 whole home: HOME_KEYS
    [[room]] ... [room.building]   one room: ROOM_KEYS
    [[space]]                  a room without a unit (hall, bath): name and ROOM_KEYS
"""

from math import sqrt

# What was built when: U of walls and windows (W/m2K), g value at normal incidence, U of roof and
# floor, air changes per hour, temperature factor of the coldest inner corner (EN ISO 13788).
# Typical of European stock (general knowledge, the order of size of TABULA; DIN 4108-2 has asked
# for a factor of 0.70 since 2003).
BUILT = {
    "before_1980": (1.2, 2.8, 0.75, 0.9, 1.0, 0.6, 0.55),
    "1980_2000": (0.6, 2.6, 0.75, 0.4, 0.6, 0.5, 0.65),
    "2000_2015": (0.35, 1.6, 0.62, 0.25, 0.4, 0.4, 0.74),
    "after_2015": (0.2, 1.0, 0.50, 0.15, 0.25, 0.3, 0.85),
}
# Heat capacity of one square metre of an opaque element, J/m2K. Source: EN ISO 52016-1, table
# B.14.
MASS = {
    "very_light": 50e3,
    "light": 75e3,
    "medium": 110e3,
    "heavy": 175e3,
    "very_heavy": 250e3,
}
FACING = {
    "north": 0.0,
    "north_east": 45.0,
    "east": 90.0,
    "south_east": 135.0,
    "south": 180.0,
    "south_west": 225.0,
    "west": 270.0,
    "north_west": 315.0,
}
USES = ("living", "bedroom", "office", "kitchen", "bath", "hall")
DOORS = ("shut", "open", "people")
_FACINGS = tuple(FACING)


def _number(unit, low, high, default, doc):
    return ("number", unit or None, low, high, default, doc)


def _word(words, default, doc):
    return ("word", None, words, None, default, doc)


HOME_KEYS = {
    "built": _word(tuple(BUILT), "1980_2000", "when it was built: sets U values and air changes"),
    "mass": _word(tuple(MASS), "medium", "how heavy walls and floors are"),
    "doors": _word(DOORS, "people", "inner doors: shut, open, or as people leave them"),
    "weather": _word(None, "mixed", "cold, mixed, hot_humid or a path to an EPW or TMY3 file"),
    "shelter": _number("", 0.1, 1.0, 0.5, "wind at the windows against the weather mast"),
    "airing_per_day": _number(
        "1/day", 0, 10, 1.0, "windows opened for ten minutes, per occupied room"
    ),
    "summer_airing": _number(
        "", 0, 1, 1, "1: windows opened in warm evenings when it is cooler outside"
    ),
    "handset_per_day": _number("1/day", 0, 20, 0.0, "presses of the original handset, per unit"),
}
ROOM_KEYS = {
    "area_m2": _number("m2", 2, 200, 20.0, "floor area"),
    "height_m": _number("m", 2, 6, 2.5, "height of the room"),
    "use": _word(USES, "living", "sets people's hours, appliances and moisture"),
    "window_m2": _number(
        "m2", 0, 60, None, "windows; 15 % of the floor area, none in a hall or bath"
    ),
    "window_facing": _word(_FACINGS, "south", "where the windows look"),
    "outer_wall_m2": _number(
        "m2", 0, 200, None, "outer wall without windows; one side of a square room"
    ),
    "outer_wall_facing": _word(_FACINGS, None, "where it looks; as the window"),
    "second_wall_m2": _number("m2", 0, 200, 0.0, "outer wall of a second side, for a corner room"),
    "second_wall_facing": _word(_FACINGS, "west", "where the second side looks"),
    "second_window_m2": _number("m2", 0, 60, 0.0, "windows in the second side"),
    "roof_m2": _number("m2", 0, 200, 0.0, "flat roof above the room"),
    "ground_m2": _number("m2", 0, 200, 0.0, "floor on the ground"),
    "u_wall": _number("W/m2K", 0.08, 4, None, "outer wall; by the year built"),
    "u_window": _number("W/m2K", 0.5, 6, None, "windows with frame; by the year built"),
    "u_roof": _number("W/m2K", 0.08, 4, None, "roof; by the year built"),
    "u_floor": _number("W/m2K", 0.08, 4, None, "floor on the ground; by the year built"),
    "g_window": _number("", 0.05, 0.9, None, "sun let in at right angles; by the year built"),
    "shade": _number("", 0.0, 1.0, 0.8, "share of the sun that frame, trees and curtains leave"),
    "mass": _word(tuple(MASS), None, "how heavy; as the home"),
    "ach": _number("1/h", 0.0, 5, None, "leaks, mean of the heating season; by the year built"),
    "surface_factor": _number("", 0.2, 0.98, None, "fRsi of EN ISO 13788 at the coldest corner"),
    "bridge_w_k": _number("W/K", 0.0, 50, 0.0, "thermal bridges beyond the U values"),
    "doors": ("words", None, None, None, (), "names of rooms behind an inner door"),
    "partition_m2": _number("m2", 0, 100, 10.0, "inner wall to each of these rooms"),
    "u_partition": _number("W/m2K", 0.1, 5, 2.0, "that inner wall"),
    "people": _number("", 0, 20, None, "people in it when it is used; 1, none in a hall or bath"),
    "appliances_w": _number("W", 0, 5000, None, "appliances and lights when it is used; by use"),
    "standby_w": _number("W", 0, 5000, None, "appliances always; by use"),
}
# by use: people, W when used, W always, hours of use from-to (workday; weekend), moisture of
# activities kg/day. EN 16798-1 annex C has the order of size of people's and appliances' gains;
# moisture after EN ISO 13788 annex / BS 5250's daily amounts (cooking 2-3, bathing 0.5-1.0 kg a
# household; half of cooking's goes up the hood).
USE = {
    "living": (2.0, 120.0, 10.0, ((17, 23),), ((9, 12), (14, 23)), 0.2),
    "bedroom": (1.5, 20.0, 3.0, ((0, 7), (22.5, 24)), ((0, 8), (23, 24)), 0.0),
    "office": (1.0, 110.0, 5.0, ((8.5, 12), (13, 17.5)), (), 0.0),
    "kitchen": (
        1.0,
        100.0,
        60.0,
        ((6.5, 8), (17.5, 19.5)),
        ((8, 9.5), (12, 13), (17.5, 19.5)),
        1.5,
    ),
    "bath": (0.0, 30.0, 2.0, ((6.5, 7.5), (21.5, 22)), ((8, 9), (22, 22.5)), 0.8),
    "hall": (0.0, 15.0, 10.0, ((7, 8), (17, 22)), ((9, 22),), 0.0),
}


def home_of(given: dict) -> dict:
    """The whole home's values with defaults; unknown keys are ignored here (the linter has met
    them)."""
    return {key: given.get(key, row[4]) for key, row in HOME_KEYS.items()}


def room_of(given: dict, home: dict) -> dict:
    """One room's values, every key set: what is given, else the default, else what the docs
    derive."""
    values = {key: given.get(key, row[4]) for key, row in ROOM_KEYS.items()}
    u_wall, u_window, g_window, u_roof, u_floor, ach, factor = BUILT[home["built"]]
    people, used_w, always_w = USE[values["use"]][:3]
    side_m2 = sqrt(values["area_m2"]) * values["height_m"]
    inner = values["use"] in ("hall", "bath")
    derived = {
        "window_m2": 0.0 if inner else 0.15 * values["area_m2"],
        "outer_wall_facing": values["window_facing"],
        "u_wall": u_wall,
        "u_window": u_window,
        "u_roof": u_roof,
        "u_floor": u_floor,
        "g_window": g_window,
        "mass": home["mass"],
        "ach": ach,
        "surface_factor": factor,
        "people": people,
        "appliances_w": used_w,
        "standby_w": always_w,
    }
    for key, value in derived.items():
        if values[key] is None:
            values[key] = value
    if values["outer_wall_m2"] is None:
        values["outer_wall_m2"] = 0.0 if inner else max(side_m2 - values["window_m2"], 0.0)
    return values
