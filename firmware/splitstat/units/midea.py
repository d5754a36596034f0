"""Midea: 6 bytes, then the same 6 bytes inverted.

Sold as: Midea, Comfee, Pioneer, MrCool, Lennox, Kaysun, Trotec, Danby.

       byte  76543210
          0  A1
          1  Pz0ffmmm
          2  0100tttt
        3-4  FFFF
          5  ########
             P power  m mode  t temperature  f fan  z sleep

Swing, turbo, economy, light and clean are toggles, constant messages of their own. Quiet on and
quiet off are two messages, sent when it changes. The sum runs over the bits in the other order.
Source: the project's IR fact sheet MIDEA.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1700,3000
cool 1700,3000
fans auto low medium high
toggle turbo econo light clean swingv
once quiet
bit 560,560 560,1680 msb
wire 4480,4480 @ 560,5600 4480,4480 ~0 560,105600
hex A10040FFFF00
1.0:3 mode (auto=2 cool=0 heat=3 dry=1 *=4)
1.3:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
1.6:1 sleep
1.7:1 power
2.0:4 deg floor 17..30 -17
check 5 sum rev minus 0..4 turned
send swingv
hex A201FFFFFF7C
send econo
hex A202FFFFFF7E
send turbo
hex A209FFFFFF74
send light
hex A208FFFFFF75
send mode (heat|fan=0 *=clean)
hex A20DFFFFFF70
send !quiet
hex A213FFFFFF6F
send quiet
hex A212FFFFFF6E"""


def unit(variant):
    return IrUnit(TABLE, variant)
