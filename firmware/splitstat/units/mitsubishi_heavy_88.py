"""Mitsubishi Heavy Industries, 88 bits: a byte and its inverse by turns.

Sold as: Mitsubishi Heavy Industries.

       byte  76543210
        0-4  52AEC326D9
          5  hhc1hhv1
          6  ~~~~~~~~
          7  fffvv111
          8  ~~~~~~~~
          9  ttttPmmm
         10  ~~~~~~~~
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             c clean

All values are inverted against the usual notation: the byte order is that of the wire. The
louvre codes are scattered over bytes 5 and 7.
Source: the project's IR fact sheet MITSUBISHI_HEAVY_88.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1700,3100
cool 1700,3100
fans auto low medium high
swings auto highest high middle low lowest
bit 370,420 370,1220 lsb
wire 3140,1630 @ 370,100000
hex 52AEC326D9110007000000
5.1:1 swingv (off|auto|highest|upper_middle=1 *=0)
5.2:2 swingh (right_max=1 off|auto|wide=3 *=2)
5.5:1 !clean
5.6:2 swingh (left=2 right=0 auto|middle=1 *=3)
7.3:2 swingv (middle=2 auto|low=1 highest|lowest=0 *=3)
7.5:3 econo (off=turbo (off=fan (low=5 medium=4 high=3 *=7) *=1) *=0)
9.0:3 mode (auto=7 cool=6 heat=3 dry=5 *=4)
9.3:1 !power
9.4:4 deg floor 17..31 32-
pairs 5 7 9"""


def unit(variant):
    return IrUnit(TABLE, variant)
