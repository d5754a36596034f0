"""Sharp: remotes A705, A903 and A907, 13 bytes, exclusive or of the nibbles.

Sold as: Sharp.
Variants: a705, a903, a907.
The bytes of a705:

       byte  76543210
        0-3  AA5ACF10
          4  mm0mtttt
          5  00cc0001
          6  0fff00mm
          7  00
          8  00001vvv
          9  80
         10  --------
         11  11110F00
         12  ####0001
       byte  76543210
        0-3  AA5ACF10
          4  mm0mtttt
          5  00PP0001
          6  0fff00mm
          7  00
          8  00001vvv
       9-10  8000
         11  11110F00
         12  ####0001
       byte  76543210
        0-3  AA5ACF10
          4  mm0mtttt
          5  61
          6  011100mm
          7  00
          8  00001vvv
       9-10  8001
         11  11110F00
         12  ####0001
             P power  m mode  t temperature  f fan  v louvres up-down  F filter  c clean

Turbo and clean are messages of their own after the main one. The louvre code auto swings and
stops by turns. a705 and a903 have no heat, the setpoint counts in cool (a907: and heat) only.
Source: the project's IR fact sheets SHARP_AC.A705, SHARP_AC.A903, SHARP_AC.A907.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants a705 a903 a907
?a705,a903 modes cool dry
?a907 modes heat cool dry
?a907 heat 1500,3000
cool 1500,3000
?a705,a903 fans auto quiet=min low medium high=max
?a907 fans auto low medium medium_high=high high=max
swings auto highest middle low
bit 470,500 470,1400 lsb
wire 3800,1900 @ 470,100000
?a705,a903 4.0:4 mode (cool=deg floor 15..30 -15 *=0)
?a705 4.4:1 mode (cool=1 *=0)
?a705,a903 4.6:2 mode (cool=3 *=0)
?a705,a903 6.0:2 mode (cool=2 dry=3 *=0)
?a705,a903 8.0:3 swingv (auto=7 middle=3 off|upper_middle=0 highest|high=1 *=4)
?a907 4.0:4 mode (cool|heat=deg floor 15..30 -15 *=0)
?a907 4.6:2 mode (cool|heat=3 *=0)
?a907 6.0:2 mode (cool=2 heat=1 dry=3 *=0)
?a907 8.0:3 swingv (auto=7 middle=3 low=4 lowest=mode (heat=6 *=4) off|upper_middle=0 *=1)
11.2:1 filter
check 12.4:4 xor nib 0..11 12l
?a705,a903 hex AA5ACF1000010000088000F001
?a907 hex AA5ACF1000010000088000E001
5.4:2 power (~on=3 on=clean (off=1 *=2) *=2)
?a705,a903 6.4:3 mode (cool=fan (min=4 low=3 max=7 auto|medium_high=2 *=5) *=clean (off=fan \
(min=4 low=3 max=7 auto|medium_high=2 *=5) *=2))
?a907 6.4:3 mode (cool|heat=fan (medium=3 high=5 max=7 auto|medium_high=2 *=4) *=clean (off=fan \
(medium=3 high=5 max=7 auto|medium_high=2 *=4) *=2))
10 - key pressed
send clean
?a705,a903 hex AA5ACF1000010000088000F001
?a907 hex AA5ACF1000010000088000E001
5.4:2 power (~on=3 on=1 *=2)
?a705,a903 6.4:3 fan (min=4 low=3 max=7 auto|medium_high=2 *=5)
?a907 6.4:3 fan (medium=3 high=5 max=7 auto|medium_high=2 *=4)
send turbo
?a705,a903 hex AA5ACF1000617000088001F001
?a907 hex AA5ACF1000617000088001E001"""


def unit(variant):
    return IrUnit(TABLE, variant)
