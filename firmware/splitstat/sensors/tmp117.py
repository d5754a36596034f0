"""Texas Instruments TMP117: temperature, I2C.

Address 0x48 to 0x4B. Source: TI "TMP117 High-Accuracy, Low-Power, Digital Temperature Sensor",
SNOSD82: section 7.6.1 (temperature register: 7.8125 mK, 0x8000 before the first measurement),
table 7-1 (formats), 7.6.11 (device number).
Accuracy +-0.1 K from -20 to 50 degC: fit to calibrate others by. At its power-up setting, one
measurement a second, it draws 16 uA and stays cool. It has no checksum, so the device number is
read with every answer.
"""

ADDRESS = 0x48
WAIT_MS = 0  # it measures by itself, once a second
EVERY_S = 1


def start(bus, where=ADDRESS):
    bus.write(where, b"\x00")  # where the next read begins


def read(bus, where=ADDRESS):
    data = bus.read(where, 2)
    bus.write(where, b"\x0f")
    return data + bus.read(where, 2)


def decode(data):
    """(cdeg, None). The device number is 0x117 below four bits of revision."""
    if len(data) != 4 or data[2] & 15 != 0x01 or data[3] != 0x17:
        return None, None
    raw = data[0] << 8 | data[1]
    raw -= raw >> 15 << 16
    cdeg = raw * 25 + 16 >> 5
    if raw == -32768 or cdeg < -5500 or cdeg > 15000:
        return None, None
    return cdeg, None
