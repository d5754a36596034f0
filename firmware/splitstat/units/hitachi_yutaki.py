"""Hitachi ATW-MBS-02: a Modbus gateway (RTU and TCP) for Yutaki air-to-water machines of the
line-up of 2016 and later.

Sold as: Hitachi (Yutaki S, S Combi, S80, M).
Source: the maker's manual PMML0419A rev. 1 (05/2016), as a project wrote its tables down. Not
tried on a real gateway.

    H1000  power              H1005  flow in heating, K     H1080  tank, K
    H1001  0 cool, 1 heat     H1006  flow in cooling, K     H1090  what the unit does
    H1002  circuit 1 runs     H1024  hot water runs         H1091  outdoor air, K
    H1003  3: fixed flow      H1025  tank told, K           H1092  inlet water, K
    H1004  2: the same, cool  line   9600 or 19200 baud     H1093  outlet water, K
                                                            H1223  alarm, 0 is none

Registers are counted from 0; the manual counts from 1. All temperatures are whole degrees. The
unit must be in central mode "water" or "full" (H1088), which its own controller sets.

Doubts: defrost is a bit of H1222, which the notation has no word for, so it is not told. Circuit 2
is left alone. Units from before 2016 have the hot water elsewhere.
"""

from splitstat.modbus.water import WaterUnit

MAP = """
H1000 state off=0 *=1
H1001 state heat=1 cool=0
H1002 state heat=1 cool=1 *=0
H1003 state heat=3
H1004 state cool=2
H1005 flow_heat 1/K 20..80 by 1
H1006 flow_cool 1/K 5..25 by 1
H1024 state hot_water=1 *=0
H1025 tank 1/K 30..80 by 1
H1080 top 1/K -80..100
H1090 action off=0 idle=1 idle=2 cooling=3 idle=4 idle=5 heating=6 idle=7 hot_water=8
H1091 outdoor 1/K
H1092 back 1/K -80..100
H1093 supply 1/K -80..100
H1223 error ok=0
"""


def unit(variant: str) -> WaterUnit:
    """The one machine of a gateway. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return WaterUnit(MAP)
