"""A sensor on a wire or in the air whose values are put right before the house hears them
(sensors/calibration.py). Loaded where a home has one."""

from splitstat.sensors.calibration import humidity_of_room, two_point


class Corrected:
    """Stands where a probe stands, and for that probe where the house stands.

    numbers: read, true, read, true of two points in cdeg, and how much warmer than its room the
    sensor is by its own heat."""

    def __init__(self, probe, numbers):
        self.probe = probe
        self.points = numbers[:4]
        self.warmer_cdeg = numbers[4]
        self.house = None

    async def look(self, house):
        """As Probe.look."""
        self.house = house
        await self.probe.look(self)

    def heard(self, room: int, sensor: int, cdeg, cpct=None):
        """As House.heard."""
        if cpct is not None:
            cpct = humidity_of_room(cpct, self.warmer_cdeg)
        self.house.heard(room, sensor, self._right(cdeg), cpct)  # pyright: ignore  (it looked)

    def heard_outdoor(self, cdeg: int, rank: int):
        """As House.heard_outdoor."""
        self.house.heard_outdoor(self._right(cdeg), rank)  # pyright: ignore  (it looked)

    def _right(self, cdeg):
        return None if cdeg is None else two_point(cdeg, *self.points) - self.warmer_cdeg
