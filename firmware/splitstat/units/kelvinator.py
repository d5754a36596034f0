"""Kelvinator, also sold by Gree and Sharp: two blocks of 8 bytes.

Sold as: Gree, Kelvinator, Sharp OEM.

       byte  76543210
          0  0vffPmmm
          1  0000tttt
          2  cFlT0000
          3  50
          4  000h0vvv
        5-6  0000
          7  ####0000
          8  ########
          9  0000tttt
         10  ########
         11  70
         12  q0000000
         13  00
         14  0fff0000
         15  ####0000
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             q quiet  T turbo  l light  F filter  c clean

Bytes 8 and 10 repeat bytes 0 and 2. Each block has the nibble sum of Gree, and a wrong bit in the
louvres alone can pass it (1 in 100), so one message of a handset counts. Clean counts in cool and
dry.
Source: the project's IR fact sheet KELVINATOR.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto quiet=min low medium medium_high=high high=max
swings auto highest middle lowest
always light=on
bit 680,510 680,1530 lsb
wire 9010,4505 @0+32 b010 680,19975 @4+32 680,39950 9010,4505 @8+32 b010 680,19975 @12+32 680,39950
hex 00000050000000000000007000000000
0.0:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
0.3:1 power
0.4:2 fan (auto=0 min=1 low=2 *=3)
0.6:1 swingv (auto=1 *=swingh)
1.0:4 deg floor 16..30 -16
2.4:1 turbo
2.5:1 light
2.6:1 filter
2.7:1 mode (cool|dry=clean *=0)
4.0:3 swingv (auto=1 highest=2 middle=4 lowest=6 *=0)
4.4:1 swingh
9.0:4 deg floor 16..30 -16
12.7:1 quiet
14.4:3 fan (auto=0 min=1 low=2 medium=3 high=4 *=5)
check 7.4:4 sum 0l 1l 2l 3l 4h 5h 6h +10
check 8 sum 0
check 10 sum 2
check 15.4:4 sum 8l 9l 10l 11l 12h 13h 14h +10"""


def unit(variant):
    return IrUnit(TABLE, variant)
