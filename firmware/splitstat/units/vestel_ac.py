"""Vestel: 7 bytes, the inverted number of ones as checksum.

Sold as: Vestel.

       byte  76543210
          0  01
          1  ####0010
          2  1v1v####
          3  000000z1
          4  tttt0000
          5  0mmmfff1
          6  11PP0F00
             P power  m mode  t temperature  f fan  v louvres up-down  F filter  z sleep

Source: the project's IR fact sheet VESTEL_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1800,3000
cool 1800,3000
fans auto low medium high
swings auto
bit 520,480 520,1535 lsb
wire 3110,9066 @ 520,100000
hex 0102A0010001C0
2.4:1 !swingv
2.6:1 !swingv
3.1:1 sleep
4.4:4 deg floor 18..30 -16
5.1:3 fan (medium=4 auto|medium_high=0 min|low=2 *=5)
5.4:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
6.2:1 filter
6.4:2 power (on=3 *=0)
check 1.4:8 sum bits 2h 3..6 +2 ^255"""


def unit(variant):
    return IrUnit(TABLE, variant)
