"""Argo Ulisse: remotes wrem2 (12 bytes) and wrem3 (6 bytes).

Sold as: Argo Ulisse.
Variants: wrem2, wrem3.
The bytes of wrem2:

       byte  76543210
        0-1  ACF5
          2  ttmmm000
          3  rrrffttt
          4  000vvvrr
        5-8  00000000
          9  i0P0Tz00
         10  ######10
         11  000000##
             P power  m mode  t temperature  f fan  v louvres up-down  T turbo  z sleep
             i room temperature is told  r of the room

The checksum of wrem2 begins at bit 2 of byte 10 and ends in byte 11. The setpoint of wrem2
reaches from byte 2 into byte 3 and is rounded up. No pulse closes a wrem2 message: its last
space is silence. I-feel, 4 to 35 degC, is part of every command; wrem3 has a short message for it
besides. Whether they beep is unknown.
Source: the project's IR fact sheets ARGO.WREM2, ARGO.WREM3; i-feel is what the reference library
sends.
"""

from splitstat.ir.unit import IrUnit

TABLE = """\
variants wrem2 wrem3
modes heat cool dry fan_only
heat 1400,3200
cool 1400,3200
?wrem2 fans auto low medium high
?wrem3 fans auto quiet=min low medium medium_high=high high=max
swings auto highest high middle low lowest
feel with
bit 400,900 400,2200 lsb
?wrem2 wire 6400,3300 @
?wrem2 hex ACF500000000000000000200
?wrem2 2.3:3 mode (auto=2 cool=0 heat=4 dry=1 *=3)
?wrem2 2.6:5 deg up 14..32 -4
?wrem2 3.3:2 fan (auto=0 min|low=1 medium|medium_high=2 *=3)
?wrem2 3.5:5 room up 4..35 -4
?wrem2 4.2:3 swingv (off=7 auto=0 highest=1 high=2 upper_middle=3 middle=4 low=5 *=6)
?wrem2 9.2:1 sleep
?wrem2 9.3:1 turbo
?wrem2 9.5:1 power
?wrem2 9.7:1 feel
?wrem2 check 10.2:8 sum 0..9 +2
?wrem3 wire 6400,3300 @ 400,100000
?wrem3 hex 0B000000C000
?wrem3 1.0:5 room up 4..35 -4
?wrem3 1.5:3 mode (auto=5 cool=1 heat=3 dry=2 *=4)
?wrem3 2.0:5 deg floor 14..32 -4
?wrem3 2.5:3 fan (auto=0 min=1 low=2 medium=3 medium_high=4 high=5 *=6)
?wrem3 3.0:3 swingv (off=7 auto=0 highest=1 high=2 upper_middle=3 middle=4 low=5 *=6)
?wrem3 3.3:1 power
?wrem3 3.4:1 feel
?wrem3 3.5:1 quiet
?wrem3 3.6:1 econo
?wrem3 3.7:1 turbo
?wrem3 4.0:1 filter
?wrem3 4.1:1 light
?wrem3 check 5 sum 0..4
?wrem3 report
?wrem3 bit 400,900 400,2200 lsb
?wrem3 wire 6400,3300 @ 400,100000
?wrem3 hex 4B00
?wrem3 1.0:5 room up 4..35 -4
?wrem3 check 1.5:3 sum 0..1"""


def unit(variant):
    return IrUnit(TABLE, variant)
