"""The home of the safe profile, from what safe.py keeps. Loaded when the home file is lost."""

from binascii import crc32

from splitstat.app.unpacked import unpack
from splitstat.hardware.nvs import get

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_HEAT_CDEG = const(1600)


def safe_home(nvs):
    """A compiled home that only guards, or None where nothing is known. A unit that was only ever
    to cool is left out."""
    rooms = []
    for each in _kept(nvs, "safe") or ():
        name, unit, board, pin, bus, address, season, frost_off = each[:8]
        line, blaster = each[8:] or (None, None)  # older firmware kept neither
        if season == "cool_only":
            continue
        rooms.append(
            {
                "name": name,
                "unit": unit,
                "board": board,
                "pin": pin,
                "bus": bus,
                "address": address,
                "line": line or (9600, None),
                "blaster": blaster,
                "outdoor_unit": 0,
                "mode": "heat",
                "heat_cdeg": _HEAT_CDEG,
                "cool_cdeg": 3000,
                "setback_mode": None,
                "setback_heat_cdeg": _HEAT_CDEG,
                "setback_cool_cdeg": 3000,
                "deadband_cdeg": 300,
                "differential_cdeg": 60,
                "priority": 1,
                "blocks": [],
                "sleep": [],
                "hold_min": 0,
                "sensors": [{"kind": "push", "weight": 1, "offset_cdeg": 0, "when": "always",
                             "stale_s": 900}],
                "fuse": "mean",
                "fallback": [["unit", 0]],
                "window": 0,
                "window_pin": None,
                "presence": 0,
                "presence_pin": None,
                "supply_pin": None,
                "frost_off": frost_off,
                "frames_per_h": 6,
                "frames_per_h_sleep": 2,
                "dry_above_cpct": None,
                "refresh_s": 10800,
            }
        )  # fmt: skip
    if not rooms:
        return None
    outdoor_unit = {
        "name": "safe",
        "season": "heat_only",
        "changeover": "manual",
        "cool_above_cdeg": 1600,
        "heat_below_cdeg": 1800,
        "min_on_s": 1200,
        "min_off_s": 600,
        "reversal_s": 3600,
        "latch_s": 300,
        "hold_s": 3600,
        "max_wait_s": 10800,
        "person_reversal_s": 300,
        "spacing_s": 30,
        "starts_per_h": 2,
        "reversals_per_day": 0,
        "peers": [],
    }
    home = {
        "version": 1,
        "name": "safe",
        "tz": [0],
        "outdoor_units": [outdoor_unit],
        "rooms": rooms,
        "outdoor": None,
    }
    plant = _kept(nvs, "safe_plant")
    if plant:
        from splitstat.app.safe_plant import config

        home["whole_home"] = config(plant)
    return home


def _kept(nvs, key):
    """What safe.py put there, or None: nothing, or broken."""
    data = get(nvs, key)
    if data is None or len(data) < 5 or crc32(data[:-4]) != int.from_bytes(data[-4:], "big"):
        return None
    value: list = unpack(data[:-4])  # pyright: ignore
    return value
