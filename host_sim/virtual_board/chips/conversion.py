"""A measurement that takes its time, and words with their sums: what most chips here share."""

NO_DEVICE = 19


class Conversion:
    """start() begins one; take() is its result once, OSError 19 before it is ready and after."""

    def __init__(self, now_ms):
        self.now_ms = now_ms if now_ms is not None else lambda: 0
        self.timed = now_ms is not None
        self.ready_ms = None
        self.result = b""

    def start(self, result: bytes, lasts_ms: float):
        self.result = result
        self.ready_ms = self.now_ms() + (lasts_ms if self.timed else 0)

    @property
    def busy(self) -> bool:
        return self.ready_ms is not None and self.now_ms() < self.ready_ms

    def take(self, n: int) -> bytes:
        if self.ready_ms is None or self.busy:
            raise OSError(NO_DEVICE)
        self.ready_ms = None
        return (self.result + b"\xff" * n)[:n]


def crc8(data: bytes, crc: int) -> int:
    """x^8 + x^5 + x^4 + 1 by polynomial division of the whole message: not the driver's way."""
    value = int.from_bytes(data, "big") << 8
    value ^= crc << 8 * len(data)
    for bit in range(8 * len(data) + 7, 7, -1):
        if value >> bit & 1:
            value ^= 0x131 << bit - 8
    return value


def word(value: float, crc: int) -> bytes:
    """A 16-bit word, cropped, and its sum."""
    data = min(max(round(value), 0), 65535).to_bytes(2, "big")
    return data + bytes([crc8(data, crc)])
