"""Daikin ARC466: 36.7 kHz, two sections of 20 and 19 bytes, half degrees.

Sold as: Daikin (ARC466).

       byte  76543210
        0-4  11DA270002
          5  --------
          6  P-------
          7  00
          8  ----c---
          9  --------
      10-11  0000
         12  0000-bl-
         13  00
         14  --------
      15-18  00000000
         19  ########
      20-24  11DA270000
         25  0mmm100P
         26  0ttttttt
         27  00
         28  ffffvvvv
         29  0000hhhh
         30  00zzzz00
         31  00000zz0
         32  60
         33  00T0000T
      34-35  00C5
         36  00zF0e00
         37  08
         38  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo  e econo  l light  F filter  c clean  b beep  z sleep

The lowest setpoint in cool is 18 degC. Bits 1-5 of byte 19 count light, beep and clean together;
that section carries no sum of its own in the sheet.
Source: the project's IR fact sheet DAIKIN312.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
hz 36700
modes heat cool dry fan_only
heat 1400,3200
cool 1800,3200
step 50
fans auto quiet=min low medium medium_high=high high=max
swings auto highest high middle low lowest
always light=on
bit 453,414 453,1275 lsb
wire b00000 453,25100 3518,1688 @0+160 453,35512 3518,1688 @20+152 453,35512
hex 11DA27000258640064060000090010000000000011DA27000008000000000000600000C5000800
6.7:1 !power
8.3:1 clean
12.1:1 !light
12.2:1 !beep
25.0:1 power
25.4:3 mode (auto=0 cool=3 heat=4 dry=2 *=6)
26.0:7 mode (cool=deg half 18..32 *=deg half 14..32)
28.0:4 swingv (off=0 highest=2 high=3 middle=4 low=5 lowest=6 *=15)
28.4:4 fan (min=11 low=3 medium=5 high=6 max=7 *=10)
29.0:4 swingh (off=0 auto=15 left_max=8 left=9 middle=10 right=11 right_max=12 *=3)
30.2:4 sleep (off=0 *=15)
31.1:2 sleep (off=3 *=0)
33.0:1 turbo
33.5:1 turbo (off=quiet *=0)
36.2:1 econo
36.4:1 filter
36.5:1 sleep
5 - clock
6.0:7 - clock
8.0:3 - timer
8.4:4 - timer
9 - timer
12.0:1 - seen set
12.3:1 - seen clear
14 - seen clear
check 38 sum 20..37
check 19 sum 0..18"""


def unit(variant):
    return IrUnit(TABLE, variant)
