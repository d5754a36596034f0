"""The same controller in the same month, once in our room and once in EnergyPlus'.

A cell of the benchmark's suite, with the panes and the wind of homes.py, so that both reckon the
same room. Unit, people, sensors and wires are ours in both; walls, glass, leaks, sky and sun are
EnergyPlus' in one of them, minute by minute.
"""

from dataclasses import replace

from host_sim.limit.equal_comfort import LIMIT_KH
from host_sim.limit.lives import lived
from host_sim.limit.suite import Cell
from host_sim.plant.building import home_of, room_of
from host_sim.truth.energyplus import Run, weather_file
from host_sim.truth.energyplus_model import Model
from host_sim.truth.homes import CLEAR, CLIMATES, QUIET
from host_sim.truth.lodged_room import GAINS, NAME, READ, UNIT, WATER, LodgedRoom, furnish

STEPS_AN_HOUR = 60
STRIDE_K, STRIDES = 0.25, 8
# While EnergyPlus warms up the room is held at comfort, as far as this goes.
HOLD_W_K, HOLD_W = 800.0, 5000.0


class SharedCell(Cell):
    """A Cell whose walls and windows an EnergyPlus model can have."""

    def building(self) -> dict:
        return {**super().building(), **QUIET}

    def room(self) -> dict:
        return {**super().room(), **CLEAR}


def cells() -> list[SharedCell]:
    """A month of heating and one of cooling, by warmth alone."""
    return [
        SharedCell("cold", "heat", "always", "light"),
        SharedCell("hot_humid", "cool", "always", "light", dry=False),
    ]


def shorter(cell: SharedCell, days: int, settle_days: int) -> SharedCell:
    return replace(cell, days=days, settle_days=settle_days)


def in_energyplus(cell, life_of) -> dict:
    """A life of limit/lives.py whose room is EnergyPlus'; life_of(settle) begins it. Figures of
    score.Score."""
    lodged: list[LodgedRoom] = []
    life = life_of(lambda plant: lodged.append(LodgedRoom(plant)))
    values = {**room_of(cell.room(), home_of(cell.building())), "shared_m2": 0.0}
    model = Model({NAME: values}, None, STEPS_AN_HOUR)
    furnish(model)
    last_day = cell.start_day + cell.settle_days + cell.days - 1
    model.run_period(cell.start_day, last_day)
    sign = 1.0 if cell.season == "heat" else -1.0

    def hold(run):
        short_k = sign * (cell.comfort_c - run.value(*READ[0]))
        run.set(*UNIT, sign * min(max(short_k * HOLD_W_K, 0.0), HOLD_W))

    def begin(run):
        if run.warming_up:
            hold(run)
            return
        if lodged:
            lodged[0].read(run)
        next(life)
        lodged[0].turn(run)

    epw = weather_file(CLIMATES[cell.climate])
    Run(model.objects, epw, READ, (GAINS, UNIT, WATER)).go(lambda run: None, begin)
    return lived(life)


def at_equal_comfort(life, cell, target_c: float) -> dict:
    """Figures of life(target_c), with the energy at the limit of discomfort, taken between the
    two targets, STRIDE_K apart, that are on either side of it."""
    first = life(target_c)
    good = first["discomfort_kh"] <= LIMIT_KH
    stride_k = STRIDE_K if good == (cell.season == "cool") else -STRIDE_K
    a = first
    for n in range(1, STRIDES + 1):
        b = life(target_c + n * stride_k)
        if (b["discomfort_kh"] <= LIMIT_KH) != good:
            share = (LIMIT_KH - a["discomfort_kh"]) / (b["discomfort_kh"] - a["discomfort_kh"])
            return {**first, "kwh": a["kwh"] + share * (b["kwh"] - a["kwh"])}
        a = b
    return {**first, "kwh": None}
