"""Silicon Labs Si7021 and Measurement Specialties HTU21D: temperature and humidity, I2C.

Also sold as: Si7021, Si7020, Si7013, SHT20, SHT21, SHT25, HTU20D, GY-21.
Address 0x40, fixed. Source: Silicon Labs "Si7021-A20", Rev. 1.1: table 2 (conversion times), 11
(commands), section 5.1 (CRC from 0, conversion), 6.1 (resolution); the same commands stand in
"HTU21D(F) Sensor Digital Relative Humidity sensor", HPC199.
Accuracy +-0.4 K and 3 % (Si7021), +-0.3 K and 2 % (HTU21D). No self-heating at one reading in ten
seconds with the heater off.

Temperature is measured while the caller waits; humidity then takes 5 ms (HTU21D) to 11 ms (Si7021)
in which the chip holds the clock line: with the resolution set by once() that is less than the
13 ms at which an ESP32 gives up.
"""

from splitstat.sensors import crc8

ADDRESS = 0x40
WAIT_MS = 25  # 13 bits of temperature: HTU21D 25 ms, Si7021 6.2 ms
EVERY_S = 2


def once(bus, where=ADDRESS):
    """10 bits of humidity, 13 of temperature, heater off; the other bits stay as they are."""
    bus.write(where, b"\xe7")
    register = bus.read(where, 1)[0]
    bus.write(where, bytes((0xE6, register & 0x7A | 0x80)))
    return b""


def start(bus, where=ADDRESS):
    bus.write(where, b"\xf3")


def read(bus, where=ADDRESS):
    data = bus.read(where, 3)
    bus.write(where, b"\xe5")
    return data + bus.read(where, 3)


def decode(data):
    """The two lowest bits say which of the two it is. A bus held low passes the CRC from 0, and
    fails here: raw 0 is -46.85 degC.
    """
    found = crc8.words(data, 2, 0)
    if found is None or found[0] & 2 or not found[1] & 2:
        return None, None
    cdeg = (4393 * (found[0] & 0xFFFC) + 8192 >> 14) - 4685  # -46.85 + 175.72 raw / 65536
    if cdeg < -4000 or cdeg > 12500:
        return None, None
    cpct = (3125 * (found[1] & 0xFFFC) + 8192 >> 14) - 600  # -6 + 125 raw / 65536
    return cdeg, min(max(cpct, 0), 10000)
