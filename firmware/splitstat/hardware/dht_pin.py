"""The wire of a DHT22, with the routine of the stock firmware (frozen module dht)."""

import dht
from machine import Pin


class DhtPin:
    """measure() takes some 25 ms, interrupts off for 5 ms of them."""

    def __init__(self, pin: int):
        self.device = dht.DHT22(Pin(pin))

    def measure(self) -> bytes:
        """Five bytes. Raises OSError where nobody answers."""
        try:
            self.device.measure()
        except Exception as why:  # the frozen module raises a bare Exception for a wrong sum
            raise OSError(5) from why
        return bytes(self.device.buf)
