"""Microchip MCP9808: 16-bit registers behind a pointer (DS25095, register 5-1 to 5-8)."""

from host_sim.virtual_board.chips.registers import Pointer


class Chip(Pointer):
    def __init__(self, air, now_ms=None):
        super().__init__(self._register, self._ignore)
        self.air = air

    def _register(self, at, n):
        value = {6: 0x0054, 7: 0x0400}.get(at, 0)
        if at == 5:
            value = round(self.air.sample()[0] * 16) & 0x1FFF
            value |= 0xC000  # above the alarm limits, which are 0 degC at power-up
        return (value.to_bytes(2, "big") + bytes(n))[:n]

    def _ignore(self, at, data):
        """Settings change nothing that is modelled."""
