"""Units whose remotes toggle their power, one frame in five lost: the rooms are comfortable all
the same. The same month without what finds out (control/toggling.py) is the measure."""

import dataclasses

import pytest

from host_sim.plant.weather import load_weather
from host_sim.world import World
from splitstat.control.sender import Sender
from splitstat_cli.home_file import load
from test_handset_month import Losses, home_of

UNIT = "whirlpool_ac.dg11j191"
HOUR_S = 3600


class Apart:
    """How long each unit did the opposite of what it was told, in seconds, by its true power."""

    def __init__(self, world):
        self.heads = world.plant.heads
        self.since: list = [None] * len(self.heads)
        self.lasted: list = []

    def __call__(self, now_s, inputs, outputs):
        for i, room in enumerate(outputs.rooms):
            command = self.heads[i].command
            runs = command is not None and command.mode != "off"
            if runs == (room.command is not None and room.command.mode != "off"):
                if self.since[i] is not None:
                    self.lasted.append(now_s - self.since[i])
                self.since[i] = None
            elif self.since[i] is None:
                self.since[i] = now_s


def lived(folder, place, start_day, days, finds_out=True):
    """(discomfort in K h, how long the units were apart)."""
    home_of(folder)
    path = folder / "three.toml"
    path.write_text(path.read_text().replace("gree.yaw1f", UNIT))
    home = load(path)
    home = dataclasses.replace(home, building={**home.building, "handset_per_day": 0})
    world = World(home, load_weather(place), start_day, days, 3, Losses)
    if not finds_out:
        for room, config, channel in zip(
            world.controller.rooms, home.compiled["rooms"], world.channels, strict=True
        ):
            room.sender = Sender(config, channel.unit.traits)
    apart = Apart(world)
    world.listeners.append(apart)
    return world.run().metrics["discomfort_kh"], apart.lasted


def check(folder, place, start_day, times):
    blind_kh, _ = lived(folder, place, start_day, 30, finds_out=False)
    found_kh, lasted = lived(folder, place, start_day, 30)
    assert found_kh < blind_kh / times, (found_kh, blind_kh)
    return lasted


def test_a_cold_winter(tmp_path):
    """Most are put right within the hour, a wrong guess in 25 min."""
    lasted = check(tmp_path, "cold", 10, 10)
    assert sum(each <= HOUR_S for each in lasted) > len(lasted) / 2, sorted(lasted)


@pytest.mark.slow
@pytest.mark.parametrize(("place", "start_day", "times"), [("mixed", 10, 2), ("mixed", 190, 10)])
def test_another_month(place, start_day, times, tmp_path):
    check(tmp_path, place, start_day, times)
