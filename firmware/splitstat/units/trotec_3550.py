"""Trotec PAC 3550 and Duux: 9 bytes, cooling only.

Sold as: Trotec, Duux.

       byte  76543210
          0  55
          1  tttt00Pv
          2  00
          3  000ttttt
        4-5  0000
          6  00ff00mm
          7  88
          8  ########
             P power  m mode  t temperature  f fan  v louvres up-down

The setpoint stands twice, in degrees Celsius and Fahrenheit; bit 7 of byte 7 tells which of them
counts, in variant f the latter. There is no automatic fan.
Source: the project's IR fact sheet TROTEC_3550; Fahrenheit is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes cool dry fan_only
?c cool 1600,3000
?f cool 1550,3000
?f step 50
fans low medium high
swings auto
bit 550,500 550,1950 msb
wire 12000,5130 @ 550,100000
?c hex 550000000000008800
?f hex 550000000000000800
1.0:1 swingv
1.1:1 power
?c 1.4:4 deg floor 16..30 -16
?c 3.0:5 deg floor 16..30 [1,3,5,7,9,10,12,14,16,18,19,21,23,25,27]
?f 1.4:4 deg f 60..86 [0,0,0,1,1,2,2,3,4,4,5,5,6,6,7,7,8,9,9,10,10,11,11,12,12,13,14]
?f 3.0:5 deg f 60..86 -59
6.0:2 mode (cool=1 dry=2 fan=3 *=0)
6.4:2 fan (min|low=1 high|max=3 *=2)
check 8 sum 0..7"""


def unit(variant):
    return IrUnit(TABLE, variant)
