"""What a wall, roof or window meets outdoors: wind, sun, sky and ground, as one temperature.

A face exchanges heat with the air (natural convection and wind), with the sky and with the ground
before it, which is as warm as the air. All of that together is one film (W/m2K) to one temperature
that is known before the day begins. Sources: DOE-2's convection with the MoWiTT coefficients,
walls half of the time on the windward and half on the leeward side, roofs always windward; TARP's
natural convection; Walton's share of the sky near the horizon that is as warm as the air; all as
in the EnergyPlus engineering reference.
"""

from collections import namedtuple

import numpy as np

STEFAN = 5.670374e-8
KELVIN = 273.15
ROUGH = 1.67  # convection of a rough face (brick, plaster) against smooth glass, by the wind
EMISSIVITY = 0.9
EMISSIVITY_GLASS = 0.84
ABSORPTANCE = 0.6  # of the sun; EN ISO 52016-1 and ASHRAE 140

# azimuth_deg clockwise from north, tilt_deg (0 looks up, 180 down), share of the sun absorbed,
# infra-red emissivity, roughness against glass, share of the local wind that reaches it.
Face = namedtuple("Face", "azimuth_deg tilt_deg absorptance emissivity roughness wind_share")


def opaque(azimuth_deg: float, tilt_deg: float = 90.0) -> Face:
    """A wall or a roof of usual colour and roughness."""
    return Face(azimuth_deg, tilt_deg, ABSORPTANCE, EMISSIVITY, ROUGH, 1.0)


def glass(azimuth_deg: float) -> Face:
    """The outer pane of a window; what it absorbs is glazing.py's matter."""
    return Face(azimuth_deg, 90.0, 0.0, EMISSIVITY_GLASS, 1.0, 1.0)


def underside() -> Face:
    """The lower face of a raised floor: neither sky nor sun nor wind."""
    return Face(0.0, 180.0, 0.0, EMISSIVITY, 1.0, 0.0)


def convection(face: Face, wind_ms, warmer_k):
    """Film to the air in W/m2K. wind_ms at the face; warmer_k: the face against the air."""
    wind = wind_ms * face.wind_share
    if face.tilt_deg == 90.0:
        factor = 1.31
    else:  # warm air rises from a roof, and is held below a floor
        rises = (warmer_k > 0.0) == (face.tilt_deg < 90.0)
        factor = np.where(rises, 1.509, 0.760)
    still = factor * np.abs(warmer_k) ** (1.0 / 3.0)
    blown = 3.26 * wind**0.89
    if face.tilt_deg == 90.0:
        blown = 0.5 * (blown + 3.55 * wind**0.617)
    return still + face.roughness * (np.sqrt(still**2 + blown**2) - still)


def sol_air(face: Face, air_c, sky_c, wind_ms, sun_w_m2):
    """(temperature, film in W/m2K) that together stand for all that is outdoors (arrays)."""
    view = 0.5 * (1.0 + np.cos(np.radians(face.tilt_deg)))
    sky_share = view * np.sqrt(view)
    air_k, sky_k = air_c + KELVIN, sky_c + KELVIN
    grey = face.emissivity * STEFAN
    warmer_k = np.full(np.shape(sun_w_m2 + air_k), 2.0)
    for _ in range(4):  # the face's own warmth drives natural convection and radiation, weakly
        face_k = air_k + warmer_k
        to_sky = grey * sky_share * (face_k**2 + sky_k**2) * (face_k + sky_k)
        to_air = grey * (1.0 - sky_share) * (face_k**2 + air_k**2) * (face_k + air_k)
        film = convection(face, wind_ms, warmer_k) + to_sky + to_air
        warmer_k = (face.absorptance * sun_w_m2 + to_sky * (sky_c - air_c)) / film
    return air_c + warmer_k, film


class Site:
    """A place as a network meets it, whose conductances stay as they are: a year of weather,
    with this share of the mast's wind at the faces."""

    def __init__(self, weather, shelter: float):
        self.weather = weather
        self.shelter = shelter
        self.mean_c = float(weather.dry_c.mean())
        self.known: dict = {}

    def film(self, face: Face) -> float:
        """The film in W/m2K that lets through as much as the year's changing one does: its
        harmonic mean without sun."""
        if face not in self.known:
            w = self.weather
            films = sol_air(face, w.dry_c, w.sky_c, w.wind_ms * self.shelter, 0.0)[1]
            self.known[face] = float(1.0 / (1.0 / films).mean())
        return self.known[face]
