"""Gree and the many units that Gree builds: 8 bytes.

Sold as: Gree, Cooper & Hunter, Amana, Soleus Air, Vaillant, many OEM.
Variants: yaw1f, ybofb, yx1fsf.
The bytes of yaw1f:

       byte  76543210
          0  zvffPmmm
          1  0000tttt
          2  cPlT0000
          3  50
          4  0hhh0vvv
          5  001000--
          6  00
          7  ####0e00
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo  e econo  l light  c clean  z sleep

Three bits 010 and a pause stand between the halves. Variant yaw1f repeats power in byte 2, ybofb
does not, yx1fsf says economy as a mode. Dry forces the lowest fan. The checksum is four bits of
a sum of nibbles, so every 16th broken message passes.
Source: the project's IR fact sheets GREE.YAW1F, GREE.YBOFB, GREE.YX1FSF.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants yaw1f ybofb yx1fsf
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low=min medium high
swings auto highest high middle low lowest
always light=on
bit 620,540 620,1600 lsb
wire 9000,4500 @0+32 b010 620,19980 @4+32 620,19980
hex 0000005000200000
?yaw1f,ybofb 0.0:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
?yx1fsf 0.0:3 econo (off=mode (auto=0 cool=1 heat=4 dry=2 *=3) *=5)
0.3:1 power
0.4:2 mode (dry=1 *=fan (min=1 auto|medium_high=0 low|medium=2 *=3))
0.6:1 swingv (auto=1 *=0)
0.7:1 sleep
1.0:4 mode (auto=9 *=deg floor 16..30 -16)
2.4:1 turbo
2.5:1 light
?yaw1f 2.6:1 power
2.7:1 clean
4.0:3 swingv (auto=1 highest=2 high=3 middle=4 low=5 lowest=6 *=0)
4.4:3 swingh (auto=1 left_max=2 left=3 middle=4 right=5 right_max=6 *=0)
7.2:1 econo
5.0:2 - follow-me and wireless
check 7.4:4 sum 0l 1l 2l 3l 4h 5h 6h +10"""


def unit(variant):
    return IrUnit(TABLE, variant)
