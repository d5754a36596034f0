"""Carrier and Surrey: 8 bytes.

Sold as: Carrier, Surrey.

       byte  76543210
        0-1  8455
          2  ffmm####
          3  00v0tttt
          4  z00P0000
          5  00
          6  --------
          7  --zz----
             P power  m mode  t temperature  f fan  v louvres up-down  z sleep

The checksum, a nibble, stands before the data that it covers. Cool, dry and automatic are one
code in the sheet, so dry is not offered.
Source: the project's IR fact sheet CARRIER_AC64.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto
bit 503,615 503,1736 lsb
wire 8940,4556 @ 503,100000
hex 8455000000009000
2.4:2 mode (heat=1 fan=3 *=2)
2.6:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
3.0:4 deg floor 16..30 -16
3.5:1 swingv
4.4:1 power
4.7:1 sleep
7.4:2 sleep (~off=0 off=1 *=2)
6 - timer
7.0:4 - timer
7.6:2 - timer
check 2.0:4 sum nib 2h 3..7"""


def unit(variant):
    return IrUnit(TABLE, variant)
