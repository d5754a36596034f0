"""Teco and Alaska: 35 bits, no checksum.

Sold as: Teco, Alaska.

       byte  76543210
          0  zvffPmmm
          1  0010tttt
          2  00l00000
        3-4  5002
             P power  m mode  t temperature  f fan  v louvres up-down  l light  z sleep

No two keys of a handset say the same, and nothing tells a wrong bit: its presses count only where
an equal one follows.
Source: the project's IR fact sheet TECO.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto
weak
bit 620,580 620,1650 lsb
wire 9000,4440 @0+35 620,100000
hex 0020005002
0.0:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
0.3:1 power
0.4:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
0.6:1 swingv
0.7:1 sleep
1.0:4 deg floor 16..30 -16
2.5:1 light"""


def unit(variant):
    return IrUnit(TABLE, variant)
