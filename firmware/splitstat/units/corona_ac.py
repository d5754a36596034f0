"""Corona: one message in up to six sections of 7 bytes.

Sold as: Corona.

       byte  76543210
        0-2  28613D
          3  0v01e0ff
          4  ~~~~~~~~
          5  mm0Ptttt
          6  ~~~~~~~~
        0-2  28616D
          3  --------
          4  ~~~~~~~~
          5  --------
          6  ~~~~~~~~
        0-2  2861CD
          3  --------
          4  ~~~~~~~~
          5  --------
          6  ~~~~~~~~
       byte  76543210
        0-2  28613D
          3  0v01e0ff
          4  ~~~~~~~~
          5  mm1Ptttt
          6  ~~~~~~~~
        0-2  28616D
          3  --------
          4  ~~~~~~~~
          5  --------
          6  ~~~~~~~~
        0-2  2861CD
          3  --------
          4  ~~~~~~~~
          5  --------
          6  ~~~~~~~~
             P power  m mode  t temperature  f fan  v louvres up-down  e econo

Each data byte is followed by its inverse. Sections two and three are idle timers; a handset
leaves out what does not change. Automatic and cool are one code. Swing is a toggle.
Source: the project's IR fact sheet CORONA_AC.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
modes heat cool dry fan_only
heat 1700,3000
cool 1700,3000
fans auto low medium high
toggle swingv
bit 450,420 450,1270 lsb
wire 3500,1680 @ 450,10800
hex 28613D10000000
3.0:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
3.3:1 econo
3.6:1 swingv
pairs 3
5.0:4 deg floor 17..30 -16
5.4:1 power
5.6:2 mode (heat=0 dry=1 fan=3 *=2)
pairs 5
send
hex 28616DFF00FF00
3 - timer
5 - timer
pairs 3 5
hex 2861CDFF00FF00
3 - timer
5 - timer
pairs 3 5
hex 28613D10002000
3.0:2 fan (medium=2 auto|medium_high=0 min|low=1 *=3)
3.3:1 econo
3.6:1 swingv
pairs 3
5.0:4 deg floor 17..30 -16
5.4:1 power
5.6:2 mode (heat=0 dry=1 fan=3 *=2)
pairs 5
hex 28616DFF00FF00
3 - timer
5 - timer
pairs 3 5
hex 2861CDFF00FF00
3 - timer
5 - timer
pairs 3 5"""


def unit(variant):
    return IrUnit(TABLE, variant)
