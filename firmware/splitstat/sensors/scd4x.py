"""Sensirion SCD4x: CO2, temperature and humidity, I2C.

Also sold as: SCD40, SCD41, SCD43, M5Stack CO2 unit.
Address 0x62, fixed. Source: "Data Sheet SCD4x", version 1.5 of July 2023: section 3.5.1 to 3.5.2
(periodic measurement, table 11: the conversion and an example), 3.11 (CRC).
Accuracy +-(50 ppm + 5 %) CO2 (SCD40), +-0.8 K, 6 %. It warms itself by several kelvin and takes
4 K off before it answers; how much is right depends on the housing, so as a room thermometer it
is the second choice, and wants an `offset`. It recalibrates on the freshest air of a week: open
a window.
"""

from splitstat.sensors import crc8

ADDRESS = 0x62
WAIT_MS = 2  # read_measurement takes 1 ms; the measurement itself runs every 5 s
EVERY_S = 6


def once(bus, where=ADDRESS):
    """Starts periodic measurement. A chip that is at it already refuses, and that is well."""
    try:
        bus.write(where, b"\x21\xb1")
    except OSError:
        pass
    return b""


def start(bus, where=ADDRESS):
    bus.write(where, b"\xec\x05")


def read(bus, where=ADDRESS):
    """OSError while there is nothing new."""
    return bus.read(where, 9)


def decode(data):
    """(cdeg, humidity_cpct, CO2 in ppm)."""
    found = crc8.words(data, 3, 0xFF)
    if found is None or found[0] == 0:
        return None, None, None
    cdeg = (3500 * found[1] + 6553) // 13107 - 4500  # -45 + 175 raw / 65535
    if cdeg < -1000 or cdeg > 6000:
        return None, None, None
    return cdeg, (2000 * found[2] + 6553) // 13107, found[0]
