"""Sensirion SHT3x: temperature and humidity, I2C.

Also sold as: SHT30, SHT31, SHT35, GXHT30, M5Stack ENV III.
Address 0x44, or 0x45 with ADDR high. Source: "Datasheet SHT3x-DIS", version 6: section 4.3 (single
shot), 4.12 (CRC), 4.13 (conversion); repeatability and times in table 4.
Accuracy +-0.2 K and 2 % (SHT31). It draws 2 uA between measurements, so it does not warm itself;
a board beside it does, by 1 to 3 K in a closed box: `offset` in the home file.
"""

from splitstat.sensors import crc8

ADDRESS = 0x44
WAIT_MS = 16  # high repeatability takes 15.5 ms at most
EVERY_S = 1


def start(bus, where=ADDRESS):
    bus.write(where, b"\x24\x00")  # high repeatability, no clock stretching


def read(bus, where=ADDRESS):
    return bus.read(where, 6)


def decode(data):
    found = crc8.words(data, 2, 0xFF)
    if found is None:
        return None, None
    cdeg = cdeg_of(found[0])
    if cdeg < -4000 or cdeg > 12500:
        return None, None
    return cdeg, (2000 * found[1] + 6553) // 13107


def cdeg_of(raw: int) -> int:
    """-45 + 175 raw / 65535 degC; 17500 / 65535 is 3500 / 13107, which 31 bits hold."""
    return (3500 * raw + 6553) // 13107 - 4500
