"""A whole-home system on the pins of a virtual board: probes in its water, relays, the heat pump's
gateway. What is told goes to the plant's WaterSide and to the valves."""

from host_sim.channel.noisy_wire import Wire
from host_sim.channel.plant_channel import POCKET_S
from host_sim.channel.water_gateway import WaterGateway
from splitstat import units
from splitstat.control.plant_command import PlantCommand
from splitstat.control.types import UnitCommand

BOILER_CDEG = 6000  # set at the boiler itself
HEAT_PUMP, COOL, HOT_WATER, BOILER, PUMP, IMMERSION = range(6)


class PlantOnPins:
    """home: HomePlant; wires: BoardWires of the board that has it."""

    def __init__(self, home, wires, compiled: dict, buses: dict):
        self.home = home
        self.wires = wires
        self.rooms = compiled["rooms"]
        self.plan = compiled["whole_home"]["wires"]
        self.water = home.plant.water_sides[0]
        self.tank_cdeg = compiled["whole_home"]["flow_max_cdeg"]
        self.valves = [
            (home.plant.heads[home.index(room["name"])], room)
            for room in self.rooms
            if room["unit"].startswith("valve")
        ]
        self.gateway = None
        if self.plan["unit"]:
            unit = units.load(self.plan["unit"])
            outdoor = lambda: home.plant.outdoor_c  # noqa: E731
            self.gateway = WaterGateway(unit, self.water, outdoor, self.plan["address"])
            wire = Wire(self.gateway)
            wires.lines.setdefault(buses[self.plan["bus"]][0], []).append(wire)

    def probes(self):
        """(sensor of the compiled home, what it measures, its lag)."""
        water = self.water
        if self.plan["supply"] is not None:
            yield self.plan["supply"], lambda: water.supply_c, POCKET_S
        for n, sensor in enumerate(self.plan["tank"]):
            yield sensor, lambda n=n: water.sensors_c[n], POCKET_S

    def closed(self, pin) -> bool:
        """Whether the relay on a pin is closed; it is open while nobody drives the pin."""
        low = self.plan["low"]
        return pin is not None and self.wires.driven.get(pin, low) != low

    def step(self):
        """What is told now."""
        on = [self.closed(pin) for pin in self.plan["pins"]]
        heat_pump = "off"
        flow_cdeg, tank_cdeg = 4500, self.tank_cdeg
        if self.gateway is not None:
            heat_pump = self.gateway.state
            names = ("flow_cool", "flow") if heat_pump == "cool" else ("flow_heat", "flow")
            flow_cdeg = self.gateway.told_cdeg(*names) or flow_cdeg
            tank_cdeg = self.gateway.told_cdeg("tank") or tank_cdeg
        elif on[HEAT_PUMP]:
            heat_pump = "cool" if on[COOL] else "heat"
        boiler = ("hot_water" if on[HOT_WATER] else "heat") if on[BOILER] else "off"
        if self.gateway is None and on[HOT_WATER] and not on[BOILER]:
            heat_pump = "hot_water"
        pump = on[PUMP] or (self.plan["pins"][PUMP] is None and "heat" in (heat_pump, boiler))
        self.water.obey(
            PlantCommand(heat_pump, flow_cdeg, boiler, BOILER_CDEG, tank_cdeg, on[IMMERSION], pump)
        )
        for head, room in self.valves:
            cdeg = room["heat_cdeg"] + 20
            mode = "heat"
            if room["pin"] is not None:
                mode, cdeg = ("heat", 3000) if self.closed(room["pin"]) else ("off", 700)
            if head.command is None or (head.command.mode, head.command.setpoint_cdeg) != (
                mode, cdeg,
            ):  # fmt: skip
                head.obey(UnitCommand(mode, cdeg, "auto", None, False))
