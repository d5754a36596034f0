"""`splitstat bench feel`: which way of driving a unit is better, by its setpoint or by the room
temperature that it is told?

Two rooms, each with a machine of its own, in a fortnight of winter and one of summer (the mixed
weather), once for each thermostat of host_sim/plant/thermostats.py, on a gateway that takes both:

    setpoint   as always: the unit's own sensor, its setpoint moved (control/modulation.py)
    room       the room as it is, and the target as setpoint: the unit is left to itself
    held       the setpoint stands, and what is told holds the unit at its lowest speed or stops it
               (control/feed.py, which does so in heating)

Starts are those of the compressors. Error is the mean distance of the air from the target while a
call stands, in band the share of that time within half a kelvin; the first day does not count.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from rich.table import Table

from host_sim.plant.thermostats import PERSONALITIES
from host_sim.plant.weather import load_weather
from host_sim.world import BOOT_S, World
from splitstat.control.feed import FedModulation
from splitstat_cli import home_file
from splitstat_cli.terminal import GOOD, err, out, print_json

SEASONS = (("winter", 15), ("summer", 196))
DAYS = 14
QUICK_DAYS = 4
QUICK = ("proportional", "fixed")
HEAT_C, COOL_C = 20.5, 25.0
BAND_C = 0.5
HOME = f"""
timezone = "Europe/Berlin"
name = "two_machines"
[building]
airing_per_day = 0
[[outdoor_unit]]
name = "one"
[[outdoor_unit]]
name = "two"
[[room]]
name = "light"
outdoor_unit = "one"
unit = "intesis.daikin"
port = "rs485"
address = 1
feel = FEEL
follow = false
heat = {HEAT_C}
cool = {COOL_C}
[room.machine]
personality = "PERSONALITY"
bias_k = -0.5
[room.building]
area_m2 = 16
mass = "light"
window_facing = "south"
[[room]]
name = "heavy"
outdoor_unit = "two"
unit = "intesis.daikin"
port = "rs485"
address = 2
feel = FEEL
follow = false
heat = {HEAT_C}
cool = {COOL_C}
[room.machine]
personality = "PERSONALITY"
bias_k = 0.5
[room.building]
area_m2 = 28
mass = "heavy"
window_facing = "north"
"""


class Held(FedModulation):
    """Told in both classes."""

    classes = ("heat", "cool")


class Room(Held):
    """The room as it is."""

    def told(self, now_s, cls, reading):
        self.runs = True
        return reading.cdeg


WAYS = (("setpoint", None), ("room", Room), ("held", Held))


class Ear:
    """Listens to a World: how far the rooms are from their targets while calls stand."""

    def __init__(self, world):
        self.world = world
        self.minutes = self.off = self.near = 0
        world.listeners.append(self.hear)

    def hear(self, now_s, inputs, outputs):
        if now_s < BOOT_S + 86400:
            return
        for room, air_c in zip(self.world.controller.rooms, self.world.plant.air_c, strict=True):
            call = room.gate.call[room.head]
            if call is not None:
                far = abs(air_c - (HEAT_C if call == "heat" else COOL_C))
                self.minutes += 1
                self.off += far
                self.near += far <= BAND_C


def lived(personality: str, way, start_day: int, days: int) -> dict:
    """Figures of one run."""
    text = HOME.replace("PERSONALITY", personality).replace("FEEL", str(way is not None).lower())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "home.toml"
        path.write_text(text, "utf-8")
        home = home_file.load(path)
    world = World(home, load_weather("mixed"), start_day=start_day, days=days)
    if way is not None:
        for room, unit in zip(world.controller.rooms, world.units, strict=True):
            room.modulation = way(unit.traits)
    ear = Ear(world)
    figures = world.run().metrics
    return {
        "kwh": figures["kwh_electric"],
        "starts_per_day": figures["compressor_starts_per_day"] / 2,
        "error_k": round(ear.off / max(ear.minutes, 1), 2),
        "in_band": round(ear.near / max(ear.minutes, 1), 2),
        "discomfort_kh": figures["discomfort_kh"],
        "writes": figures["frames_total"],
    }


def rows(quick: bool) -> list[dict]:
    """A row for each season, thermostat and way."""
    found = []
    for season, start_day in SEASONS:
        for personality in QUICK if quick else PERSONALITIES:
            for name, way in WAYS:
                with err.status(f"{season}, {personality}, {name}"):
                    figures = lived(personality, way, start_day, QUICK_DAYS if quick else DAYS)
                known = {"season": season, "personality": personality, "way": name}
                found.append(known | figures)
    return found


def run(quick: bool = False, as_json: bool = False) -> int:
    found = rows(quick)
    if as_json:
        print_json({"days": QUICK_DAYS if quick else DAYS, "rows": found})
        return GOOD
    table = Table("season", "thermostat", "way", box=None)
    for title in ("kWh", "starts a day", "error, K", "in band", "discomfort, K h", "commands"):
        table.add_column(title, justify="right")
    for row in found:
        table.add_row(
            row["season"],
            row["personality"],
            row["way"],
            f"{row['kwh']:.1f}",
            f"{row['starts_per_day']:.1f}",
            f"{row['error_k']:.2f}",
            f"{row['in_band']:.0%}",
            f"{row['discomfort_kh']:.1f}",
            str(row["writes"]),
        )
    out.print(table)
    out.print("starts a day: of each of the two machines; commands: those that could be heard")
    return GOOD
