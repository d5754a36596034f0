"""All at once that may be wrong with a room and its unit: the robust cell of the suite.

The room's sensor reads too warm and noisily, the unit's own far too warm; every tenth frame or
answer is lost; somebody airs the room each morning; and the machine has half the capacity.
"""

from collections import namedtuple
from math import inf

from host_sim.channel.sensor import Sensor

OFFSET_K, NOISE_K = 0.5, 0.1
UNIT_BIAS_K = 2.0
LOST = 0.1
CAPACITY = 0.5
AIRED_MIN = (510, 525)  # as people leave: while they sit there nobody could keep it comfortable

# What World asks a scenario for.
Wires = namedtuple("Wires", "faults")


def sensor(seed: int) -> Sensor:
    return Sensor(seed, offset_k=OFFSET_K, noise_k=NOISE_K)


def wires(room: str) -> Wires:
    """The losses on the way to the unit of this room, whatever way it is."""
    return Wires({
        (room, "ir"): ((0, inf, "loss", LOST),),
        (room, "modbus"): ((0, inf, "lost", LOST),),
    })  # fmt: skip


def air(plant, week_min: int):
    """The window, before each step of the plant."""
    first, last = AIRED_MIN
    plant.window_forced[0] = int(first <= week_min % 1440 < last)
