"""Readers of weather files: EPW, TMY3 and the project's compact form. Each returns
(name, latitude, longitude, tz_h, elevation_m, columns) or raises WeatherError; nothing is guessed
or repaired.

Sources of the formats: the EnergyPlus auxiliary programs reference (EPW), NREL/TP-581-43156
(TMY3).
"""

import csv
import gzip
import zlib

import numpy as np

HOURS = 8760
# column: (lowest, highest believable value)
LIMITS = {
    "dry_c": (-70.0, 70.0),
    "dew_c": (-80.0, 70.0),
    "pressure_pa": (31000.0, 120000.0),
    "sky_ir": (40.0, 700.0),
    "ghi": (0.0, 1600.0),
    "dni": (0.0, 1600.0),
    "dhi": (0.0, 1000.0),
    "wind_ms": (0.0, 60.0),
}
COLUMNS = tuple(LIMITS)
# Compact form: integers, value = integer / scale.
SCALE = {
    "dry_c": 10,
    "dew_c": 10,
    "pressure_pa": 0.01,
    "sky_ir": 1,
    "ghi": 1,
    "dni": 1,
    "dhi": 1,
    "wind_ms": 10,
}
# EPW: position in a row, value that means "missing" (from it upwards)
EPW = {
    "dry_c": (6, 99.9),
    "dew_c": (7, 99.9),
    "pressure_pa": (9, 999999.0),
    "sky_ir": (12, 9999.0),
    "ghi": (13, 9999.0),
    "dni": (14, 9999.0),
    "dhi": (15, 9999.0),
    "wind_ms": (21, 999.0),
}
EPW_COVER = 22  # tenths of sky covered, 99 missing
TMY3 = {
    "dry_c": "Dry-bulb (C)",
    "dew_c": "Dew-point (C)",
    "pressure_pa": "Pressure (mbar)",
    "ghi": "GHI (W/m^2)",
    "dni": "DNI (W/m^2)",
    "dhi": "DHI (W/m^2)",
    "wind_ms": "Wspd (m/s)",
}
TMY3_COVER = "TotCld (tenths)"


class WeatherError(ValueError):
    """A weather file that cannot be used: path, line (0: the whole file) and what is wrong with
    it."""

    def __init__(self, path, line, what):
        self.path = str(path)
        self.line = line
        self.what = what
        place = self.path + (f":{line}" if line else "")
        super().__init__(place + ": " + what)


def sky_longwave(dry_c, dew_c, cover):
    """Long-wave radiation from the sky in W/m2, where a file does not bring it.

    Source: Clark and Allen's emissivity with Walton's cloud factor, as in the EnergyPlus
    engineering reference; cover in tenths.
    """
    kelvin = dry_c + 273.15
    clear = 0.787 + 0.764 * np.log((dew_c + 273.15) / 273.0)
    cloudy = 1.0 + 0.0224 * cover - 0.0035 * cover**2 + 0.00028 * cover**3
    return clear * cloudy * 5.670374e-8 * kelvin**4


Place = tuple[str, float, float, float, float, dict[str, np.ndarray]]


def read_epw(path) -> Place:
    """An EPW file of 8760 hours (a 29 February is left out)."""
    rows = _rows(path)
    if not rows or rows[0][0].strip().upper() != "LOCATION":
        raise WeatherError(path, 1, "is not an EPW file (its first line must begin with LOCATION)")
    head = rows[0]
    name = head[1].strip() if len(head) > 1 else ""
    latitude, longitude, tz_h, elevation = [
        _number(path, 1, head, i, what)
        for i, what in ((6, "latitude"), (7, "longitude"), (8, "time zone"), (9, "elevation"))
    ]
    start = next(
        (i for i, r in enumerate(rows) if r and r[0].strip().upper() == "DATA PERIODS"), None
    )
    if start is None:
        raise WeatherError(path, 0, "has no DATA PERIODS line: it is cut off in its header")
    body = _hours(path, rows, start + 1, 1, 2)
    columns = {}
    for key, (place_in_row, missing) in EPW.items():
        columns[key] = _column(path, body, place_in_row, key, missing, key == "sky_ir")
    cover = _column(path, body, EPW_COVER, "cover", 99.0, True)
    return (name, latitude, longitude, tz_h, elevation, _finish(path, body, columns, cover))


