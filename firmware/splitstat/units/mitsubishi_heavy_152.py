"""Mitsubishi Heavy Industries, 152 bits: a byte and its inverse by turns.

Sold as: Mitsubishi Heavy Industries.

       byte  76543210
        0-4  52AEC31AE5
          5  1Fc1Pmmm
          6  ~~~~~~~~
          7  1111tttt
          8  ~~~~~~~~
          9  1111ffff
         10  ~~~~~~~~
         11  vvv11111
         12  ~~~~~~~~
         13  1111hhhh
         14  ~~~~~~~~
         15  qz111111
         16  ~~~~~~~~
      17-18  7F80
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             q quiet  F filter  c clean  z sleep

All values are inverted against the usual notation: the byte order is that of the wire. The
setpoint counts down.
Source: the project's IR fact sheet MITSUBISHI_HEAVY_152.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1700,3100
cool 1700,3100
fans auto low medium medium_high=high high=max
swings auto highest high middle low lowest
bit 370,420 370,1220 lsb
wire 3140,1630 @ 370,100000
hex 52AEC31AE59000F000F0001F00F0003F007F80
5.0:3 mode (auto=7 cool=6 heat=3 dry=5 *=4)
5.3:1 !power
5.5:1 !clean
5.6:1 !filter
7.0:4 deg floor 17..31 32-
9.0:4 econo (off=turbo (off=fan (low=14 medium=13 high=12 max=11 *=15) *=7) *=9)
11.5:3 swingv (auto=7 highest=6 high=5 middle=4 low=3 lowest=2 *=1)
13.0:4 swingh (auto=15 left_max=14 left=13 middle=12 right=11 right_max=10 *=7)
15.6:1 !sleep
15.7:1 !quiet
pairs 5 7 9 11 13 15"""


def unit(variant):
    return IrUnit(TABLE, variant)
