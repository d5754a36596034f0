"""Contacts of a whole-home system: relays of its machines, SG Ready, zone valves."""


class Relays:
    """relays: hardware.relay.Relay or None each: heat pump, cooling, hot water, boiler, pump,
    immersion heater (tools: home_plant_wiring.py says when each closes). sg: the two contacts of
    SG Ready, or none."""

    def __init__(self, relays, sg):
        self.relays = relays
        self.sg = sg

    def show(self, plant):
        """Closes and opens them."""
        control = plant.control
        command = control.command
        pump = command.heat_pump
        tank = pump == "hot_water" or command.boiler == "hot_water"
        wanted = (
            pump == "heat" or pump == "cool",
            pump == "cool",
            tank,
            command.boiler != "off",
            command.pump and not tank,
            command.immersion,
        )
        for n in range(len(wanted)):
            if self.relays[n] is not None:
                self.relays[n].set(wanted[n])
        if self.sg:
            water = control.water
            must = control.frost or (water is not None and water.first)
            blocked = plant.house.inputs.shed and not must
            tank = plant.inputs.tank
            self.sg[0].set(blocked)
            self.sg[1].set(not blocked and tank is not None and tank.surplus)


class ZoneRelays:
    """relays: [(number among the rooms behind the plant, Relay)]; zones: control.zones.Zones."""

    def __init__(self, relays, zones):
        self.relays = relays
        self.zones = zones

    def show(self, plant):
        """Opens and shuts them."""
        control = plant.control
        command = control.command
        moving = command.pump and command.heat_pump != "hot_water"
        outputs = plant.house.outputs
        shift_cdeg = plant.inputs.shift_cdeg
        self.zones.step(control.rooms, outputs, control.calling, moving, control.frost, shift_cdeg)
        for n, relay in self.relays:
            relay.set(self.zones.open[n])
