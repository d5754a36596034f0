"""Coolix, the older Midea: three bytes, each followed by its inverse, all sent twice.

Sold as: Midea (older), Beko, Carrier OEM, Toshiba-Carrier OEM.

       byte  76543210
          0  1011i010
          1  ~~~~~~~~
          2  fff1rrrr
          3  ~~~~~~~~
          4  ttttmmi0
          5  ~~~~~~~~
             m mode  t temperature  f fan  i room temperature is told  r of the room

Off is one fixed code. Swing, turbo, sleep, light and clean are toggles with messages of their
own; both louvre keys send the same one. The setpoint is a Gray code.

Follow-me is a message beside the commands, 16 to 30 degC; it names no fan speed. Whether the unit
takes the rest of it for a command, and whether it beeps, is unknown. The reference library goes
wrong below 16 degC, here it is 16.
Source: the project's IR fact sheet COOLIX; follow-me is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1700,3000
cool 1700,3000
feel apart
fans auto low medium high
toggle swingv swingh turbo light clean sleep
bit 552,552 552,1656 msb
wire 4692,4416 @ 552,5244 4692,4416 =0 552,105244
hex B20010000000
0.3:1 feel
2.0:4 feel (off=power (on=15 *=11) *=room up 16..30 -16)
2.5:3 feel (off=power (on=fan (medium=2 auto|medium_high=mode (auto|dry=0 *=5) min|low=4 *=1) \
*=3) *=6)
4.1:1 feel
4.2:2 power (on=mode (auto=2 cool=0 heat=3 *=1) *=0)
4.4:4 power (on=mode (fan=14 *=deg floor 17..30 [0,1,3,2,6,7,5,4,12,13,9,8,10,11]) *=14)
pairs 0 2 4
send power (on=swingh (off=swingv *=1) *=0)
hex B24D6B94E01F
send power (on=turbo *=0)
hex B54AF50AA25D
send power (on=sleep *=0)
hex B24DE01F03FC
send power (on=light *=0)
hex B54AF50AA55A
send power (on=clean *=0)
hex B54AF50AAA55"""


def unit(variant):
    return IrUnit(TABLE, variant)
