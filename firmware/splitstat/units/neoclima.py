"""Neoclima and Soleus Air: 12 bytes, one sum.

Sold as: Neoclima, Soleus Air.

       byte  76543210
          0  00
          1  00000F00
          2  00
          3  000eT00l
        4-6  000000
          7  0ffhvvPz
          8  00
          9  mmmttttt
         10  A5
         11  ########
             P power  m mode  t temperature  f fan  v louvres up-down  h louvres left-right
             T turbo  e econo  l light  F filter  z sleep

Dry forces the lowest fan.
Variant f is set in degrees Fahrenheit.
Source: the project's IR fact sheet NEOCLIMA; Fahrenheit is what the reference library sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
?c heat 1600,3200
?c cool 1600,3200
?f heat 1600,3200
?f cool 1600,3200
?f step 50
fans auto low medium high
swings auto
bit 537,571 537,1651 lsb
wire 6112,7391 @ 537,7391 537,100000
hex 00000000000000000000A500
1.2:1 filter
3.0:1 light
3.3:1 turbo
3.4:1 econo
7.0:1 sleep
7.1:1 power
7.2:2 swingv (off=2 *=1)
7.4:1 !swingh
7.5:2 mode (dry=3 *=fan (medium=2 auto|medium_high=0 min|low=3 *=1))
?c 9.0:5 deg floor 16..32 -16
?f 7.7:1 1
?f 9.0:5 deg f 61..90 -61
9.5:3 mode (auto=0 cool=1 heat=4 dry=2 *=3)
check 11 sum 0..10"""


def unit(variant):
    return IrUnit(TABLE, variant)
