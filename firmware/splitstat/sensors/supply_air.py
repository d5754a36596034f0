"""The supply-air probe: a DS18B20 on a lead, in the jet behind the louvre.

It tells what the unit really does (heats, cools, defrosts, only blows), which infra-red never
answers: that is how an action comes to be "inferred". Fasten it where the air leaves, not on the
heat exchanger, and away from the louvre's travel. A lead of some metres costs no
accuracy, as the answer is digital; a steel sleeve makes it slower, not worse.

Everything but the range is ds18b20.py: air from a unit is between -10 degC (defrosting draws cold)
and 75 degC.
"""

from splitstat.sensors import ds18b20
from splitstat.sensors.ds18b20 import EVERY_S, WAIT_MS, read, start

__all__ = ("EVERY_S", "WAIT_MS", "decode", "read", "start")


def decode(data):
    """(cdeg, None)."""
    cdeg, _ = ds18b20.decode(data)
    if cdeg is None or cdeg < -2000 or cdeg > 8000:
        return None, None
    return cdeg, None
