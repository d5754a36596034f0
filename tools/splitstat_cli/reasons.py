"""The words of the control core, as sentences for a person: `("min_off", 140)` becomes
"minimum off time, 2:20".

A word is the reason of a room (control/zone.py, outdoor_unit.py, lockout.py, controller.py) or of
a whole-home system (whole_home.py, hot_water.py); its number is one of KINDS. A test reads the
core's sources and asks for every word that it can say.
"""

# What the number of a reason is.
KINDS = ("", "clock", "minutes", "to_go", "past", "room", "outdoor")
# word: (short text, kind of its number)
WORDS = {
    "starting": ("just started, looking first", ""),
    "off": ("off by its schedule", ""),
    "fan_only": ("only the fan is wanted", ""),
    "person_off": ("switched off by a person, which is final", ""),
    "load_limit": ("a load limit forbids automatic calls", ""),
    "window": ("a window is open", "minutes"),
    "keeps": ("started a moment ago, kept on for the machine's sake", "minutes"),
    "over_temperature": ("the room is far beyond any setpoint", "room"),
    "frost": ("guarding the room against frost", "room"),
    "frost_unit": ("the unit's own frost guard is on", ""),
    "frost_lowest": ("guarding against frost at the lowest setpoint", ""),
    "no_sensor": ("no sensor left to go by", ""),
    "unit_thermostat": ("no room sensor, the unit's own thermostat does it", ""),
    "season": ("the weather does not call for it", "outdoor"),
    "heat": ("the room asks for heat", "to_go"),
    "cool": ("the room asks for cooling", "to_go"),
    "dry": ("the room asks for drier air", ""),
    "handset": ("kept as a person set it at the unit", "to_go"),
    "handset_auto": ("automatic was chosen at the unit: heat and cool are held round it", "room"),
    "unfit": ("what was set at the unit is not among what it can do, and does not count", ""),
    "resting": ("satisfied, the unit is left on at a resting setpoint", "past"),
    "sleep": ("off its setpoint, but nothing starts for so little in sleep hours", ""),
    "in_band": ("between its setpoints", "room"),
    "frame_budget": ("the next command waits, so as not to beep too often", ""),
    "min_on": ("minimum on time", "clock"),
    "min_off": ("minimum off time", "clock"),
    "reversal": ("rest before the outdoor unit changes between heat and cool", "clock"),
    "other_class": ("another room holds the outdoor unit in the other mode", "clock"),
    "released": ("the outdoor unit is about to change its mode for another room", "clock"),
    "peers": ("waiting to hear from the other boards of this outdoor unit", "clock"),
    "starts_per_h": ("enough starts in this hour", "clock"),
    "reversals_per_day": ("enough changes between heat and cool today", "clock"),
    "spacing": ("one room after the other starts", "clock"),
    # of a whole-home system and its tank
    "no_call": ("no room asks for it", ""),
    "heat_pump": ("by the heat pump", "room"),
    "boiler": ("by the boiler", "room"),
    "both": ("by the heat pump with the boiler's help", "room"),
    "pipes": ("guarding the pipes against frost", "room"),
    "full": ("there is hot water enough", "room"),
    "waits_reheat": ("there is enough until its reheat hours", "room"),
    "refill": ("there is too little hot water", "room"),
    "reheat": ("these are its reheat hours", "room"),
    "cheap": ("electricity is cheap now", "room"),
    "surplus": ("there is power to spare", "room"),
    "boost": ("somebody wants hot water", "room"),
    "hygiene": ("all of the tank is made hot, against legionella", "room"),
    "rooms_first": ("the rooms are short and come first", "minutes"),
    "too_hot": ("the tank is too hot, everything is off", "room"),
}
FAULTS = {
    "frost_risk": "frost threatens and the unit may not heat",
    "sensor_failed": "a sensor has failed",
    "no_sensor": "every sensor of the room has failed",
    "sensor_doubtful": "a sensor cannot be believed, its last value holds for a while",
    "no_heating": "the room does not answer to heating",
    "no_cooling": "the room does not answer to cooling",
    "cools_while_heating": "the unit cools although it was told to heat",
    "heats_while_cooling": "the unit heats although it was told to cool",
    "tank_unseen": "no sensor of the tank can be believed",
    "tank_cold": "the tank does not get warm",
    "tank_hot": "the tank is too hot",
    "hygiene_overdue": "the tank has not been hot enough for long enough, legionella may grow",
    "heat_pump_failed": "the heat pump was called and the water stayed cold",
    "boiler_failed": "the boiler was called and the water stayed cold",
}


def short(word: str) -> str:
    """The word without its number. Raises KeyError for a word that the core cannot say."""
    return WORDS[word][0]


def say(action: str, reason) -> str:
    """An action and its reason in words: "waiting: minimum off time, 2:20"."""
    word, number = reason
    text, kind = WORDS[word]
    if action == "waiting" and word == "season":
        text, kind = "the outdoor unit is kept to the other season", ""
    return f"{action}: {text}{_number(kind, number)}"


def _number(kind: str, n: int) -> str:
    """clock: seconds left, 0 where nobody can know; to_go, past: tenths of a kelvin; room: tenths
    of a degC; outdoor: degC.
    """
    if kind == "clock":
        return f", {n // 60}:{n % 60:02d}" if n else ""
    if kind == "minutes":
        return f", {n} min"
    if kind == "to_go" and n < 0:
        return f", {-n / 10:.1f} K past its setpoint and running low"
    if kind == "to_go":
        return f", {n / 10:.1f} K to go"
    if kind == "past":
        return f", {abs(n) / 10:.1f} K {'past' if n >= 0 else 'short of'} its setpoint"
    if kind == "room":
        return f", {n / 10:.1f} °C"
    return f", {n} °C outdoors" if kind == "outdoor" else ""
