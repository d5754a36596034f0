"""The accounts of a whole-home system: this month's in memory, the months before in a file.

Written once an hour and when a month ends (plant_energy_file.py, loaded for it): a power cut takes
an hour's figures at most. While nobody knows the date, all counts for the month that is open.
"""

from splitstat.control.energy import Energy
from splitstat.control.wall_clock import days_before, month_days

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_EVERY_S = const(3600)
_METER_S = const(300)  # what a meter said counts so long


def month_of(minute: int) -> int:
    """Months since January 2000 of a local minute since then."""
    day = minute // 1440
    year = 2000 + day * 4 // 1461
    while days_before(year + 1) <= day:
        year += 1
    day -= days_before(year)
    month = 1
    while month_days(year, month) <= day:
        month += 1
    return (year - 2000) * 12 + month - 1


class Accounts:
    """energy: Energy of the open month, whose number is month (None: not known yet). path: of the
    file, or None."""

    def __init__(self, config: dict, path):
        self.energy = Energy(config)
        self.path = path
        self.month = None
        self.power_w = None
        self.power_s = self.at_s = 0
        if path:
            from splitstat.app.plant_energy_file import load

            load(self)

    def metered(self, now_s: int, power_w: int):
        """A meter spoke just now."""
        self.power_w = power_w
        self.power_s = now_s

    def step(self, plant):
        """After each step of the plant."""
        house = plant.house
        now_s = house.now_s
        if now_s - self.power_s > _METER_S:
            self.power_w = None
        head = plant.head
        status = None if head is None else head.status
        running = None
        if status is not None and status.action is not None:
            running = status.action not in ("idle", "off")
        self.energy.step(
            now_s,
            plant.control.command,
            self.power_w,
            running,
            status is not None and status.defrost,
            house.inputs.outdoor_cdeg,
            plant.inputs.prices,
        )

    def due(self, house) -> bool:
        """Whether it is time to write()."""
        return house.now_s - self.at_s >= _EVERY_S or self._now(house) != self.month

    def _now(self, house):
        if house.utc_min is None:
            return self.month
        return month_of(house.utc_min + house.controller.clock.offset_min)

    def write(self, house):
        """Closes a month that has ended. Raises OSError; the caller holds the lock of flash
        writes."""
        from splitstat.app.plant_energy_file import write

        self.at_s = house.now_s
        write(self, self._now(house))
