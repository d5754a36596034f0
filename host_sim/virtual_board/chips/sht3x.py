"""Sensirion SHT3x: single shots (data sheet version 6, section 4.3)."""

from host_sim.virtual_board.chips.conversion import NO_DEVICE, Conversion, word

LASTS_MS = {b"\x24\x00": 15.5, b"\x24\x0b": 6.5, b"\x24\x16": 4.5}


class Chip:
    def __init__(self, air, now_ms=None):
        self.air = air
        self.conversion = Conversion(now_ms)

    def write(self, data: bytes):
        if data not in LASTS_MS or self.conversion.busy:
            raise OSError(NO_DEVICE)
        degrees, percent, _ = self.air.sample()
        answer = word((degrees + 45) / 175 * 65535, 0xFF) + word(percent / 100 * 65535, 0xFF)
        self.conversion.start(answer, LASTS_MS[data])

    def read(self, n: int) -> bytes:
        return self.conversion.take(n)
