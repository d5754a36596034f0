"""What hot water alone takes, by each source that a home by splits may have for it.

An immersion heater, the boiler that is there already, or a heat-pump cylinder: a small machine of
its own that takes the outdoor air, by hplib's law.
"""

from host_sim.plant.sizing import MIN_BOILER_W
from host_sim.tank_stand import TankStand

CYLINDER_W = 1300.0  # heat at -7 degC outdoors, 52 degC in the tank: about 2 kW at 7 degC
OPTIONS = {
    "immersion heater": {},
    "boiler": {"boiler_w": MIN_BOILER_W},
    "heat-pump cylinder": {"heat_pump_w": CYLINDER_W},
}
YEAR_DAYS = 365


def alone(option: str, home, weather, spans) -> dict:
    """home: with a tank (plant_ways.with_tank). spans: (first day 1..365, days). As of a year."""
    sizes = OPTIONS[option]
    config = {
        **home.compiled["whole_home"],
        "heat_pump": int("heat_pump_w" in sizes),
        "boiler": int("boiler_w" in sizes),
    }
    machine = {key: home.plant[key] for key in ("tank_l", "draws", "immersion_w")}
    totals = dict.fromkeys(("kwh_electric", "kwh_gas", "draws", "draws_cold"), 0.0)
    for first, count in spans:
        found = TankStand(config, {**machine, **sizes}, weather, first).run(count).figures()
        for key in totals:
            totals[key] += found[key]
    days = sum(count for _, count in spans)
    return {key: value * YEAR_DAYS / days for key, value in totals.items()}
