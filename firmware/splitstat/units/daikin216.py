"""Daikin ARC433B69: two sections of 8 and 19 bytes.

Sold as: Daikin (ARC433B69).

       byte  76543210
       0-12  11DA27F00000000211DA270000
         13  0mmm000P
         14  0tttttt0
         15  00
         16  ffffvvvv
         17  0000hhhh
      18-20  000000
         21  0000000T
      22-25  00C00000
         26  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo

The quiet speed is reached by the quiet key only.
Source: the project's IR fact sheet DAIKIN216.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1400,3200
cool 1400,3200
fans auto low medium medium_high=high high=max
swings auto
bit 420,450 420,1300 lsb
wire 3440,1750 @0+64 420,29650 3440,1750 @8+152 420,29650
hex 11DA27F00000000211DA27000000000000000000000000C0000000
13.0:1 power
13.4:3 mode (auto=0 cool=3 heat=4 dry=2 *=6)
14.1:6 deg floor 14..32
16.0:4 swingv (off=0 *=15)
16.4:4 quiet (off=fan (low=3 medium=5 high=6 max=7 *=10) *=turbo (off=11 *=10))
17.0:4 swingh (off=0 *=15)
21.0:1 turbo
check 26 sum 8..25"""


def unit(variant):
    return IrUnit(TABLE, variant)
