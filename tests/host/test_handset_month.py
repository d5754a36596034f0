"""People use the handset five times a day, one frame in five is lost: the units do what is wanted,
and a choice made at the unit stands. Three single splits, infra-red, without toggles."""

import dataclasses

import pytest

from handset_audit import STRONGER, Audit, rank_s
from host_sim.plant.weather import load_weather
from host_sim.world import World
from splitstat import units
from splitstat.control.types import UnitCommand
from splitstat_cli.home_file import load

UNIT = "gree.yaw1f"
ROOMS = ("bedroom", "office", "living")
USES = ("bedroom", "office", "living")
REFRESH_S = 3 * 3600
HOUR_S = 3600


class Losses:
    """What of a scenario a World looks at: one frame in five is lost, for ever."""

    faults = {(room, "ir"): [(0, 10**9, "loss", 0.2)] for room in ROOMS}


def home_of(folder):
    text = 'name = "three"\ntimezone = "Europe/Berlin"\n[building]\nbuilt = "1980_2000"\n'
    for room in ROOMS:
        text += f'[[outdoor_unit]]\nname = "of_{room}"\n'
    for n, room in enumerate(ROOMS):
        text += (
            f'[[room]]\nname = "{room}"\noutdoor_unit = "of_{room}"\nunit = "{UNIT}"\n'
            f"pin = {(25, 26, 32)[n]}\nheat = 20.0\ncool = 25.0\n"
            f'occupied = ["daily 07:00-23:00"]\n'
            f'[room.building]\nuse = "{USES[n]}"\narea_m2 = 16\n'
        )
    path = folder / "three.toml"
    path.write_text(text)
    home = load(path)
    return dataclasses.replace(home, building={**home.building, "handset_per_day": 5})


def lived(folder, place, start_day, days, seed):
    world = World(home_of(folder), load_weather(place), start_day, days, seed, Losses)
    audit = Audit(world)
    world.listeners.append(audit)
    world.run()
    return audit


def check(audits, days):
    for audit in audits:
        assert audit.seen > 2 * 3 * days
        assert min(audit.repeats_s) >= HOUR_S
        assert [each for each in audit.overridden if each[4][0] not in STRONGER] == []
    assert rank_s(audits, 0.99) <= REFRESH_S


def test_drying_has_one_fan_speed():
    unit = units.load(UNIT)
    heard = [
        unit.encode(UnitCommand("dry", 2400, fan, None, False), None) for fan in unit.traits.fans
    ]
    assert len(heard) > 2 and heard.count(heard[0]) == len(heard)


@pytest.mark.parametrize("seed", [3, 4])
def test_ten_days_of_spring(tmp_path, seed):
    check([lived(tmp_path, "mixed", 100, 10, seed)], 10)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize(("place", "start_day"), [("mixed", 10), ("cold", 10), ("mixed", 100)])
def test_a_month(tmp_path, place, start_day, seed):
    check([lived(tmp_path, place, start_day, 30, seed)], 30)
