"""Values of a sensor on a wire or in the air, put right before the house hears them
(sensors/calibration.py). Loaded where a home has such a sensor."""

from splitstat.sensors.calibration import humidity_of_room, two_point


class Corrected:
    """Stands for a probe where the house stands.

    numbers: read, true, read, true of two points in cdeg, and how much warmer than its room the
    sensor is by its own heat."""

    def __init__(self, house, numbers):
        self.house = house
        self.points = numbers[:4]
        self.warmer_cdeg = numbers[4]

    def heard(self, room: int, sensor: int, cdeg, cpct=None):
        """As House.heard."""
        if cpct is not None:
            cpct = humidity_of_room(cpct, self.warmer_cdeg)
        self.house.heard(room, sensor, self._right(cdeg), cpct)

    def heard_outdoor(self, cdeg: int, rank: int):
        """As House.heard_outdoor."""
        self.house.heard_outdoor(self._right(cdeg), rank)

    def _right(self, cdeg):
        return None if cdeg is None else two_point(cdeg, *self.points) - self.warmer_cdeg
