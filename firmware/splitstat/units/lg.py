"""LG: 28 bits, padded to 108 ms.

Sold as: LG, General Electric.
Variants: ge6711ar2853m, lg6711a20083v.
The bytes of ge6711ar2853m:

       byte  76543210
          0  08
          1  1000PP00
          2  -mmmtttt
          3  0fff####
             P power  m mode  t temperature  f fan

Off is one fixed code (88C0051 with the nibble before). The swing message of lg6711a20083v is a
toggle in reality: the sheet sends it with each state.
Source: the project's IR fact sheets LG.GE6711AR2853M, LG.LG6711A20083V.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants ge6711ar2853m lg6711a20083v
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto quiet=min low medium high
?lg6711a20083v swings auto
bit 550,550 550,1600 msb
wire 8500,4250 @0+28 550,to108050
hex 08800000
1.2:2 power (on=0 *=3)
2.0:4 power (on=deg floor 16..30 -15 *=0)
2.4:3 power (on=mode (auto=3 cool=0 heat=4 dry=1 *=2) *=0)
3.4:3 power (on=fan (min=0 low=1 medium=2 auto|medium_high=5 *=4) *=5)
2.7:1 - seen set
check 3.0:4 sum nib 1l 2 3h
?lg6711a20083v send swingv (off=0 *=power)
?lg6711a20083v hex 08810001"""


def unit(variant):
    return IrUnit(TABLE, variant)
