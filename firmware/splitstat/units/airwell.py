"""Airwell: biphase, 34 bits sent three times without a pause, no checksum.

Sold as: Airwell.

       byte  76543210
          0  000000Pm
          1  mmff0000
          2  -tttt---
          3  --------
          4  --------
             P power  m mode  t temperature  f fan

A zero is a mark, then a space of 950 us each, a one the other way round; equal neighbours run
together. Power is a toggle: a lost message inverts the meaning of the next one, never repeat
blindly. Bit 7 of byte 2 and the lower 19 bits differ between known remotes: sent as 2, not looked
at.
Source: public descriptions of the protocol (IRremoteESP8266 documentation), two recorded remotes.
There is no fact sheet. Remotes RC04 and RC08W are named for it.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
toggle power
bit 950,950 0,950,950 msb
wire 2850,2850 @0+34 2850,2850 =0 2850,2850 =0 3800,100000
hex 0000000002
0.0:1 mode (dry|fan=1 *=0)
0.1:1 power
1.4:2 fan (medium=1 min|low=0 high|max=2 *=3)
1.6:2 mode (cool|fan=1 heat=2 auto=3 *=0)
2.0:3 - seen 0
2.3:4 deg floor 16..30 -15
2.7:1 - seen 1
3 - seen 18
4 - seen 1B"""


def unit(variant):
    return IrUnit(TABLE, variant)
