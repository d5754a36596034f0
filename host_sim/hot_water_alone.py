"""What hot water alone takes, by each source that a home by splits may have for it.

The boiler that is there already, or a heat-pump cylinder: a small machine of its own that takes
the outdoor air, by hplib's law. (An immersion heater is what the homes by splits live with.)
"""

from dataclasses import dataclass
from typing import Any

from host_sim.plant.sizing import MIN_BOILER_W
from host_sim.plant.weather import load_weather
from host_sim.tank_stand import TankStand

CYLINDER_W = 1300.0  # heat at -7 degC outdoors, 52 degC in the tank: about 2 kW at 7 degC
OPTIONS = {
    "boiler": {"boiler_w": MIN_BOILER_W},
    "heat-pump cylinder": {"heat_pump_w": CYLINDER_W},
}


@dataclass(frozen=True)
class HotWaterJob:
    """One source, some days. home: with a tank (plant_ways.with_tank); weather: a word or a path;
    start_day: 1..365."""

    option: str
    home: Any
    weather: str
    start_day: int
    days: int

    def live(self, progress) -> dict:
        """Figures of a TankStand. progress(fraction) is called once a simulated day."""
        sizes = OPTIONS[self.option]
        config = {
            **self.home.compiled["whole_home"],
            "heat_pump": int("heat_pump_w" in sizes),
            "boiler": int("boiler_w" in sizes),
        }
        machine = {key: self.home.plant[key] for key in ("tank_l", "draws", "immersion_w")}
        weather = load_weather(self.weather)
        stand = TankStand(config, {**machine, **sizes}, weather, self.start_day)
        for day in range(self.days):
            stand.run(1)
            progress((day + 1) / self.days)
        return stand.figures()
