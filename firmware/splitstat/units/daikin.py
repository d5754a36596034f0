"""Daikin, 280 bits: three sections, the last with settings and their sum.

Sold as: Daikin (ARC433 and others).

       byte  76543210
       0-12  11DA2700C50000D711DA270042
         13  --------
         14  --------
         15  ########
      16-20  11DA270000
         21  0mmm1--P
         22  0ttttttt
         23  00
         24  ffffvvvv
         25  0000hhhh
         26  --------
         27  --------
         28  --------
         29  00T0000e
      30-31  00C0
         32  00000e00
         33  000000c0
         34  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo  e econo  c clean

Five zero bits go ahead. Clock and timers are sent as idle and not looked at. Turbo clears quiet,
economy clears turbo: the last of turbo, quiet, economy wins as in the sheet.
Source: the project's IR fact sheet DAIKIN.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1400,3200
cool 1400,3200
step 50
fans auto quiet=min low medium medium_high=high high=max
swings auto
bit 428,428 428,1280 lsb
wire b00000 428,29428 3650,1623 @0+64 428,29428 3650,1623 @8+64 428,29428 3650,1623 @16+152 \
428,29428
hex 11DA2700C50000D711DA27004200000011DA27000008000000000006600000C0000000
21.0:1 power
21.4:3 mode (auto=0 cool=3 heat=4 dry=2 *=6)
22.0:7 deg half 14..32
24.0:4 swingv (off=0 *=15)
24.4:4 fan (min=11 low=3 medium=5 high=6 max=7 *=10)
25.0:4 swingh (off=0 *=15)
29.0:1 econo (off=turbo *=0)
29.5:1 turbo (off=quiet *=0)
32.2:1 econo
33.1:1 clean
13 - clock
14 - clock
21.1:2 - timers
26 - timers
27 - timers
28 - timers
check 34 sum 16..33
check 15 sum 8..14"""


def unit(variant):
    return IrUnit(TABLE, variant)
