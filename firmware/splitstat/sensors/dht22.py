"""Aosong DHT22: temperature and humidity, a wire of its own kind.

Also sold as: AM2302, AM2301, AM2320, RHT03.
Source: Aosong "Temperature and humidity module AM2302 Product Manual" (with the worked example
02 8C 01 5F EE); the sign is bit 15, magnitude below. Not for its little brother DHT11, whose
bytes mean otherwise: its 50 % would read as 1280 %, and are refused.
Accuracy +-0.5 K and 2 to 5 %, at most one reading in 2 s. It is known to hang until its supply is
cut: give it a pin as supply, or choose an SHT4x, which costs the same.
"""

WAIT_MS = 0
EVERY_S = 3


def start(bus, where=None):
    pass


def read(bus, where=None):
    return bus.measure()


def decode(data):
    """Five zeros, a wire held low, have a right sum, and are refused."""
    if len(data) != 5 or (data[0] + data[1] + data[2] + data[3]) & 255 != data[4]:
        return None, None
    tenths = (data[2] & 127) << 8 | data[3]
    humidity = data[0] << 8 | data[1]
    if humidity == 0 == tenths or humidity > 1000:
        return None, None
    if data[2] & 128:
        tenths = -tenths
    if tenths < -400 or tenths > 800:
        return None, None
    return tenths * 10, humidity * 10
