"""Puts a home and a scenario on the stage: the World in which they run.

What a scenario says of the building goes over what the home file says; its faults are given to the
parts that have them, timed from the start of the run.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from host_sim.channel.faults import Fault
from host_sim.plant.building import HOME_KEYS
from host_sim.plant.weather import PLACES, load_weather
from host_sim.world import BOOT_S, World
from splitstat_cli.home_file import Home

START = "01-10"
DAYS = 7
SEED = 1
YEAR = 2026  # not a leap year: the year that weather files have
CHANNEL_PARTS = {"sensor": "sensor", "infrared": "ir", "modbus": "modbus"}


@dataclass(frozen=True)
class Stage:
    """A run that is about to begin. weather: the word or path it was loaded from."""

    home: Home
    weather: str
    start: str
    days: int
    seed: int
    faults: list
    budgets: dict

    @property
    def start_day(self) -> int:
        """Day of the year, 1..365."""
        month, day = self.start.split("-")
        return date(YEAR, int(month), int(day)).timetuple().tm_yday


def staged(home, scenario=None, weather=None, start=None, days=None, seed=None) -> Stage:
    """What the command says goes over the scenario, and that over the defaults above.

    Raises ValueError for a start that is no day of the year.
    """
    start = start or (scenario and scenario.start) or START
    try:
        date.fromisoformat(f"{YEAR}-{start}")
    except ValueError:
        raise ValueError(f'--from is "{start}"; allowed is a month and a day: "01-10"') from None
    folder = home.path.parent
    if scenario is not None:
        if "weather" in scenario.building:
            folder = scenario.path.parent
        home = changed(home, scenario)
    source = home.building.get("weather", HOME_KEYS["weather"][4])
    if seed is None:
        seed = SEED if scenario is None or scenario.seed is None else scenario.seed
    return Stage(
        home=home,
        weather=str(weather) if weather is not None else _beside(source, folder),
        start=start,
        days=days or (scenario and scenario.days) or DAYS,
        seed=seed,
        faults=scenario.faults if scenario is not None else [],
        budgets=scenario.budgets if scenario is not None else {},
    )


def _beside(source: str, folder: Path) -> str:
    """A weather file is named from the folder of the file that names it."""
    return source if source in PLACES else str(folder / source)


def changed(home, scenario):
    """The home with the scenario's building."""
    spaces = [
        {**space, "building": {**space["building"], **scenario.rooms.get(space["name"], {})}}
        for space in home.spaces
    ]
    return replace(home, building={**home.building, **scenario.building}, spaces=spaces)


def world_of(stage: Stage) -> World:
    """Raises WeatherError."""
    world = World(
        stage.home,
        load_weather(stage.weather),
        start_day=stage.start_day,
        days=stage.days,
        seed=stage.seed,
        scenario=_Faulty(stage.faults) if stage.faults else None,
    )
    forced = [fault for fault in stage.faults if fault.part == "window"]
    if forced:
        names = [room["name"] for room in stage.home.compiled["rooms"]]
        world.listeners.append(_windows(world.plant, names, forced))
    return world


class _Faulty:
    """Faults as World wants them: (room, part) -> its list, by the controller's clock."""

    def __init__(self, faults):
        self.faults = {}
        for one in faults:
            part = CHANNEL_PARTS.get(one.part)
            if part is not None:
                fault = Fault(one.start_s + BOOT_S, one.end_s + BOOT_S, one.kind, one.value)
                self.faults.setdefault((one.room, part), []).append(fault)


def _windows(plant, names, forced):
    """A listener that holds windows open or shut while a fault says so."""

    def listen(now_s, inputs, outputs):
        at_s = now_s - BOOT_S
        for fault in forced:
            if fault.start_s <= at_s < fault.end_s:
                plant.window_forced[names.index(fault.room)] = int(fault.kind == "open")
            elif at_s >= fault.end_s:
                plant.window_forced[names.index(fault.room)] = None

    return listen
