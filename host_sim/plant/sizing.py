"""How big must a whole-home plant be, where the home file does not say?

Rules: the design day is the coldest mean of 48 hours in the weather file (EN 12831's design
temperature is a two-day mean). A room's load is its losses at 20 degC, without sun and people;
what spaces without an emitter lose is shared out by floor area. Radiators give it at 55/45 degC,
floors cover the room. The heat pump gives the sum at the design day and 50 degC flow, with a
tenth more for hot water, no less than MIN_HEAT_PUMP_W (the smallest that are sold); a boiler
gives half as much again, no less than MIN_BOILER_W.
"""

import numpy as np

from host_sim.plant.air import AIR_J_KG_K, AIR_KG_M3
from host_sim.plant.air_to_water import Performance
from host_sim.plant.building import home_of, room_of
from host_sim.plant.emitter import DESIGN_K, NOMINAL_K

INDOOR_C = 20.0
DESIGN_H = 48
FLOW_C = 50.0
HOT_WATER = 1.1
MIN_HEAT_PUMP_W = 3000.0
MIN_BOILER_W = 10000.0
BOILER = 1.5


def design_c(weather) -> float:
    """The coldest two days' mean outdoor temperature."""
    twice = np.concatenate([weather.dry_c, weather.dry_c[:DESIGN_H]])
    return float(np.convolve(twice, np.ones(DESIGN_H) / DESIGN_H, "valid").min())


def loss_w_k(values: dict, home: dict, density: float) -> float:
    """Losses of one room of building.room_of to the outdoor air and the ground, W/K."""
    walls = values["outer_wall_m2"] + values["second_wall_m2"]
    windows = values["window_m2"] + values["second_window_m2"]
    through = walls * values["u_wall"] + windows * values["u_window"] + values["bridge_w_k"]
    through += values["roof_m2"] * values["u_roof"] + values["ground_m2"] * values["u_floor"]
    air_kg = values["area_m2"] * values["height_m"] * AIR_KG_M3 * density
    return through + values["ach"] / 3600.0 * air_kg * AIR_J_KG_K


def loads_w(building: dict, spaces: list, weather, served: list) -> list[float]:
    """Design load of each space of `spaces` that is in `served` (indexes), in that order."""
    home = home_of(building)
    values = [room_of(space.get("building", {}), home) for space in spaces]
    losses = [loss_w_k(one, home, weather.density_ratio) for one in values]
    areas = sum(values[i]["area_m2"] for i in served)
    others = sum(losses) - sum(losses[i] for i in served)
    warmer = INDOOR_C - design_c(weather)
    return [(losses[i] + others * values[i]["area_m2"] / areas) * warmer for i in served]


def radiator_w(load_w: float) -> float:
    """Nominal size (at 50 K over the room) of a radiator that gives load_w at 55/45 degC."""
    return load_w / (DESIGN_K / NOMINAL_K) ** 1.3


def heat_pump_w(load_w: float, weather) -> float:
    """hplib's size of a heat pump that carries load_w on the design day."""
    per_w = Performance(1.0).heat_w(design_c(weather), FLOW_C)
    return max(MIN_HEAT_PUMP_W, round(load_w * HOT_WATER / per_w, -2))


def boiler_w(load_w: float) -> float:
    """Heat of the boiler."""
    return max(MIN_BOILER_W, round(load_w * BOILER, -2))
