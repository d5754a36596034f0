"""Procon MelcoBEMS MINI (A1M): a Modbus RTU gateway on the CN105 plug of Mitsubishi Electric
units.

Sold as: Mitsubishi Electric.
Sources: manualshive procon-a1m p. 14, easymanua.ls a1m p. 30. Not tried on a real gateway.

    H0  mode                 H7  power                  H12  fault, decimal
    H1  setpoint, 0.1 K      H8  room air, 0.1 K        H14  its own dead-band mode
    H2  fan                  H9  fault: 0x8000 none     H15  takes a room temperature, 0.1 K
    H3  louvre               line 9600 baud, parity by H6

The gateway can change between heat and cool by itself: set H14 to 0 when it is installed. Doubts:
the setpoint range and step are those of the remotes. Modes 9, 10 and 11 (i-see) can only be read
and are not named one by one: they read as an unknown mode.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """
H0 mode heat=1 cool=3 dry=2 fan_only=7 heat_cool=8
H1 setpoint 10/K 16..31 by 0.5
H2 fan auto=0 quiet=2 low=3 medium=5 high=6
H3 swing auto=0 highest=1 high=2 middle=3 low=4 lowest=5 auto=7
H7 power
H8 return 10/K
H9 error ok=32768 unit_silent=27033
H15 feel 10/K 0..50
"""


def unit(variant: str) -> ModbusUnit:
    """The one unit of a gateway. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return ModbusUnit(MAP)
