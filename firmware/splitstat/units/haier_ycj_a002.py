"""Haier YCJ-A002: a Modbus RTU gateway for one indoor unit of Haier's multi and commercial splits.

Sold as: Haier.
Sources: registers and ranges from wirenboard/wb-mqtt-serial, config-haier-ycj-a002.json; the codes
from two projects that agree, a Larnitech script (desc "Haier YCJ-A002") and
dk-1983/Modbus_Devices, equipment/haier.py, which has them from the maker's manual. Not tried on a
real gateway.

    coil 0  on/off     H0  setpoint, degC     I0  room air, degC
    line    19200 8N1  H1  mode               I1  alarm code, 0 is fine
                       H2  fan

Doubts: that alarm code 0 means "fine". H3 locks the wall controller and is left alone.
"""

from splitstat.modbus.unit import ModbusUnit

LINE = (19200, "none")  # as delivered; a home file or an option may say otherwise

MAP = """
C0 power
H0 setpoint 1/K 16..30 by 1
H1 mode heat=2 cool=1 dry=3 fan_only=4 heat_cool=5
H2 fan auto=4 low=1 medium=2 high=3
I0 return 1/K
I1 error ok=0
"""


def unit(variant: str) -> ModbusUnit:
    """The one unit of a gateway. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return ModbusUnit(MAP)
