"""`splitstat bench wires`: a room over infra-red against the same room over Modbus.

The home host_sim/homes/three_rooms.toml: three rooms with a machine each, one over infra-red, of
whose frames one in ten is lost, and two over Modbus. It lives three times, with the infra-red in
another room each time, for each thermostat of host_sim/plant/thermostats.py, in a winter month and
a summer month; so rooms, machines, weather and people are the same for every wire. The Modbus
rooms are driven as where a home file says nothing: the setpoint follows the return air
(control/follow.py); then by a setpoint that does not, and told their temperature (control/feed.py,
`feel`).

Discomfort counts while people are there, outside of a kelvin about the setpoints, in K h
(host_sim/metrics.py); starts are those of the room's compressor. Both are of one room, in 28 days.
"""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from rich.table import Table

import host_sim
from host_sim.channel.ir_channel import IrChannel
from host_sim.plant.thermostats import PERSONALITIES
from host_sim.plant.weather import load_weather
from host_sim.world import World
from splitstat_cli import home_file
from splitstat_cli.terminal import GOOD, err, out, print_json

HOME = Path(host_sim.__file__).parent / "homes" / "three_rooms.toml"
SEASONS = (("winter", 10), ("summer", 190))
DAYS = 28
QUICK_DAYS = 5
LOSS = 0.1
INFRARED = "gree.yaw1f"
# way: (unit of the Modbus rooms, what their compiled rooms say)
WAYS = {
    "modbus": ("onokom.gr_1", {"feel": 2, "frames_per_h": 30, "frames_per_h_sleep": 30}),
    "modbus, setpoint": ("onokom.gr_1", {}),
    "modbus, feel": ("intesis.daikin", {"feel": 1}),
}


def wired(home, lamp: int, unit: str, says: dict, personality: str):
    """The home with its infra-red in room `lamp` and the same thermostat in all machines."""
    compiled = deepcopy(home.compiled)
    spaces = deepcopy(home.spaces)
    for i, room in enumerate(compiled["rooms"]):
        room["unit"] = INFRARED if i == lamp else unit
        room["address"] = None if i == lamp else i + 1
        room |= {"feel": 0, "frames_per_h": 6, "frames_per_h_sleep": 2}
        if i != lamp:
            room |= says
        spaces[i]["unit"]["personality"] = personality
    return replace(home, compiled=compiled, spaces=spaces)


def lived(home, start_day: int, days: int) -> list[tuple]:
    """(wire, discomfort in K h, compressor starts) of each room."""
    world = World(home, load_weather("mixed"), start_day=start_day, days=days)
    for channel in world.channels:
        if isinstance(channel, IrChannel):
            channel.loss = LOSS
    rooms = world.run().rooms
    return [
        (unit.kind, room["discomfort_kh"], machine.starts)
        for unit, room, machine in zip(world.units, rooms, world.plant.outdoor_units, strict=True)
    ]


def rows(days: int = DAYS, personalities=tuple(PERSONALITIES), ways=WAYS) -> list[dict]:
    """A row for each season, thermostat and way, with the means of a room over either wire."""
    home = home_file.load(HOME)
    found = []
    for season, start_day in SEASONS:
        for personality in personalities:
            for way, (unit, says) in ways.items():
                with err.status(f"{season}, {personality}, {way}"):
                    lives: dict = {"ir": [], "modbus": []}
                    for lamp in range(len(home.compiled["rooms"])):
                        told = wired(home, lamp, unit, says, personality)
                        for wire, *figures in lived(told, start_day, days):
                            lives[wire].append(figures)
                row = {"season": season, "personality": personality, "way": way}
                for wire, each in lives.items():
                    scale = DAYS / days / len(each)
                    row[f"discomfort_kh_{wire}"] = round(scale * sum(one[0] for one in each), 2)
                    row[f"starts_{wire}"] = round(scale * sum(one[1] for one in each), 1)
                found.append(row)
    return found


def means(found: list[dict]) -> list[dict]:
    """A row for each season and way, over all thermostats."""
    summary = []
    for season, _ in SEASONS:
        for way in WAYS:
            same = [row for row in found if (row["season"], row["way"]) == (season, way)]
            row: dict = {"season": season, "personality": "mean", "way": way}
            for key in same[0]:
                if key not in row:
                    row[key] = round(sum(one[key] for one in same) / len(same), 2)
            summary.append(row)
    return summary


def run(quick: bool = False, as_json: bool = False) -> int:
    found = rows(QUICK_DAYS if quick else DAYS)
    found += means(found)
    if as_json:
        print_json({"days": QUICK_DAYS if quick else DAYS, "rows": found})
        return GOOD
    table = Table("season", "thermostat", "Modbus rooms", box=None)
    for title in ("discomfort IR", "Modbus", "starts IR", "Modbus"):
        table.add_column(title, justify="right")
    for row in found:
        table.add_row(
            row["season"],
            row["personality"],
            row["way"],
            f"{row['discomfort_kh_ir']:.1f}",
            f"{row['discomfort_kh_modbus']:.1f}",
            f"{row['starts_ir']:.0f}",
            f"{row['starts_modbus']:.0f}",
        )
    out.print(table)
    return GOOD
