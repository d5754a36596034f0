"""Delonghi, cooling only: 8 bytes, one sum.

Sold as: Delonghi.

       byte  76543210
          0  53
          1  0ff0tttt
          2  00zTmmmP
        3-6  00000000
          7  ########
             P power  m mode  t temperature  f fan  T turbo  z sleep

Heat and automatic are one code in the sheet, so heat is not offered.
Source: the project's IR fact sheet DELONGHI_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes cool dry fan_only
cool 1800,3200
fans auto low medium high
bit 572,510 572,1558 lsb
wire 8984,4200 @ 572,100000
hex 5300000000000000
1.0:4 deg floor 18..32 -17
1.5:2 mode (cool=fan (medium=2 auto|medium_high=0 min|low=3 *=1) fan=fan (medium=2 min|low=3 \
*=1) *=0)
2.0:1 power
2.1:3 mode (cool=0 dry=1 fan=2 *=4)
2.4:1 turbo
2.5:1 sleep
check 7 sum 0..6"""


def unit(variant):
    return IrUnit(TABLE, variant)
