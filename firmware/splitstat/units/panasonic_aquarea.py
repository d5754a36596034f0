"""Intesis PA-AW-MBS-1: a Modbus RTU gateway for Panasonic's Aquarea machines before the H series.

Sold as: Panasonic (Aquarea).
Sources: a project's module for it (intesisbox, pa_aw_mbs.py), which goes through sections 3.2.1 to
3.2.6 of the user manual register by register; taphome intesisbox-climate and intesisbox-tank for
models and line. Not tried on a real gateway.

    H0   power               H14  water at low outdoor     H33  tank told
    H1   outdoor air         H15  water at high outdoor    H52  error, 0 is fine
    H2   outgoing water      H23  water in cooling         H57  defrosting
    H3   ingoing water       H32  tank                     line 9600 baud, 8N1
    H4   mode

There is no register for a flow temperature: the machine's own curve runs from H14 to H15, and both
get the same value, which makes the curve flat. Temperatures are whole degrees, or tenths where the
gateway's DIP switches say so: `panasonic_aquarea.tenths`.

Doubts: the manual itself was not seen. Machines of the H series and later have other gateways
(PA-AW2-MBS-1, Airzone Aidoo Pro) with other maps.
"""

from splitstat.modbus.water import WaterUnit

MAP = """
H0 state off=0 *=1
H1 outdoor %s/K
H2 supply %s/K -30..100
H3 back %s/K -30..100
H4 state heat=1 hot_water=3 cool=5
H14 flow_heat %s/K 25..55 by 1
H15 flow_heat %s/K 25..55 by 1
H23 flow_cool %s/K 5..20 by 1
H32 top %s/K -30..100
H33 tank %s/K 40..75 by 1
H52 error ok=0 unit_silent=65535
H57 defrost
"""


def variants():
    """Names after "panasonic_aquarea."."""
    return ("", "tenths")


def unit(variant: str) -> WaterUnit:
    """Raises ValueError for any other variant."""
    if variant not in variants():
        raise ValueError(variant)
    return WaterUnit(MAP.replace("%s", "10" if variant else "1"))
