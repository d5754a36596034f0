"""Bosch and Durastar, built by Midea: 12 bytes in three sections, off is a message of its own.

Sold as: Bosch, Durastar (Midea OEM).

       byte  76543210
        0-1  B24D
          2  fff11111
          3  ~~~~~~~~
          4  ttttmm00
          5  ~~~~~~~~
          6  D5
          7  0fffffff
          8  q0000000
          9  000t0000
         10  00
         11  ########
             m mode  t temperature  f fan  q quiet

The first section goes out twice. The setpoint is a Gray code; a bit in byte 9 tells 16 degC from
17. The fan stands in two places, once as a percentage.
Variant f is set in degrees Fahrenheit; one recorded remote proves it.
Source: the project's IR fact sheet BOSCH144; Fahrenheit is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
?c heat 1600,3000
?c cool 1600,3000
?f heat 1550,3000
?f cool 1550,3000
?f step 50
fans auto quiet=min low medium medium_high=high high=max
bit 456,610 456,1645 msb
wire 4366,4415 @0+48 456,5235 4366,4415 =0 456,5235 4366,4415 @6+48 456,105235
send power
hex B24D1F000000D50000000000
2.5:3 quiet (off=mode (auto|dry=0 *=fan (min=7 low=4 medium=2 auto|medium_high=5 *=1)) *=5)
4.2:2 mode (auto=2 cool=0 heat=3 *=1)
?c 4.4:4 deg floor 17..30 [0,1,3,2,6,7,5,4,12,13,9,8,10,11]
?f 4.4:4 deg f 60..86 [0,0,0,0,1,1,3,3,2,2,6,6,7,5,5,4,4,12,12,13,13,9,8,8,10,10,11]
7.0:7 mode (auto|dry=103 *=quiet (off=fan (min=20 low=40 medium=60 high=80 max=100 *=102) *=102))
8.7:1 quiet
?c 9.4:1 deg floor 16..17 17-
?f 8.5:1 deg f 60..86 [0,1,0,1,0,1,0,1,0,1,0,1,0,0,1,0,1,0,1,0,1,0,0,1,0,1,0]
?f 9.0:1 1
?f 9.4:1 deg f 60..62 [1,1,0]
check 11 sum 6..10
pairs 2 4
wire 4366,4415 @ 456,5235 4366,4415 =0 456,105235
send !power
hex B24D7B84E01F"""


def unit(variant):
    return IrUnit(TABLE, variant)
