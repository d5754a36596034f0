"""A compiled home of one room, for tests of the application; house.House with it."""

from splitstat.app.house import House as _House
from splitstat.control.types import Traits

House = _House

_OUTDOOR = {
    "name": "balcony", "season": "auto", "changeover": "auto", "cool_above_cdeg": 1600,
    "heat_below_cdeg": 1800, "min_on_s": 1200, "min_off_s": 600, "reversal_s": 3600,
    "latch_s": 300, "hold_s": 3600, "max_wait_s": 10800, "person_reversal_s": 300,
    "spacing_s": 30, "starts_per_h": 2, "reversals_per_day": 2, "peers": [],
}  # fmt: skip
_ROOM = {
    "name": "bedroom", "outdoor_unit": 0, "unit": "gree.yaw1f", "board": "main", "pin": 25,
    "bus": None, "address": None, "mode": "heat_cool", "heat_cdeg": 2000, "cool_cdeg": 2600,
    "setback_mode": None, "setback_heat_cdeg": 1700, "setback_cool_cdeg": 2800,
    "deadband_cdeg": 300, "differential_cdeg": 60, "priority": 1, "sleep": [], "hold_min": 0,
    "fuse": "mean", "window": 0, "window_pin": None, "presence": 0, "presence_pin": None,
    "supply_pin": None, "frost_off": 0, "frames_per_h": 6, "frames_per_h_sleep": 2,
    "dry_above_cpct": None, "refresh_s": 10800,
}  # fmt: skip


class Home:
    """Calling it gives a new compiled home."""

    traits = [
        Traits(
            ("off", "heat", "cool", "dry", "fan_only"), (1600, 3000), (1600, 3000), 100,
            ("auto", "low", "high"), ("highest", "lowest"), None, (), False, 100,
        )
    ]  # fmt: skip

    def __call__(self):
        room = dict(_ROOM)
        room["blocks"] = [[None, 2000, 2600, 1, 480], [None, 1700, 2800, 0, 1320]]
        room["fallback"] = [["unit", 0]]
        room["sensors"] = [
            {"kind": "push", "weight": 1, "offset_cdeg": 0, "when": "always", "stale_s": 900}
        ]
        return {
            "version": 1, "name": "flat", "tz": [60], "outdoor_units": [dict(_OUTDOOR)],
            "rooms": [room], "outdoor": {"kind": "push", "offset_cdeg": 0},
        }  # fmt: skip


home = Home()


def set_clock(house, utc_min):
    """It is the beginning of this minute."""
    house.minute = utc_min
    house.minute_s = house.now_s
