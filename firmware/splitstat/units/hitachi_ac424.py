"""Hitachi, 53 bytes behind a leader of 30 and 49 ms.

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
      31-52  00FF807F03FC01FE887700FF00FFFF00FF00FF00FF00
             P power  m mode  t temperature  f fan  v louvres up-down

From byte 9 on a byte and its inverse by turns. Swing up-down is a toggle, its button is in byte
11.
Source: the project's IR fact sheet HITACHI_AC424.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3200
cool 1600,3200
fans auto quiet=min low medium medium_high=high high=max
toggle swingv
bit 463,372 463,1208 lsb
wire 29784,49290 3416,1604 @ 463,100000
hex 01100040BFFF00CC3380000100000000FF00FF00FF00FF00FF0000E100000000FF807F03FC01FE887700FF00FFFF\
00FF00FF00FF00
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
pairs 9 11 13 25 27 29"""


def unit(variant):
    return IrUnit(TABLE, variant)
