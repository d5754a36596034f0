"""Toshiba: 9 bytes, 10 with turbo or economy, each message twice.

Sold as: Toshiba, Carrier OEM.

       byte  76543210
        0-4  F20D03FC01
          5  tttt0000
          6  fff00mmm
          7  000F0000
          8  ########
       byte  76543210
        0-4  F20D04FB09
          5  tttt0000
          6  fff00mmm
          7  00
          8  000000e1
          9  ########
       byte  76543210
        0-4  F20D01FE21
          5  000000vv
          6  001000vv
             m mode  t temperature  f fan  v louvres up-down  e econo  F filter

Off is a mode of its own. The louvre message of 7 bytes follows every time; handsets send it
alone.
Source: the project's IR fact sheet TOSHIBA_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1700,3000
cool 1700,3000
fans auto quiet=min low medium medium_high=high high=max
swings auto
bit 580,490 580,1600 msb
wire 4400,4300 @ 580,7400 4400,4300 =0 580,7400
send power (on=filter (off=econo (off=!turbo *=0) *=1) *=1)
hex F20D03FC0100000000
5.4:4 deg floor 17..30 -17
6.0:3 power (on=mode (auto=0 cool=1 heat=3 dry=2 *=4) *=7)
6.5:3 fan (min=2 low=3 medium=4 high=5 max=6 *=0)
7.4:1 filter
check 8 xor 0..7
send power (on=filter (off=econo (off=turbo *=1) *=0) *=0)
hex F20D04FB090000000100
5.4:4 deg floor 17..30 -17
6.0:3 mode (auto=0 cool=1 heat=3 dry=2 *=4)
6.5:3 fan (min=2 low=3 medium=4 high=5 max=6 *=0)
8.1:1 econo
check 9 xor 0..8
send
hex F20D01FE210020
5.0:2 swingv (off=2 *=1)
6.0:2 swingv (off=3 *=0)"""


def unit(variant):
    return IrUnit(TABLE, variant)
