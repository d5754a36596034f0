"""Hitachi, 37 bytes: a byte and its inverse by turns.

Sold as: Hitachi.

       byte  76543210
       0-10  01100040BFFF00CC33926D
         11  --------
         12  ~~~~~~~~
         13  0ttttt00
         14  ~~~~~~~~
      15-24  00FF00FF00FF00FF00FF
         25  0fff0mmm
         26  ~~~~~~~~
         27  111P0001
         28  ~~~~~~~~
      29-36  00FF00FF00FF03FC
             P power  m mode  t temperature  f fan

Automatic and fan-only are one code and send no setpoint, so fan-only is not offered.
Source: the project's IR fact sheet HITACHI_AC296.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry
heat 1600,3100
cool 1600,3100
fans auto quiet=min low medium high
bit 400,500 400,1250 lsb
wire 3300,1700 @ 400,100000
hex 01100040BFFF00CC33926D43BC000000FF00FF00FF00FF00FF0000E10000FF00FF00FF03FC
13.2:5 mode (auto|fan=1 *=deg floor 16..31)
25.0:3 mode (cool=3 heat=6 dry=5 *=7)
25.4:3 fan (min=1 low=2 medium=3 auto|medium_high=5 *=4)
27.4:1 power
11 - seen 44
pairs 13 25 27
pairs 11"""


def unit(variant):
    return IrUnit(TABLE, variant)
