"""Which machine stands behind which room: splits on an outdoor unit, or emitters behind water."""

from host_sim.plant.emitter import Emitter
from host_sim.plant.indoor_unit import IndoorUnit
from host_sim.plant.outdoor_unit import OutdoorUnit
from host_sim.plant.water_side import WaterSide


def machines_of(rooms, outdoor_units, values, dt_s):
    """Plant's `rooms` and `outdoor_units`, and the rooms' building values -> (heads, the head of
    each room or None, outdoor units)."""
    heads, head_of = [], []
    groups = [[] for _ in outdoor_units]
    for i, room in enumerate(rooms):
        n = room.get("outdoor_unit")
        if n is None:
            head_of.append(None)
            continue
        emitters = outdoor_units[n].get("emitters")
        if emitters is None:
            head = IndoorUnit(i, room.get("unit", {}), dt_s)
        else:
            head = Emitter(i, emitters, room["radiator_w"], values[i]["area_m2"], dt_s)
        head_of.append(len(heads))
        heads.append(head)
        groups[n].append(head)
    units = [
        (WaterSide if "emitters" in options else OutdoorUnit)(group, options, dt_s)
        for group, options in zip(groups, outdoor_units, strict=True)
    ]
    return heads, head_of, units
