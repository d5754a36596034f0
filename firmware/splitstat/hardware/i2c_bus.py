"""An I2C bus whose data line can be freed again.

A chip that lost count (power cut or reset in the middle of a byte) holds the data line low until
it has been given the clocks that it misses: nine at most, then a stop (NXP UM10204, "I2C-bus
specification", 3.1.16 bus clear).
"""

import time

from machine import I2C, Pin


class I2cBus:
    """number: of the controller; 100 kHz, so that a metre of wire works."""

    def __init__(self, number: int, sda: int, scl: int):
        self.pins = number, sda, scl
        self._open()

    def _open(self):
        number, sda, scl = self.pins
        self.i2c = I2C(number, sda=Pin(sda), scl=Pin(scl), freq=100000, timeout=20000)

    def write(self, address: int, data: bytes):
        """Raises OSError: nobody is there."""
        self.i2c.writeto(address, data)

    def read(self, address: int, count: int) -> bytes:
        """Raises OSError: nobody is there."""
        return self.i2c.readfrom(address, count)

    def recover(self):
        """Nine clocks, a stop, and the controller anew: about 1 ms."""
        _, sda, scl = self.pins
        data = Pin(sda, Pin.OPEN_DRAIN, Pin.PULL_UP, value=1)
        clock = Pin(scl, Pin.OPEN_DRAIN, Pin.PULL_UP, value=1)
        for _ in range(9):
            if data.value():
                break
            clock.value(0)
            time.sleep_us(10)
            clock.value(1)
            time.sleep_us(10)
        data.value(0)
        time.sleep_us(10)
        clock.value(1)
        time.sleep_us(10)
        data.value(1)
        self._open()
