"""People: when they are where, what warmth and moisture they bring, the windows and doors they
open, and the original handset that somebody presses now and then. All from one seeded
random.Random, the same for every controller that is tried.
"""

from random import Random

import numpy as np

from host_sim.plant.building import USE
from splitstat.control.types import UnitCommand

# A seated person of 1.2 met: 126 W, of it 75 W sensible and the rest as 75 g/h of water (EN ISO
# 7730, EN 16798-1); asleep 0.8 met.
SENSIBLE_W = 75.0
WATER_KG_S = 0.075 / 3600.0
ASLEEP = 0.67
CONVECTIVE = 0.5  # EN ISO 13790: gains of people and appliances go half to the air
AIRING_S = 600.0
WARM_C = 26.0
AUTO = "heat_cool"  # the unit's own automatic


def week_of(use):
    """Intervals [from, to) in minutes of the week (Monday 0:00 = 0) in which rooms of this use are
    used."""
    workday, weekend = USE[use][3:5]
    result = []
    for day in range(7):
        for start, end in workday if day < 5 else weekend:
            result.append((int(day * 1440 + start * 60), int(day * 1440 + end * 60)))
    return result


class Occupants:
    """People of the whole home.

    rooms: list of building.room_of; weeks: per room intervals in minutes of the week, or None for
    those of its use; heads: how many units there are. After `day`: .presence[i],
    .moisture[i] (kg/s) lists over the day's blocks.
    """

    def __init__(self, rooms, weeks, heads, home, seed, block_s):
        self.rooms = rooms
        self.home = home
        self.heads = heads
        self.block_s = block_s
        self.blocks = 86400 // block_s
        self.random = Random(seed)
        self.used = []
        for values, week in zip(rooms, weeks, strict=True):
            mask = np.zeros(10080, dtype=bool)
            for start, end in week if week is not None else week_of(values["use"]):
                mask[int(start) : int(end)] = True
            self.used.append(mask)
        self.airing = [[] for _ in rooms]  # (first block, block after the last) of the day
        self.presses = []  # (second of the day, head index, UnitCommand), in order
        self.warm_open = [False] * len(rooms)

    def day(self, day, weekday0, shift_min):
        """Draw a day. weekday0: day of the week of day 0 (Monday 0); shift_min: people's clock
        ahead of the weather's standard time. Returns gains per room: (convective W, radiant W)
        arrays."""
        minutes = (np.arange(self.blocks) * self.block_s // 60 + shift_min) + (
            day + weekday0
        ) * 1440
        minutes %= 10080
        of_day = minutes % 1440
        asleep = np.where((of_day < 360) | (of_day >= 1380), ASLEEP, 1.0)
        gains, self.presence, self.moisture = [], [], []
        self.presses = []
        for i, values in enumerate(self.rooms):
            here = self.used[i][minutes]
            people = here * asleep * values["people"]
            machines = values["standby_w"] + here * values["appliances_w"] * (asleep == 1.0)
            half = CONVECTIVE * (people * SENSIBLE_W + machines)
            gains.append((half, half))
            water = people * WATER_KG_S
            activity = USE[values["use"]][5]
            if activity and here.any():
                water = water + here * (activity / (here.sum() * self.block_s))
            self.presence.append(here.astype(int).tolist())
            self.moisture.append(water.tolist())
            self.airing[i] = self._airing(here & (asleep == 1.0))
        self._handset(of_day)
        return gains

    def _airing(self, here):
        """Windows opened for ten minutes at random times while somebody is there and awake."""
        rate = self.home["airing_per_day"]
        spans = []
        at = np.flatnonzero(here)
        times = int(rate) + (self.random.random() < rate % 1.0)
        for _ in range(times if len(at) else 0):
            start = int(at[self.random.randrange(len(at))])
            spans.append((start, start + int(AIRING_S // self.block_s)))
        return spans

    def _handset(self, of_day):
        """Presses of the day: mostly a new setpoint, sometimes off, automatic or the other mode;
        awake hours only."""
        rate = self.home["handset_per_day"]
        for index in range(self.heads):
            times = int(rate) + (self.random.random() < rate % 1.0)
            for _ in range(times):
                second = self.random.randrange(86400)
                if 420 <= of_day[second // self.block_s] < 1380:
                    self.presses.append((second, index, self._press()))
        self.presses.sort(key=lambda press: (press[0], press[1]))

    def _press(self):
        draw = self.random.random()
        degrees = 100 * self.random.randint(18, 26)
        fan = self.random.choice(("auto", "low", "high"))
        if draw < 0.25:
            return UnitCommand("off", degrees, fan, None, False)
        mode = "heat" if draw < 0.6 else "cool" if draw < 0.9 else "dry" if draw < 0.95 else AUTO
        return UnitCommand(mode, degrees, fan, None, False)

    def window(self, i, j, room_c, outdoor_c, unit_on):
        """1 while people keep the window of room i open."""
        for first, last in self.airing[i]:
            if first <= j < last:
                return 1
        if self.home["summer_airing"] and self.presence[i][j]:
            if self.warm_open[i]:
                self.warm_open[i] = room_c > 22.5 and outdoor_c < room_c - 0.5 and not unit_on
            else:
                self.warm_open[i] = room_c > WARM_C and outdoor_c < room_c - 2.0 and not unit_on
            return int(self.warm_open[i])
        return 0

    def door(self, a, b, j):
        """1 while the door between rooms a and b stands open: by day, unless someone works or
        sleeps behind it."""
        if self.home["doors"] != "people":
            return int(self.home["doors"] == "open")
        for i in (a, b):
            if self.rooms[i]["use"] == "bath":
                return 0
            if self.rooms[i]["use"] in ("bedroom", "office") and self.presence[i][j]:
                return 0
        return 1
