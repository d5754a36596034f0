"""Moist air and air that moves: the small physics that several parts of the plant share.

Temperatures in degC, humidity ratio in kg of water per kg of dry air, relative humidity 0..1,
pressure in Pa, conductance of an air stream in W/K.
"""

from math import exp, log, sqrt

AIR_J_KG_K = 1006.0
VAPOUR_J_KG = 2.45e6  # heat of evaporation near 20 degC
AIR_KG_M3 = 1.2  # at 20 degC and sea level; Plant scales it with the site's pressure
VAPOUR_HEAT = 1860.0 / AIR_J_KG_K  # heat capacity of vapour against that of dry air
SEA_LEVEL_PA = 101325.0
GRAVITY = 9.81
SATURATION_K = 17.269 * 237.3  # d ln(psat)/dT = this / (237.3 + T)^2


def saturation_pa(c: float) -> float:
    """Saturation vapour pressure over water, over ice below 0 degC. Source: Magnus form of EN ISO
    13788."""
    if c >= 0.0:
        return 610.5 * exp(17.269 * c / (237.3 + c))
    return 610.5 * exp(21.875 * c / (265.5 + c))


def saturation_ratio(c: float, pressure_pa: float = SEA_LEVEL_PA) -> float:
    """Humidity ratio of saturated air."""
    pv = saturation_pa(c)
    return 0.62198 * pv / (pressure_pa - pv)


def vapour_pa(ratio: float, pressure_pa: float = SEA_LEVEL_PA) -> float:
    """Vapour pressure of air with this humidity ratio."""
    return pressure_pa * ratio / (0.62198 + ratio)


def relative_humidity(c: float, ratio: float, pressure_pa: float = SEA_LEVEL_PA) -> float:
    """Relative humidity (may exceed 1 on a cold surface)."""
    return vapour_pa(ratio, pressure_pa) / saturation_pa(c)


def dew_point_c(ratio: float, pressure_pa: float = SEA_LEVEL_PA) -> float:
    """Dew point, the inverse of `saturation_ratio`."""
    x = log(max(vapour_pa(ratio, pressure_pa), 1.0) / 610.5)
    if x >= 0.0:
        return 237.3 * x / (17.269 - x)
    return 265.5 * x / (21.875 - x)


def wet_bulb_c(c: float, ratio: float, pressure_pa: float = SEA_LEVEL_PA) -> float:
    """Wet bulb from cp (T - Tw) = L (w_sat(Tw) - w), by Newton from above; good to 0.01 K above 0
    degC."""
    wet = c
    for _ in range(4):
        w = saturation_ratio(wet, pressure_pa)
        error = AIR_J_KG_K * (wet - c) + VAPOUR_J_KG * (w - ratio)
        wet -= error / (AIR_J_KG_K + VAPOUR_J_KG * w * SATURATION_K / (237.3 + wet) ** 2)
    return wet


def door_w_k(width_m: float, height_m: float, difference_k: float) -> float:
    """Conductance of an open doorway between two rooms, in W per kelvin of their difference.

    Two-way buoyancy flow through a large vertical opening, V = Cd/3 W H^1.5 sqrt(g dT/T) in each
    direction (Brown and Solvason 1962; the same law is in EnergyPlus' and COMIS' large openings),
    Cd = 0.6.
    """
    flow = 0.6 / 3.0 * width_m * height_m**1.5 * sqrt(GRAVITY * abs(difference_k) / 293.0)
    return flow * AIR_KG_M3 * AIR_J_KG_K


def open_window_w_k(area_m2: float, height_m: float, difference_k: float, wind_ms: float) -> float:
    """Conductance of a window opened on one side only, in W/K.

    Source: EN 15242, airing through one facade: V = A/2 sqrt(0.01 + 0.001 v^2 + 0.0035 H dT) in
    m3/s.
    """
    flow = 0.5 * area_m2 * sqrt(0.01 + 0.001 * wind_ms**2 + 0.0035 * height_m * abs(difference_k))
    return flow * AIR_KG_M3 * AIR_J_KG_K


# Infiltration against its mean over a heating season (15 K; 4 m/s at the mast, half of it at a
# sheltered window). Source of the shape: BLAST's coefficients 0.606 + 0.03636 dT + 0.1177 v, as in
# the EnergyPlus input-output reference.
_SEASON = 0.606 + 0.03636 * 15.0 + 0.1177 * 2.0
LEAK_0 = 0.606 / _SEASON
LEAK_K = 0.03636 / _SEASON
LEAK_MS = 0.1177 / _SEASON


def infiltration_factor(difference_k: float, wind_ms: float) -> float:
    """How much stronger than its seasonal mean infiltration is now; wind_ms at the window."""
    return LEAK_0 + LEAK_K * abs(difference_k) + LEAK_MS * wind_ms


def carried(outdoor_c, ratio):
    """Heat that a leak's volume of outdoor air carries, against dry air of 20 degC (numbers or
    arrays): it comes in as dense and as moist as it is outdoors, as EnergyPlus has it."""
    return 293.15 / (273.15 + outdoor_c) * (1.0 + VAPOUR_HEAT * ratio)
