"""Daikin RTD-RA, RTD-10, RTD-20, RTD-NET and EKMBPP1: Modbus RTU behind the plug of splits (S21)
or the remote's line (P1P2).

Sold as: Daikin.
Sources: Daikin 4P720139-1B/C (EKMBPP1) p. 21-30; for RTD-RA dk-1983/Modbus_Devices,
equipment/daikin.py, for RTD-NET a Larnitech script, both of which write H1 in whole degrees. Not
tried on a real gateway.

    H1  setpoint, degC   H4  air flow       I22  error: 255 none, 0 waiting, else two letters
    H2  fan              H5  power          I23  return air, 0.01 K
    H3  mode             line 9600 8N1      address 0..63

"daikin_rtd.ra" is the RTD-RA: its fan has an automatic (0), its louvre swings (1) or stands (0).
"daikin_rtd.ekmbpp1" is the adapter for the remote's line: no automatic fan can be asked for, one
that is set at the remote reads as high (manual, note e), and units with three speeds take 1, 3 and
5. These gateways put a value out of range to its limit without a word; the read-back shows it. All
switch units on or off by themselves when Modbus falls silent, as their switches for the master's
time-out say: set those on purpose.

Doubts: "daikin_rtd.net" (RTD-10, RTD-20, RTD-NET) has the table of its successor EKMBPP1; the
script for it counts the fan from 1 for automatic. Whether the thermostat's state stands in I130,
as one source has it, was not seen in a manual. Air flow in degrees is taken from the horizontal.
Another source gives the RTD-10 the table of intesis.py.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """
H1 setpoint 1/K 16..32 by 1
H2 fan %slow=1 medium_low=2 medium=3 medium_high=4 high=5
H3 mode heat=1 cool=3 dry=4 fan_only=2 heat_cool=0
H4 swing %s
H5 power
I22 error ok=255 starting=0 unit_silent=14388
I23 return 100/K
"""

ANGLES = "auto=1 highest=2 high=3 middle=4 low=5 lowest=6"


def variants() -> list:
    return ["ekmbpp1", "net", "ra"]


def unit(variant: str) -> ModbusUnit:
    """Which adapter. Raises ValueError for anything else."""
    if variant == "ra":
        return ModbusUnit(MAP % ("auto=0 ", "auto=1"))
    if variant not in variants():
        raise ValueError(variant)
    return ModbusUnit(MAP % ("", ANGLES))
