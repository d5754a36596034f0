"""Sensirion SHT4x: temperature and humidity, I2C.

Also sold as: SHT40, SHT41, SHT43, SHT45, M5Stack ENV IV.
Address 0x44; 0x45 and 0x46 are other order codes. Source: "Datasheet SHT4x", version 1 of October
2020: section 4.4 (CRC), 4.5 (commands), 4.6 (conversion), times in table 4.
Accuracy +-0.2 K and 1.8 % (SHT40), +-0.1 K and 1 % (SHT45). No self-heating to speak of at one
reading in ten seconds; the board beside it is what warms it.
"""

from splitstat.sensors import crc8

ADDRESS = 0x44
WAIT_MS = 10  # high precision takes 8.3 ms at most
EVERY_S = 1


def start(bus, where=ADDRESS):
    bus.write(where, b"\xfd")


def read(bus, where=ADDRESS):
    return bus.read(where, 6)


def decode(data):
    found = crc8.words(data, 2, 0xFF)
    if found is None:
        return None, None
    cdeg = (3500 * found[0] + 6553) // 13107 - 4500  # -45 + 175 raw / 65535
    if cdeg < -4000 or cdeg > 12500:
        return None, None
    cpct = (2500 * found[1] + 6553) // 13107 - 600  # -6 + 125 raw / 65535; the ends are cropped
    return cdeg, min(max(cpct, 0), 10000)
