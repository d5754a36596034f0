"""Daikin RTD-RA, RTD-10, RTD-20, RTD-NET and EKMBPP1: Modbus RTU behind the plug of splits (S21)
or the remote's line (P1P2).

Sold as: Daikin.
Sources: Daikin 4P720139-1B/C p. 21-30. Not tried on a real gateway.

    H1  setpoint     H4  air flow       I22  error: 255 none, else two letters
    H2  fan          H5  power          I23  return air, 0.01 K
    H3  mode         line 9600 8N1      address 0..63

Doubts: the scale of H1 was not seen. "daikin_rtd.degrees" writes degrees, "daikin_rtd.hundredths"
hundredths, as the read-back has them: try which one is read back from the remote. Fan 1..5 is
taken for five speeds. Air flow in degrees is taken from the horizontal. These gateways clamp
values that are out of range without a word; the read-back shows it. Another source gives the
RTD-10 the table of intesis.py.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """
H1 setpoint %s 16..32 by %s
H2 fan low=1 medium_low=2 medium=3 medium_high=4 high=5
H3 mode heat=1 cool=3 dry=4 fan_only=2 heat_cool=0
H4 swing auto=1 highest=2 high=3 middle=4 low=5 lowest=6
H5 power
I22 error ok=255 starting=0
I23 return 100/K
"""


def variants() -> list:
    return ["degrees", "hundredths"]


def unit(variant: str) -> ModbusUnit:
    """How setpoints are scaled. Raises ValueError for anything else."""
    if variant not in variants():
        raise ValueError(variant)
    return ModbusUnit(MAP % (("1/K", "1") if variant == "degrees" else ("100/K", "0.5")))
