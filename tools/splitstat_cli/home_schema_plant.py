"""The keys of a home file that say how a whole-home system is wired (home_plant_wiring.py)."""

from splitstat_cli.home_schema import WIRED
from splitstat_cli.sensor_names import known_kinds
from splitstat_cli.table_rules import Flag, Key, List, Name, Number, Text, Word

PIN = Number(0, 48, whole=True)
RELAYS = ("heat_pump_pin", "cool_pin", "hot_water_pin", "boiler_pin", "pump_pin")
WIRES = (
    Key("unit", Text()),  # the heat pump's register map; `splitstat units` lists them
    Key("board", Name()),
    Key("port", Name()),
    Key("host", Text()),
    Key("address", Number(1, 247, whole=True)),
    Key("baud", Number(1200, 115200, whole=True)),
    Key("parity", Word(("none", "even", "odd"), "are")),
    *(Key(name, PIN) for name in RELAYS),
    Key("sg_ready_pins", List(PIN, 2), []),
    Key("relays_low", Flag(), False),  # the relays close when their pin is low
)


def probe_kinds() -> tuple:
    """What can hang in water: chips on a wire, and what the machine itself says."""
    air = ("bluetooth_thermometer", "push", "dht22", "scd4x")
    return ("unit", *(kind for kind in known_kinds() if kind not in air))


PROBE = (Key("kind", Word(probe_kinds, "are"), "ds18b20"), *WIRED[1:])
