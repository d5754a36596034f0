"""Hitachi R-LT0541-HTA: 13 bytes, the sum of the nibbles.

Sold as: Hitachi.
Variant: r_lt0541_hta_a.

       byte  76543210
        0-4  4D75B2890F
          5  ffffffff
          6  00ttttt1
       7-10  00000000
         11  00z00Pvh
         12  ########
             P power  t temperature  f fan  v louvres up-down  h louvres left-right  z sleep

Model a (R-LT0541-HTA-A). Byte 5 holds mode and fan together; the speed counts in cool only.
Power and swing are known as toggles of this remote; the sheet sends them as they stand.
Source: the project's IR fact sheet HITACHI_AC1.R-LT0541-HTA-A.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants r_lt0541_hta_a
modes heat cool dry fan_only
heat 1600,3200
cool 1600,3200
fans auto low medium high
swings auto
bit 400,500 400,1250 lsb
wire 3400,3400 @ 400,100000
hex 4D75B2890F0001000000000000
5.0:8 mode (auto=135 cool=fan (medium=38 auto|medium_high=134 min|low=22 *=70) heat=25 dry=20 *=18)
6.1:5 mode (auto=18 *=deg floor 16..32 -7)
11.0:1 swingh
11.1:1 swingv
11.2:1 power
11.5:1 mode (auto|cool=sleep *=0)
check 12 sum nib 5..11"""


def unit(variant):
    return IrUnit(TABLE, variant)
