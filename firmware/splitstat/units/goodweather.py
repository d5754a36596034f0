"""Goodweather: the short space is the one; each byte is followed by its inverse.

Sold as: Goodweather.

       byte  76543210
        0-1  00FF
          2  l00T0000
          3  ~~~~~~~~
          4  --------
          5  ~~~~~~~~
          6  zPvv0ff0
          7  ~~~~~~~~
          8  tttt0mmm
          9  ~~~~~~~~
      10-11  AB54
             P power  m mode  t temperature  f fan  v louvres up-down  T turbo  l light  z sleep

The byte order is not confirmed: bytes are as on the wire, most significant bit first.
Source: the project's IR fact sheet GOODWEATHER.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3100
cool 1600,3100
fans auto low medium high
swings auto
bit 580,1860 580,580 msb
wire 6820,6820 @ 580,6820 580,100000
hex 00FF000000FF00000000AB54
2.4:1 turbo
2.7:1 light
6.1:2 fan (medium=1 auto|medium_high=0 min|low=3 *=2)
6.4:2 swingv (off=1 ~auto=0 *=2)
6.6:1 power
6.7:1 sleep
8.0:3 mode (auto=0 cool=4 heat=1 dry=2 *=6)
8.4:4 deg floor 16..31 [0,8,4,12,2,10,6,14,1,9,5,13,3,11,7,15]
4 - key pressed
pairs 2 6 8
pairs 4"""


def unit(variant):
    return IrUnit(TABLE, variant)
