"""Truma: the marks tell zero from one.

Sold as: Truma.

       byte  76543210
          0  81
          1  11fffmmm
          2  111ttttt
        3-5  FFFFFF
          6  ########
             m mode  t temperature  f fan

Byte 1 holds power, mode and fan together. The sheet has cool and fan-only; heat, dry and
automatic are one code. There is no automatic fan.
Source: the project's IR fact sheet TRUMA.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes cool fan_only
cool 1600,3100
fans low medium high
bit 1200,630 600,630 lsb
wire 20200,1000 1800,630 @ 600,100000
hex 81C0E0FFFFFF00
1.0:3 power (on=mode (cool=2 fan=3 *=0) *=7)
1.3:3 quiet (off=fan (low=6 medium=5 *=4) *=power (on=mode (cool=3 *=fan (low=6 medium=5 *=4)) \
*=fan (low=6 medium=5 *=4)))
2.0:5 deg floor 16..31 -10
check 6 sum 0..5 +5"""


def unit(variant):
    return IrUnit(TABLE, variant)
