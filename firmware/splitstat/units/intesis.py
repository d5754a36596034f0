"""Intesis MBS: Modbus RTU gateways for one indoor unit, a table common to six makers.

Sources: manualslib 1464207 p. 7 (Mitsubishi Electric), manualshelf inmbsdai001i000 p. 9-10
(Daikin), manualshive mh-rc-mbs-1 rev. 6 p. 8 (Mitsubishi Heavy), star.ke.st ME-AC-MBS; of H22
manualmachine inmbsmit001i000 and inmbsdai001r000, manualshelf inmbspan001i100 p. 13, manualslib
in485fgl001i000 p. 68. None of this was tried on a real gateway.

    H0  power     H4   setpoint, x10 or x1 by switch   H11  error: 0 fine, 65535 unit silent
    H1  mode      H5   return air                      H22  takes a room temperature
    H2  fan       H10  alarm                           H23  the setpoint really in the unit
    H3  louvre    line 9600 baud, 8N2 or 8N1, device 1..63; one register in a request

Sold as: Mitsubishi Electric, Daikin, Mitsubishi Heavy, Fujitsu, Toshiba, Panasonic.
Models: INMBSMIT001I000 or ME-AC-MBS-1, INMBSDAI001I000, MH-RC-MBS-1, FJ-AC-MBS-1 or INMBSFGL,
TO-RC-MBS-1 or INMBSTOS, PA-AC-MBS or PA-RC2-MBS.

Doubts: which of fan 1..4 and louvre 1..4 a brand but Daikin has (register 21 tells the number of
fan speeds; a gateway answers others with exception 3, which shows as a refusal); the setpoint
range (16..30 of most remotes is taken; registers 24 and 25 hold the highest and the lowest;
Daikin's manual has 18..32 in cool). H10 is not read: H11 says more.

A room temperature in H22 makes the gateways for Mitsubishi Electric, Daikin, Fujitsu and Panasonic
move the unit's setpoint, to H4 - (H22 - H5), anew whenever one of the three changes, and the wall
controller's loses its say; those for Mitsubishi Heavy hand it to the unit as "master". It stays
until -32768 is written or the gateway loses its power; so H22 is read with H23, and what this home
did not tell is taken back. A gateway that has no such registers refuses that, and nothing is lost.

Variants by the gateway's switches: "intesis.daikin" tenths of a degree (as delivered),
"intesis.daikin.whole" degrees, "intesis.daikin.fahrenheit" tenths of a degree Fahrenheit. -32768
in H4 or H5 means "not known yet": it is outside of every range and so becomes None. The louvre's
automatic is 0, Daikin's "off"; a swinging one (10) reads as automatic too.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """
H0 power
H1 mode heat=1 cool=4 dry=2 fan_only=3 heat_cool=0
H2 fan auto=0 low=1 medium_low=2 {2}
H3 swing {3}
H4 setpoint {0} 16..30 by {1}
H5 return {0}
H11 error ok=0 unit_silent=65535 starting=65532
H22:H22 feel {0} 0..50 none=32768
H23 -
"""

# Daikin's manual names five speeds and a louvre that swings or stands.
SPEEDS = "medium_high=3 high=4", "medium=3 medium_high=4 high=5"
LOUVRES = "auto=0 highest=1 high=2 low=3 lowest=4 auto=10", "auto=10"
BRANDS = "mitsubishi daikin mitsubishi_heavy fujitsu toshiba panasonic"


def variants() -> list:
    """Every word that unit() takes."""
    return [brand + scale for brand in BRANDS.split() for scale in ("", ".whole", ".fahrenheit")]


def unit(variant: str) -> ModbusUnit:
    """A brand, and after a dot how its switches scale temperatures. Raises ValueError when there
    is none such."""
    if variant not in variants():
        raise ValueError(variant)
    scale, step = "10/K", "0.5"
    if variant.endswith(".whole"):
        scale, step = "1/K", "1"
    elif variant.endswith(".fahrenheit"):
        scale = "10/F"
    kind = 1 if variant.startswith("daikin") else 0
    return ModbusUnit(MAP.format(scale, step, SPEEDS[kind], LOUVRES[kind]))
