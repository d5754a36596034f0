"""Kelon and Hisense: 6 bytes, no checksum.

Sold as: Hisense, Kelon.

       byte  76543210
        0-1  8306
          2  v000zPff
          3  tttt00T0
          4  00
          5  T00T0000
             P power  t temperature  f fan  v louvres up-down  T turbo  z sleep

Power and swing are toggles. The sheet carries no mode: the reference library never sets those
bits. So no mode is offered here, and the table serves reading and experiments only.
Source: the project's IR fact sheet KELON.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
fans auto low medium high
toggle swingv power
weak
bit 560,600 560,1680 lsb
wire 9000,4600 @ 560,200000
hex 830600000000
2.0:2 turbo (off=fan (medium=2 auto|medium_high=0 min|low=3 *=1) *=1)
2.2:1 power
2.3:1 sleep
2.7:1 swingv
3.1:1 turbo
3.4:4 turbo (off=mode (auto=8 cool|heat=deg floor 18..32 -18 *=7) *=mode (cool|heat=0 *=deg \
floor 18..32 -18))
5.4:1 turbo
5.7:1 turbo"""


def unit(variant):
    return IrUnit(TABLE, variant)
