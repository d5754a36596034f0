"""LG Therma V: air-to-water heat pumps with Modbus RTU of their own.

Sold as: LG.
Sources: LG's installation manuals (easymanua.ls hn1639hc-nk0 p. 157-160; manualslib.mx 902054
p. 164); basti242/homeassistant_lg_therma_v_modbus, which runs one. Not tried on a real unit.

    coil 0  heating, cooling on    H0  mode               I2   return water, 0.1 K
    coil 1  hot water on           H1  0: by outlet       I3   outlet water, 0.1 K
    D4      defrosting             H2  flow, 0.1 K        I5   tank, 0.1 K
    line    9600 baud, 8N1         H8  tank, 0.1 K        I12  outdoor air, 0.1 K
                                   I0  error, 0 is fine   I1   what the outdoor unit does

DIP switch 1 of SW1 is on and 2 off, as the manual says; then the machine's own controller only
shows. Without coil 0 it still guards itself against frost. H9 takes the four states of SG Ready
and is left alone: they come over the contacts.

Doubts: the manuals print the function codes of holding and input registers the other way round;
here they are as that project reads them. The ranges of the setpoints differ between models and
are wide here: the machine keeps to its own. Models with the separate gateway PMBUSB00A have
another map.
"""

from splitstat.modbus.water import WaterUnit

MAP = """
C0 state heat=1 cool=1 *=0
C1 state hot_water=1 *=0
D4 defrost
H0 state heat=4 cool=0
H1 state heat=0 cool=0
H2 flow 10/K 7..65 by 1
H8 tank 10/K 30..80 by 1
I0 error ok=0
I1 action idle=0 cooling=1 heating=2
I2 back 10/K -30..100
I3 supply 10/K -30..100
I5 top 10/K -30..100
I12 outdoor 10/K
"""


def unit(variant: str) -> WaterUnit:
    """The one machine there is. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return WaterUnit(MAP)
