"""Haier, 20 bytes in two sections.

Sold as: Haier.

       byte  76543210
          0  A6
          1  ttttvvvv
          2  00
          3  000000F0
          4  mP000000
          5  fff00000
          6  TT000000
          7  mmm00000
          8  z0000000
          9  00
         10  000c0000
         11  00
         12  --------
         13  ########
         14  B5
         15  0c000000
         16  0ff00000
      17-18  0000
         19  fff10101
             P power  m mode  t temperature  f fan  v louvres up-down  T turbo  F filter
             c clean  z sleep

The light is a toggle of this remote that the sheet does not carry. The second section repeats
the fan.
Source: the project's IR fact sheet HAIER_AC160.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto highest high middle low lowest
bit 520,650 520,1650 msb
wire 3000,3000 3000,4300 @ 520,150000
hex A600000000000000000000001500B50000000015
1.0:4 swingv (off=0 highest=1 high=4 middle=6 low=8 lowest=3 *=12)
1.4:4 deg floor 16..30 -16
3.1:1 filter
4.6:1 power
4.7:1 mode (heat=1 *=0)
5.5:3 fan (medium=2 auto|medium_high=5 min|low=3 *=1)
6.6:2 mode (cool|heat=turbo (off=quiet (off=0 *=2) *=1) *=0)
7.5:3 mode (auto=0 cool=1 heat=4 dry=2 *=6)
8.7:1 sleep
10.4:1 clean
15.6:1 clean
16.5:2 fan (medium=2 auto|medium_high=0 min|low=3 *=1)
19.5:3 clean (off=fan (medium=7 auto|medium_high=5 min|low=0 *=6) *=fan (medium=1 \
auto|medium_high=7 min|low=2 *=0))
12 - key pressed
check 13 sum 0..12"""


def unit(variant):
    return IrUnit(TABLE, variant)
