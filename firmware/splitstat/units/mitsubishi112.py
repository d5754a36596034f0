"""Mitsubishi Electric, 112 bits: TCL layout with other times.

Sold as: Mitsubishi Electric.

       byte  76543210
        0-4  23CB260100
          5  00100P00
          6  00000mmm
          7  0000tttt
          8  00vvvfff
       9-11  000000
         12  00hhhh00
         13  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right

The setpoint counts down from 31. There is no automatic fan; automatic and fan-only are one code.
Source: the project's IR fact sheet MITSUBISHI112.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry
heat 1600,3100
cool 1600,3100
fans low medium high
swings highest high middle low lowest
bit 450,385 450,1250 lsb
wire 3450,1696 @ 450,100000
hex 23CB260100200000000000000000
5.2:1 power
6.0:3 mode (cool=3 heat=1 dry=2 *=7)
7.0:4 deg floor 16..31 31-
8.0:3 quiet (off=fan (min|low=3 high|max=0 *=5) *=2)
8.3:3 swingv (highest=1 high=2 middle=3 low=4 lowest=5 *=7)
12.2:4 swingh (left_max=1 left=2 middle=3 right=4 right_max=5 wide=8 *=12)
check 13 sum 0..12"""


def unit(variant):
    return IrUnit(TABLE, variant)
