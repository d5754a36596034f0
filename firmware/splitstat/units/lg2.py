"""LG, remotes AKB: 28 bits, padded to 108 ms.

Sold as: LG.
Variants: akb73757604, akb74955603, akb75215403.
The bytes of akb73757604:

       byte  76543210
          0  08
          1  1000PP00
          2  0mmmtttt
          3  0fff####
       byte  76543210
        0-2  088132
          3  0vvv####
       byte  76543210
        0-2  088132
          3  1vvv####
       byte  76543210
        0-2  088133
          3  0vvv####
       byte  76543210
        0-2  088133
          3  1vvv####
             P power  m mode  t temperature  f fan  v louvres up-down

As lg with another leader. Off is one fixed code. Louvres and light are messages of their own,
one shot each. akb73757604 sends the louvres four times, for each vane alone.
Source: the project's IR fact sheets LG2.AKB73757604, LG2.AKB74955603, LG2.AKB75215403.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants akb73757604 akb74955603 akb75215403
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
?akb73757604,akb75215403 fans auto quiet=min low medium high
?akb73757604 swings high middle low lowest
?akb74955603 fans auto quiet=min low medium medium_high=high high=max
?akb74955603 swings auto highest high middle low lowest
?akb74955603 once swingv light
?akb74955603 always light=on
bit 480,550 480,1600 msb
wire 3200,9900 @0+28 480,to108050
check 3.0:4 sum nib 1l 2 3h
hex 08800000
1.2:2 power (on=0 *=3)
2.0:4 power (on=deg floor 16..30 -15 *=0)
2.4:3 power (on=mode (auto=3 cool=0 heat=4 dry=1 *=2) *=0)
?akb73757604,akb75215403 3.4:3 power (on=fan (min=0 low=1 medium=2 auto|medium_high=5 *=4) *=5)
?akb73757604 send power
?akb73757604 hex 08813200
?akb73757604 3.4:3 swingv (high=2 middle=4 low=5 lowest=6 *=1)
?akb73757604 hex 08813280
?akb73757604 3.4:3 swingv (high=2 middle=4 low=5 lowest=6 *=1)
?akb73757604 hex 08813300
?akb73757604 3.4:3 swingv (high=2 middle=4 low=5 lowest=6 *=1)
?akb73757604 hex 08813380
?akb73757604 3.4:3 swingv (high=2 middle=4 low=5 lowest=6 *=1)
?akb73757604 send swingh (off=0 *=power)
?akb73757604 hex 08813160
?akb74955603 3.4:4 power (on=fan (min=0 low=9 medium=2 high=10 max=4 *=5) *=5)
?akb74955603 send power (on=swingv (off|upper_middle=0 *=1) *=0)
?akb74955603 hex 08813000
?akb74955603 2.0:1 swingv (auto=1 *=0)
?akb74955603 3.4:4 swingv (highest=9 high=8 middle=6 low=5 *=4)
?akb74955603 send power (on=!light *=0)
?akb74955603 hex 088C00A0"""


def unit(variant):
    return IrUnit(TABLE, variant)
