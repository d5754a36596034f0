"""Daikin BRC4C: two sections of 7 and 15 bytes.

Sold as: Daikin (BRC4C).

       byte  76543210
       0-11  11DA171804001E11DA171800
         12  0m1m0011
         13  00
         14  0mmm000P
      15-16  0000
         17  00ttttt0
         18  00f101hh
      19-20  0020
         21  ########
             P power  m mode  t temperature  f fan  h louvres left-right

Two fan speeds. Dry and fan send no setpoint. Louvres left-right only.
Source: the project's IR fact sheet DAIKIN176.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1400,3200
cool 1400,3200
fans low high
bit 370,710 370,1780 lsb
wire 5070,2140 @0+56 370,29410 5070,2140 @7+120 370,29410
hex 11DA171804001E11DA17180023000000000014002000
12.4:1 mode (dry|fan=0 *=1)
12.6:1 mode (dry=0 *=1)
14.0:1 power
14.4:3 mode (auto=3 cool=2 heat=1 dry=7 *=0)
17.1:5 mode (dry|fan=8 *=deg floor 14..32 -9)
18.0:2 swingh (off=2 *=1)
18.5:1 fan (min|low=0 *=1)
check 21 sum 7..20"""


def unit(variant):
    return IrUnit(TABLE, variant)
