"""The sun on every plane of a home, computed once for the days that are simulated (pvlib,
vectorised)."""

import numpy as np

from host_sim.plant.glazing import DIFFUSE, beam_parts

STEP_S = 600
GROUND_REFLECTANCE = 0.2  # the usual value, also ASHRAE 140's


def plane_sun(weather, first_h, hours, planes):
    """Irradiance on planes at every 10 min of `hours` hours from `first_h` (hours of the file's
    year).

    planes: iterable of (azimuth_deg clockwise from north, tilt_deg). Returns {plane: (incident,
    passed, kept by the outer pane, kept by the inner pane)}, arrays in W/m2 of `hours * 6 + 1`
    values: what falls on the plane, and what clear double glazing there makes of it.
    """
    import pandas
    from pvlib import irradiance, solarposition

    planes = set(planes)
    count = int(hours) * 3600 // STEP_S + 1
    at_h = first_h + np.arange(count) * (STEP_S / 3600.0)
    # The year number matters to the sun by a fraction of a degree only; 2001 has no leap day.
    stamps = pandas.Timestamp("2001-01-01", tz="UTC") + pandas.to_timedelta(
        at_h * 3600.0 - weather.tz_h * 3600.0, unit="s"
    )
    position = solarposition.get_solarposition(
        stamps,
        weather.latitude,
        weather.longitude,
        altitude=weather.elevation_m,
        method="nrel_numpy",
    )
    zenith = np.asarray(position["apparent_zenith"], dtype=float)
    azimuth = np.asarray(position["azimuth"], dtype=float)
    up = zenith < 89.0
    dni = np.where(up, weather.at("dni", at_h, radiation=True), 0.0)
    dhi = weather.at("dhi", at_h, radiation=True)
    # Global radiation has to agree with the two parts at this instant, not with the hour's mean.
    ghi = dhi + dni * np.maximum(np.cos(np.radians(zenith)), 0.0)
    extra = np.asarray(irradiance.get_extra_radiation(np.asarray(stamps.day_of_year)), dtype=float)
    mass = 1.0 / (
        np.cos(np.radians(zenith)) + 0.50572 * np.maximum(96.07995 - zenith, 0.1) ** -1.6364
    )
    mass = np.where(up, mass, 38.0)
    result = {}
    for plane in planes:
        facing, tilt = plane
        cosine = irradiance.aoi_projection(tilt, facing, zenith, azimuth)
        beam = np.where(up, dni * np.maximum(cosine, 0.0), 0.0)
        sky = irradiance.perez(tilt, facing, dhi, dni, extra, zenith, azimuth, mass)
        sky = np.nan_to_num(np.asarray(sky, dtype=float))
        ground = ghi * GROUND_REFLECTANCE * (1.0 - np.cos(np.radians(tilt))) / 2.0
        diffuse = np.maximum(sky, 0.0) + np.maximum(ground, 0.0)
        shares = zip(beam_parts(cosine), DIFFUSE, strict=True)
        result[plane] = (beam + diffuse, *(beam * b + diffuse * d for b, d in shares))
    return result
