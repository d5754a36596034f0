"""What the outdoor unit can move and what it takes for it.

Source of the tables: EN 14511 data of a 2.0/2.5 kW split (Daikin FTXM20R/RXM20R) in the buildings
libraries of IBPSA and LBNL for Modelica, scaled here to a nominal capacity and COP. They hold at
nominal speed (part load 1) with the indoor fan's power inside; the dip at 0 degC is frost and its
defrosts.
"""

import numpy as np

# Outdoor degC; capacity and power against nominal (heating 7/20 degC: 2500 W, 500 W). The ends are
# drawn on straight.
HEAT_C = (-25.0, -15.0, -10.0, -5.0, 0.0, 7.0, 10.0, 20.0)
HEAT_W = (640.0, 1120.0, 1360.0, 1600.0, 1860.0, 2500.0, 2730.0, 3500.0)
HEAT_POWER_W = (290.0, 330.0, 350.0, 370.0, 470.0, 500.0, 520.0, 587.0)
# Cooling, indoor 27 degC (nominal 35/27 degC: 2000 W, 440 W). Below 15 degC the unit holds its own
# head pressure.
COOL_C = (15.0, 20.0, 25.0, 30.0, 32.0, 35.0, 40.0, 46.0)
COOL_W = (2370.0, 2280.0, 2190.0, 2090.0, 2060.0, 2000.0, 1910.0, 1802.0)
COOL_POWER_W = (310.0, 340.0, 370.0, 410.0, 420.0, 440.0, 470.0, 506.0)
COP_HEAT = 5.0
EER_COOL = 2000.0 / 440.0
# Per kelvin of room temperature away from 20 (heating: 2430/510 W at 24 degC) and 27 degC
# (cooling: 1770 W at 20).
HEAT_ROOM = -0.007
HEAT_POWER_ROOM = 0.005
COOL_ROOM = 0.0160
COOL_POWER_ROOM = 0.0023
MAX_HEAT = 1.4  # highest speed against nominal: 3.5 of 2.5 kW
MAX_COOL = 1.3  # 2.6 of 2.0 kW

DEFROST_S = 240.0
START_TAU_S = 60.0
FROST_REFERENCE_S = 3600.0  # between defrosts at 0 degC, wet bulb -1, nominal speed
COIL_BELOW_K = 7.0  # evaporator against outdoor air at nominal speed


def part_load_power(r: float) -> float:
    """Power against nominal at part load r (delivered capacity against nominal at this
    temperature), r > 0.

    COP falls by half from the lowest to the highest speed (NREL/TP-5500-52175, two cold-climate
    splits): relative COP 1.39 at 0.35, 1 at 1, 0.68 at 1.4. Power is convex in r.
    """
    if r <= 1.0:
        return r / (1.6 - 0.6 * r)
    return r / (1.8 - 0.8 * r)


def frost_rate(air_c, ratio, pressure_pa):
    """How fast the outdoor coil frosts up in heating at nominal speed, in full coils per second
    (arrays).

    Driven by the outdoor humidity above saturation at the coil, for coils below 0 degC; between 2
    and 6 degC outdoors the pauses melt ever more of it.
    """
    coil = air_c - COIL_BELOW_K
    pv = 610.5 * np.exp(21.875 * coil / (265.5 + coil))
    surplus = np.maximum(ratio - 0.62198 * pv / (pressure_pa - pv), 0.0)
    melts = np.clip((6.0 - air_c) / 4.0, 0.0, 1.0)
    return surplus / _REFERENCE_SURPLUS / FROST_REFERENCE_S * melts


def _wet_bulb_minus_one(air_c):
    """Humidity ratio at sea level where the wet bulb is 1 K below air_c: the humidity of EN
    14511's points."""
    wet = air_c - 1.0
    ice = wet < 0.0
    pv = 610.5 * np.exp(np.where(ice, 21.875, 17.269) * wet / (np.where(ice, 265.5, 237.3) + wet))
    return 0.62198 * pv / (101325.0 - pv) - 1006.0 / np.where(ice, 2.83e6, 2.5e6)


_COIL_PA = 610.5 * np.exp(21.875 * -7.0 / (265.5 - 7.0))
_REFERENCE_SURPLUS = float(
    _wet_bulb_minus_one(np.array(0.0)) - 0.62198 * _COIL_PA / (101325.0 - _COIL_PA)
)


def lost_share(rate):
    """Share of the heat that defrosts and the restarts after them take away at this frost rate
    (1/s)."""
    return (DEFROST_S + START_TAU_S) * rate / (1.0 + DEFROST_S * rate)


def weather_rows(air_c, ratio, wind_ms, pressure_pa):
    """Rows for the steps of a day: (outdoor degC, humidity ratio, wind m/s, heating capacity,
    heating power, cooling capacity, cooling power, frost rate 1/s); capacities and powers against
    nominal.

    Heating capacity is that between defrosts, so that at the humidity of the standard the mean
    over whole cycles is the table's; drier air frosts less and takes back the dip.
    """
    rate = frost_rate(air_c, ratio, pressure_pa)
    standard = frost_rate(air_c, _wet_bulb_minus_one(air_c), 101325.0)
    heat = np.interp(air_c, HEAT_C, HEAT_W) / 2500.0 / (1.0 - lost_share(standard))
    power = np.interp(air_c, HEAT_C, HEAT_POWER_W)
    bare = np.interp(
        air_c,
        [c for c in HEAT_C if c != 0.0],
        [p for c, p in zip(HEAT_C, HEAT_POWER_W, strict=True) if c != 0.0],
    )
    frosted = np.where(standard > 0.0, np.minimum(rate / np.maximum(standard, 1e-9), 1.2), 1.0)
    power = np.where(power > bare, bare + (power - bare) * frosted, power) / 500.0
    cool = np.interp(air_c, COOL_C, COOL_W) / 2000.0
    cool_power = np.interp(air_c, COOL_C, COOL_POWER_W) / 440.0
    columns = (air_c, ratio, wind_ms, heat, power, cool, cool_power, rate)
    return list(zip(*(c.tolist() for c in columns), strict=True))
