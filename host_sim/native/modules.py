"""Which modules are compiled: those that run in every step of a simulated home."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
HOST = (
    "judge metrics recorder world "
    "channel.faults channel.ir_channel channel.modbus_channel channel.modbus_gateway "
    "channel.noisy_wire channel.onokom_gateway channel.panel channel.sensor "
    "plant.air plant.doors plant.indoor_unit plant.inside plant.latch plant.occupants "
    "plant.outdoor_unit "
    "plant.plant plant.rooms plant.thermostats"
).split()
CONTROL = (
    "changeover controller guards hand intent lockout modulation outdoor_air outdoor_unit room "
    "room_reading rounding schedule sender sensor_health types verify wall_clock zone"
).split()
MODBUS = "conversation pdu reads register_map rtu unit".split()
NATIVE = (
    *(f"host_sim.{name}" for name in HOST),
    *(f"splitstat.control.{name}" for name in CONTROL),
    *(f"splitstat.modbus.{name}" for name in MODBUS),
)
# Read as well, for what they put into the others' objects.
BESIDE = ("host_sim", "host_sim/plant", "host_sim/channel")
BESIDE_FIRMWARE = ("splitstat/control", "splitstat/modbus")


def texts() -> dict[str, str]:
    """Source of every module that is read, by name."""
    found = {}
    for top, folders in ((ROOT, BESIDE), (ROOT / "firmware", BESIDE_FIRMWARE)):
        for folder in folders:
            for path in sorted((top / folder).glob("*.py")):
                if path.stem != "__init__":
                    found[".".join((*folder.split("/"), path.stem))] = path.read_text("utf-8")
    return found
