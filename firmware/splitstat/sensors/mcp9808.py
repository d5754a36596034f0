"""Microchip MCP9808: temperature, I2C.

Address 0x18 to 0x1F by three pins. Source: Microchip "MCP9808 Data Sheet", DS25095: register 5-4
(ambient temperature) and equation 5-1, section 5.1.4 (maker's number 0x0054). A measurement takes
250 ms at 0.0625 K, its power-up setting.
Accuracy +-0.25 K typical, +-0.5 K at most. It measures all the time at 0.2 mA: no self-heating
that matters. It has no checksum, so the maker's number is read with every answer: a bus held low
would read as 0 degC.
"""

ADDRESS = 0x18
WAIT_MS = 0  # it measures by itself, four times a second
EVERY_S = 1


def start(bus, where=ADDRESS):
    bus.write(where, b"\x05")  # where the next read begins


def read(bus, where=ADDRESS):
    data = bus.read(where, 2)
    bus.write(where, b"\x06")
    return data + bus.read(where, 2)


def decode(data):
    """(cdeg, None). Bits 15 to 13 are alarms; 13 bits with sign in 1/16 degC remain."""
    if len(data) != 4 or data[2] != 0x00 or data[3] != 0x54:
        return None, None
    raw = (data[0] & 31) << 8 | data[1]
    raw -= raw >> 12 << 13
    cdeg = raw * 25 + 2 >> 2
    if cdeg < -4000 or cdeg > 12500:
        return None, None
    return cdeg, None
