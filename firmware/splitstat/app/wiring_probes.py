"""The sensors of this board, from the compiled home and the board file. Needed once, at the start;
wires that few homes have are in wiring_buses.py."""

from splitstat.app.sensor import OUTDOOR, SUPPLY, Probe


def probes_of(house, board, plant=None):
    """The sensors, each with a step() for wire_task.py. plant: plant.Plant, or None."""
    home = house.home
    buses = {}
    found = []
    shouted = []
    wanted = []
    if home["outdoor"]:
        wanted.append((OUTDOOR, 0, home["outdoor"]))
    for i in range(len(house.traits)):
        room = home["rooms"][i]
        for n in range(len(room["sensors"])):
            wanted.append((i, n, room["sensors"][n]))
        if room["supply_pin"] is not None:
            supply = {"kind": "supply_air", "pin": room["supply_pin"], "address": None}
            wanted.append((i, SUPPLY, supply))
    if plant is not None:
        from splitstat.app import wiring_plant

        for n, sensor in wiring_plant.probes(plant):
            wanted.append((plant, n, sensor))
    for i, n, sensor in wanted:
        kind = sensor["kind"]
        if kind == "push":
            continue
        driver = __import__("splitstat.sensors." + kind, None, None, ("decode",))
        where = sensor["address"]
        probe = Probe
        ear = _ear(house, sensor)
        offset_cdeg = 0
        if i == OUTDOOR:
            offset_cdeg = sensor["offset_cdeg"]
        elif i is plant:
            offset_cdeg = sensor["offset_cdeg"]
            probe = wiring_plant.PlantProbe
        if kind == "bluetooth_thermometer":
            shouted.append((where, Probe(ear, driver, None, None, i, n, offset_cdeg)))
            continue
        if where is None:
            where = getattr(driver, "ADDRESS", None)
        elif isinstance(where, str):
            where = bytes.fromhex(where)
        bus = _bus(driver, sensor, buses, board)
        found.append(probe(ear, driver, bus, where, i, n, offset_cdeg))
    if shouted:
        from splitstat.app.wiring_buses import listeners

        found.extend(listeners(shouted))
    return found


def _ear(house, sensor):
    """What hears a sensor."""
    if "correction" not in sensor:
        return house
    from splitstat.app.corrected import Corrected

    return Corrected(house, sensor["correction"])


def _bus(driver, sensor, buses, board):
    """The wire of a sensor, opened once."""
    if not hasattr(driver, "ADDRESS"):
        from splitstat.app.wiring_buses import bus_of

        return bus_of(sensor, buses)
    key = sensor["port"] or board.I2C[0][0]
    if key not in buses:
        from splitstat.hardware.i2c_bus import I2cBus

        buses[key] = I2cBus(*dict(board.I2C)[key])
    return buses[key]
