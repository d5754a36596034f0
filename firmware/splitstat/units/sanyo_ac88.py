"""Sanyo, 88 bits: 11 bytes sent three times, no checksum.

Sold as: Sanyo.

       byte  76543210
        0-1  AA55
          2  Pmmm00ff
          3  0vFttttt
        4-9  000000010000
         10  0z01T000
             P power  m mode  t temperature  f fan  v louvres up-down  T turbo  F filter
             z sleep

Automatic and dry are one code, so dry is not offered.
Source: the project's IR fact sheet SANYO_AC88.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool fan_only
heat 1400,3000
cool 1400,3000
fans auto low medium high
swings auto
bit 500,750 500,1500 lsb
wire 5400,2000 @ 500,3675 5400,2000 =0 500,3675 5400,2000 =0 500,103675
hex AA55000000000001000010
2.0:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
2.4:3 mode (cool=2 heat=4 fan=5 *=0)
2.7:1 power
3.0:5 deg floor 14..30
3.5:1 filter
3.6:1 swingv
10.3:1 turbo
10.6:1 sleep"""


def unit(variant):
    return IrUnit(TABLE, variant)
