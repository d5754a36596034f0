"""Mitsubishi Electric, ducted PEAD: 17 bytes, three of them inverted at the end.

Sold as: Mitsubishi Electric (PEAD ducted).

       byte  76543210
        0-4  23CB262100
          5  0P000000
          6  tttt0mmm
          7  vvvv0ff1
       8-10  040000
         11  ########
         12  ########
         13  ########
      14-16  FBFFFF
             P power  m mode  t temperature  f fan  v louvres up-down

There is no automatic fan.
Source: the project's IR fact sheet MITSUBISHI136.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1700,3000
cool 1700,3000
fans low medium high
swings highest high low lowest
bit 467,351 467,1137 lsb
wire 3324,1474 @ 467,100000
hex 23CB262100000001040000000000FBFFFF
5.6:1 power
6.0:3 mode (auto=3 cool=1 heat=2 dry=5 *=0)
6.4:4 deg floor 17..30 -16
7.1:2 quiet (off=fan (min|low=1 high|max=3 *=2) *=0)
7.4:4 swingv (highest=3 low=1 lowest=0 high|middle=2 *=12)
check 11 xor 5 ^255
check 12 xor 6 ^255
check 13 xor 7 ^255"""


def unit(variant):
    return IrUnit(TABLE, variant)
