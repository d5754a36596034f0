"""Mirage and Maxell: models 1 and 2, 15 bytes, the sum of the nibbles.

Sold as: Mirage, Maxell.
Variants: 1, 2.
The bytes of 1:

       byte  76543210
          0  56
          1  011ttttt
          2  00
          3  0000l000
          4  0mmm00ff
          5  vvvvvvv-
          6  z0000000
          7  0000T000
          8  0000--00
          9  00
         10  0000--00
         11  --------
         12  --------
         13  --------
         14  ########
             m mode  t temperature  f fan  v louvres up-down  T turbo  l light  z sleep

Model 1 says power through the louvre code. Light and clean are toggles. Clock is sent as idle.
Automatic and cool are one code. Commands of model 2 tell the room's temperature, 0 to 43 degC;
told again it is the standing command once more. Whether that beeps is unknown.
Source: the project's IR fact sheets MIRAGE.1, MIRAGE.2; i-feel is what the reference library
sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants 1 2
modes heat cool dry fan_only
heat 1600,3200
cool 1600,3200
fans auto low medium high
?1 swings auto highest high middle low lowest
?1 toggle light
?2 swings auto
?2 toggle light clean
?2 feel with
bit 554,545 554,1592 lsb
wire 8360,4248 @ 554,100000
?1 hex 56600000000000000C000C00000000
?2 hex 566000000018000000000000000000
1.0:5 deg floor 16..32 -4
?1 3.3:1 light
?1 4.0:2 fan (medium=2 auto|medium_high=0 min|low=3 *=1)
?2 3.0:1 quiet
?2 4.0:2 fan (medium=3 auto|medium_high=0 min|low=2 *=1)
4.4:3 mode (heat=1 dry=3 fan=5 *=2)
?1 5.1:1 swingv (off=!power *=power)
?1 5.2:3 swingv (off=power (on=0 *=7) highest=5 high=4 middle=3 low=2 lowest=1 *=6)
?1 5.5:3 power (on=0 *=swingv (off=5 *=6))
?1 6.7:1 sleep
?1 7.3:1 mode (auto|cool=turbo *=0)
?1 5.0:1 - seen set
?1 8.2:2 - seen clear
?1 10.2:2 - seen clear
?1 11 - clock
?1 12 - clock
?1 13 - clock
?2 5.0:1 swingh
?2 5.1:1 swingv
?2 5.2:1 light
?2 5.6:2 power (on=0 *=3)
?2 6.1:1 filter
?2 6.3:1 sleep
?2 7.0:6 feel (off=0 *=room up 0..43 +20)
?2 7.6:1 clean
?2 7.7:1 feel
?2 8.7:1 mode (auto|cool=turbo *=0)
check 14 sum nib 0..13"""


def unit(variant):
    return IrUnit(TABLE, variant)
