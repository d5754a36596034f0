"""Bosch BME280: registers, calibration words and forced mode (BST-BME280-DS002, section 5).

The raw values are found by searching the data sheet's formulas in double precision (appendix 8.1)
for the temperature and humidity that are wanted. The words are those of a chip whose owner
published them.
"""

import struct

from host_sim.virtual_board.chips.registers import Pointer

T = (28417, 26721, 50)
H = (75, 360, 0, 325, 50, 30)


def fine_temperature(raw: float) -> float:
    near = raw / 131072 - T[0] / 8192
    return (raw / 16384 - T[0] / 1024) * T[1] + near * near * T[2]


def degrees_of(raw: float) -> float:
    return fine_temperature(raw) / 5120


def percent_of(raw: float, fine: float) -> float:
    h1, h2, h3, h4, h5, h6 = H
    fine -= 76800
    value = raw - (h4 * 64 + h5 / 16384 * fine)
    value *= h2 / 65536 * (1 + h6 / 67108864 * fine * (1 + h3 / 67108864 * fine))
    return value * (1 - h1 * value / 524288)


def raw_of(function, wanted: float, bits: int) -> int:
    """The raw value whose meaning is closest to what is wanted; function must rise."""
    low, high = 0, (1 << bits) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if function(middle) < wanted:
            low = middle
        else:
            high = middle
    return low if wanted - function(low) < function(high) - wanted else high


class Chip(Pointer):
    def __init__(self, air, now_ms=None):
        super().__init__(self._registers, self._settings)
        self.air = air
        self.registers = bytearray(256)
        self.registers[0xD0] = 0x60
        self.registers[0x88:0x8E] = struct.pack("<Hhh", *T)
        h1, h2, h3, h4, h5, h6 = H
        self.registers[0xA1] = h1
        middle = bytes([h4 >> 4 & 255, (h4 & 15) | (h5 & 15) << 4, h5 >> 4 & 255])
        self.registers[0xE1:0xE8] = struct.pack("<hB", h2, h3) + middle + struct.pack("b", h6)
        self._result(0x80000, 0x8000)

    def _registers(self, at, n):
        return bytes(self.registers[at : at + n])

    def _settings(self, at, data):
        """Writes go in pairs of register and value; the first pair's register is the pointer's."""
        self.registers[at] = data[0]
        if self.registers[0xF4] & 3 in (1, 2):
            humidity_on = self.registers[0xF2] & 7
            temperature_on = self.registers[0xF4] >> 5
            self.registers[0xF4] &= ~3
            degrees, percent, _ = self.air.sample()
            raw = raw_of(degrees_of, degrees, 20)
            fine = fine_temperature(raw)
            humidity = raw_of(lambda each: percent_of(each, fine), percent, 16)
            self._result(raw if temperature_on else 0x80000, humidity if humidity_on else 0x8000)

    def _result(self, raw, humidity):
        self.registers[0xFA:0xFD] = (raw << 4).to_bytes(3, "big")
        self.registers[0xFD:0xFF] = humidity.to_bytes(2, "big")
