"""Hitachi, 28 bytes: the sum runs over the bits in the other order.

Sold as: Hitachi.

       byte  76543210
        0-8  80080C02FD807F8848
          9  t00-0000
         10  mmmm0000
         11  0tttttt0
         12  00
         13  fff00000
         14  v--00000
         15  h--00000
         16  00
         17  0000000P
      18-26  000000000000800000
         27  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right

The setpoint is its bits in the other order, twice the degrees; a bit in byte 9 tells 16 degC.
Source: the project's IR fact sheet HITACHI_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3200
cool 1600,3200
fans auto low medium medium_high=high high=max
swings auto
bit 400,500 400,1250 msb
wire 3300,1700 @ 400,100000
hex 80080C02FD807F884810000000006060000000000000000080000000
9.7:1 deg floor 16..17 17-
10.4:4 mode (auto=4 cool=2 heat=12 dry=10 *=3)
11.1:6 deg floor 16..32 [2,34,18,50,10,42,26,58,6,38,22,54,14,46,30,62,1]
13.5:3 fan (medium=6 high=mode (dry=6 *=1) max=mode (dry=6 *=5) auto|medium_high=mode (dry|fan=2 \
*=4) *=2)
14.7:1 swingv
15.7:1 swingh
17.0:1 power
9.4:1 - seen clear
14.5:2 - seen clear
15.5:2 - seen clear
check 27 sum rev minus 0..26 +62 turned"""


def unit(variant):
    return IrUnit(TABLE, variant)
