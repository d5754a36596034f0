"""A room as the doors show it: flat, always all keys, JSON-able."""


def state(house, i: int) -> dict:
    """cdeg and cpct as integers, words, None. until_min: rest of a hold, a boost or a vacation in
    minutes, 0 until the next block, -1 for ever, None where nothing ends."""
    out = house.outputs.rooms[i]
    inputs = house.inputs.rooms[i]
    room = house.controller.rooms[i]
    intent = room.intent
    command = out.command
    status = inputs.status
    sensors = []
    for n in range(len(inputs.cdeg)):
        cdeg = inputs.cdeg[n]
        age_s = None if cdeg is None else house.now_s - house.at_s[i][n]
        sensors.append([cdeg, age_s, room.reading.sensors[n].state, house.doubt(i, n)])
    return {
        "name": house.home["rooms"][i]["name"],
        "room_cdeg": out.room_cdeg,
        "humidity_cpct": inputs.humidity_cpct,
        "mode": out.mode,
        "wish": intent.wish,
        "heat_cdeg": out.heat_cdeg,
        "cool_cdeg": out.cool_cdeg,
        "fan": (intent.choice and intent.choice[4]) or "auto",
        "swing": (intent.choice and intent.choice[5]) or "auto",
        "action": out.action,
        "provenance": out.provenance,
        "reason": list(out.reason),
        "faults": list(house.faults(i)),
        "why": intent.why,
        "until_min": until_min(house, intent),
        "occupied": intent.occupied,
        "sleep": intent.sleep,
        "source": room.reading.source,
        "unit_mode": command and command.mode,
        "unit_setpoint_cdeg": command and command.setpoint_cdeg,
        "unit_fan": command and command.fan,
        "unit_fault": status and status.fault,
        "outdoor_cdeg": room.air.cdeg,
        "sensors": sensors,
    }


def until_min(house, intent):
    """Minutes that what is on lasts."""
    why = intent.why
    if why == "boost":
        return (intent.boost_s - house.now_s + 59) // 60
    if why == "vacation":
        return None if house.utc_min is None else max(0, intent.until - house.utc_min)
    if why == "hold":
        until = intent.until
        return until if until <= 0 else (until - house.now_s + 59) // 60
    return None
