"""Amcor: the marks tell zero from one.

Sold as: Amcor.

       byte  76543210
          0  01
          1  0fff0mmm
          2  0tttttt0
        3-4  0000
          5  PPPP0000
          6  mm000000
          7  ########
             P power  m mode  t temperature  f fan

The message goes out twice. A recorded remote misses this wire: its pulses fit no bit of the
table.
Source: the project's IR fact sheet AMCOR.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1400,3200
cool 1400,3200
fans auto low medium high
bit 600,1500 1500,600 lsb
wire 8200,4200 @ 1900,34300 8200,4200 =0 1900,34300
hex 0100000000000000
1.0:3 mode (auto=5 cool=1 heat=2 dry=4 *=3)
1.4:3 fan (medium=2 auto|medium_high=4 min|low=1 *=3)
2.1:6 deg floor 14..32
5.4:4 power (on=3 *=12)
6.6:2 mode (fan=3 *=0)
check 7 sum nib 0..6"""


def unit(variant):
    return IrUnit(TABLE, variant)
