"""LG PDRYCB500: a dry contact with Modbus RTU for one residential indoor unit.

Sold as: LG.
Source: LG's installation manual (manualshelf, pdrycb500 p. 5-6) and submittal sheet. Not tried on
a real unit.

    coil 0  run                  H0   mode               I2   room air, 0.1 K
    line    9600 baud, 8N1       H1   setpoint, 0.1 K    I99  error, 0 is fine
                                 H14  fan

Doubts: the maker's tables leave mode code 1 out; one project (filipvh/lg-airco-modbus-mqtt) uses
it for dry, so there is no dry here. Fan 7 is "super high" and reads as high; the submittal sheet
has only 1 to 3. The step of the setpoint is not given: whole degrees.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """
C0 power
I2 return 10/K
H0 mode heat=4 cool=0 fan_only=2 heat_cool=3
H1 setpoint 10/K 18..30 by 1
I99 error ok=0
H14 fan auto=4 low=1 medium=2 high=3 high=7
"""


def unit(variant: str) -> ModbusUnit:
    """The one unit there is. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return ModbusUnit(MAP)
