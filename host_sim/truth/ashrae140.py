"""ASHRAE 140-2020's boxes 600 and 900, floating, held at 20 to 27 degC, and with a night setback.

Every figure of the boxes is the standard's (its section 5.2): 8 m x 6 m x 2.7 m in Denver, 12 m2
of clear double glazing to the south. What a case must give is the span of the six programs that
the standard reports.
"""

from host_sim.plant.building import ROOM_KEYS
from host_sim.plant.envelope import Layer, Network
from host_sim.plant.glazing import clear_gap
from host_sim.plant.modal import Modal
from host_sim.plant.outside import Site, glass, opaque, underside
from host_sim.plant.rooms import Room
from host_sim.truth.ideal import STEP_S, live

SIDING = Layer(0.009, 0.14, 530.0, 900.0)
LIGHT_WALL = (SIDING, Layer(0.066, 0.04, 12.0, 840.0), Layer(0.012, 0.16, 950.0, 840.0))
HEAVY_WALL = (SIDING, Layer(0.0615, 0.04, 10.0, 1400.0), Layer(0.100, 0.51, 1400.0, 1000.0))
LIGHT_FLOOR = (Layer(1.003, 0.04, 0.0, 0.0), Layer(0.025, 0.14, 650.0, 1200.0))
HEAVY_FLOOR = (Layer(1.007, 0.04, 0.0, 0.0), Layer(0.080, 1.13, 1400.0, 1000.0))
ROOF = (
    Layer(0.019, 0.14, 530.0, 900.0),
    Layer(0.1118, 0.04, 12.0, 840.0),
    Layer(0.010, 0.16, 950.0, 840.0),
)
GAP_M2K_W = 2.0 * 0.003048 / 1.00 + clear_gap(0.84, 0.012)  # two panes and what is between them
VOLUME_M3 = 129.6
AIR_KG_M3, AIR_J_KG_K = 1.0156, 1015.0  # at 1650 m
LEAKS_W_K = 0.5 / 3600.0 * VOLUME_M3 * AIR_KG_M3 * AIR_J_KG_K
GAINS_W = (80.0, 120.0)  # 200 W, 60 % of it radiant
# Wind at the middle of the walls (1.35 m) against 10 m, open country: ASHRAE's power law with the
# exponent 0.14 of the standard's terrain category 3.
SHELTER = (1.35 / 10.0) ** 0.14

# case: (what, lowest, highest), the span of six programs; source: NREL/BESTEST-GSR's tables.
SPANS = {
    "600": (
        ("heating_mwh", 3.993, 4.504),
        ("cooling_mwh", 5.432, 6.162),
        ("peak_heating_kw", 3.020, 3.359),
        ("peak_cooling_kw", 5.422, 6.481),
    ),
    "900": (
        ("heating_mwh", 1.379, 1.814),
        ("cooling_mwh", 2.267, 2.714),
        ("peak_heating_kw", 2.443, 2.778),
        ("peak_cooling_kw", 2.556, 3.376),
    ),
    "600FF": (("lowest_c", -13.8, -9.9), ("highest_c", 62.4, 68.4), ("mean_c", 24.3, 26.1)),
    "900FF": (("lowest_c", 0.6, 2.2), ("highest_c", 43.3, 46.0), ("mean_c", 24.5, 25.7)),
    "640": (("heating_mwh", 2.403, 2.682), ("peak_heating_kw", 4.039, 4.658)),
    "940": (("heating_mwh", 0.863, 1.389), ("peak_heating_kw", 3.052, 3.882)),
}


def box(heavy: bool, site) -> Network:
    """site: outside.Site, or what has its `film`."""
    net = Network(48.0, VOLUME_M3 * AIR_KG_M3 * AIR_J_KG_K, site)
    wall = HEAVY_WALL if heavy else LIGHT_WALL
    for name, m2, azimuth_deg in (
        ("south", 9.6, 180.0), ("north", 21.6, 0.0), ("east", 16.2, 90.0), ("west", 16.2, 270.0)
    ):  # fmt: skip
        net.layered_wall(m2, wall, name, face=opaque(azimuth_deg))
    net.layered_wall(48.0, ROOF, "roof", "ceiling", opaque(180.0, 0.0))
    floor = HEAVY_FLOOR if heavy else LIGHT_FLOOR
    net.layered_wall(48.0, floor, "under", "floor", underside())
    net.window(12.0, GAP_M2K_W, 1.0, "window", glass(180.0))
    return net


def _setpoints(case):
    """(lowest, highest) by the step of a day: the value to be met at its end."""
    if case.endswith("FF"):
        return None
    result = []
    for j in range(86400 // STEP_S):
        hour = (j + 1) * STEP_S / 3600.0
        low = 20.0
        if case in ("640", "940"):  # 10 degC from 23 to 7, rising in line until 8
            low = 10.0 if hour > 23.0 or hour <= 7.0 else min(20.0, 10.0 + 10.0 * (hour - 7.0))
        result.append((low, 27.0))
    return result


def figures_of(case, weather) -> dict:
    """What SPANS asks of this case."""
    modal = Modal(box(case[0] == "9", Site(weather, SHELTER)), STEP_S)
    values = {key: row[4] for key, row in ROOM_KEYS.items()}
    values.update(area_m2=48.0, height_m=2.7, ach=0.5, window_m2=12.0, surface_factor=0.7)
    room = Room(case, values, modal, weather.density_ratio, SHELTER)
    year = live(weather, room, GAINS_W, LEAKS_W_K, _setpoints(case), shelter=SHELTER)
    air = year.hourly(year.air_c)
    figures = {
        "heating_mwh": year.heating_mwh,
        "cooling_mwh": year.cooling_mwh,
        "peak_heating_kw": year.peak_heating_kw,
        "peak_cooling_kw": year.peak_cooling_kw,
        "lowest_c": float(air.min()),
        "highest_c": float(air.max()),
        "mean_c": float(air.mean()),
    }
    return {what: figures[what] for what, _, _ in SPANS[case]}
