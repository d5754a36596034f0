"""ONOKOM AIR-xx-MB-B: Modbus RTU adapters that plug into the indoor unit's own bus, one map for
all brands.

Sold as: AUX, Chigo, Daikin, Gree, Haier, Hisense, Hitachi, MDV, Midea, Mitsubishi Electric,
Mitsubishi Heavy, Panasonic, TCL, Toshiba. Sources: the maker's registers as declared in
wirenboard/wb-mqtt-serial, templates/config-onokom-air-*.json, read at commit 7f7a2d43
(2026-07-23). None of this was tried on a real adapter.

    coil 1   power                      H1  mode                 H7   fan
    coil 12  defrosting (PN-1, TCL-6)   H3  room air, 0.01 K     H8   fan with a quiet step
    coil 13  heat at 8 degC             H4  outdoor air, 0.01 K  H9   louvre up and down
    coil 20  the unit answers           H5  setpoint, 0.01 K     H30  takes a room temperature
    I1       first error code, 0: fine  H6  0 idle, 1 heating, 2 cooling
    line     9600 baud, no parity, as delivered; H110 and H111 change that

Doubts: whether a half degree is a step of every brand (0.5 is what their remotes do). Whether H30
needs coil 100 ("allow an external sensor") to be set. H30 is declared -30..30 degC. HS-5 and MH-2
declare two different highest values for H8, so those go by H7. Coil 13 is in the lists of MD-1 and
TCL-1 only. GR-P3 lists error flags but no code register. Which error codes of the other makers
mean that another head holds the outdoor unit is known for GR-3 (13, E7) and MD-1 (45, E44).

VRF gateways: unit n of 0..63 behind one address, every register at 10000 + 100 n;
"onokom.md_vrf.5" is unit 5.
"""

from splitstat.modbus.unit import ModbusUnit

# Every adapter has the lines "*", and those that its own line below names. Speeds beyond "high"
# (turbo) read as high and are never written. Neighbours stand together, requests of one shape
# apart (notation.md).
LINES = """
* C1 power
* H1 mode heat=1 cool=2 dry=4 fan_only=5 heat_cool=3
* H2 -
* H3 return 100/K
outdoor H4 outdoor 100/K
* H5 setpoint 100/K %s by 0.5
* H6 action idle=0 heating=1 cooling=2
defrost C12 defrost
quiet3 H7 -
quiet4 H7 -
quiet5 H7 -
fan3 H7 fan auto=0 low=1 medium=2 high=3
fan4 H7 fan auto=0 low=1 medium_low=2 medium_high=3 high=4
fan6 H7 fan auto=0 low=1 medium_low=2 medium=3 medium_high=4 medium_high=5 high=6
fan3 H8 -
fan4 H8 -
fan6 H8 -
quiet3 H8 fan auto=0 quiet=1 low=2 medium=3 high=4 high=5
quiet4 H8 fan auto=0 quiet=1 low=2 medium_low=3 medium_high=4 high=5
quiet5 H8 fan auto=0 quiet=1 low=2 medium_low=3 medium=4 medium_high=5 high=6 high=7
swing H9 swing auto=1
vane5 H9 swing auto=1 highest=6 high=5 middle=4 low=3 lowest=2
vane6 H9 swing auto=1 highest=7 high=6 middle=5 low=3 lowest=2 middle=4
vane7 H9 swing auto=1 highest=8 high=7 middle=5 low=3 lowest=2 high=6 low=4
feel H30 feel 100/K -30..30
8deg C13 frost 8
error I1 error ok=0
E7 I1 error ok=0 mode_conflict=13
E44 I1 error ok=0 mode_conflict=45
link C20 link
"""

# An adapter: setpoint range in degC, its lines. A brand: the adapter of its household units.
ADAPTERS = """
aux_1 16..32 quiet3 vane5 outdoor error link feel
dk_1 16..32 quiet5 swing outdoor link feel
dk_5 16..32 fan3 vane5 error link feel
gr_1 16..30 quiet5 vane5 outdoor link feel
gr_3 16..30 quiet5 vane5 outdoor E7 link feel
gr_5 16..30 quiet5 vane5 outdoor link feel
gr_p3 16..32 quiet3 vane5 outdoor link feel
hr_1 16..30 quiet3 vane7 outdoor link feel
hs_3 16..32 quiet5 vane6 outdoor error link feel
hs_5 16..32 fan6 vane5 link feel
hs_6 16..30 quiet3 swing link feel
ht_1 16..32 fan3 link feel
md_1 16..30 quiet5 vane5 outdoor E44 8deg link feel
md_3 16..30 fan3 swing link feel
me_1 16..31 quiet4 vane5 error link feel
mh_2 16..30 fan4 vane5 feel
pn_1 16..30 quiet5 vane5 outdoor defrost link feel
tb_1 17..30 quiet5 swing outdoor link feel
tcl_1 16..31 quiet5 vane5 outdoor error 8deg link feel
tcl_3 16..31 quiet5 swing link feel
tcl_6 16..31 fan3 swing defrost error link feel
aux_vrf 16..32 fan3
cg_vrf 16..32 fan3 error
hs_vrf 16..32 fan3 vane7 error
md_vrf 16..30 fan3 error
aux = aux_1
chigo = cg_vrf
daikin = dk_1
gree = gr_1
haier = hr_1
hitachi = ht_1
mdv = md_1
midea = md_1
mitsubishi_electric = me_1
mitsubishi_heavy = mh_2
panasonic = pn_1
tcl = tcl_1
toshiba = tb_1
"""


def _rows(text):
    return [line.split() for line in text.strip().split("\n")]


def variants() -> list:
    """Every word that unit() takes, without the numbers of units behind a VRF gateway."""
    return [row[0] for row in _rows(ADAPTERS)]


def unit(variant: str) -> ModbusUnit:
    """Unit "gr_1", "gree" or, behind a VRF gateway, "md_vrf.5" (0..63). Raises ValueError when
    there is no such adapter."""
    name, _, index = variant.partition(".")
    vrf = name.endswith("_vrf")
    if index and not (vrf and index.isdigit() and int(index) < 64):
        raise ValueError(variant)
    for row in _rows(ADAPTERS):
        if row[0] == name and row[1] == "=":
            return unit(row[2])
        if row[0] == name:
            lines = ["stride 10000 100"] if vrf else []
            for line in _rows(LINES):
                if line[0] == "*" or line[0] in row:
                    lines.append(" ".join(line[1:]))
            return ModbusUnit("\n".join(lines) % row[1], int(index or 0))
    raise ValueError(variant)
