"""dht of the virtual board."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false
# ruff: noqa: I001

import board_wire
import time

_wire = board_wire.wire


class DHT22:
    def __init__(self, pin):
        self.pin = bytes((pin.id,))
        self.buf = bytearray(5)

    def measure(self):
        time.sleep_ms(25)
        self.buf[:] = _wire.call(b"m", self.pin, 5)
        if sum(self.buf[:4]) & 255 != self.buf[4]:
            raise Exception("checksum error")
