"""A relay on a pin, or whatever else closes a contact: open until it is told."""

from machine import Pin


class Relay:
    """low: it closes while its pin is low."""

    def __init__(self, pin: int, low=0):
        self.low = low
        self.pin = Pin(pin, Pin.OUT, value=1 if low else 0)

    def set(self, on):
        """Closes it, or opens it."""
        self.pin.value(0 if bool(on) == bool(self.low) else 1)
