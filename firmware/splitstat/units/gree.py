"""Gree and the many units that Gree builds: 8 bytes.

Sold as: Gree, Cooper & Hunter, Amana, Soleus Air, Vaillant, many OEM.
Variants: yaw1f, ybofb, yx1fsf.
The bytes of yaw1f:

       byte  76543210
          0  zvffPmmm
          1  0000tttt
          2  cPlT0000
          3  50
          4  0hhh0vvv
          5  0-100i--
          6  00
          7  ####0e00
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo  e econo  l light  c clean  z sleep  i room temperature is told

Three bits 010 and a pause stand between the halves. Variant yaw1f repeats power in byte 2, ybofb
does not, yx1fsf says economy as a mode. Dry forces the lowest fan. The checksum is four bits of
a sum of the nibbles that hold power, mode and setpoint: of 100 single wrong bits 13 pass, all of
them in fan, louvres, turbo, economy, light, clean or sleep. So one message of a handset counts: at
worst its fan speed is wrong until the next.

I-feel: bit 2 of byte 5 in every command, and a short message of two bytes, degC and A5, which the
handset repeats every 5 to 10 minutes. Whether that beeps is unknown. Degrees Fahrenheit (yaw1f.f,
ybofb.f, yx1fsf.f) are told by bit 3 of byte 3; bit 2 adds the degree that Celsius lacks.
Source: the project's IR fact sheets GREE.YAW1F, GREE.YBOFB, GREE.YX1FSF; Fahrenheit and the i-feel
bit are what the reference library sends; the short message as three people recorded it
(arduino-heatpumpir issues 86 and 117, IRremoteESP8266 issue 2239).
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants yaw1f ybofb yx1fsf
modes heat cool dry fan_only
?c heat 1600,3000
?c cool 1600,3000
?f heat 1600,3000
?f cool 1600,3000
?f step 50
fans auto low=min medium high
swings auto highest high middle low lowest
always light=on
feel with
bit 620,540 620,1600 lsb
wire 9000,4500 @0+32 b010 620,19980 @4+32 620,19980
hex 0000005000200000
?yaw1f,ybofb 0.0:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
?yx1fsf 0.0:3 econo (off=mode (auto=0 cool=1 heat=4 dry=2 *=3) *=5)
0.3:1 power
0.4:2 mode (dry=1 *=fan (min=1 auto|medium_high=0 low|medium=2 *=3))
0.6:1 swingv (auto=1 *=0)
0.7:1 sleep
?c 1.0:4 mode (auto=9 *=deg floor 16..30 -16)
?f 1.0:4 mode (auto=9 *=deg f 61..86 [0,1,1,2,2,3,3,4,4,5,6,6,7,7,8,8,9,9,10,11,11,12,12,13,13,14])
?f 3.2:1 mode (auto=0 *=deg f 61..86 [0,0,1,0,1,0,1,0,1,0,0,1,0,1,0,1,0,1,0,0,1,0,1,0,1,0])
?f 3.3:1 1
2.4:1 turbo
2.5:1 light
?yaw1f 2.6:1 power
2.7:1 clean
4.0:3 swingv (auto=1 highest=2 high=3 middle=4 low=5 lowest=6 *=0)
4.4:3 swingh (auto=1 left_max=2 left=3 middle=4 right=5 right_max=6 *=0)
7.2:1 econo
5.2:1 feel
5.0:2 - which temperature the display shows
5.6:1 - wireless
check 7.4:4 sum 0l 1l 2l 3l 4h 5h 6h +10
report
bit 650,540 650,1600 lsb
wire 6000,3000 @ 650,20000
hex 00A5
0 room up 0..50"""


def unit(variant):
    return IrUnit(TABLE, variant)
