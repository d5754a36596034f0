"""Aosong AHT20: one that wants its calibration loaded before it answers right (manual, 5.4)."""

from host_sim.virtual_board.chips.conversion import NO_DEVICE, crc8

MEASURE_MS = 80
LOAD_MS = 10


class Chip:
    def __init__(self, air, now_ms=None):
        self.air = air
        self.now_ms = now_ms if now_ms is not None else lambda: 0
        self.timed = now_ms is not None
        self.calibrated = False
        self.busy_until_ms = 0
        self.result = bytes(5)

    @property
    def busy(self) -> bool:
        return self.now_ms() < self.busy_until_ms

    def write(self, data: bytes):
        if self.busy:
            raise OSError(NO_DEVICE)
        if data == b"\xbe\x08\x00":
            self.calibrated = True
            self._busy(LOAD_MS)
        elif data == b"\xac\x33\x00":
            degrees, percent, _ = self.air.sample()
            most = (1 << 20) - 1
            humidity = min(max(round(percent / 100 * (1 << 20)), 0), most)
            temperature = min(max(round((degrees + 50) / 200 * (1 << 20)), 0), most)
            self.result = (humidity << 20 | temperature).to_bytes(5, "big")
            self._busy(MEASURE_MS)
        elif data != b"\x71":
            raise OSError(NO_DEVICE)

    def _busy(self, lasts_ms):
        self.busy_until_ms = self.now_ms() + (lasts_ms if self.timed else 0)

    def read(self, n: int) -> bytes:
        status = 0x10 | self.busy << 7 | self.calibrated << 3
        data = bytes([status]) + self.result
        return (data + bytes([crc8(data, 0xFF)]))[:n]
