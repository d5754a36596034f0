"""Daikin ARC423: two sections of 7 and 13 bytes.

Sold as: Daikin (ARC423).

       byte  76543210
       0-11  11DA27F00D000F11DA2700D3
         12  0mmm000P
         13  vvvv0001
      14-15  0000
         16  00ttttt0
         17  0000ffff
         18  08
         19  ########
             P power  m mode  t temperature  f fan  v louvres up-down

Source: the project's IR fact sheet DAIKIN160.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1400,3200
cool 1400,3200
fans auto quiet=min low medium medium_high=high high=max
swings highest high middle low lowest
bit 342,700 342,1786 lsb
wire 5000,2145 @0+56 342,29650 5000,2145 @7+104 342,29650
hex 11DA27F00D000F11DA2700D30001000000000800
12.0:1 power
12.4:3 mode (auto=0 cool=3 heat=4 dry=2 *=6)
13.4:4 swingv (highest=5 high=4 middle=3 low=2 lowest=1 *=15)
16.1:5 deg floor 14..32 -10
17.0:4 fan (min=3 low=4 medium=5 high=6 max=7 *=10)
check 19 sum 7..18"""


def unit(variant):
    return IrUnit(TABLE, variant)
