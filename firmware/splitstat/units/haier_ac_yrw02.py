"""Haier YRW02: 14 bytes, one sum.

Sold as: Haier, Mabe, Daichi.

       byte  76543210
          0  A6
          1  ttttvvvv
          2  hhh00000
          3  000000F0
          4  0P000000
          5  fff00000
          6  TT000000
          7  mmm00000
          8  z0000000
       9-11  000000
         12  --------
         13  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo  F filter  z sleep

Byte 12 names the key that was pressed; ours is always power.
Source: the project's IR fact sheet HAIER_AC_YRW02.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto highest middle low
bit 520,650 520,1650 msb
wire 3000,3000 3000,4300 @ 520,150000
hex A600000000000000000000000500
1.0:4 swingv (off=0 low=10 auto|upper_middle=12 highest|high=1 *=mode (heat=3 *=2))
1.4:4 deg floor 16..30 -16
2.5:3 swingh (auto=7 left_max=3 left=4 right=5 right_max=6 *=0)
3.1:1 filter
4.6:1 power
5.5:3 fan (medium=2 auto|medium_high=5 min|low=3 *=1)
6.6:2 mode (cool|heat=turbo (off=quiet (off=0 *=2) *=1) *=0)
7.5:3 mode (auto=0 cool=1 heat=4 dry=2 *=6)
8.7:1 sleep
12 - key pressed
check 13 sum 0..12"""


def unit(variant):
    return IrUnit(TABLE, variant)
