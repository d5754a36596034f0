"""Whirlpool: remotes DG11J13A and DG11J191, 21 bytes in three sections.

Sold as: Whirlpool.
Variants: dg11j13a, dg11j191.
The bytes of dg11j13a:

       byte  76543210
        0-1  8306
          2  v000zPff
          3  tttt0mmm
        4-5  0000
          6  10l-----
          7  --------
          8  0v------
          9  --------
         10  --------
         11  --------
         12  00
         13  ########
         14  00
         15  --------
      16-19  00000000
         20  ########
             P power  m mode  t temperature  f fan  v louvres up-down  l light  z sleep

Power is a toggle: a lost message inverts the meaning of the next one, never repeat blindly.
Turbo fixes mode and setpoint. A second exclusive or closes the last section; it covers constants
only here.
Source: the project's IR fact sheets WHIRLPOOL_AC.DG11J13A, WHIRLPOOL_AC.DG11J191.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants dg11j13a dg11j191
modes heat cool dry fan_only
?dg11j13a heat 1800,3200
?dg11j13a cool 1800,3200
?dg11j191 heat 1600,3000
?dg11j191 cool 1600,3000
fans auto low medium high
swings auto
toggle power
always light=on
bit 597,533 597,1649 lsb
wire 8950,4484 @0+48 597,7920 @6+64 597,7920 @14+56 597,100000
?dg11j13a hex 830600000000800000000000000000010000000000
?dg11j191 hex 830600000000800000000000000000010000080000
2.0:2 sleep (off=turbo (off=fan (medium=2 auto|medium_high=0 min|low=3 *=1) *=1) *=3)
2.2:1 power
2.3:1 sleep
2.7:1 swingv
3.0:3 turbo (off=mode (auto=1 cool=2 heat=0 dry=3 *=4) *=mode (heat=0 *=2))
?dg11j13a 3.4:4 turbo (off=deg floor 18..32 -18 *=mode (heat=14 *=0))
?dg11j191 3.4:4 turbo (off=deg floor 16..30 -16 *=mode (heat=14 *=0))
6.5:1 !light
8.6:1 swingv
6.0:5 - clock
7 - clock
8.0:6 - timer
9 - timer
10 - timer
11 - timer
15 - key pressed
check 13 xor 2..12
check 20 xor 14..19"""


def unit(variant):
    return IrUnit(TABLE, variant)
