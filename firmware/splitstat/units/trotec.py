"""Trotec: 36 kHz, 9 bytes, cooling only.

Sold as: Trotec.

       byte  76543210
        0-1  1234
          2  00ffP0mm
          3  z000tttt
        4-7  00000000
          8  ########
             P power  m mode  t temperature  f fan  z sleep

There is no automatic fan.
Source: the project's IR fact sheet TROTEC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
hz 36000
modes cool dry fan_only
cool 1800,3200
fans low medium high
bit 592,592 592,1560 lsb
wire 5952,7364 @ 592,6184 592,1500
hex 123400000000000000
2.0:2 mode (cool=1 dry=2 fan=3 *=0)
2.3:1 power
2.4:2 fan (min|low=1 high|max=3 *=2)
3.0:4 deg floor 18..32 -18
3.7:1 sleep
check 8 sum 2..7"""


def unit(variant):
    return IrUnit(TABLE, variant)
