"""Maxim (now Analog Devices) DS18B20: temperature, 1-Wire.

Also sold as: MAX31820, GX18B20.
Many clones are sold as DS18B20; not all keep its accuracy. Found by its 8-byte number where
several share a wire. Source: Maxim "DS18B20 Programmable Resolution 1-Wire Digital Thermometer",
19-7487 Rev 6: table 1 (formats), figure 9 (scratchpad), 10 (configuration register), table 2
(750 ms at 12 bits), application note 27 (CRC).
Accuracy +-0.5 K. Self-heating 0.1 K at one reading in ten seconds; on a lead of its own it is the
probe for supply air, as it can stand in the jet.
"""

WAIT_MS = 750
EVERY_S = 1


def start(bus, where=None):
    _select(bus, where)
    bus.write(b"\x44")


def read(bus, where=None):
    _select(bus, where)
    bus.write(b"\xbe")
    return bus.read(9)


def _select(bus, where):
    if not bus.reset():
        raise OSError(19)  # nobody answers: ENODEV
    bus.write(b"\xcc" if where is None else b"\x55" + where)


def decode(data):
    """(cdeg, None).

    85.00 degC is what it shows before its first measurement (or when its supply failed during
    one), and no room: refused. Nine zeros, a wire held low, have a right CRC; the configuration
    byte, whose low five bits are always set, tells them.
    """
    if len(data) != 9 or crc8(data) or data[4] & 0x9F != 0x1F:
        return None, None
    raw = data[1] << 8 | data[0]
    raw -= raw >> 15 << 16
    raw &= ~(7 >> (data[4] >> 5))  # bits below the resolution are undefined
    cdeg = raw * 25 + 2 >> 2
    if cdeg < -5500 or cdeg > 12500 or cdeg == 8500:
        return None, None
    return cdeg, None


def crc8(data) -> int:
    """Least significant bit first, from 0; a message with its own sum at the end gives 0 (Maxim
    application note 27)."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0x8C if crc & 1 else crc >> 1
    return crc
