"""A reading as the board makes it: the chip's registers, the wire and the firmware's own driver.

What is wrong with the chip or the wire goes in as bytes, so that the driver's decode() has its
say: a DS18B20's 85 degC and a broken sum end there, an SHT4x that truly says 85 degC does not.
"""

from importlib import import_module

from host_sim.virtual_board.chips import I2C, KINDS, chip
from host_sim.virtual_board.chips.air import Air

TRIES = 3  # as the board does


class OneChip:
    """An I2C bus with nothing else on it."""

    def __init__(self, device):
        self.device = device

    def write(self, address, data):
        self.device.write(data)

    def read(self, address, n):
        return self.device.read(n)


class ChipReading:
    """kind: of splitstat.sensors; has_chip(kind) says whether there are registers to read."""

    def __init__(self, kind: str, seed: int):
        self.air = Air()
        self.faults: dict = {}
        self.driver = import_module(f"splitstat.sensors.{kind}")
        device = chip(kind, self.air, self.faults, seed=seed)
        self.bus = OneChip(device) if kind in I2C else device
        self.words = None

    def read(self, degrees: float, faults: dict):
        """cdeg or None; faults: those of chips/air.py and chips/faulty_wire.py."""
        self.air.temperature_c = degrees
        self.faults.clear()
        self.faults.update(faults)
        for _ in range(TRIES):
            cdeg = self._measure()
            if cdeg is not None:
                return cdeg
            self.words = None
        return None

    def _measure(self):
        driver = self.driver
        try:
            if self.words is None and hasattr(driver, "once"):
                self.words = driver.once(self.bus)
            driver.start(self.bus)
            data = driver.read(self.bus)
        except OSError:
            return None
        found = driver.decode(data, self.words) if self.words else driver.decode(data)
        return found[0]


def has_chip(kind) -> bool:
    return kind in KINDS
