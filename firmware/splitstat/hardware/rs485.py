"""Half-duplex RS-485 on a UART, with the transceiver's driver-enable pin where it has one.

The ESP32 port of MicroPython knows no driver-enable pin (its sources), so it is set here: high,
write, wait until the last stop bit is out, low. That stands still for the length of a request:
8 bytes at 9600 baud are 8 ms. A transceiver that finds the direction by itself needs none.
"""

from machine import UART, Pin


class Rs485:
    """uart is read as a stream; write() and drain() are a stream writer's."""

    def __init__(self, number: int, tx: int, rx: int, enable, baud: int = 9600, parity=None):
        self.uart = UART(number, baudrate=baud, parity=parity, tx=tx, rx=rx, timeout=0, rxbuf=512)
        self.most = baud // 275  # bytes of 11 bits in 40 ms
        self.enable = None if enable is None else Pin(enable, Pin.OUT, value=0)

    def write(self, frame: bytes):
        """Raises ValueError for more than 40 ms with an enable pin: the scan is not held up."""
        if self.enable is None:
            self.uart.write(frame)
            return
        if len(frame) > self.most:
            raise ValueError("longer than 40 ms")
        self.enable.value(1)
        try:
            self.uart.write(frame)
            self.uart.flush()
        finally:
            self.enable.value(0)

    async def drain(self):
        """write() has waited already."""
