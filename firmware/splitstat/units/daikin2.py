"""Daikin ARC477: 36.7 kHz, two sections of 20 and 19 bytes, each with its sum.

Sold as: Daikin (ARC477).

       byte  76543210
        0-4  11DA270001
          5  --------
          6  P100----
          7  bbl10000
          8  0010c000
       9-16  0C8004B016240000
         17  101hhhhh
         18  1101vvvv
         19  ########
      20-24  11DA270000
         25  0mmm100P
         26  0tttttt0
         27  00
         28  ffff0000
         29  00
         30  00zzzz00
         31  00000zz0
         32  60
         33  00T0000T
      34-35  00C1
         36  10zF0e00
         37  60
         38  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo  e econo  l light  F filter  c clean  b beep  z sleep

The lowest setpoint in cool is 18 degC. Clock and timers are sent as idle.
Source: the project's IR fact sheet DAIKIN2.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
hz 36700
modes heat cool dry fan_only
heat 1400,3200
cool 1800,3200
fans auto quiet=min low medium medium_high=high high=max
swings auto highest high middle low lowest
always light=on
bit 460,420 460,1270 lsb
wire 10024,25180 3500,1728 @0+160 460,35204 3500,1728 @20+152 460,35204
hex 11DA270001004010200C8004B016240000A0D00011DA27000008000000000000600000C1806000
6.7:1 !power
7.5:1 !light
7.6:2 beep (off=3 ~on=1 *=2)
8.3:1 clean
17.0:5 swingh (left_max=8 left=9 middle=10 right=11 right_max=12 wide=3 *=30)
18.0:4 swingv (off=14 highest=2 high=3 middle=4 low=5 lowest=6 *=15)
25.0:1 power
25.4:3 mode (auto=0 cool=3 heat=4 dry=2 *=6)
26.1:6 mode (cool=deg floor 18..32 *=deg floor 14..32)
28.4:4 fan (min=11 low=3 medium=5 high=6 max=7 *=10)
30.2:4 sleep (off=0 *=15)
31.1:2 sleep (off=3 *=0)
33.0:1 turbo
33.5:1 turbo (off=quiet *=0)
36.2:1 econo
36.4:1 filter
36.5:1 sleep
5 - clock
6.0:4 - clock
check 19 sum 0..18
check 38 sum 20..37"""


def unit(variant):
    return IrUnit(TABLE, variant)
