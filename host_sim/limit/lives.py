"""One cell lived by one controller: a rival on the bare plant, or Splitstat in its World.

A life is a generator that stops after every step of the plant and returns the figures of
score.Score; `lived` goes through it. settle(plant) is called before it begins, for whoever puts
something else in a room's place.
"""

from dataclasses import replace
from random import Random

from host_sim.channel.sensor import Sensor
from host_sim.limit import trouble
from host_sim.limit.score import Score
from host_sim.limit.suite import SETBACK_C, START_DAY
from host_sim.plant.plant import Plant
from host_sim.plant.weather import load_weather
from host_sim.rivals import STOP, Seen
from host_sim.world import World
from splitstat.control.types import UnitCommand

STEP_S = 60
SEED = 1
WEEKDAY0 = 3  # as in world.py: the year begins on a Thursday


def plant_of(cell, step_k: float = 1.0) -> Plant:
    """The cell's home without a controller."""
    space = {
        "name": "room",
        "building": cell.room(),
        "outdoor_unit": 0,
        "unit": {**cell.head(), "step_k": step_k},
        "occupied": cell.spans(),
        "start_c": cell.comfort_c,
    }
    return Plant(
        cell.building(),
        [space],
        [cell.machine()],
        load_weather(cell.climate),
        seed=SEED,
        dt_s=STEP_S,
        start_h=(cell.start_day - 1) * 24,
        weekday0=(WEEKDAY0 + cell.start_day - 1) % 7,
    )


def asked(cell, lead_min: int) -> list:
    """For each minute of the week whether comfort is asked for."""
    wanted = [False] * 10080
    for start, end in cell.spans(lead_min):
        for minute in range(start, end):
            wanted[minute % 10080] = True
    return wanted


def lived(life) -> dict:
    """What a life returns at its end."""
    while True:
        try:
            next(life)
        except StopIteration as end:
            return end.value


def rival_life(cell, rival, target_c: float, lead_min: int = 0, step_k=1.0, settle=None):
    """rival: of host_sim/rivals."""
    plant = plant_of(cell, step_k)
    if settle is not None:
        settle(plant)
    score = Score(plant, cell)
    sensor = trouble.sensor(SEED * 1000) if cell.troubled else Sensor(SEED * 1000)
    lost = Random(SEED)
    wanted = asked(cell, lead_min)
    real = asked(cell, 0)
    minute = plant.weekday0 * 1440
    setback_c = SETBACK_C[cell.season]
    head = plant.heads[0]
    was = STOP
    for k in range((cell.settle_days + cell.days) * 86400 // STEP_S):
        week_min = (minute + k * STEP_S // 60) % 10080
        goal_c = target_c if wanted[week_min] else setback_c
        sensor.step(k * STEP_S, plant.air_c[0])
        word = rival.step(
            Seen(
                k * STEP_S,
                cell.season,
                (sensor.cdeg or 0) / 100.0,
                plant.outdoor_c,
                goal_c,
                head.return_c,
                step_k,
            )
        )
        if word is not None and word != was:
            score.told(k * STEP_S, word.on and not was.on)
            mode = cell.season if word.on else "off"
            if not cell.troubled or lost.random() >= trouble.LOST:
                head.obey(UnitCommand(mode, round(word.setpoint_c * 100), word.fan, None, False))
            was = word
        if cell.troubled:
            trouble.air(plant, week_min)
        plant.step(k)
        score.step(k, target_c if real[week_min] else None)
        yield
    return score.result()


def splitstat_life(cell, home, target_c: float, settle=None):
    """The firmware's own core over the unit's own wire. home: as in a home file; people keep the
    cell's hours, whatever the schedule says."""
    spaces = [{**home.spaces[0], "occupied": cell.spans(), "start_c": cell.comfort_c}]
    home = replace(home, spaces=spaces)
    world = World(
        home,
        load_weather(cell.climate),
        start_day=START_DAY[cell.season] - cell.settle_days,
        days=cell.settle_days + cell.days,
        seed=SEED,
        step_s=STEP_S,
        record_s=86400,
        scenario=trouble.wires(spaces[0]["name"]) if cell.troubled else None,
    )
    plant = world.plant
    if cell.troubled:
        world.sensors[0][0] = trouble.sensor(SEED * 1000)
    if settle is not None:
        settle(plant)
    score = Score(plant, cell)
    real = asked(cell, 0)
    minute = plant.weekday0 * 1440
    told = [None]

    def hear(now_s, inputs, outputs):
        word = outputs.rooms[0].send
        if word is not None:
            score.told(now_s, word.mode != "off" and (told[0] is None or told[0].mode == "off"))
            told[0] = word

    world.listeners.append(hear)
    for k in range(world.days * 86400 // STEP_S):
        if cell.troubled:
            trouble.air(plant, (minute + k) % 10080)
        world.step(k)
        score.step(k, target_c if real[(minute + k) % 10080] else None)
        yield
    return score.result()
