"""Every way in which a sensor fails, in winter at -10 degC outdoors: the room stays between 5 and
28 degC for 14 days, and the fault has a name within 5 min of the time at which a value is too old.

Faults of chip and wire go through the chip's registers and the firmware's own driver.
"""

import pytest

from host_sim.channel.faults import Fault
from host_sim.world import BOOT_S, World
from splitstat_cli import home_file
from still_weather import still_weather

DAYS = 14
FROM_H = 24
LOW_C, HIGH_C = 5.0, 28.0
STALE_S = 900
NAMED_S = STALE_S + 300
HOME = """
timezone = "Europe/Berlin"
[building]
built = "1980_2000"
airing_per_day = 1.0
[[outdoor_unit]]
name = "outside"
[[room]]
name = "bedroom"
unit = "gree.yaw1f"
heat = 20.0
cool = 26.0
pin = 25
outdoor_unit = "outside"
{fallback}
{hours}
[[room.sensor]]
kind = "{kind}"
{pin}
"""
OFFICE = """
[[room]]
name = "office"
unit = "gree.yaw1f"
outdoor_unit = "outside"
pin = 26
[[room.sensor]]
kind = "push"
"""
# name -> (kind of sensor, kind of fault, its value)
FAULTS = {
    "silent": ("sht4x", "silent", None),
    "nan": ("push", "nan", None),
    "held_low": ("sht4x", "held_low", None),
    "held_low_1wire": ("ds18b20", "held_low", None),
    "crc": ("sht4x", "crc", None),
    "garbage": ("ds18b20", "garbage", None),
    "power_on_85": ("ds18b20", "stuck", 85.0),
    "marker_-127": ("ds18b20", "stuck", -127.0),
    "stuck_85": ("sht4x", "stuck", 85.0),
    "stuck_0": ("sht4x", "stuck", 0.0),
    "stuck_30": ("sht4x", "stuck", 30.0),
    "spikes": ("sht4x", "spikes", 0.05),
    "many_spikes": ("sht4x", "spikes", 0.5),
    "frozen": ("sht4x", "frozen", None),
}
# Those whose values stop coming or are out of range. One that stands still is named after hours,
# and a spike that is outlived is no fault.
NAMED = {
    "silent",
    "nan",
    "held_low",
    "held_low_1wire",
    "crc",
    "garbage",
    "power_on_85",
    "marker_-127",
    "stuck_85",
}
FALLBACKS = {"none": "", "unit": 'fallback = ["unit"]', "room": 'fallback = ["office"]'}


def lived(name, tmp_path, fallback="none", days=DAYS, seed=1, hours="", from_h=FROM_H):
    """(coldest, hottest) after the fault began, and seconds from then to its name or None."""
    kind, fault, value = FAULTS[name]
    path = tmp_path / "house.toml"
    pin = "pin = 4" if kind in ("ds18b20", "dht22") else ""
    text = HOME.format(kind=kind, pin=pin, fallback=FALLBACKS[fallback], hours=hours)
    path.write_text(text + (OFFICE if fallback == "room" else ""))
    home = home_file.load(path)
    weather = still_weather(dry_c=-10.0, dew_c=-13.0, wind_ms=3.0)
    begins_s = BOOT_S + from_h * 3600
    world = World(home, weather, days=days, seed=seed)
    faults = (Fault(begins_s, begins_s + 366 * 86400, fault, value),)
    fresh = world.sensors[0][0]
    world.sensors[0][0] = type(fresh)(seed * 1000, faults=faults, kind=kind)
    seen: list = [99.0, -99.0, None]

    def look(now_s, inputs, outputs):
        if now_s < begins_s:
            return
        air_c = world.plant.air_c[0]
        seen[0] = min(seen[0], air_c)
        seen[1] = max(seen[1], air_c)
        if seen[2] is None and outputs.rooms[0].faults:
            seen[2] = now_s - begins_s

    world.listeners.append(look)
    world.run()
    return seen


def judge(name, seen):
    coldest, hottest, named_s = seen
    assert LOW_C <= coldest and hottest <= HIGH_C, (coldest, hottest)
    if name in NAMED:
        assert named_s is not None and named_s <= NAMED_S, named_s


@pytest.mark.parametrize("name", FAULTS)
def test_a_room_whose_sensor_fails_neither_freezes_nor_boils(name, tmp_path):
    judge(name, lived(name, tmp_path))


@pytest.mark.parametrize("from_h", [24, 30, 36, 42, 47])
def test_a_sensor_that_freezes_at_any_hour_of_a_day_with_setback(from_h, tmp_path):
    hours = 'occupied = ["daily 06:00-22:00"]\nsetback_heat = 16.0'
    coldest, hottest, named_s = lived("frozen", tmp_path, hours=hours, from_h=from_h)
    assert LOW_C <= coldest and hottest <= HIGH_C
    assert named_s is not None and named_s <= 4 * 3600


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 8))
@pytest.mark.parametrize("fallback", FALLBACKS)
@pytest.mark.parametrize("name", FAULTS)
def test_whatever_the_seed_and_the_fallback(name, fallback, seed, tmp_path):
    judge(name, lived(name, tmp_path, fallback, seed=seed))
