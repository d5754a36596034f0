"""Silicon Labs Si7021: commands with and without holding the clock (Rev. 1.1, table 11)."""

from host_sim.virtual_board.chips.conversion import NO_DEVICE, Conversion, word

TEMPERATURE_MS = 10.8
HUMIDITY_MS = 22.8


class Chip:
    def __init__(self, air, now_ms=None):
        self.air = air
        self.conversion = Conversion(now_ms)
        self.register = 0x3A
        self.answer = None  # what the next read brings without a measurement

    def write(self, data: bytes):
        if self.conversion.busy:
            raise OSError(NO_DEVICE)
        command = data[0]
        self.answer = None
        if command == 0xE7:
            self.answer = bytes([self.register])
        elif command == 0xE6 and len(data) == 2:
            self.register = data[1]
        elif command in (0xF3, 0xF5):  # the reader must wait
            self.conversion.start(self._word(command), self._lasts_ms(command))
        elif command in (0xE3, 0xE5):  # the chip holds the clock: ready when it is read
            self.conversion.start(self._word(command), 0)
        elif command != 0xFE:
            raise OSError(NO_DEVICE)

    def _lasts_ms(self, command):
        return TEMPERATURE_MS if command == 0xF3 else HUMIDITY_MS

    def _word(self, command):
        degrees, percent, _ = self.air.sample()
        if command in (0xE3, 0xF3):
            bits = 13 if self.register & 0x81 == 0x80 else 14
            return self._rounded((degrees + 46.85) / 175.72, bits, 0)
        bits = 10 if self.register & 0x81 == 0x80 else 12
        return self._rounded((percent + 6) / 125, bits, 2)

    def _rounded(self, share, bits, status):
        raw = min(max(round(share * (1 << bits)), 0), (1 << bits) - 1)
        return word(raw << 16 - bits | status, 0)

    def read(self, n: int) -> bytes:
        if self.answer is not None:
            answer, self.answer = self.answer, None
            return (answer + b"\xff" * n)[:n]
        return self.conversion.take(n)
