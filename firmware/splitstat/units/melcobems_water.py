"""Procon MelcoBEMS MINI (A1M) on an air-to-water machine: a Modbus RTU gateway on the CN105 plug
of Mitsubishi Electric's flow temperature controllers FTC4 and FTC5.

Sold as: Mitsubishi Electric (Ecodan).
Source: the installation manual (easymanua.ls a1m p. 34, 57; manualslib 2949420 p. 27, 38). Not
tried on a real gateway. Splits on the same gateway: `melcobems`.

    H25  power              H37  hot water now           I1   fault: 0x8000 none
    H28  zone 1: 1 heats    H39  no hot water            I26  defrost, 2 is one
         to a flow, 4 cools H40  no heating in zone 1    line by H5 (0 or 4: 9600) and H6
    H30  tank, 0.01 K       H41  no cooling in zone 1
    H32  zone 1, 0.01 K

Doubts: that H32 is the flow temperature in the modes of H28 that go by it, as on the controller
itself; the pages of the manual with water and outdoor temperatures were not seen, so the home
needs sensors of its own for flow and tank. The ranges are general knowledge of that controller.
Zone 2 is left alone.
"""

from splitstat.modbus.water import WaterUnit

MAP = """
H25 state off=0 *=1
H28 state heat=1 cool=4
H30 tank 100/K 40..60 by 1
H32 flow 100/K 5..60 by 1
H37 state hot_water=1 *=0
H39 state hot_water=0 *=1
H40 state heat=0 *=1
H41 state cool=0 *=1
I1 error ok=32768 unit_silent=27033
I26 defrost off=0 off=1 on=2 off=3
"""


def unit(variant: str) -> WaterUnit:
    """The one machine of a gateway. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return WaterUnit(MAP)
