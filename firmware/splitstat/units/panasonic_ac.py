"""Panasonic: 36.7 kHz, a fixed section of 8 bytes and 19 bytes with a sum.

Sold as: Panasonic.
Variants: ckp, dke, jke, lke, nke, rkr.
The bytes of ckp:

       byte  76543210
       0-12  0220E004000000060220E00400
         13  0mmm000P
         14  001tttt0
         15  80
         16  ffffvvvv
         17  00
         18  --------
         19  --------
         20  --------
         21  00T1000T
         22  00
         23  0000000-
         24  --------
         25  --------
         26  ########
             P power  m mode  t temperature  f fan  v louvres up-down  T turbo

Power of model ckp is a toggle: a lost message inverts the meaning of the next one, never repeat
blindly. The bits of quiet and turbo are swapped between the models.
Source: the project's IR fact sheets PANASONIC_AC.CKP, PANASONIC_AC.DKE, PANASONIC_AC.JKE,
PANASONIC_AC.LKE, PANASONIC_AC.NKE, PANASONIC_AC.RKR.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants ckp dke jke lke nke rkr
hz 36700
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto quiet=min low medium medium_high=high high=max
swings highest high middle low lowest
?ckp toggle power
bit 432,432 432,1296 lsb
wire 3456,1728 @0+64 432,10000 3456,1728 @8+152 432,100000
?ckp hex 0220E004000000060220E004000020800000000EE0100001000000
?dke hex 0220E004000000060220E004000020800000000EE0000101000600
?jke hex 0220E004000000060220E004000020800000000EE0000081000000
?lke hex 0220E004000000060220E004000220800006000EE0000081000000
?nke hex 0220E004000000060220E004000020800006000EE0000081000000
?rkr hex 0220E004000000060220E004000820800000000EE0000089000000
13.0:1 power
13.4:3 mode (auto=0 cool=3 heat=4 dry=2 *=6)
14.1:4 deg floor 16..30 -16
16.0:4 swingv (highest=1 high=2 middle=3 low=4 lowest=5 *=15)
16.4:4 fan (min=3 low=4 medium=5 high=6 max=7 *=10)
?rkr 17.0:4 swingh (left_max=9 left=10 middle=6 right=11 right_max=12 *=13)
?ckp,rkr 21.0:1 turbo
?ckp,rkr 21.5:1 turbo (off=quiet *=0)
?dke 17.0:4 swingh (left_max=9 left=10 middle=6 right=11 right_max=12 *=13)
?dke,jke,lke,nke 21.0:1 turbo (off=quiet *=0)
?dke,jke,lke,nke 21.5:1 turbo
18 - timer
19 - timer
20 - timer
23.0:1 - seen clear
24 - clock
25 - clock
check 26 sum 8..25"""


def unit(variant):
    return IrUnit(TABLE, variant)
