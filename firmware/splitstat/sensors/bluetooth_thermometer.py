"""Thermometers that shout: Bluetooth LE advertisements in the clear, three formats.

Also sold as: bthome, pvvx, atc, LYWSD03MMC, MHO-C401, CGG1, Shelly BLU H&T.
A Xiaomi LYWSD03MMC speaks all three with the free firmware of pvvx or atc1441; a Shelly BLU H&T
speaks BTHome as it is sold. Accuracy +-0.2 to 0.3 K and 2 to 3 % (SHT4x and the like inside), no
self-heating: a coin cell warms nothing. It hangs where people are, and the board where the unit
sees its lamp.

Sources: BTHome, "Format of BTHome v2" (https://bthome.io/format: device information, table of
objects, their order by number); pvvx/ATC_MiThermometer, README, "Custom format" and "atc1441
format". Each is service data (type 0x16) below a 16-bit number: 0xFCD2 or 0x181A.
"""

EVERY_S = 10

# Bytes of each BTHome object from 0x00 to 0x45. They come in rising order, so nothing above
# matters.
_SIZES = (
    b"\x01\x01\x02\x02\x03\x03\x02\x02\x02\x01\x03\x03\x02\x02\x02\x01"
    b"\x01\x01\x02\x02\x02\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01"
    b"\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01\x01"
    b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x02\x02\x04\x02"
    b"\x02\x02\x03\x02\x02\x02"
)


def decode(advertisement):
    """(address or None, cdeg or None, humidity_cpct or None, battery in % or None).

    None for what is no thermometer's, is encrypted or cut short. address: six bytes as they are
    printed, where the message itself names its sender (pvvx, atc); else the radio knows it.
    """
    at = 0
    while at + 4 < len(advertisement):
        end = at + 1 + advertisement[at]
        if end == at + 1 or end > len(advertisement):
            return None
        if advertisement[at + 1] == 0x16:
            found = _service(
                advertisement[at + 2] | advertisement[at + 3] << 8, advertisement[at + 4 : end]
            )
            if found is not None:
                return found
        at = end
    return None


def _service(number, data):
    if number == 0xFCD2:
        return _bthome(data)
    if number != 0x181A:
        return None
    if len(data) == 15:  # pvvx: address from its end, all little-endian, hundredths
        address = bytes((data[5], data[4], data[3], data[2], data[1], data[0]))
        return _checked(address, _low(data, 6), _low(data, 8), data[12])
    if len(data) == 13:  # atc1441: big-endian, tenths
        raw = data[6] << 8 | data[7]
        return _checked(bytes(data[:6]), (raw - (raw >> 15 << 16)) * 10, data[8] * 100, data[9])
    return None


def _bthome(data):
    if not data or data[0] & 0xE1 != 0x40:  # version 2, not encrypted
        return None
    cdeg = cpct = battery = None
    at = 1
    while at < len(data):
        kind = data[at]
        size = _SIZES[kind] if kind < len(_SIZES) else 0
        if not size:
            break
        if at + 1 + size > len(data):
            return None
        if kind == 0x01:
            battery = data[at + 1]
        elif kind == 0x02 and cdeg is None:
            cdeg = _low(data, at + 1)
        elif kind == 0x03 and cpct is None:
            cpct = _low(data, at + 1) & 0xFFFF
        elif kind == 0x2E and cpct is None:
            cpct = data[at + 1] * 100
        elif kind == 0x45 and cdeg is None:
            cdeg = _low(data, at + 1) * 10
        at += 1 + size
    if cdeg is None and cpct is None:
        return None
    return _checked(None, cdeg, cpct, battery)


def _low(data, at):
    value = data[at] | data[at + 1] << 8
    return value - (value >> 15 << 16)


def _checked(address, cdeg, cpct, battery):
    if cdeg is not None and (cdeg < -4000 or cdeg > 8500):
        cdeg = None
    if cpct is not None and (cpct < 0 or cpct > 10000):
        cpct = None
    if battery is not None and battery > 100:
        battery = None
    return address, cdeg, cpct, battery
