"""A cell of the benchmark's suite as a home file, for each wire that leads to a unit."""

from pathlib import Path
from tempfile import TemporaryDirectory

from host_sim.limit.suite import SPANS_MIN
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
"""
ROOM = """
[[room]]
name = "{name}"
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
    "ir": ("gree.yaw1f", "pin = {pin}", ""),
    "ir half degrees": ("mitsubishi_ac", "pin = {pin}", ""),
    "ir follow-me": ("gree.yaw1f", "pin = {pin}", "feel = true"),
    "modbus": ("onokom.gr_1", 'port = "rs485"\naddress = {address}', ""),
    "modbus shaped": ("intesis.daikin", 'port = "rs485"\naddress = {address}', "feel = true"),
}
PINS = (25, 26, 27)  # one lamp a room
IDLE_C = {"heat": 16.0, "cool": 30.0}  # of a class that is not wanted


def _keys(table: dict) -> str:
    return "\n".join(f"{key} = {value!r}".replace("'", '"') for key, value in table.items())


def home_of(cell, path: str, target_c: float, lead_min: int = 0, more: str = "") -> Home:
    """path: a key of PATHS; lead_min: how much earlier than people comfort is asked for; more:
    further keys of each room."""
    unit, line, further = PATHS[path]
    targets = {**IDLE_C, **cell.targets(target_c)}
    text = HOME.format(building=_keys(cell.building()), machine=_keys(cell.machine()))
    for n, room in enumerate(cell.rooms()):
        text += ROOM.format(
            name=room["name"],
            unit=unit,
            line=line.format(pin=PINS[n], address=n + 1),
            season=cell.season,
            heat=round(targets["heat"], 2),
            cool=round(targets["cool"], 2),
            hours=_words(room["hours"], lead_min),
            more="\n".join((further, more)),
            head=_keys(room["machine"]),
            room=_keys(room["building"]),
        )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "home.toml"
        file.write_text(text, "utf-8")
        return load(file)


def _words(hours: str, lead_min: int) -> str:
    """As a home file has them."""
    found = []
    for start, end in SPANS_MIN[hours]:
        begin = max(start - lead_min, 0)
        found.append(f'"daily {begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}"')
    return f"[{', '.join(found)}]"
