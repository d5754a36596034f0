"""Sensirion SHT4x: one-byte commands (data sheet version 1, section 4.5)."""

from host_sim.virtual_board.chips.conversion import NO_DEVICE, Conversion, word

LASTS_MS = {b"\xfd": 8.3, b"\xf6": 4.5, b"\xe0": 1.6}


class Chip:
    def __init__(self, air, now_ms=None):
        self.air = air
        self.conversion = Conversion(now_ms)

    def write(self, data: bytes):
        if data not in LASTS_MS or self.conversion.busy:
            raise OSError(NO_DEVICE)
        degrees, percent, _ = self.air.sample()
        answer = word((degrees + 45) / 175 * 65535, 0xFF)
        answer += word((percent + 6) / 125 * 65535, 0xFF)
        self.conversion.start(answer, LASTS_MS[data])

    def read(self, n: int) -> bytes:
        return self.conversion.take(n)
