"""One home for a year, here and by EnergyPlus: floating, and held between two setpoints."""

from dataclasses import dataclass

import numpy as np

from host_sim.plant.plant import Plant
from host_sim.plant.weather import load_weather
from host_sim.truth import energyplus
from host_sim.truth.energyplus_model import Model
from host_sim.truth.homes import CLIMATES, buildings, values_of
from host_sim.truth.ideal_unit import IdealUnit

HEAT_C, COOL_C = 20.0, 26.0
STEP_S = 300
WARM_UP_DAYS = 28
STEPS_AN_HOUR = 6  # of EnergyPlus
HOURS = 8760
DAYS_OF_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# A month counts when it has at least this share of the year's largest, of heating or of cooling: a
# per cent of nearly nothing says nothing.
COUNTS = 0.1


@dataclass
class Year:
    """Hourly, arrays of 8760 by room: air_c means, heat_w means (cooling negative)."""

    air_c: np.ndarray
    heat_w: np.ndarray

    def monthly_kwh(self, sign: int) -> np.ndarray:
        """Of the whole home; sign 1: heating, -1: cooling."""
        hourly = (sign * self.heat_w).clip(min=0.0).sum(axis=1) / 1000.0
        ends = np.cumsum(DAYS_OF_MONTHS)[:-1] * 24
        return np.array([part.sum() for part in np.split(hourly, ends)])


def ours(keys, rooms, epw, conditioned: bool) -> Year:
    names = list(rooms)
    plant = Plant(
        keys,
        [{"name": name, "building": rooms[name]} for name in names],
        [],
        load_weather(epw),
        dt_s=STEP_S,
        start_h=HOURS - 24 * WARM_UP_DAYS,
    )
    if conditioned:
        IdealUnit(plant, HEAT_C, COOL_C)
    air, heat = [], []
    before = WARM_UP_DAYS * 86400 // STEP_S
    for k in range(before + HOURS * 3600 // STEP_S):
        plant.step(k)
        if k >= before:
            air.append(tuple(plant.air_c))
            heat.append(tuple(head.heat_w for head in plant.heads) or (0.0,) * len(names))
    return _hourly(air, heat, 3600 // STEP_S)


def theirs(keys, rooms, epw, conditioned: bool) -> Year:
    names = list(rooms)
    setpoints = (HEAT_C, COOL_C) if conditioned else None
    model = Model(values_of(keys, rooms), setpoints, STEPS_AN_HOUR)
    model.run_period(1 - WARM_UP_DAYS, HOURS // 24)
    wanted = [(energyplus.TEMPERATURE, name) for name in names]
    rates = (energyplus.HEATING, energyplus.COOLING)
    if conditioned:
        wanted += [(what, name) for name in names for what in rates]
    run = energyplus.Run(model.objects, epw, wanted)
    air, heat = [], []

    def note(run):
        air.append([run.value(energyplus.TEMPERATURE, name) for name in names])
        heat.append([
            run.value(rates[0], name) - run.value(rates[1], name) if conditioned else 0.0
            for name in names
        ])  # fmt: skip

    run.go(note)
    before = WARM_UP_DAYS * 24 * STEPS_AN_HOUR
    return _hourly(air[before:], heat[before:], STEPS_AN_HOUR)


def _hourly(air, heat, steps: int) -> Year:
    both = [np.array(values).reshape(HOURS, steps, -1).mean(axis=1) for values in (air, heat)]
    return Year(*both)


def compare(home: str, climate: str) -> dict:
    """rmse_k of the worst room, floating; monthly errors, the worst of the months that count."""
    keys, rooms = buildings()[home]
    epw = energyplus.weather_file(CLIMATES[climate])
    floating = [reckon(keys, rooms, epw, False) for reckon in (ours, theirs)]
    held = [reckon(keys, rooms, epw, True) for reckon in (ours, theirs)]
    off = floating[0].air_c - floating[1].air_c
    row: dict = {
        "home": home,
        "climate": climate,
        "rmse_k": round(float(np.sqrt((off**2).mean(axis=0)).max()), 3),
        "bias_k": round(float(off.mean()), 3),
    }
    largest = max(held[1].monthly_kwh(sign).max() for sign in (1, -1))
    for word, sign in (("heating", 1), ("cooling", -1)):
        here, there = (year.monthly_kwh(sign) for year in held)
        counts = there >= COUNTS * largest
        errors = (here - there)[counts] / there[counts]
        worst = float(errors[np.abs(errors).argmax()]) if len(errors) else 0.0
        row[word + "_error"] = round(worst, 4)
        row[word + "_kwh"] = [round(float(here.sum()), 1), round(float(there.sum()), 1)]
        row[word + "_months"] = [[round(float(a), 1), round(float(b), 1)]
                                 for a, b in zip(here, there, strict=True)]  # fmt: skip
    return row
