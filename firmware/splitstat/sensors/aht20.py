"""Aosong AHT20: temperature and humidity, I2C.

Also sold as: AHT21, AHT25, AM2301B, DHT20.
Address 0x38, fixed. Source: Aosong "AHT20 Product manuals", version 1.0: section 5.4 (commands,
status byte, CRC) and 6 (conversion). The status byte: bit 7 is busy, bit 3 says calibrated.
Accuracy +-0.3 K and 2 %. The maker asks for at least 2 s between readings, else it warms itself.
"""

from splitstat.sensors import crc8

ADDRESS = 0x38
WAIT_MS = 80
EVERY_S = 2


def once(bus, where=ADDRESS):
    """Loads the calibration of a chip that has not done so by itself. That takes 10 ms: the first
    reading after it may fail, the next finds it loaded.
    """
    if not bus.read(where, 1)[0] & 8:
        bus.write(where, b"\xbe\x08\x00")
    return b""


def start(bus, where=ADDRESS):
    bus.write(where, b"\xac\x33\x00")


def read(bus, where=ADDRESS):
    return bus.read(where, 7)


def decode(data):
    if len(data) != 7 or crc8.msb_first(data[:6], 0xFF) != data[6] or data[0] & 0x88 != 0x08:
        return None, None
    raw = (data[3] & 15) << 16 | data[4] << 8 | data[5]
    cdeg = (625 * raw + 16384 >> 15) - 5000  # 200 raw / 2^20 - 50
    if cdeg < -4000 or cdeg > 8500:
        return None, None
    raw = data[1] << 12 | data[2] << 4 | data[3] >> 4
    return cdeg, 625 * raw + 32768 >> 16  # 100 raw / 2^20
