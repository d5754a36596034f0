"""Voltas 122LZF: 10 bytes without a leader, a negative sum.

Sold as: Voltas (India).
Variant: 122lzf.

       byte  76543210
          0  33
          1  fff0mmmm
          2  PTT0-vvv
          3  0e01tttt
        4-7  3B3B3B11
          8  00l00000
          9  ########
             P power  m mode  t temperature  f fan  v louvres up-down  T turbo  e econo  l light

Automatic and cool are one code; turbo, sleep and economy count there only.
Source: the project's IR fact sheet VOLTAS.122LZF.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants 122lzf
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto
bit 1026,554 1026,2553 msb
wire @ 1026,100000
hex 330000103B3B3B110000
1.0:4 mode (heat=2 dry=4 fan=1 *=8)
1.5:3 fan (medium=2 auto|medium_high=mode (fan=1 *=7) min|low=4 *=1)
2.0:3 swingv (off=0 *=7)
2.5:2 mode (auto|cool=turbo (off=sleep (off=0 *=2) *=sleep (off=1 *=3)) *=0)
2.7:1 power
3.0:4 deg floor 16..30 -16
3.6:1 mode (auto|cool=econo *=0)
8.5:1 light
2.3:1 - seen set
check 9 sum minus 0..8 +255"""


def unit(variant):
    return IrUnit(TABLE, variant)
