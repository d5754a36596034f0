"""A whole-home system as the doors show it: flat, always all keys, JSON-able."""

import json

from splitstat.app.reason_text import faults, say

_ACTIONS = {"off": "idle", "heat": "heating", "cool": "cooling", "hot_water": "hot_water"}


def state(plant) -> dict:
    """Temperatures in cdeg, ages in minutes; None for what is not there or not known.

    tank_start_cdeg: below this the upper sensor begins a reheat; reheat_min: minutes until its
    next hours, 0 within them, None without any. proved_min: since the tank was hot enough for long
    enough, None: never; proof: "bottom", or "top" where no sensor is there. energy: the open month
    of plant_energy_file.months()."""
    control = plant.control
    command = control.command
    water = control.water
    head = plant.head
    status = None if head is None else head.status
    found = {
        "action": action(command),
        "reason": list(control.reason),
        "faults": problems(plant),
        "heat_pump": command.heat_pump,
        "boiler": command.boiler,
        "pump": command.pump,
        "immersion": command.immersion,
        "calling": control.calling,
        "flow_cdeg": command.flow_cdeg,
        "supply_cdeg": plant.inputs.supply_cdeg,
        "unit_action": status and status.action,
        "unit_fault": status and status.fault,
        "price": plant.inputs.prices[0],
        "gas_price": plant.inputs.prices[1],
        "hot_water": None,
        "energy": None,
    }
    if plant.accounts is not None:
        from splitstat.app.plant_energy_file import now

        found["energy"] = now(plant.accounts)
    if water is not None:
        found["hot_water"] = _tank(plant, water)
    return found


def action(command) -> str:
    """What the sources do, in one word."""
    for machine in (command.heat_pump, command.boiler):
        if machine != "off":
            return _ACTIONS[machine]
    return "hot_water" if command.immersion else "idle"


def problems(plant) -> list:
    """Faults of the tank, of the sources and of the hygiene."""
    found = []
    water = plant.control.water
    dual = plant.control.dual
    if water is not None:
        if water.fault:
            found.append(water.fault)
        if water.hygiene is not None and water.hygiene.overdue:
            found.append("hygiene_overdue")
    if dual is not None:
        if dual.pump.failed_s is not None:
            found.append("heat_pump_failed")
        if dual.boiler.failed_s is not None:
            found.append("boiler_failed")
    return found


def _tank(plant, water) -> dict:
    config = water.config
    hygiene = water.hygiene
    cdeg = plant.inputs.tank.cdeg
    return {
        "upper_cdeg": cdeg[0],
        "lower_cdeg": cdeg[1] if len(cdeg) > 1 else None,
        "setpoint_cdeg": config["setpoint_cdeg"],
        "most_cdeg": config["most_cdeg"],
        "target_cdeg": water.target_cdeg,
        "tank_start_cdeg": config["setpoint_cdeg"] - config["differential_cdeg"],
        "floor_cdeg": config["floor_cdeg"],
        "reheat_min": _reheat_min(config["windows"], plant.house.controller.clock.week_min),
        "filling": water.filling,
        "boost": water.boosting,
        "reason": list(water.reason),
        "hygiene_cdeg": hygiene and hygiene.cdeg,
        "hygiene_hold_min": hygiene and hygiene.hold_s // 60,
        "period_min": hygiene and hygiene.period_min,
        "proof": hygiene and hygiene.proof,
        "proofs": hygiene and hygiene.proofs,
        "proved_min": hygiene and hygiene.age_min,
        "held_min": hygiene and hygiene.held_s // 60,
        "due": hygiene and hygiene.due,
        "overdue": hygiene and hygiene.overdue,
    }


def _reheat_min(windows, week_min):
    if not windows or week_min is None:
        return None
    best = 10080
    for i in range(0, len(windows), 2):
        if windows[i] <= week_min < windows[i + 1]:
            return 0
        best = min(best, (windows[i] - week_min) % 10080)
    return best


def payload(plant) -> bytes:
    """For the broker: the state, and what only people want to read."""
    said = state(plant)
    said["text"] = say(said["action"], said["reason"][0], said["reason"][1])
    said["fault_text"] = faults(said["faults"])
    tank = said["hot_water"]
    if tank:
        tank["text"] = say("hot water", tank["reason"][0], tank["reason"][1])
    return json.dumps(said).encode()
