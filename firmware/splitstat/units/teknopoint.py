"""Teknopoint: TCL layout.

Sold as: Teknopoint.

       byte  76543210
        0-4  23CB260100
          5  el100P00
          6  00TFmmmm
          7  0000tttt
          8  0-vvvfff
       9-11  000000
         12  q0t0h000
         13  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             q quiet  T turbo  e econo  l light  F filter

A recorded remote does not fit these times: its leader is shorter. See the test of captures.
Source: the project's IR fact sheet TEKNOPOINT.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3100
cool 1600,3100
step 50
fans auto quiet=min low medium high
swings auto highest high middle low lowest
always light=on
bit 500,325 500,1050 lsb
wire 3000,1650 @ 500,100000
send quiet
hex 23CB260200600000000000000085
send 1
hex 23CB260100200000400000000000
5.2:1 power
5.6:1 !light
5.7:1 econo
6.0:4 mode (auto=8 cool=3 heat=1 dry=2 *=7)
6.4:1 filter
6.5:1 turbo
7.0:4 deg floor 16..31 31-
8.0:3 turbo (off=fan (low=2 medium=3 auto|medium_high=0 high|max=5 *=1) *=5)
8.3:3 turbo (off=swingv (off=0 highest=1 high=2 middle=3 low=4 lowest=5 *=7) *=7)
12.3:1 swingh
12.5:1 deg half 16..31
12.7:1 quiet
8.6:1 - seen clear
check 13 sum 0..12"""


def unit(variant):
    return IrUnit(TABLE, variant)
