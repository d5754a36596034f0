"""Procon MelcoBEMS MINI (A1M): a Modbus RTU gateway on the CN105 plug of Mitsubishi Electric
units.

Sold as: Mitsubishi Electric.
Sources: the installation manual (manualslib 2949420 p. 12-14, easymanua.ls a1m p. 29-30). Not
tried on a real gateway.

    H0  mode                 H7  power                  H14  its own dead-band mode is on
    H1  setpoint, 0.1 K      H8  room air, 0.1 K        H15  takes a room temperature, 0.1 K
    H2  fan                  H9  fault: 0x8000 none     H17  the setpoint that belongs to H15
    H3  louvre               line by H5 (0 or 4: 9600, 6: 19200) and H6 (0 none, 1 even, 2 odd)

The gateway can change between heat and cool by itself: its DIP switch 8 stays off, H14 only shows
it. H15 works together with H17: the gateway then sets the unit to its return air less (H15 - H17),
and goes on doing so until it loses power. So nothing is told by default; who writes H15 by
`splitstat unit set --room` sees to H17. Doubts: which value of H15 ends that. The setpoint range
and step are those of the remotes. Modes 9, 10 and 11 (i-see) can only be read and are not named
one by one: they read as an unknown mode.
"""

from splitstat.modbus.unit import ModbusUnit

MAP = """
H0 mode heat=1 cool=3 dry=2 fan_only=7 heat_cool=8
H1 setpoint 10/K 16..31 by 0.5
H2 fan auto=0 quiet=2 low=3 medium=5 high=6
H3 swing auto=0 highest=1 high=2 middle=3 low=4 lowest=5 auto=7
H7 power
H8 return 10/K
H9 error ok=32768 unit_silent=27033
H15 feel 10/K 0..50
"""


def unit(variant: str) -> ModbusUnit:
    """The one unit of a gateway. Raises ValueError for any variant."""
    if variant:
        raise ValueError(variant)
    return ModbusUnit(MAP)