def read_tmy3(path) -> Place:
    """A TMY3 file: a line about the place, a line of titles, 8760 hours."""
    rows = _rows(path)
    if len(rows) < 2 or len(rows[0]) < 7 or TMY3["dry_c"] not in rows[1]:
        raise WeatherError(path, 2, "is not a TMY3 file (its second line must name the columns)")
    name = rows[0][1].strip()
    tz_h, latitude, longitude, elevation = [
        _number(path, 1, rows[0], i, what)
        for i, what in ((3, "time zone"), (4, "latitude"), (5, "longitude"), (6, "elevation"))
    ]
    titles = rows[1]
    body = _hours(path, rows, 2, None, None)
    columns = {}
    for key, title in [*TMY3.items(), ("cover", TMY3_COVER)]:
        if title not in titles:
            raise WeatherError(path, 2, "has no column " + title)
        columns[key] = _column(path, body, titles.index(title), key, None, False)
    cover = columns.pop("cover")
    columns["pressure_pa"] = columns["pressure_pa"] * 100.0
    columns["sky_ir"] = np.full(HOURS, np.nan)
    return (name, latitude, longitude, tz_h, elevation, _finish(path, body, columns, cover))


def read_compact(path) -> Place:
    """The project's own form (see host_sim/weather/README.md)."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = file.read().splitlines()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise WeatherError(path, 0, "cannot be unpacked: " + str(error)) from None
    if len(lines) < 3 or not lines[0].startswith("# splitstat weather 1"):
        raise WeatherError(path, 1, "is not a weather file of this project")
    place = lines[1].lstrip("# ").split(",")
    titles = tuple(lines[2].split(","))
    if titles != COLUMNS or len(place) != 5:
        raise WeatherError(path, 3, "has other columns than " + ",".join(COLUMNS))
    body = [(i + 1, lines[i].split(",")) for i in range(3, len(lines))]
    _whole_year(path, body)
    columns = {
        key: _column(path, body, i, key, None, False) / SCALE[key] for i, key in enumerate(COLUMNS)
    }
    latitude, longitude, tz_h, elevation = [
        _number(path, 2, place, i, "place") for i in range(1, 5)
    ]
    columns = _finish(path, body, columns, None)
    return (place[0], latitude, longitude, tz_h, elevation, columns)


def _rows(path):
    """All lines as lists of fields; a line that is not text is an error with its number."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeatherError(path, 0, "cannot be read: " + (error.strerror or str(error))) from None
    if b"\0" in data:
        raise WeatherError(path, data[: data.index(b"\0")].count(b"\n") + 1, "is not text")
    # Old files carry Latin-1 place names.
    return list(csv.reader(data.decode("latin-1").splitlines(), strict=False))


def _hours(path, rows, start, month, day):
    """The hourly rows as (line number, fields); leap days dropped, blank last lines too."""
    body = [(i + 1, rows[i]) for i in range(start, len(rows)) if rows[i]]
    if month is not None and len(body) == HOURS + 24:
        body = [(n, r) for n, r in body if (r[month].strip(), r[day].strip()) != ("2", "29")]
    _whole_year(path, body)
    return body


def _whole_year(path, body):
    if len(body) != HOURS:
        last = body[-1][0] if body else 0
        raise WeatherError(path, last, f"has {len(body)} hours, a year has {HOURS}")


def _number(path, line, fields, index, what):
    try:
        value = float(fields[index])
    except (IndexError, ValueError):
        found = repr(fields[index]) if index < len(fields) else "nothing"
        raise WeatherError(path, line, what + " is not a number: " + found) from None
    return value


def _column(path, body, index, key, missing, may_miss):
    """One column as array; NaN where missing and allowed."""
    values = np.empty(HOURS)
    for i, (line, fields) in enumerate(body):
        value = _number(path, line, fields, index, key)
        if missing is not None and value >= missing:
            if not may_miss:
                raise WeatherError(path, line, f"{key} is missing ({value:g})")
            value = np.nan
        values[i] = value
    return values


def _finish(path, body, columns, cover):
    """Fill in sky radiation where it lacks, then check every value against LIMITS."""
    lacks = np.isnan(columns["sky_ir"])
    if lacks.any():
        tenths = np.where(np.isnan(cover), 5.0, cover)
        own = sky_longwave(columns["dry_c"], columns["dew_c"], tenths)
        columns["sky_ir"] = np.where(lacks, own, columns["sky_ir"])
    for key, (low, high) in LIMITS.items():
        wrong = ~((columns[key] >= low) & (columns[key] <= high))
        if wrong.any():
            i = int(np.argmax(wrong))
            what = f"{key} is {columns[key][i]:g}, believable is {low:g} to {high:g}"
            raise WeatherError(path, body[i][0], what)
    return columns
