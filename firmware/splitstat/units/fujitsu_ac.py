"""Fujitsu General: 15 or 16 bytes, and a short message for off.

Sold as: Fujitsu General, OGeneral.
Variants: ardb1, arjw2, arrah2e, arreb1e, arrew4e, arry4.
The bytes of ardb1:

       byte  76543210
        0-7  1463001010FC0830
          8  ttttt00-
          9  00000mmm
         10  00000fff
      11-13  000000
         14  ########
             m mode  t temperature  f fan

A wrong model may lock the unit until it is cut from power: never guess it. Bit 0 of byte 8 is
set with every message, as for the first one after off. Turbo and economy of arreb1e are toggles,
short messages ahead of the main one. Half degrees are sent; some units ignore them.
Variant arrew4e.f is set in degrees Fahrenheit, as the reference library sends them.
Source: the project's IR fact sheets FUJITSU_AC.ARDB1, FUJITSU_AC.ARJW2, FUJITSU_AC.ARRAH2E,
FUJITSU_AC.ARREB1E, FUJITSU_AC.ARREW4E, FUJITSU_AC.ARRY4.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants ardb1 arjw2 arrah2e arreb1e arrew4e arry4
modes heat cool dry fan_only
?c heat 1600,3000
?c cool 1600,3000
?f heat 1550,3100
?f cool 1550,3100
step 50
fans auto quiet=min low medium high
?arrah2e,arreb1e,arrew4e,arry4 swings auto
?arreb1e toggle turbo econo
bit 448,390 448,1182 lsb
wire 3324,1574 @ 448,8100
?arreb1e send power (on=turbo *=0)
?arreb1e hex 146300101039C6
?arreb1e send power (on=econo *=0)
?arreb1e hex 146300101009F6
send power
?ardb1,arjw2 hex 1463001010FC083001000000000000
?arrah2e,arreb1e,arry4 hex 1463001010FE09300100000000002000
?ardb1,arjw2,arrah2e,arreb1e,arry4 8.3:5 deg half 16..30 -32
?arrew4e hex 1463001010FE09310100000000000000
?arrew4e ?c 8.2:6 deg half 16..30 -16
?f 8.2:6 deg f 60..88 -44
?f 8.1:1 1
9.0:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
?arrah2e,arrew4e,arry4 9.3:1 clean
?arrah2e,arreb1e,arrew4e 9.4:1 sleep
10.0:3 quiet (off=fan (min=4 low=3 medium=2 auto|medium_high=0 *=1) *=4)
?arrah2e,arrew4e 10.4:1 swingv
?arrah2e,arrew4e 10.5:1 swingh
?arreb1e,arry4 10.4:1 swingh (off=swingv *=1)
?arrah2e,arreb1e 11.2:4 sleep (off=0 *=15)
?arrah2e,arreb1e 12.3:1 sleep
?arry4 14.3:1 filter
8.0:1 - first after off
?ardb1,arjw2 check 14 sum minus 7..13
?arrah2e,arreb1e,arrew4e,arry4 check 15 sum minus 7..14
send !power
?ardb1,arjw2 hex 146300101002
?arrah2e,arreb1e,arrew4e,arry4 hex 146300101002FD"""


def unit(variant):
    return IrUnit(TABLE, variant)
