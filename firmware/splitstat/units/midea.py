"""Midea: 6 bytes, then the same 6 bytes inverted.

Sold as: Midea, Comfee, Pioneer, MrCool, Lennox, Kaysun, Trotec, Danby.

       byte  76543210
          0  10100iii
          1  Pz0ffmmm
          2  0100tttt
          3  iiiiiiii
          4  rrrrrrrr
          5  ########
             P power  m mode  t temperature  f fan  z sleep  i room temperature is told
             r of the room

Swing, turbo, economy, light and clean are toggles, constant messages of their own. Quiet on and
quiet off are two messages, sent when it changes. The sum runs over the bits in the other order.

Follow-me is a message beside the commands, 0 to 37 degC, with the beeper off: bit 7 of byte 3 is
clear, which ESPHome's midea_protocol.h calls "beeper: off". Whether the unit takes the rest of it
for a command is unknown: it is that of the standing command. Variant f is set in degrees
Fahrenheit; one recorded remote proves it.
Source: the project's IR fact sheet MIDEA; follow-me and Fahrenheit are what the reference library
sends, but for a room in degF, which ESPHome tells.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
?c heat 1700,3000
?c cool 1700,3000
?f heat 1650,3000
?f cool 1650,3000
?f step 50
feel apart silent
fans auto low medium high
toggle turbo econo light clean swingv
once quiet
bit 560,560 560,1680 msb
wire 4480,4480 @ 560,5600 4480,4480 ~0 560,105600
hex A00040000000
0.0:3 feel (off=1 *=4)
1.0:3 mode (auto=2 cool=0 heat=3 dry=1 *=4)
1.3:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
1.6:1 sleep
1.7:1 power
?c 2.0:4 deg floor 17..30 -17
?f 2.0:5 deg f 62..86 -62
?f 2.5:1 1
3 feel (off=255 *=127)
?c 4 feel (off=255 *=room up 0..37 +1)
?f 4 feel (off=255 *=room f 32..99 -31)
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
