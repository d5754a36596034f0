"""Mitsubishi Electric, 144 bits: 18 bytes sent twice.

Sold as: Mitsubishi Electric.

       byte  76543210
        0-4  23CB260100
          5  00P00000
          6  00mmm000
          7  000ttttt
          8  hhhh0mmm
          9  f1vvvfff
         10  --------
      11-13  000000
         14  --------
         15  00
         16  00vvv000
         17  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right

Half degrees are bit 4 of byte 7. Byte 10 is the clock and not looked at. The louvres stand
twice.
Source: the project's IR fact sheet MITSUBISHI_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3100
cool 1600,3100
step 50
fans auto quiet=min low medium medium_high=high high=max
swings auto highest high middle low lowest
bit 450,420 450,1300 lsb
wire 3400,1750 @ 440,15500 3400,1750 =0 440,15500
hex 23CB26010000000000406700000000000000
5.5:1 power
6.3:3 mode (auto=4 cool=3 heat=1 dry=2 *=7)
7.0:4 deg floor 16..31 -16
7.4:1 deg half 16..31
8.0:3 mode (cool=6 dry=2 fan=7 *=0)
8.4:4 swingh (~auto=0 auto=8 left_max=1 left=2 right=4 right_max=5 wide=6 *=3)
9.0:3 quiet (off=fan (min=5 low=1 medium=2 high=3 max=4 *=0) *=5)
9.3:3 swingv (auto=7 highest=1 high=2 middle=3 low=4 lowest=5 *=0)
9.7:1 quiet (off=fan (auto|medium_high=1 *=0) *=0)
16.3:3 swingv (auto=7 highest=1 high=2 middle=3 low=4 lowest=5 *=0) ?
14 - seen 82
10 - clock
check 17 sum 0..16"""


def unit(variant):
    return IrUnit(TABLE, variant)
