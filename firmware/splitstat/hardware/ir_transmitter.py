"""An infra-red LED on the ESP32's remote control peripheral (esp32.RMT).

Spelled so that MicroPython 1.24 to 1.29 take it: channel first and clock_div, not resolution_hz
(1.27 brought a new driver that ignores the channel). write_pulses() waits without limit, and with
the interpreter held, while an earlier frame is being sent: so a frame is only begun when
wait_done(timeout=0) says that nothing is on its way, and never broken off (before IDF 5.5.2 that
panics). Durations are not checked by it: they come from ir/pulses.py.
"""

import esp32
from machine import Pin


class IrTransmitter:
    """channel: 0.. (up to 1.26 each LED needs its own); hz: of the carrier, a third of it on.

    The peripheral is taken with the first frame: until then a home file may prove wrong."""

    def __init__(self, channel: int, pin: int, hz: int):
        self.channel = channel
        self.pin = Pin(pin, Pin.OUT, value=0)
        self.hz = hz
        self.rmt = None

    def start(self, durations, levels):
        """Begins a frame: lists of us and of levels, or True for levels that alternate. Raises
        OSError while another one is being sent."""
        if self.rmt is None:
            carrier = (self.hz, 33, True)
            self.rmt = esp32.RMT(self.channel, pin=self.pin, clock_div=80, tx_carrier=carrier)
        if not self.done():
            raise OSError(16)  # EBUSY
        self.rmt.write_pulses(durations, levels)

    def done(self) -> bool:
        """Nothing is being sent."""
        return self.rmt.wait_done(timeout=0)
