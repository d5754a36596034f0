"""Transcold: three bytes, each followed by its inverse.

Sold as: Transcold.

       byte  76543210
          0  1110ffff
          1  ~~~~~~~~
          2  mmmmtttt
          3  ~~~~~~~~
        4-5  54AB
             m mode  t temperature  f fan

Swing is a toggle, a message of its own ahead of the main one. Dry and fan-only differ in no bit
of the sheet, so neither is offered. The byte order is not confirmed: bytes are as on the wire.
Source: the project's IR fact sheet TRANSCOLD.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool
heat 1800,3000
cool 1800,3000
fans auto low medium high
toggle swingv swingh
bit 555,1526 555,3556 msb
wire 5944,7563 @ 555,7563 555,100000
send power (on=swingh (off=swingv *=1) *=0)
hex E718619E54AB
send 1
hex E000000054AB
0.0:4 power (on=fan (medium=13 auto|medium_high=mode (cool|heat=15 *=6) min|low=9 *=11) *=15)
2.0:4 power (on=deg floor 18..30 [7,11,3,13,5,9,1,14,6,10,2,12,4] *=9)
2.4:4 power (on=mode (auto=14 cool=6 heat=10 *=12) *=7)
pairs 0 2"""


def unit(variant):
    return IrUnit(TABLE, variant)
