"""Eurom: 12 bytes, the sum of the nibbles.

Sold as: Eurom.

       byte  76543210
        0-1  1827
          2  tttttmmm
          3  Pv000000
          4  00
          5  0-000000
        6-9  00800080
         10  0fff0000
         11  ########
             P power  m mode  t temperature  f fan  v louvres up-down

Mode and setpoint share byte 2. There is no automatic fan; fan-only and automatic are one code.
Variant f is set in degrees Fahrenheit.
Source: the project's IR fact sheet EUROM; Fahrenheit is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry
?c heat 1600,3200
?c cool 1600,3200
?f heat 1600,3250
?f cool 1600,3250
?f step 50
fans low medium high
swings auto
bit 454,355 454,1162 msb
wire 3257,3187 @ 454,50058
hex 182700000040008000800000
2.0:3 mode (cool=1 heat=4 dry=2 *=3)
?c 2.3:1 mode (cool|heat=deg floor 31..32 -31 *=0)
?c 2.4:4 mode (cool|heat=deg floor 16..32 -16 *=7)
?f 2.3:1 mode (cool|heat=deg f 88..89 -88 *=0)
?f 2.4:4 mode (cool|heat=deg f 61..90 \
[0,1,1,2,2,3,3,4,5,5,6,6,7,7,8,8,9,10,10,11,11,12,12,13,13,14,15,15,0,0] *=7)
?f 4.0:7 mode (cool|heat=deg f 61..90 +4 *=0)
3.6:1 swingv (auto=1 *=0)
3.7:1 power
10.4:3 fan (medium=2 high|max=4 *=1)
5.6:1 - seen clear
check 11 sum nib 2..10"""


def unit(variant):
    return IrUnit(TABLE, variant)
