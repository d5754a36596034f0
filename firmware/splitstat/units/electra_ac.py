"""Electra, AUX and their many brands: 13 bytes, one sum.

Sold as: AUX, Electra, AEG, Electrolux, Frigidaire, Centek, Subtropic.

       byte  76543210
          0  C3
          1  tttttvvv
          2  hhh-----
          3  --------
          4  fff00000
          5  qT000000
          6  mmm0i000
          7  rrrrrrrr
          8  00
          9  00P00c00
         10  00
         11  000lllll
         12  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             q quiet  T turbo  l light  c clean  i room temperature is told  r of the room

Light is a toggle, its button is named in byte 11. I-feel is part of every command, 0 to 50 degC;
told again it is the standing command once more. Whether that beeps is unknown.
Source: the project's IR fact sheet ELECTRA_AC; i-feel is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3200
cool 1600,3200
fans auto low medium high
swings auto
toggle light
feel with
bit 646,547 646,1647 lsb
wire 9166,4470 @ 646,100000
hex C3000000000000000000000000
1.0:3 swingv (off=7 *=0)
1.3:5 deg floor 16..32 -8
2.5:3 swingh (off=7 *=0)
4.5:3 fan (medium=2 auto|medium_high=5 min|low=3 *=1)
5.6:1 turbo
5.7:1 quiet
6.3:1 feel
6.5:3 mode (auto=0 cool=1 heat=4 dry=2 *=6)
7 feel (off=0 *=room up 0..50 +74)
9.2:1 clean
9.5:1 power
11.0:5 light (~off=5 off=8 *=21)
2.0:5 - clock
3 - clock
check 12 sum 0..11"""


def unit(variant):
    return IrUnit(TABLE, variant)
