"""The fixed suite of `splitstat bench control`: one room, one machine, four weeks a cell.

20 m2 in a corner under the roof of a house of 1980-2000 (about 40 W/K) and a split
of 2.5 kW, in the cold climate of 4 kW. Occupied always, or from 6:30 to 8:30 and from 17 to
23 h. Comfort is operative: at least 20 degC in heating, at most 26 degC in cooling.
"""

from dataclasses import dataclass, replace

from host_sim.limit import trouble
from host_sim.plant.thermostats import PERSONALITIES

# Minutes of the day in which a room is used.
SPANS_MIN = {
    "always": ((0, 1440),),
    "scheduled": ((390, 510), (1020, 1380)),
    "night": ((0, 420), (1320, 1440)),
    "work": ((540, 1020),),
}
START_DAY = {"heat": 10, "cool": 190, "heat_cool": 114}
COMFORT_C = {"heat": 20.0, "cool": 26.0}
SETBACK_C = {"heat": 16.0, "cool": 30.0}
DAYS = 28
SETTLE_DAYS = 7  # lived before the score begins: what learns may learn
# Nominal cooling, W, chosen by the coldest hour of the year: highest speed carries the room there.
NOMINAL_COOL_W = {"cold": 3200.0, "mixed": 2000.0, "hot_humid": 2000.0}
DEW_C = 17.0  # comfort in cooling: no damper than this


@dataclass(frozen=True)
class Cell:
    """climate: of host_sim/weather; season: heat, cool or heat_cool; hours: always or scheduled;
    mass: light or heavy; min_ratio: lowest speed against nominal; personality: of
    plant/thermostats.py; troubled: all of trouble.py; dry: damp air is discomfort, too."""

    climate: str
    season: str
    hours: str
    mass: str
    min_ratio: float = 0.35
    personality: str = "proportional"
    days: int = DAYS
    settle_days: int = SETTLE_DAYS
    troubled: bool = False
    dry: bool = True

    @property
    def name(self) -> str:
        return f"{self.climate} {self.season} {self.hours} {self.mass}"

    @property
    def sound(self) -> "Cell":
        """The same with the usual thermostat in the unit, and nothing wrong."""
        return replace(self, personality="proportional", troubled=False)

    @property
    def classes(self) -> tuple:
        """What the machine is there for: heat, cool or both."""
        return ("heat", "cool") if self.season == "heat_cool" else (self.season,)

    @property
    def comfort_c(self) -> float:
        return COMFORT_C[self.classes[0]]

    def targets(self, target_c: float) -> dict:
        """class -> its target, where the first class has target_c; as far past comfort each."""
        if len(self.classes) == 1:
            return {self.season: target_c}
        return {"heat": target_c, "cool": COMFORT_C["cool"] - (target_c - COMFORT_C["heat"])}

    @property
    def start_day(self) -> int:
        return START_DAY[self.season] - self.settle_days

    def rooms(self) -> list[dict]:
        """ "name", "hours", keys of [room.building] and of [room.machine] of each."""
        keys = {"hours": self.hours, "building": self.room(), "machine": self.head()}
        return [{"name": "study", **keys}]

    def building(self) -> dict:
        """Keys of [building]: windows shut, so that every controller meets the same air."""
        keys = {"built": "1980_2000", "mass": self.mass, "airing_per_day": 0, "summer_airing": 0}
        return {**keys, "doors": "shut"}

    def room(self) -> dict:
        """Keys of [room.building]."""
        return {
            "area_m2": 20.0,
            "second_wall_m2": 8.0,
            "second_window_m2": 1.5,
            "roof_m2": 20.0,
            "people": 1.0,
            "appliances_w": 60.0,
            "standby_w": 20.0,
        }

    def machine(self) -> dict:
        """Keys of [outdoor_unit.machine]."""
        return {"min_ratio": self.min_ratio}

    def head(self) -> dict:
        """Keys of [room.machine]."""
        keys = {"nominal_cool_w": NOMINAL_COOL_W[self.climate], "personality": self.personality}
        if self.troubled:
            keys["nominal_cool_w"] *= trouble.CAPACITY
            keys["bias_k"] = trouble.UNIT_BIAS_K
        return keys


# Every cell is lived with the first; with the second, a machine that cannot go as low, where its
# room is light.
MIN_RATIOS = (0.35, 0.52)
OTHERS = tuple(word for word in PERSONALITIES if word != "proportional")
QUICK = {"days": 7, "settle_days": 3}


def spans(hours: str, lead_min: int = 0) -> list:
    """(from, to) minutes of the week in which comfort is asked for, lead_min earlier than people
    come."""
    if hours == "always":
        return [(0, 10080)]
    return [
        (day * 1440 + start - lead_min, day * 1440 + end)
        for day in range(7)
        for start, end in SPANS_MIN[hours]
    ]


def cells(quick: bool = False) -> list[Cell]:
    """quick: the coldest and the hottest, a week each."""
    if quick:
        chosen = (
            Cell("cold", "heat", "always", "light"),
            Cell("cold", "heat", "scheduled", "heavy"),
            Cell("hot_humid", "cool", "always", "light"),
        )
        return [replace(cell, **QUICK) for cell in chosen]
    return [
        Cell(climate, season, hours, mass, min_ratio)
        for climate in ("cold", "mixed", "hot_humid")
        for season in ("heat", "cool")
        for hours in ("always", "scheduled")
        for mass in ("light", "heavy")
        for min_ratio in (MIN_RATIOS if mass == "light" else MIN_RATIOS[:1])
    ]


def by_personality(quick: bool = False) -> list[Cell]:
    """Cells of the suite with the other thermostats that units have."""
    every = cells(quick)[:1] if quick else cells()
    return [
        replace(cell, personality=word)
        for cell in every
        if cell.mass == "light" and cell.min_ratio == MIN_RATIOS[0]
        for word in OTHERS
    ]


def robust(quick: bool = False) -> list[Cell]:
    """The cold scheduled cells with everything wrong at once."""
    return [
        replace(cell, troubled=True)
        for cell in cells(quick)
        if (cell.climate, cell.season, cell.hours) == ("cold", "heat", "scheduled")
        and cell.min_ratio == MIN_RATIOS[0]
    ]
