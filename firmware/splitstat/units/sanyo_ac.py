"""Sanyo: 9 bytes, the sum of the nibbles.

Sold as: Sanyo.

       byte  76543210
          0  6A
          1  011ttttt
          2  0birrrrr
          3  00
          4  0mmm00ff
          5  PP000vvv
          6  0000z000
          7  00
          8  ########
             P power  m mode  t temperature  f fan  v louvres up-down  b beep  z sleep
             i room temperature is told  r of the room

Byte 2 repeats the setpoint, or tells the room where bit 5 is clear, 4 to 35 degC as far as its
five bits go: a recorded handset tells 11 degC. Told again it is the standing command once more;
whether that beeps is unknown. Automatic and fan-only are one code.
Source: the project's IR fact sheet SANYO_AC; i-feel is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings highest high middle low lowest
feel with
bit 500,550 500,1600 lsb
wire 8500,4200 @ 500,100000
hex 6A6000000000000000
1.0:5 deg floor 16..30 -4
2.0:5 feel (off=deg floor 16..30 -4 *=room up 4..35 -4)
2.5:1 !feel
2.6:1 beep
4.0:2 fan (medium=3 auto|medium_high=0 min|low=2 *=1)
4.4:3 mode (cool=2 heat=1 dry=3 *=4)
5.0:3 swingv (highest=7 high=6 middle=5 low=3 lowest=2 *=0)
5.6:2 power (on=2 *=1)
6.3:1 sleep
check 8 sum nib 0..7"""


def unit(variant):
    return IrUnit(TABLE, variant)
