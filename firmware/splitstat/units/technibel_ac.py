"""Technibel: 7 bytes, a negative sum.

Sold as: Technibel.

       byte  76543210
          0  18
          1  P000mmmm
          2  00vz0fff
          3  0001tttt
        4-5  0000
          6  ########
             P power  m mode  t temperature  f fan  v louvres up-down  z sleep

Automatic and cool are one code; dry forces the lowest fan. There is no automatic fan.
Source: the project's IR fact sheet TECHNIBEL_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3100
cool 1600,3100
fans low medium high
swings auto
bit 523,564 523,1696 msb
wire 8836,4380 @ 523,100000
hex 18000010000000
1.0:4 mode (heat=8 dry=2 fan=4 *=1)
1.7:1 power
2.0:3 mode (dry=1 *=fan (medium=2 high|max=4 *=1))
2.4:1 sleep
2.5:1 swingv
3.0:4 deg floor 16..31 -16
check 6 sum minus 1..5"""


def unit(variant):
    return IrUnit(TABLE, variant)
