"""Hitachi HARC-MODBUS and HC-A16MB: a gateway to an H-LINK, 32 registers for each indoor unit.

Sold as: Hitachi.
Sources: easymanua.ls harc-modbus p. 13, psc-a1t p. 650, PMML0351A. Not tried on a real gateway.

    +3   set on/off       +9   is on/off      +15  air inlet, degC     +22  0 off, 1 thermo-off,
    +4   set mode         +10  is in mode     +19  alarm                    2 thermo-on, 3 alarm
    +5   set fan          +11  is at fan      +24  outdoor air, degC
    +6   set temperature  +12  is set to

Register = N + 32 * unit + offset; N is 2000, or 20000 in old ones: "hitachi_harc.n2000.5",
"hitachi_harc.n20000.0". Offset 22 tells thermo-off from thermo-on, so the action is the unit's
own. Doubts: that the read-back at 9-12 has the order of 3-6; it is not spelt out. The louvre at 7
has a range that is not given, and is left alone.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """stride %s 32
H3:H9 power
H4:H10 mode heat=3 cool=0 dry=1 fan_only=2 heat_cool=4
H5:H11 fan low=0 medium=1 high=2
H6:H12 setpoint 1/K 17..30 by 1
H15 return 1/K
H16 -
H17 -
H18 -
H19 error ok=0
H20 -
H21 -
H22 action off=0 idle=1 on=2
H24 outdoor 1/K
"""


def variants() -> list:
    """The two bases; after a dot follows the number of the unit."""
    return ["n2000", "n20000"]


def unit(variant: str) -> ModbusUnit:
    """A base and a unit, 0..159. Raises ValueError for anything else."""
    base, _, index = variant.partition(".")
    if base not in variants() or (index and not (index.isdigit() and int(index) < 160)):
        raise ValueError(variant)
    return ModbusUnit(MAP % base[1:], int(index or 0))
