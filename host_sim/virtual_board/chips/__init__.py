"""Sensors as their registers show them: what a driver meets on the wire, fed by simulated air.

chip("sht4x", air, faults) makes one. On I2C it has write(data) and read(n), and refuses with
OSError 19 what the chip would not acknowledge; on 1-Wire reset(), write(data), read(n); a DHT22
measure(). The address, and which chips share a bus, is the caller's.
"""

from importlib import import_module
from random import Random

from host_sim.virtual_board.chips.air import Air
from host_sim.virtual_board.chips.faulty_wire import FaultyWire

I2C = ("aht20", "bme280", "htu21d", "mcp9808", "scd4x", "sht3x", "sht4x", "tmp117")
ONE_WIRE = ("ds18b20",)
OTHERS = ("dht22",)
KINDS = (*I2C, *ONE_WIRE, *OTHERS)


def chip(kind: str, air: Air, faults: dict | None = None, now_ms=None, seed: int = 1):
    """kind: a module of splitstat.sensors. faults: kind of fault -> value, read at every access,
    so that it may be changed at any time (air.py and faulty_wire.py list them). now_ms: the
    chip's clock, callable; without it a measurement is ready at once.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind} is none of {', '.join(KINDS)}")
    random = Random(seed)
    faults = {} if faults is None else faults
    model = import_module(f"{__name__}.{kind}").Chip(air.felt(faults, random), now_ms)
    return FaultyWire(model, faults, random)
