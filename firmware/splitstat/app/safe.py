"""When the home file is lost: the room is kept from freezing, and nothing else is done.

Law: at most 16 degC in heat, never cooling; of a whole-home system frost duty alone
(safe_plant.py). What that takes (unit, wire, season, frost guard) is kept in NVS with a sum
whenever a good home file is loaded. Without that either, the units are left on their own
thermostats.
"""

from binascii import crc32

from splitstat.app.packed import pack
from splitstat.hardware.nvs import get, put


def keep(nvs, home: dict):
    """Writes what safe_home.py needs, where it is not what is there. Raises OSError."""
    rooms = []
    for room in home["rooms"]:
        season = home["outdoor_units"][room["outdoor_unit"]]["season"]
        rooms.append([room["name"], room["unit"], room["board"], room["pin"], room["bus"],
                      room["address"], season, room["frost_off"], room.get("line"),
                      room.get("blaster")])  # fmt: skip
    _put(nvs, "safe", rooms)
    plant = None
    if "whole_home" in home:
        from splitstat.app.safe_plant import kept

        plant = kept(home["whole_home"])
    if plant or get(nvs, "safe_plant"):
        _put(nvs, "safe_plant", plant)


def _put(nvs, key, value):
    out = bytearray()
    pack(value, out)
    out.extend(crc32(out).to_bytes(4, "big"))
    if get(nvs, key) != bytes(out):
        put(nvs, key, out)
