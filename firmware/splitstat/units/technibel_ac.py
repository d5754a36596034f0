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
Variant f is set in degrees Fahrenheit.
Source: the project's IR fact sheet TECHNIBEL_AC; Fahrenheit is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
?c heat 1600,3100
?c cool 1600,3100
?f heat 1600,3100
?f cool 1600,3100
?f step 50
fans low medium high
swings auto
bit 523,564 523,1696 msb
wire 8836,4380 @ 523,100000
?c hex 18000010000000
?f hex 18004000000000
1.0:4 mode (heat=8 dry=2 fan=4 *=1)
1.7:1 power
2.0:3 mode (dry=1 *=fan (medium=2 high|max=4 *=1))
2.4:1 sleep
2.5:1 swingv
?c 3.0:4 deg floor 16..31 -16
?f 3.0:7 deg f 61..88
check 6 sum minus 1..5"""


def unit(variant):
    return IrUnit(TABLE, variant)
