"""The whole-home system of a simulated home: its plant sized, its control, and the wire between.

What the home file leaves out of [whole_home.machine] is sized by host_sim/plant/sizing.py.
"""

from typing import Any

from host_sim.channel.plant_channel import PlantChannel
from host_sim.plant import sizing
from splitstat.control.tariff import Tariff
from splitstat.control.whole_home import PlantInputs, WholeHome

# 2026-01-01 00:00 in minutes since 2000-01-01: a year that begins on a Thursday
YEAR_MIN = 13675680
NOON_MIN = 780  # about 13:00 the prices of tomorrow are known
DAY_MIN = 1440


def water_options(plant: dict, building: dict, spaces: list, weather, served: list):
    """plant: Home.plant; served: indexes of the spaces behind it. Returns the options of WaterSide
    and the size of each emitter."""
    loads = sizing.loads_w(building, spaces, weather, served) if served else []
    options = {key: value for key, value in plant.items() if key != "sources"}
    sizes = {
        "heat_pump": ("heat_pump_w", lambda: sizing.heat_pump_w(sum(loads), weather)),
        "boiler": ("boiler_w", lambda: sizing.boiler_w(sum(loads))),
    }
    for source, (key, rule) in sizes.items():
        if source not in plant["sources"]:
            options.pop(key, None)
        elif key not in options:
            options[key] = rule()
    return options, [sizing.radiator_w(load) for load in loads]


class WholeHomeLoop:
    """What a board does beside the rooms' scan: read the plant, decide, tell it."""

    def __init__(self, home, water, valves, seed: int, faults: dict):
        config = home.compiled["whole_home"]
        rooms = home.compiled["rooms"]
        self.rooms = [i for i, room in enumerate(rooms) if room["unit"].startswith("valve")]
        self.config = config
        self.prices = home.prices
        self.valves = valves  # the channel of each room
        self.inputs = PlantInputs(config)
        self.channel = PlantChannel(water, self.inputs, seed, faults)
        self.water = water
        self.control = WholeHome(config, self.rooms)
        self.tariff = Tariff(config)
        self.told_day = None
        self.surplus: Any = None  # surplus(utc_min): there is power to spare; None: never
        self.told = [None] * len(self.rooms)

    def step(self, now_s: int, week_min, inputs, outputs, frames):
        """After the scan of the rooms. frames: of the judge, for what valves are told."""
        self.channel.step(now_s)
        tariff, plant = self.tariff, self.inputs
        utc_min = inputs.utc_min
        if self.prices["hourly"]:
            self._tell(utc_min)
        surplus = self.surplus is not None and self.surplus(utc_min)
        tariff.step(utc_min, week_min, surplus)
        plant.prices = (tariff.price, self.config["prices"][1])
        plant.shift_cdeg = tariff.shift_cdeg
        if plant.tank is not None:
            plant.tank.cheap = tariff.cheap
            plant.tank.surplus = surplus
        self.control.step(now_s, week_min, inputs, outputs, plant)
        self.water.obey(self.control.command)
        for n, command in enumerate(self.control.valves):
            if command is not self.told[n]:
                self.told[n] = command
                self.valves[self.rooms[n]].send(now_s, command)
                frames[self.rooms[n]].sent(now_s)

    def _tell(self, utc_min: int):
        """As on an exchange: the prices of tomorrow come at noon, those of today are known."""
        day, minute = divmod(utc_min - YEAR_MIN, DAY_MIN)
        if (day, minute >= NOON_MIN) != self.told_day:
            self.told_day = (day, minute >= NOON_MIN)
            days = 2 if minute >= NOON_MIN else 1
            begin = YEAR_MIN + day * DAY_MIN
            hours = range(begin, begin + days * DAY_MIN, 60)
            told = [round(1000 * price_at(self.prices, None, hour)) for hour in hours]
            self.tariff.tell(begin, 60, told)


def price_at(prices: dict, week_min, utc_min) -> float:
    """Money per kWh of electricity at a minute of the week, by the home's [prices]; by the hour of
    the year (UTC) where they say one for each."""
    hourly = prices["hourly"]
    if hourly:
        return hourly[(utc_min - YEAR_MIN) // 60 % len(hourly)]
    night = prices["electricity_night"]
    if night is not None and week_min is not None:
        for spans in prices["night"]:
            for start, end in spans:
                if start <= week_min < end or start <= week_min + 10080 < end:
                    return night
    return prices["electricity"]
