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
from host_sim.limit.suite import SETBACK_C, spans
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
    spaces = [
        {
            "name": room["name"],
            "building": room["building"],
            "outdoor_unit": 0,
            "unit": {**room["machine"], "step_k": step_k},
            "occupied": spans(room["hours"]),
            "start_c": cell.comfort_c,
        }
        for room in cell.rooms()
    ]
    return Plant(
        cell.building(),
        spaces,
        [cell.machine()],
        load_weather(cell.climate),
        seed=SEED,
        dt_s=STEP_S,
        start_h=(cell.start_day - 1) * 24,
        weekday0=(WEEKDAY0 + cell.start_day - 1) % 7,
    )


def asked(hours: str, lead_min: int) -> list:
    """For each minute of the week whether comfort is asked for."""
    wanted = [False] * 10080
    for start, end in spans(hours, lead_min):
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


def rival_life(cell, make, target_c: float, lead_min: int = 0, step_k=1.0, settle=None):
    """make: of a rival of host_sim/rivals; every room has one."""
    plant = plant_of(cell, step_k)
    if settle is not None:
        settle(plant)
    score = Score(plant, cell)
    lost = Random(SEED)
    minute = plant.weekday0 * 1440
    targets = cell.targets(target_c)
    ends = [
        _End(cell, i, head, make(), asked(room["hours"], lead_min), targets)
        for i, (head, room) in enumerate(zip(plant.heads, cell.rooms(), strict=True))
    ]
    for k in range((cell.settle_days + cell.days) * 86400 // STEP_S):
        week_min = (minute + k * STEP_S // 60) % 10080
        for end in ends:
            told = end.step(k * STEP_S, week_min, plant)
            if told is not None:
                score.told(k * STEP_S, *told)
                if not cell.troubled or lost.random() >= trouble.LOST:
                    end.obey()
        if cell.troubled:
            trouble.air(plant, week_min)
        plant.step(k)
        score.step(k, targets)
        yield
    return score.result()


class _End:
    """A rival's room: its sensor, its hours, its head. Where both classes are wanted it changes
    over when the room is past the other class's target."""

    def __init__(self, cell, room, head, rival, wanted, targets):
        self.room = room
        self.head = head
        self.rival = rival
        self.wanted = wanted
        self.targets = targets
        self.cls = cell.classes[0]
        seed = SEED * 1000 + 10 * room
        self.sensor = trouble.sensor(seed) if cell.troubled else Sensor(seed)
        self.was = STOP
        self.said = None

    def step(self, now_s, week_min, plant):
        """(room, whether it is the first word after OFF) where there is a word to say."""
        sensor = self.sensor
        sensor.step(now_s, plant.air_c[self.room])
        room_c = (sensor.cdeg or 0) / 100.0
        goals = self.targets if self.wanted[week_min] else SETBACK_C
        if len(self.targets) > 1:
            if room_c > goals["cool"]:
                self.cls = "cool"
            elif room_c < goals["heat"]:
                self.cls = "heat"
        head = self.head
        seen = Seen(
            now_s, self.cls, room_c, plant.outdoor_c, goals[self.cls], head.return_c, head.step_k
        )
        word = self.rival.step(seen)
        if word is None or (word == self.was and self.cls == self.said):
            return None
        starts = word.on and not self.was.on
        self.was, self.said = word, self.cls
        return self.room, starts

    def obey(self):
        word = self.was
        mode = self.cls if word.on else "off"
        self.head.obey(UnitCommand(mode, round(word.setpoint_c * 100), word.fan, None, False))


def splitstat_life(cell, home, target_c: float, settle=None):
    """The firmware's own core over the unit's own wire. home: as in a home file; people keep the
    cell's hours, whatever the schedule says."""
    rooms = cell.rooms()
    spaces = [
        {**space, "occupied": spans(room["hours"]), "start_c": cell.comfort_c}
        for space, room in zip(home.spaces, rooms, strict=True)
    ]
    world = World(
        replace(home, spaces=spaces),
        load_weather(cell.climate),
        start_day=cell.start_day,
        days=cell.settle_days + cell.days,
        seed=SEED,
        step_s=STEP_S,
        record_s=86400,
        scenario=trouble.wires(rooms[0]["name"]) if cell.troubled else None,
    )
    plant = world.plant
    if cell.troubled:
        world.sensors[0][0] = trouble.sensor(SEED * 1000)
    if settle is not None:
        settle(plant)
    score = Score(plant, cell)
    minute = plant.weekday0 * 1440
    targets = cell.targets(target_c)
    told = [None] * len(rooms)

    def hear(now_s, inputs, outputs):
        for i, room in enumerate(outputs.rooms):
            word, before = room.send, told[i]
            if word is not None:
                off = before is None or before.mode == "off"
                score.told(now_s, i, word.mode != "off" and off)
                told[i] = word

    world.listeners.append(hear)
    for k in range(world.days * 86400 // STEP_S):
        if cell.troubled:
            trouble.air(plant, (minute + k) % 10080)
        world.step(k)
        score.step(k, targets)
        yield
    return score.result()
