"""Other people's thermostats, from their published rules, in our own words.

Each file is one of them: `step(seen)` returns what the unit is told now, a Word, or None to leave
it as it is. They see what they would see: their sensor, the outdoor air, the target of the hour.
splitstat_cli/bench_control.py names those of the benchmark.
"""

from collections import namedtuple

# What a rival sees. cls: heat or cool; room_c and outdoor_c as measured; target_c of this hour;
# return_c: the unit's own sensor, for those that read it; step_k: the grid of the unit's setpoint.
Seen = namedtuple("Seen", "now_s cls room_c outdoor_c target_c return_c step_k")

# What the unit is told: on, the setpoint in degC, the word of the fan.
Word = namedtuple("Word", "on setpoint_c fan")

STOP = Word(False, 20.0, "auto")


def full_blast(cls) -> Word:
    """On, as hard as it goes: how on/off thermostats drive a unit over infra-red."""
    return Word(True, 30.0 if cls == "heat" else 16.0, "high")


def on_grid(value_c: float, step_k: float) -> float:
    """To the nearest setpoint that the unit has."""
    return round(value_c / step_k) * step_k
