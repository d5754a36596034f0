"""CoolAutomation CoolMasterNet: one Modbus address for the indoor units of many makers, 16
registers each.

Sold as: CoolAutomation.
Sources: support.coolautomation.com article 31843947469213, CoolPlug PRM p. 6. Not tried on a real
gateway.

    +0  mode    +2  setpoint, 0.1 K   +5  louvre            +7  malfunction
    +1  fan     +3  power             +6  room air, 0.1 K   discrete +0  demand

"coolmaster.0" is the first unit: the addresses begin at 17 counted from one, 16 on the wire.
Doubts: range and step of the setpoint are those of most remotes. The louvre's angles of 30 and 60
degrees do not say from where they are counted, so only the clear ones are used. Modes "haux" (4)
and fan "top" (4): the first is unknown here, the second reads as high.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """stride 16 16
H0 mode heat=1 cool=0 dry=3 fan_only=5 heat_cool=2
H1 fan auto=3 quiet=5 low=0 medium=1 high=2 high=4
H2 setpoint 10/K 16..30 by 0.5
H3 power
H4 -
H5 swing auto=5 highest=4 middle=2 lowest=0
H6 return 10/K
H7 error ok=0
D0 action idle=0 on=1
"""


def unit(variant: str) -> ModbusUnit:
    """The number of the unit, 0..127; none is the first. Raises ValueError for anything else."""
    if variant and not (variant.isdigit() and int(variant) < 128):
        raise ValueError(variant)
    return ModbusUnit(MAP, int(variant or 0))
