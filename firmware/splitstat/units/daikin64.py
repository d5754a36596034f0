"""Daikin FFN-C, DGS01: 8 bytes, clock and setpoint in decimal digits.

Sold as: Daikin (FFN-C, DGS01).

       byte  76543210
          0  16
          1  ffffmmmm
        2-5  20071616
          6  00tttttt
          7  ####P1zv
             P power  m mode  t temperature  f fan  v louvres up-down  z sleep

Power is a toggle: a lost message inverts the meaning of the next one, never repeat blindly.
Automatic and cool are one code. A leader of two long pulses goes ahead.
Source: the project's IR fact sheet DAIKIN64.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto
toggle power
bit 350,382 350,954 lsb
wire 9800,9800 9800,9800 4600,2500 @ 350,20300 4600,100000
hex 1600200716160004
1.0:4 mode (heat=8 dry=1 fan=4 *=2)
1.4:4 quiet (off=turbo (off=fan (low=8 medium=4 high=2 *=1) *=3) *=9)
6.0:6 deg floor 16..30 [22,23,24,25,32,33,34,35,36,37,38,39,40,41,48]
7.0:1 swingv
7.1:1 sleep
7.3:1 power
check 7.4:4 sum nib 0..6 7l"""


def unit(variant):
    return IrUnit(TABLE, variant)
