"""The suite's homes: three rooms on one outdoor unit, each used at its own hours.

A living room to the south, a bedroom to the north, an office to the west, heads of 2.5, 2 and
2 kW. The rooms share the outdoor unit and no wall, so that what one of them does reaches another
through the refrigerant alone. In a cold winter; and in a spring whose days want heat in the
morning and cooling in the afternoon, judged by warmth alone.
"""

from dataclasses import dataclass, replace

from host_sim.limit.suite import QUICK, Cell

ROOMS = (
    ("living", "scheduled", 2500.0, {"area_m2": 24.0, "window_m2": 6.0, "window_facing": "south"}),
    ("bedroom", "night", 2000.0, {"area_m2": 14.0, "window_m2": 2.0, "window_facing": "north"}),
    ("office", "work", 2000.0, {"area_m2": 12.0, "window_m2": 3.0, "window_facing": "west"}),
)


@dataclass(frozen=True)
class Home(Cell):
    """hours and mass are those of Cell; hours of a room are its own."""

    @property
    def name(self) -> str:
        return f"{self.climate} {self.season} three rooms"

    def rooms(self) -> list[dict]:
        return [
            {
                "name": name,
                "hours": hours,
                "building": {"people": 1.0, "appliances_w": 60.0, "standby_w": 20.0, **keys},
                "machine": {"nominal_cool_w": nominal_w, "personality": self.personality},
            }
            for name, hours, nominal_w, keys in ROOMS
        ]


def homes(quick: bool = False) -> list[Home]:
    found = [
        Home("cold", "heat", "scheduled", "light"),
        Home("mixed", "heat_cool", "scheduled", "light", dry=False),
    ]
    return [replace(home, **QUICK) for home in found[:1]] if quick else found
