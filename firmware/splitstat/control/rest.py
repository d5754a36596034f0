"""May a satisfied unit stay on? In cold weather in heat, in hot weather in cool, at a resting
setpoint.

What a dead controller leaves behind is its last frame, for weeks. A unit that rests holds a safe
room by its own thermostat, one that is off does not. Nothing rests above 18 degC outdoors in heat
or below 16 in cool: the season gates end it.
"""

# A day whose low is below 12 degC leaves an unheated room below 16 within days: gains of people,
# appliances and sun are worth some 4 K (200 W on a loss of 42 W/K, the 20 m2 room of host_sim).
COLD_DAY_CDEG = 1200
# With the same gains a closed room comes to 30 degC.
HOT_DAY_CDEG = 2600
HYSTERESIS_CDEG = 100
UNKNOWN_CDEG = 300  # weather never known: a call rests until the room is so far past its setpoint


def rest_class(was, cdeg: int, heat, cool, outdoor):
    """The class to rest in, or None. was: the class wanted so far; heat, cool: setpoints or None.

    In weather that is both, the last class, or the one of the nearer setpoint.
    """
    cold = hot = False
    if heat is not None and outdoor.heat_ok:
        if outdoor.low_cdeg is None:
            cold = was == "heat" and cdeg - heat < UNKNOWN_CDEG
        else:
            limit = COLD_DAY_CDEG + HYSTERESIS_CDEG if was == "heat" else COLD_DAY_CDEG
            cold = outdoor.low_cdeg < limit
    if cool is not None and outdoor.cool_ok:
        if outdoor.high_cdeg is None:
            hot = was == "cool" and cool - cdeg < UNKNOWN_CDEG
        else:
            limit = HOT_DAY_CDEG - HYSTERESIS_CDEG if was == "cool" else HOT_DAY_CDEG
            hot = outdoor.high_cdeg > limit
    if cold and hot:
        cold = was == "heat" or (was is None and cdeg - heat <= cool - cdeg)
    return "heat" if cold else "cool" if hot else None
