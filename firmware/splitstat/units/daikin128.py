"""Daikin BRC52B63: two halves of 8 bytes, clock and setpoint in decimal digits.

Sold as: Daikin (BRC52B63).

       byte  76543210
          0  16
          1  ffffmmm0
          2  --------
          3  --------
          4  --------
          5  --------
          6  00tttttt
          7  ####P1zv
          8  A1
          9  0000le00
      10-14  0000000000
         15  000lle11
             P power  m mode  t temperature  f fan  v louvres up-down  e econo  l light  z sleep

Power and light are toggles: a lost message inverts the meaning of the next one, never repeat
blindly. Cool and dry are one code in the sheet, so dry is not offered.
Source: the project's IR fact sheet DAIKIN128.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto
toggle power light
bit 350,382 350,954 lsb
wire 9800,9800 9800,9800 4600,2500 @0+64 350,20300 @8+64 4600,20300
hex 1600000000000004A100000000000003
1.1:3 mode (auto=5 heat=4 fan=2 *=1)
1.4:4 mode (auto|fan=fan (low=8 medium=4 high=2 *=1) *=turbo (off=quiet (off=fan (low=8 medium=4 \
high=2 *=1) *=9) *=3))
6.0:6 deg floor 16..30 [22,23,24,25,32,33,34,35,36,37,38,39,40,41,48]
7.0:1 swingv
7.1:1 sleep
7.3:1 power
9.2:1 mode (auto|fan=0 *=econo)
9.3:1 light
15.2:1 mode (auto|fan=0 *=econo)
15.3:2 light (off=1 *=2)
2 - clock
3 - clock
4 - timer
5 - timer
check 7.4:4 sum nib 0..6 7l"""


def unit(variant):
    return IrUnit(TABLE, variant)
