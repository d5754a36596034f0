"""Hitachi, 43 bytes: as hitachi_ac424 without its long leader.

Sold as: Hitachi.

       byte  76543210
        0-8  01100040BFFF00CC33
          9  10fff0ff
         10  ~~~~~~~~
         11  v00v00v1
         12  ~~~~~~~~
         13  tttttt00
         14  ~~~~~~~~
      15-24  00FF00FF00FF00FF00FF
         25  0fff0mmm
         26  ~~~~~~~~
         27  111P0001
         28  ~~~~~~~~
         29  00ff0000
         30  ~~~~~~~~
      31-34  00FF807F
         35  00000hhh
         36  ~~~~~~~~
         37  --------
         38  ~~~~~~~~
      39-42  00FF00FF
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right

From byte 9 on a byte and its inverse by turns. Swing up-down is a toggle, its button is in byte
11.
Source: the project's IR fact sheet HITACHI_AC344.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3200
cool 1600,3200
fans auto quiet=min low medium medium_high=high high=max
toggle swingv
bit 400,500 400,1250 lsb
wire 3300,1700 @ 400,100000
hex 01100040BFFF00CC3380000100000000FF00FF00FF00FF00FF0000E100000000FF807F000000FF00FF00FF
9.0:2 fan (min=0 max=mode (dry=2 *=1) auto|medium_high=mode (fan=0 *=2) *=2)
9.3:3 fan (min=3 max=mode (dry=2 *=5) auto|medium_high=mode (fan=3 *=2) *=2)
11.1:1 !swingv
11.4:1 !swingv
11.7:1 swingv
13.2:6 deg floor 16..32
25.0:3 mode (heat=6 dry=5 fan=1 *=3)
25.4:3 fan (min=1 low=2 medium=mode (dry=2 *=3) high=mode (dry=2 *=4) max=mode (dry=2 *=6) \
*=mode (fan=1 *=5))
27.4:1 power
29.4:2 mode (dry=0 *=fan (max=3 *=0))
35.0:3 swingh (auto=0 left_max=5 left=4 right=2 right_max=1 *=3)
37 - seen 20
pairs 9 11 13 25 27 29 35
pairs 37"""


def unit(variant):
    return IrUnit(TABLE, variant)
