"""Weather that a test can reckon with by hand: the same every hour of the year."""

import numpy as np

from host_sim.plant.weather import Weather


def still_weather(dry_c=0.0, dew_c=-5.0, wind_ms=0.0, sky_below_k=0.0, **columns):
    """Constant weather without sun, at sea level; columns override with arrays of 8760 values."""
    one = np.ones(8760)
    values = {
        "dry_c": dry_c * one,
        "dew_c": dew_c * one,
        "ghi": 0.0 * one,
        "dni": 0.0 * one,
        "dhi": 0.0 * one,
        "wind_ms": wind_ms * one,
        "sky_ir": 5.670374e-8 * (dry_c - sky_below_k + 273.15) ** 4 * one,
        "pressure_pa": 101325.0 * one,
    }
    values.update(columns)
    return Weather("still", 50.0, 15.0, 1.0, 0.0, values)
