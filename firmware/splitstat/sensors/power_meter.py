"""Eastron SDM120: what the machine draws, over Modbus RTU.

Also sold as: SDM120-Modbus, SDM120M, SDM220, SDM230 (same registers for these two values).
Address 1 and 2400 baud (SDM120) or 9600 baud as delivered. It goes into the distribution board:
an electrician's work.
Source: "Eastron SDM120 Modbus Smart Meter Modbus Protocol Implementation V2.4": input registers,
function 4: 0x000C active power in W, 0x0156 total active energy in kWh, each an IEEE 754 single in
two registers, high word first.
Accuracy 1 % (class B of EN 50470-3). Power only informs in this release: nothing is confirmed by
it.
"""

FUNCTION = 4
POWER = 0x000C
ENERGY = 0x0156
COUNT = 2  # registers each
EVERY_S = 10

_MOST = 1 << 30


def decode(data):
    """Four bytes of the answer -> watts, rounded; None where they are no sensible number."""
    return scaled(data, 1)


def decode_energy(data):
    """Four bytes of the answer -> Wh."""
    return scaled(data, 1000)


def scaled(data, factor: int):
    """An IEEE 754 single times `factor` as the nearest integer, computed without floating point.
    None for infinity, not-a-number, and whatever needs more than 31 bits.
    """
    if len(data) != 4:
        return None
    exponent = (data[0] & 127) << 1 | data[1] >> 7
    if exponent == 255:
        return None
    fraction = (data[1] & 127 | (128 if exponent else 0)) << 16 | data[2] << 8 | data[3]
    shift = 150 - (exponent or 1)  # value = fraction / 2^shift
    if shift < -6:
        return None
    if shift > 40:
        return 0
    value = fraction * factor  # over 31 bits for energy: an allocation every ten seconds
    value = value << -shift if shift <= 0 else (value >> shift - 1) + 1 >> 1
    if value >= _MOST:
        return None
    return -value if data[0] & 128 else value
