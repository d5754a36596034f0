"""Hitachi, 33 bytes: a byte and its inverse by turns.

Sold as: Hitachi.

       byte  76543210
       0-12  01100040BFFF00CC33926D13EC
         13  tttttt00
         14  ~~~~~~~~
      15-24  00FF00FF00FF00FF00FF
         25  0fff0mmm
         26  ~~~~~~~~
         27  110P0001
         28  ~~~~~~~~
      29-32  00FF00FF
             P power  m mode  t temperature  f fan

Automatic and cool are one code.
Source: the project's IR fact sheet HITACHI_AC264.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3200
cool 1600,3200
fans auto low medium high
bit 400,500 400,1250 lsb
wire 3300,1700 @ 400,100000
hex 01100040BFFF00CC33926D13EC000000FF00FF00FF00FF00FF0000C10000FF00FF
13.2:6 deg floor 16..32
25.0:3 mode (heat=6 dry=5 fan=1 *=3)
25.4:3 fan (medium=3 auto|medium_high=5 min|low=1 *=4)
27.4:1 power
pairs 13 25 27"""


def unit(variant):
    return IrUnit(TABLE, variant)
