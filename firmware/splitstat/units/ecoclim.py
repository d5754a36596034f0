"""EcoClim: 7 bytes sent three times, no checksum.

Sold as: EcoClim.

       byte  76543210
          0  000ttttt
          1  111ttttt
          2  0Pff0000
        3-5  00FFFF
          6  0000f010
             P power  t temperature  f fan

The sheet carries no mode: the reference library never changes it. So no mode is offered here,
and the table serves reading and experiments only.
Source: the project's IR fact sheet ECOCLIM.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
fans auto low medium high
bit 440,637 440,1739 msb
wire 5730,1935 @ 5730,1935 =0 5730,1935 =0 7820,100000
hex 00E00000FFFF02
0.0:5 deg floor 14..34 -5
1.0:5 deg floor 14..34 -5
2.4:2 fan (medium=1 auto|medium_high=3 min|low=0 *=2)
2.6:1 power
6.3:1 fan (medium|high|max=!power *=power)"""


def unit(variant):
    return IrUnit(TABLE, variant)
