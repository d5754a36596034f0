"""Texas Instruments TMP117: 16-bit registers behind a pointer (SNOSD82, table 7-3)."""

from host_sim.virtual_board.chips.registers import Pointer

FIRST_MS = 125  # eight averages of 15.5 ms: until then the register reads -256 degC


class Chip(Pointer):
    def __init__(self, air, now_ms=None):
        super().__init__(self._register, self._ignore)
        self.air = air
        self.now_ms = now_ms if now_ms is not None else lambda: FIRST_MS
        self.born_ms = self.now_ms() if now_ms is not None else 0

    def _register(self, at, n):
        value = {15: 0x0117, 1: 0x0220}.get(at, 0)
        if at == 0:
            value = 0x8000
            if self.now_ms() - self.born_ms >= FIRST_MS:
                value = round(self.air.sample()[0] * 128) & 0xFFFF
        return (value.to_bytes(2, "big") + bytes(n))[:n]

    def _ignore(self, at, data):
        """Settings change nothing that is modelled."""
