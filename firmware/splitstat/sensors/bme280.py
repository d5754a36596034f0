"""Bosch BME280: temperature and humidity (its pressure is not read), I2C.

Also sold as: GY-BME280.
A BMP280 looks the same and has no humidity: its chip number is refused.
Address 0x76, or 0x77 with SDO high. Source: Bosch Sensortec "BME280 Data sheet", BST-BME280-DS002:
section 4.2.2 (calibration words), 4.2.3 (compensation in 32-bit integers), 5.4 (registers), 9.1
(measurement time).
Accuracy +-0.5 K at 25 degC, +-1 K elsewhere, and 3 %: the weakest of the I2C chips here. It warms
itself when it measures without pause; in forced mode, as here, it does not. It has no checksum:
the chip number, read with every answer, tells a dead bus from a cold room.
"""

ADDRESS = 0x76
WAIT_MS = 8  # temperature and humidity once each: 1.25 + 2.3 + 2.3 + 0.575 ms
EVERY_S = 1


def once(bus, where=ADDRESS):
    """The calibration: 0x88-0x8D (temperature), 0xA1 and 0xE1-0xE7 (humidity), 14 bytes."""
    bus.write(where, b"\x88")
    data = bus.read(where, 6)
    bus.write(where, b"\xa1")
    data += bus.read(where, 1)
    bus.write(where, b"\xe1")
    return data + bus.read(where, 7)


def start(bus, where=ADDRESS):
    bus.write(where, b"\xf2\x01")  # humidity once; takes effect with the next write
    bus.write(where, b"\xf4\x21")  # temperature once, no pressure, forced mode


def read(bus, where=ADDRESS):
    """The chip number and 0xFA-0xFE."""
    bus.write(where, b"\xd0")
    data = bus.read(where, 1)
    bus.write(where, b"\xfa")
    return data + bus.read(where, 5)


def decode(data, words):
    """words: from once()."""
    if len(data) != 6 or data[0] != 0x60 or len(words) != 14:
        return None, None
    raw = data[1] << 12 | data[2] << 4 | data[3] >> 4
    humidity = data[4] << 8 | data[5]
    t1 = words[0] | words[1] << 8
    if raw == 0x80000 or humidity == 0x8000 or t1 in (0, 0xFFFF):
        return None, None  # never measured, or no calibration
    fine = fine_temperature(raw, t1, _signed(words, 2), _signed(words, 4))
    cdeg = fine * 5 + 128 >> 8
    if cdeg < -4000 or cdeg > 8500:
        return None, None
    return cdeg, cpct_of(humidity, fine, words)


def fine_temperature(raw: int, t1: int, t2: int, t3: int) -> int:
    """degC * 5120. Stays within 31 bits from -40 to 85 degC with the words that chips have."""
    near = (raw >> 4) - t1
    return (((raw >> 3) - (t1 << 1)) * t2 >> 11) + ((near * near >> 12) * t3 >> 14)


def cpct_of(raw: int, fine: int, words) -> int:
    """Humidity; fine: from fine_temperature()."""
    h2 = _signed(words, 7)
    h4 = words[10] << 4 | words[11] & 15
    h5 = words[12] << 4 | words[11] >> 4
    h6 = words[13]
    h4 -= h4 >> 11 << 12
    h5 -= h5 >> 11 << 12
    h6 -= h6 >> 7 << 8
    fine -= 76800
    offset = (raw << 14) - (h4 << 20) - h5 * fine + 16384 >> 15
    slope = (fine * h6 >> 10) * ((fine * words[9] >> 11) + 32768) >> 10
    value = offset * ((slope + 2097152) * h2 + 8192 >> 14)
    root = value >> 15
    value -= (root * root >> 7) * words[6] >> 4
    value = min(max(value, 0), 419430400) >> 12  # in 1/1024 %
    return value * 25 + 128 >> 8


def _signed(words, at):
    value = words[at] | words[at + 1] << 8
    return value - (value >> 15 << 16)
