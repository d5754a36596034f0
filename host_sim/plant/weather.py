"""A year of weather at one place, and what of it a step of the plant needs.

Rows are hours of the year in the file's local standard time (no daylight saving). As in TMY3 and
EPW, the row of hour h (1..24) holds temperatures *at* the end of the hour and radiation as the
mean *over* it; interpolation keeps that (radiation sits at half hours).
"""

from pathlib import Path

import numpy as np

from host_sim.plant.air import SEA_LEVEL_PA
from host_sim.plant.weather_files import WeatherError, read_compact, read_epw, read_tmy3

FOLDER = Path(__file__).resolve().parent.parent / "weather"
PLACES = ("cold", "mixed", "hot_humid")
HOURS = 8760


class Weather:
    """Hourly columns as numpy arrays of 8760 values.

    dry_c, dew_c in degC; ghi, dni, dhi in W/m2; wind_ms in m/s at 10 m; sky_ir in W/m2 of
    long-wave radiation from the sky; pressure_pa. latitude and longitude in degrees (north, east
    positive), tz_h hours east of UTC.
    """

    def __init__(self, name, latitude, longitude, tz_h, elevation_m, columns):
        self.name = name
        self.latitude = latitude
        self.longitude = longitude
        self.tz_h = tz_h
        self.elevation_m = elevation_m
        self.dry_c = columns["dry_c"]
        self.dew_c = columns["dew_c"]
        self.ghi = columns["ghi"]
        self.dni = columns["dni"]
        self.dhi = columns["dhi"]
        self.wind_ms = columns["wind_ms"]
        self.sky_ir = columns["sky_ir"]
        self.pressure_pa = columns["pressure_pa"]
        self.humidity_ratio = self._ratio()
        self.sky_c = (self.sky_ir / 5.670374e-8) ** 0.25 - 273.15

    def _ratio(self):
        """Outdoor humidity ratio from the dew point (kg/kg)."""
        dew = self.dew_c
        pv = np.where(
            dew >= 0.0,
            610.5 * np.exp(17.269 * dew / (237.3 + dew)),
            610.5 * np.exp(21.875 * dew / (265.5 + dew)),
        )
        return 0.62198 * pv / (self.pressure_pa - pv)

    @property
    def density_ratio(self) -> float:
        """Air density here against sea level, 0..1."""
        return float(self.pressure_pa.mean()) / SEA_LEVEL_PA

    @property
    def ground_c(self):
        """Monthly mean air temperature smoothed over the year and delayed by a month, on hours:
        undisturbed soil at about 1 m (first harmonic with 0.6 of the amplitude; Kusuda's form,
        diffusivity 0.05 m2/day)."""
        angle = 2.0 * np.pi * np.arange(HOURS) / HOURS
        mean = self.dry_c.mean()
        a = 2.0 * (self.dry_c * np.cos(angle)).mean()
        b = 2.0 * (self.dry_c * np.sin(angle)).mean()
        late = angle - 0.6
        return mean + 0.6 * (a * np.cos(late) + b * np.sin(late))

    def at(self, column, hours, radiation=False):
        """Column interpolated to `hours` (array, hours since the file's 1 January 0:00; wraps over
        the year).

        Values of the row ending at hour h are taken at h, radiation at h - 0.5.
        """
        first = 0.5 if radiation else 1.0
        where = (np.asarray(hours, dtype=float) - first) % HOURS
        low = where.astype(int)
        part = where - low
        values = column if isinstance(column, np.ndarray) else getattr(self, column)
        return values[low] * (1.0 - part) + values[(low + 1) % HOURS] * part


def load_weather(source) -> Weather:
    """Weather by a word of PLACES, or from a file: .epw, TMY3 .csv, or the project's own .csv.gz.

    Raises WeatherError (file, line, what is wrong).
    """
    word = str(source)
    if word in PLACES:
        path = FOLDER / (word + ".csv.gz")
    else:
        path = Path(word)
    if not path.is_file():
        what = "is a directory" if path.is_dir() else "does not exist"
        words = ", ".join(PLACES)
        raise WeatherError(path, 0, what + "; give an EPW or TMY3 file or one of: " + words)
    name = path.name.lower()
    if name.endswith(".csv.gz"):
        return Weather(*read_compact(path))
    if name.endswith(".epw"):
        return Weather(*read_epw(path))
    if name.endswith(".csv"):
        return Weather(*read_tmy3(path))
    raise WeatherError(path, 0, "is neither .epw nor TMY3 .csv")
