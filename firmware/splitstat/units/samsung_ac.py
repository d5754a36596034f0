"""Samsung, 21 bytes in three sections, each with its count of set bits.

Sold as: Samsung.

       byte  76543210
          0  02
          1  ####----
          2  0000####
        3-4  0000
          5  00Tz0000
          6  11PP0000
       byte  76543210
          0  01
          1  ####----
          2  z000####
        3-4  0000
          5  0000zz00
          6  00
       byte  76543210
          0  01
          1  ####----
          2  1vvv####
          3  c11lmmm1
          4  tttt00cF
          5  0mmmfff1
          6  11PP0b00
             P power  m mode  t temperature  f fan  v louvres up-down  T turbo  l light
             F filter  c clean  b beep  z sleep

A handset leaves out the middle section (sleep and timers) where power does not change; we send
it always. The checksum is the inverted number of ones and lies across two bytes. Beep and clean
are toggles. Turbo is a fan speed of its own.
Source: the project's IR fact sheet SAMSUNG_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1600,3000
cool 1600,3000
fans auto low medium high
swings auto
toggle beep clean
always light=on
bit 586,436 586,1432 lsb
wire 690,17844 3086,8864 @ 586,2886
hex 020200000000C0
1.0:4 - seen 9
5.4:1 sleep
5.5:1 turbo (off=quiet *=0)
6.4:2 power (on=3 *=0)
check 1.4:8 sum bits 0 1l 2h 3..6 ^255
wire 3086,8864 @ 586,2886
send
hex 01020000000000
1.0:4 - seen 9
2.7:1 sleep
5.2:2 sleep (off=0 *=3)
check 1.4:8 sum bits 0 1l 2h 3..6 ^255
wire 3086,8864 @ 586,100000
send 1
hex 010280610001C0
1.0:4 - seen 9
2.4:3 econo (off=swingv (off=swingh (off=7 *=3) *=swingh (off=2 *=4)) *=swingh (off=2 *=4))
3.1:3 econo (off=mode (auto=0 *=turbo (off=0 *=3)) *=7)
3.4:1 light
3.7:1 clean
4.0:1 filter
4.1:1 clean
4.4:4 deg floor 16..30 -16
5.1:3 mode (auto=6 *=econo (on=0 *=turbo (on=7 *=quiet (on=0 *=fan (medium=4 high=5 max=7 \
auto|medium_high=0 *=2)))))
5.4:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
6.2:1 beep
6.4:2 power (on=3 *=0)
check 1.4:8 sum bits 0 1l 2h 3..6 ^255"""


def unit(variant):
    return IrUnit(TABLE, variant)
