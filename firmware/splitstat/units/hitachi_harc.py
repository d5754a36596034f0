"""Hitachi HARC-MODBUS and HC-A8MB, HC-A16MB, HC-A64MB: gateways to an H-LINK, 32 registers for
each indoor unit.

Sold as: Hitachi.
Sources: HARC-MODBUS manual PMML0175A p. 12, HC-A manual PMML0351A rev. 4 p. 9-10 (also PSC-A1T
p. 650). Not tried on a real gateway.

    +3   set on/off       +9   is on/off      +15  air inlet, degC     +22  0 off, 1 thermo-off,
    +4   set mode         +10  is in mode     +19  alarm                    2 thermo-on, 3 alarm
    +5   set fan          +11  is at fan      +24  outdoor air, degC
    +6   set temperature  +12  is set to      +13  louvre              line 9600 or 19200 baud
    +7   set louvre

Register = N + 32 * unit + offset. "hitachi_harc.n20000.0" is the HARC-MODBUS: three fan speeds,
louvre 0..8 (8 is automatic), no temperatures. "hitachi_harc.n2000.5" is an HC-A: fan also high2
(3, reads as high) and automatic (4), louvre 0..7 (7 is automatic); it answers at 20000, too.
Offset 22 tells thermo-off from thermo-on, so the action is the unit's own.

Doubts: the setpoint's range: 17..30 of both manuals' read-back; an HC-A takes what the unit does.
Which way the louvre's positions are counted is not said: only its automatic is used.
"""

from splitstat.modbus.unit import ModbusUnit

# For %s: fan codes before and after, the louvre's automatic. STATE: both have it; AIR: an HC-A.
MAP = """
H3:H9 power
H4:H10 mode heat=3 cool=0 dry=1 fan_only=2 heat_cool=4
H5:H11 fan %slow=0 medium=1 high=2%s
H6:H12 setpoint 1/K 17..30 by 1
H7:H13 swing auto=%s
"""
STATE = """H19 error ok=0
H20 -
H21 -
H22 action off=0 idle=1 on=2
"""
AIR = """H15 return 1/K
H16 -
H17 -
H18 -
"""


def variants() -> list:
    """The two bases; after a dot follows the number of the unit."""
    return ["n2000", "n20000"]


def unit(variant: str) -> ModbusUnit:
    """A base and a unit, 0..159. Raises ValueError for anything else."""
    base, _, index = variant.partition(".")
    if base not in variants() or (index and not (index.isdigit() and int(index) < 160)):
        raise ValueError(variant)
    text = "stride " + base[1:] + " 32"
    if base == "n2000":
        text += MAP % ("auto=4 ", " high=3", "7") + AIR + STATE + "H24 outdoor 1/K\n"
    else:
        text += MAP % ("", "", "8") + STATE
    return ModbusUnit(text, int(index or 0))
