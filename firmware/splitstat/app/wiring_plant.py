"""The wires of a whole-home system, from the compiled home and the board file. Needed once, at the
start."""

from splitstat import units
from splitstat.app.plant import SUPPLY, Plant
from splitstat.app.plant_loop import PlantLoop
from splitstat.app.plant_store import PlantStore
from splitstat.app.sensor import Probe


class PlantProbe(Probe):
    """A probe in the water. number: of Plant.heard()."""

    def say(self, cdeg, cpct):
        """Hands a value, or none, to the plant."""
        self.house.plant.heard(self.number, None if cdeg is None else cdeg + self.offset_cdeg)


class ValveHead:
    """The place of a room's valve among the heads: the plant tells it (plant_outputs.py)."""

    status = previous = None

    def tell(self, command):
        """Nothing: the plant goes by its own."""


def plant_of(house, lines: dict, board):
    """The home's Plant, built. lines: {task: heads}, to which its machine's is added. Raises
    ValueError for a bus that the board does not have."""
    config = house.home["whole_home"]
    wires = config["wires"]
    rooms = []
    for i in range(len(house.traits)):
        if house.home["rooms"][i]["unit"].split(".")[0] == "valve":
            rooms.append(i)
    plant = Plant(house, config, rooms)
    house.plant = plant
    if wires["unit"]:
        _machine(plant, wires, lines, board)
    _outputs(plant, wires, rooms)
    return plant


def _machine(plant, wires, lines, board):
    from splitstat.app.plant_head import PlantHead
    from splitstat.app.wiring_modbus import master_of

    house = plant.house
    masters = {}
    for heads in lines.values():
        for head in heads:
            if hasattr(head, "master"):
                masters[house.home["rooms"][head.room]["bus"]] = head.master
    unit = units.load(wires["unit"])
    line = wires["bus"]
    probes = []
    if wires["supply"] is None or wires["supply"]["kind"] == "unit":
        probes.append((SUPPLY, "supply"))
    for n in range(len(wires["tank"])):
        if wires["tank"][n]["kind"] == "unit":
            probes.append((n, "top"))
    master = master_of(line, masters, board, wires["line"])
    plant.head = PlantHead(plant, unit, master, wires["address"], probes)
    lines.setdefault(line, []).append(plant.head)


def _outputs(plant, wires, rooms):
    home = plant.house.home
    relays = []
    zones = []
    valves = []
    for pin in wires["pins"] + wires["sg"]:
        relays.append(_relay(pin, wires["low"]))
    for n in range(len(rooms)):
        room = home["rooms"][rooms[n]]
        if room["pin"] is not None:
            zones.append((n, _relay(room["pin"], wires["low"])))
        if room.get("valve"):
            valves.append((n, room["valve"][0], room["valve"][1]))
    if [relay for relay in relays if relay is not None]:
        from splitstat.app.plant_outputs import Relays

        count = len(wires["pins"])
        plant.outputs.append(Relays(relays[:count], relays[count:]))
    if zones:
        from splitstat.app.plant_outputs import ZoneRelays
        from splitstat.control.zones import Zones

        plant.outputs.append(ZoneRelays(zones, Zones(len(rooms))))
    if valves:
        from splitstat.app.plant_valves import BrokerValves

        plant.outputs.append(BrokerValves(valves))


def _relay(pin, low):
    if pin is None:
        return None
    from splitstat.hardware.relay import Relay

    return Relay(pin, low)


def probes(plant) -> list:
    """(number of Plant.heard(), sensor of the compiled home) for wiring_probes.probes_of()."""
    wires = plant.config["wires"]
    found = [(SUPPLY, wires["supply"])]
    for n in range(len(wires["tank"])):
        found.append((n, wires["tank"][n]))
    wanted = []
    for n, sensor in found:
        if sensor is not None and sensor["kind"] != "unit":
            wanted.append((n, sensor))
    return wanted


def loop_of(house, heads, contacts, store, plant, nvs):
    """The scan of both. store: None in the safe profile."""
    kept = None
    if store is not None:
        from splitstat.app.restore import newest

        kept = PlantStore(nvs, plant)
        data = newest(kept, "p")
        if data is not None:
            try:
                plant.restore(0, data)
            except (ValueError, TypeError, IndexError, KeyError):
                house.log.add(house, -1, "snapshot_lost")
    if plant.config.get("energy"):
        from splitstat.app.plant_energy import Accounts

        path = None if store is None else "/data/energy"
        plant.accounts = Accounts(plant.config["energy"], path)
    house.outbox = house.outbox or []
    return PlantLoop(house, heads, contacts, store, plant, kept)
