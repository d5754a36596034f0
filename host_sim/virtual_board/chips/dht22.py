"""Aosong DHT22: five bytes, tenths, sign and magnitude; it needs 2 s between measurements."""


class Chip:
    def __init__(self, air, now_ms=None):
        self.air = air
        self.now_ms = now_ms
        self.last_ms = None
        self.data = bytes(5)

    def measure(self) -> bytes:
        if self.now_ms is None or self.last_ms is None or self.now_ms() - self.last_ms >= 2000:
            degrees, percent, _ = self.air.sample()
            tenths = min(round(abs(degrees) * 10), 0x7FFF)
            humidity = min(max(round(percent * 10), 0), 1000)
            sign = 0x8000 if degrees < 0 and tenths else 0
            data = humidity.to_bytes(2, "big") + (tenths | sign).to_bytes(2, "big")
            self.data = data + bytes([sum(data) & 255])
            self.last_ms = None if self.now_ms is None else self.now_ms()
        return self.data
