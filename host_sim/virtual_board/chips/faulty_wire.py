"""What goes wrong between a chip and its driver.

Faults: `silent` (nobody acknowledges), `held_low` (every bit reads 0 and every byte seems
acknowledged: SDA shorted to ground), `crc` (one bit of every answer is flipped), `garbage` (random
bytes).
"""

NO_DEVICE = 19


class FaultyWire:
    """Stands before a chip and has its methods: write, read, and reset or measure where it has
    them."""

    def __init__(self, chip, faults: dict, random):
        self.chip = chip
        self.faults = faults
        self.random = random

    def reset(self) -> bool:
        """1-Wire: is there a presence pulse? A wire held low looks like one for ever."""
        if "silent" in self.faults:
            return False
        return True if "held_low" in self.faults else self.chip.reset()

    def write(self, data: bytes):
        if "silent" in self.faults:
            raise OSError(NO_DEVICE)
        if "held_low" not in self.faults:
            self.chip.write(bytes(data))

    def read(self, n: int) -> bytes:
        return self._through(n, self.chip.read, n)

    def measure(self) -> bytes:
        """A DHT's five bytes."""
        return self._through(5, self.chip.measure)

    def _through(self, n, ask, *args):
        if "silent" in self.faults:
            raise OSError(NO_DEVICE)
        if "held_low" in self.faults:
            return bytes(n)
        data = bytearray(ask(*args))
        if "garbage" in self.faults:
            data = bytearray(self.random.randbytes(n))
        if "crc" in self.faults:
            bit = self.random.randrange(8 * n)
            data[bit // 8] ^= 1 << bit % 8
        return bytes(data)
