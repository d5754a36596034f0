"""What a whole-home heating system is told: its heat pump, boiler, pump and immersion heater.

Temperatures are centi-degrees Celsius. The thermostatic valves of the rooms get UnitCommands of
their own (types.py).
"""

from collections import namedtuple

# heat_pump: "off", "heat", "cool" or "hot_water", with the flow temperature that it works to;
# boiler: "off", "heat" or "hot_water", with its own; tank_cdeg: what hot water is heated to;
# immersion, pump: on or off.
PlantCommand = namedtuple(
    "PlantCommand", "heat_pump flow_cdeg boiler boiler_cdeg tank_cdeg immersion pump".split()
)

IDLE = PlantCommand("off", 3500, "off", 5000, 5000, False, False)
