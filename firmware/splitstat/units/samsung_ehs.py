"""Samsung MIM-B19N on an EHS air-to-water machine: a Modbus RTU gateway on the line between indoor
and outdoor unit.

Sold as: Samsung (EHS).
Sources: the installation manual (manualshive mim-b19n p. 15: offsets 14 to 18 of an indoor unit);
ZimKev/MIM-B19n_Modbus and NuskuCloud/samsung_mimb19n, which run one; taphome samsung-mim-b19n-ehs
for the line. Not tried on a real gateway.

    H1   outdoor unit's error    H52  heating, cooling on     H68  outlet water told, 0.1 K
    H2   defrosting              H53  mode                    H72  hot water on
    H13  outdoor air, 0.1 K      H65  inlet water, 0.1 K      H74  tank told, 0.1 K
    line 9600 baud, 8E1          H66  outlet water, 0.1 K     H75  tank, 0.1 K

The indoor unit is the first behind its gateway: its registers begin at H50. H73 (eco, standard,
power, forced) is left as it was set.

Doubts: H2, H13 and H72 to H75 come from those projects alone; that 0 in H2 means no defrost. The
ranges are the widest of the manual's models. A machine that is set to its own water law takes no
outlet temperature.
"""

from splitstat.modbus.water import WaterUnit

LINE = 9600, "even"
MAP = """
H1 error ok=0
H2 defrost
H13 outdoor 10/K
H52 state heat=1 cool=1 *=0
H53 state heat=4 cool=1
H65 back 10/K -30..100
H66 supply 10/K -30..100
H68 flow 10/K 5..65 by 1
H72 state hot_water=1 *=0
H74 tank 10/K 30..70 by 1
H75 top 10/K -30..100
"""


def unit(variant: str) -> WaterUnit:
    """The one machine of a gateway. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return WaterUnit(MAP)
