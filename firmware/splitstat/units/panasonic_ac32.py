"""Panasonic, 32 bits: 36.7 kHz, bytes twice and halves twice, no checksum.

Sold as: Panasonic.

       byte  76543210
          0  ttttffff
          1  ttttffff
          2  mmmP0000
          3  mmmP0000
          4  001hvvv1
          5  001hvvv1
        6-7  6C6C
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right

Power is a toggle. The byte order is not confirmed: bytes are as on the wire.
Source: the project's IR fact sheet PANASONIC_AC32.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
hz 36700
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto quiet=min low medium medium_high=high high=max
swings highest high middle low lowest
toggle power
bit 920,828 920,2575 msb
wire 3543,3450 @0+32 3543,3450 =0 3543,3450 920,13946 3543,3450 @4+32 3543,3450 =1 3543,3450 \
920,13946
hex 0000000021216C6C
0.0:4 fan (min=4 low=12 medium=2 high=10 max=6 *=15)
0.4:4 deg floor 16..30 [8,4,12,2,10,6,14,1,9,5,13,3,11,7,15]
1.0:4 fan (min=4 low=12 medium=2 high=10 max=6 *=15)
1.4:4 deg floor 16..30 [8,4,12,2,10,6,14,1,9,5,13,3,11,7,15]
2.4:1 !power
2.5:3 mode (auto=3 cool=2 heat=1 dry=6 *=4)
3.4:1 !power
3.5:3 mode (auto=3 cool=2 heat=1 dry=6 *=4)
4.1:3 swingv (highest=4 high=2 middle=6 low=1 lowest=5 *=7)
4.4:1 swingh
5.1:3 swingv (highest=4 high=2 middle=6 low=1 lowest=5 *=7)
5.4:1 swingh"""


def unit(variant):
    return IrUnit(TABLE, variant)
