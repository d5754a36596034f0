"""Haier, older HSU remotes: 9 bytes, one sum.

Sold as: Haier (old HSU).

       byte  76543210
          0  A5
          1  ttttPPPP
          2  vv100000
          3  --------
          4  00F0----
          5  ff000000
          6  mmm00000
          7  0z000000
          8  ########
             P power  m mode  t temperature  f fan  v louvres up-down  F filter  z sleep

Bits 0-3 of byte 1 name the key that was pressed; clock and timers are sent as idle.
Source: the project's IR fact sheet HAIER_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto highest low
bit 520,650 520,1650 msb
wire 3000,3000 3000,4300 @ 520,150000
hex A50020000C00000000
1.0:4 power (~on=12 on=1 *=0)
1.4:4 deg floor 16..30 -16
2.6:2 swingv (off=0 auto|upper_middle=3 low|lowest=2 *=1)
4.5:1 filter
5.6:2 fan (medium=2 auto|medium_high=0 min|low=3 *=1)
6.5:3 mode (auto=0 cool=1 heat=3 dry=2 *=4)
7.6:1 sleep
3 - clock
4.0:4 - clock
check 8 sum 0..7"""


def unit(variant):
    return IrUnit(TABLE, variant)
