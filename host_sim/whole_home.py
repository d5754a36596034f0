"""The whole-home system of a simulated home: its plant sized, its control, and the wire between.

What the home file leaves out of [whole_home.machine] is sized by host_sim/plant/sizing.py.
"""

from host_sim.channel.plant_channel import PlantChannel
from host_sim.plant import sizing
from splitstat.control.whole_home import PlantInputs, WholeHome


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
        self.told = [None] * len(self.rooms)

    def price(self, week_min) -> float:
        """Electricity now, money per kWh."""
        return price_at(self.prices, week_min)

    def step(self, now_s: int, week_min, inputs, outputs, frames):
        """After the scan of the rooms. frames: of the judge, for what valves are told."""
        self.channel.step(now_s)
        price = self.price(week_min)
        plant = self.inputs
        plant.prices = (round(price * 1000), self.config["prices"][1])
        cheap = price < self.prices["electricity"]
        band_cdeg = self.config["band_cdeg"]
        plant.shift_cdeg = 0
        if self.prices["electricity_night"] is not None:
            plant.shift_cdeg = band_cdeg if cheap else -band_cdeg
        if plant.tank is not None:
            plant.tank.cheap = cheap
        self.control.step(now_s, week_min, inputs, outputs, plant)
        self.water.obey(self.control.command)
        for n, command in enumerate(self.control.valves):
            if command is not self.told[n]:
                self.told[n] = command
                self.valves[self.rooms[n]].send(now_s, command)
                frames[self.rooms[n]].sent(now_s)


def price_at(prices: dict, week_min) -> float:
    """Money per kWh of electricity at a minute of the week, by the home's [prices]."""
    night = prices["electricity_night"]
    if night is not None and week_min is not None:
        for spans in prices["night"]:
            for start, end in spans:
                if start <= week_min < end or start <= week_min + 10080 < end:
                    return night
    return prices["electricity"]
