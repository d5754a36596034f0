"""A cell of the benchmark's suite as a home file, for each wire that leads to a unit."""

from pathlib import Path
from tempfile import TemporaryDirectory

from host_sim.limit.suite import HOURS
from splitstat_cli.home_file import Home, load

HOME = """
name = "cell"
timezone = "UTC"
[building]
{building}
[[outdoor_unit]]
name = "outdoors"
[outdoor_unit.machine]
{machine}
[[room]]
name = "study"
outdoor_unit = "outdoors"
unit = "{unit}"
{line}
mode = "{season}"
heat = {heat}
cool = {cool}
setback_heat = 16.0
setback_cool = 30.0
occupied = {hours}
{more}
[[room.sensor]]
kind = "push"
[room.machine]
{head}
[room.building]
{room}
"""
# path: (unit, its line, further keys of the room)
PATHS = {
    "ir": ("gree.yaw1f", "pin = 25", ""),
    "ir half degrees": ("mitsubishi_ac", "pin = 25", ""),
    "ir follow-me": ("gree.yaw1f", "pin = 25", "feel = true"),
    "modbus": ("onokom.gr_1", 'port = "rs485"\naddress = 1', ""),
    "modbus shaped": ("intesis.daikin", 'port = "rs485"\naddress = 1', "feel = true"),
}


def _keys(table: dict) -> str:
    return "\n".join(f"{key} = {value!r}".replace("'", '"') for key, value in table.items())


def home_of(cell, path: str, target_c: float, lead_min: int = 0, more: str = "") -> Home:
    """path: a key of PATHS; lead_min: how much earlier than people comfort is asked for; more:
    further keys of the room."""
    unit, line, further = PATHS[path]
    heats = cell.season == "heat"
    text = HOME.format(
        building=_keys(cell.building()),
        machine=_keys(cell.machine()),
        unit=unit,
        line=line,
        season=cell.season,
        heat=round(target_c, 2) if heats else 16.0,
        cool=30.0 if heats else round(target_c, 2),
        hours=list(_hours(cell, lead_min)),
        more="\n".join((further, more)),
        head=_keys(cell.head()),
        room=_keys(cell.room()),
    ).replace("'", '"')
    with TemporaryDirectory() as folder:
        file = Path(folder) / "home.toml"
        file.write_text(text, "utf-8")
        return load(file)


def _hours(cell, lead_min):
    for text in HOURS[cell.hours]:
        day, hours = text.split()
        start, end = hours.split("-")
        begin = int(start[:2]) * 60 + int(start[3:]) - (lead_min if cell.hours != "always" else 0)
        yield f"{day} {begin // 60:02}:{begin % 60:02}-{end}"
