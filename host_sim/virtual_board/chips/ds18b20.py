"""Maxim DS18B20: scratchpad, numbers and conversion on 1-Wire (19-7487, figures 9 and 11)."""

NUMBER = bytes.fromhex("28ff641e8016035b")  # family, six bytes; the sum is computed


def crc(data: bytes) -> int:
    """CRC-8 Maxim by a bit-reversed division of the whole message."""
    bits = [byte >> k & 1 for byte in data for k in range(8)] + [0] * 8
    for at in range(len(bits) - 8):
        if bits[at]:
            for k, tap in enumerate((1, 0, 0, 1, 1, 0, 0, 0, 1)):
                bits[at + k] ^= tap
    return sum(bit << k for k, bit in enumerate(bits[-8:]))


class Chip:
    """number: seven bytes and their sum; power-up shows 85 degC."""

    def __init__(self, air, now_ms=None, number: bytes = NUMBER):
        self.air = air
        self.number = number[:7] + bytes([crc(number[:7])])
        self.now_ms = now_ms if now_ms is not None else lambda: 0
        self.timed = now_ms is not None
        self.power_up()

    def power_up(self):
        """As after the supply came back."""
        self.scratchpad = bytearray.fromhex("50054b467fff0c10")
        self.pending = None  # (ready at, raw)
        self.heard = b""  # since the reset pulse

    def reset(self) -> bool:
        self.heard = b""
        return True

    def write(self, data: bytes):
        self.heard += data
        command = self._command()
        if command == 0x44 and self.pending is None:
            resolution = self.scratchpad[4] >> 5 & 3
            step = 8 >> resolution  # sixteenths
            degrees = self.air.sample()[0]
            raw = round(degrees * 16 / step) * step
            ready_ms = self.now_ms() + ((750 >> 3 - resolution) if self.timed else 0)
            self.pending = ready_ms, min(max(raw, -32768), 32767)
        elif command == 0x4E and len(self._arguments()) == 3:
            self.scratchpad[2:4] = self._arguments()[:2]
            self.scratchpad[4] = self._arguments()[2] & 0x60 | 0x1F

    def _function(self):
        """What follows the selection; empty where another chip is meant."""
        if self.heard[:1] == b"\xcc":
            return self.heard[1:]
        if self.heard[:1] == b"\x55" and self.heard[1:9] == self.number:
            return self.heard[9:]
        return b""

    def _command(self):
        return self._function()[0] if self._function() else None

    def _arguments(self):
        return self._function()[1:]

    def read(self, n: int) -> bytes:
        if self.pending is not None and self.now_ms() >= self.pending[0]:
            self.scratchpad[:2] = (self.pending[1] & 0xFFFF).to_bytes(2, "little")
            self.pending = None
        if self.heard[:1] == b"\x33":
            data = self.number
        elif self._command() == 0xBE:
            data = bytes(self.scratchpad) + bytes([crc(bytes(self.scratchpad))])
        else:
            data = b""  # nobody pulls the line down
        return (data + b"\xff" * n)[:n]
