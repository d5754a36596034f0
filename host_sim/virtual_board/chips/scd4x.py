"""Sensirion SCD4x: a measurement every 5 s once it is started (version 1.5, section 3.5)."""

from host_sim.virtual_board.chips.conversion import NO_DEVICE, word

PERIOD_MS = 5000


class Chip:
    def __init__(self, air, now_ms=None):
        self.air = air
        self.now_ms = now_ms
        self.began_ms = None
        self.taken = 0  # measurements read so far
        self.asked = False

    def write(self, data: bytes):
        self.asked = False
        if data == b"\x21\xb1" and self.began_ms is None:
            self.began_ms = 0 if self.now_ms is None else self.now_ms()
            self.taken = 0
        elif data == b"\x3f\x86":
            self.began_ms = None
        elif data == b"\xec\x05" and self.began_ms is not None:
            self.asked = True
        else:
            raise OSError(NO_DEVICE)

    def read(self, n: int) -> bytes:
        if not self.asked or self.began_ms is None:
            raise OSError(NO_DEVICE)
        self.asked = False
        if self.now_ms is not None:
            made = (self.now_ms() - self.began_ms) // PERIOD_MS
            if made <= self.taken:
                raise OSError(NO_DEVICE)  # nothing new
            self.taken = made
        degrees, percent, ppm = self.air.sample()
        answer = word(ppm, 0xFF) + word((degrees + 45) / 175 * 65535, 0xFF)
        return (answer + word(percent / 100 * 65535, 0xFF) + b"\xff" * n)[:n]
