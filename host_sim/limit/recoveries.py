"""How punctual a learned start is: when a room reaches what its people are to find.

Counted is every block of a scheduled cell that was begun early, or that people found short of its
setpoint. A setpoint counts as reached by the room's own reading, at half the differential, as in
control/recovery.py.
"""

from dataclasses import replace

from host_sim.limit.suite import SPANS_MIN, START_DAY, spans
from host_sim.plant.weather import load_weather
from host_sim.world import World

NEAR_CDEG = 30
PUNCTUAL_MIN = 10
LATEST_MIN = 120
FIRST_DAYS = 7  # learning


def recoveries(cell, home, target_c: float) -> list:
    """(day, minute of the block, minutes from there until it was reached, negative: before, or
    None: not within two hours). home: with `recovery`, as of splitstat_cli/cell_home.py."""
    spaces = [{**home.spaces[0], "occupied": spans(cell.hours), "start_c": cell.comfort_c}]
    world = World(
        replace(home, spaces=spaces),
        load_weather(cell.climate),
        start_day=START_DAY[cell.season],
        days=cell.days,
        step_s=60,
        record_s=86400,
    )
    room = world.controller.rooms[0]
    begins = [start for start, _ in SPANS_MIN[cell.hours]]
    sign = 1 if cell.season == "heat" else -1
    found: list = []
    began = reached = open_at = None
    for k in range(cell.days * 1440):
        world.step(k)
        if room.reading.cdeg is None:
            continue
        near = (round(target_c * 100) - room.reading.cdeg) * sign <= NEAR_CDEG
        if began is None and room.intent.early_min is not None:
            began, reached = k, None
        if k % 1440 in begins:
            open_at = k
            if began is None and not near:
                began, reached = k, None
        if began is not None and reached is None and near:
            reached = k
        if open_at is not None and (k - open_at == LATEST_MIN or (near and reached is not None)):
            if began is not None:
                late_min = None if reached is None else reached - open_at
                found.append((open_at // 1440, open_at % 1440, late_min))
            began = open_at = None
    return found


def punctual(found: list) -> tuple:
    """(how many were reached within ten minutes, of how many), after the first week."""
    later = [late_min for day, _, late_min in found if day >= FIRST_DAYS]
    return sum(m is not None and abs(m) <= PUNCTUAL_MIN for m in later), len(later)
