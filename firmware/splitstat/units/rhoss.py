"""Rhoss: 13 bytes of which the last has one bit, one sum.

Sold as: Rhoss.

       byte  76543210
          0  AA
          1  0000tttt
        2-3  6000
          4  0mmm00ff
          5  PP00000v
       6-10  5400000000
         11  ########
         12  00
             P power  m mode  t temperature  f fan  v louvres up-down

Source: the project's IR fact sheet RHOSS.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto
bit 648,457 648,1545 lsb
wire 3042,4248 @0+97 648,100000
hex AA006000000054000000000000
1.0:4 deg floor 16..30 -16
4.0:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
4.4:3 mode (auto=5 cool=2 heat=1 dry=3 *=4)
5.0:1 swingv
5.6:2 power (on=2 *=1)
check 11 sum 0..10"""


def unit(variant):
    return IrUnit(TABLE, variant)
