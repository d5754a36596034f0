"""A 1-Wire bus on a pin, with the routines of the stock firmware (frozen module onewire)."""

import onewire
from machine import Pin


class OneWireBus:
    """A pull-up of 4.7 kOhm belongs on the wire; the pin's own is too weak beyond a metre."""

    def __init__(self, pin: int):
        self.wire = onewire.OneWire(Pin(pin))

    def reset(self) -> bool:
        """Whether anybody is there."""
        return bool(self.wire.reset())

    def write(self, data: bytes):
        """Some 0.5 ms a byte, interrupts off for 60 us at a time."""
        self.wire.write(data)

    def read(self, count: int) -> bytes:
        """What nobody says reads as 0xFF."""
        data = bytearray(count)
        self.wire.readinto(data)
        return bytes(data)
