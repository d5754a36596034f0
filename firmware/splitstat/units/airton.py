"""Airton: 7 bytes, one sum.

Sold as: Airton.

       byte  76543210
        0-1  D311
          2  ffffPmmm
          3  0000tttt
          4  0000000v
          5  lF0m0zze
          6  ########
             P power  m mode  t temperature  f fan  v louvres up-down  e econo  l light
             F filter  z sleep

Economy counts in cool only; sleep shares its bits with the mode. The checksum is 127 minus the
sum, then turned by 44.
Source: the project's IR fact sheet AIRTON.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3100
cool 1600,3100
fans auto quiet=min low medium medium_high=high high=max
swings auto
bit 400,430 400,1260 lsb
wire 6630,3350 @ 400,100000
hex D3110000000000
2.0:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
2.3:1 power
2.4:4 turbo (off=fan (min=1 low=2 medium=3 high=4 max=5 *=0) *=13)
3.0:4 mode (auto=15 *=deg floor 16..31 -16)
4.0:1 swingv
5.0:1 mode (cool=econo *=0)
5.1:2 mode (auto=power (on=0 *=2) fan=2 *=sleep (off=2 *=3))
5.4:1 power (on=mode (heat=1 *=0) *=0)
5.6:1 filter
5.7:1 light
check 6 sum minus 0..5 +127 ^44"""


def unit(variant):
    return IrUnit(TABLE, variant)
