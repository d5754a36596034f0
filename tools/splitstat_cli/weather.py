"""`splitstat weather LAT LON`: a typical year of a place, for `weather =` in a home file.

Online from PVGIS, the solar-radiation service of the European Commission's Joint Research Centre
(free of charge, no registration; Europe, Africa, most of Asia and the Americas): its typical
meteorological year as EPW, tool "tmy" of its API 5.3. Offline, or for other sources, --file
takes an EPW that is there already. Either way the year is read as the simulator reads it before
it counts.
"""

import shutil
import tempfile
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from host_sim.plant.sizing import design_c
from host_sim.plant.weather import load_weather
from splitstat_cli.terminal import BAD_INPUT, GOOD, MISSED, complain, out, print_json

PVGIS = "https://re.jrc.ec.europa.eu/api/v5_3/tmy"
PAGE = "https://re.jrc.ec.europa.eu/pvg_tools/en/#TMY"
TIMEOUT_S = 60
MOST_BYTES = 20_000_000
NEAR_DEG = 0.5  # a file of another place is no file of this one


def run(
    latitude: float,
    longitude: float,
    to: Path | None = None,
    file: Path | None = None,
    url: str = PVGIS,
    as_json: bool = False,
) -> int:
    """Exit status 1 where PVGIS cannot be had. Raises WeatherError, which means 2."""
    target = to or Path(f"weather_{latitude:.2f}_{longitude:.2f}.epw")
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "year.epw"
        try:
            if file is not None:
                shutil.copyfile(file, found)
            else:
                found.write_bytes(fetched(url, latitude, longitude))
        except URLError as why:
            complain(f"PVGIS cannot be reached ({why.reason}); its page: {PAGE}, then --file")
            return MISSED
        except OSError as why:
            complain(f"{why.filename or url}: {why.strerror or why}")
            return BAD_INPUT
        place = load_weather(found)
        off = max(abs(place.latitude - latitude), abs(place.longitude - longitude))
        if off > NEAR_DEG:
            where = f"{place.latitude:.2f}, {place.longitude:.2f}"
            complain(f"this is the weather of {where}; asked was {latitude:.2f}, {longitude:.2f}")
            return BAD_INPUT
        try:
            shutil.copyfile(found, target)
        except OSError as why:
            complain(f"{why.filename}: {why.strerror}")
            return BAD_INPUT
    said = about(place, target)
    if as_json:
        print_json(said)
    else:
        out.print(
            f"{target}: {said['mean_c']:.1f} °C on average, {said['hours_below_0']} hours below "
            f"freezing, {said['hours_above_26']} above 26 °C, coldest two days "
            f'{said["design_c"]:.1f} °C\n\nweather = "{target}"',
            markup=False,
            soft_wrap=True,
        )
    return GOOD


def fetched(url: str, latitude: float, longitude: float) -> bytes:
    """The EPW of a place. Raises OSError."""
    query = urlencode({"lat": latitude, "lon": longitude, "outputformat": "epw"})
    with urlopen(f"{url}?{query}", timeout=TIMEOUT_S) as answer:
        return answer.read(MOST_BYTES)


def about(place, target: Path) -> dict:
    """What a person recognises a climate by."""
    return {
        "file": str(target),
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "mean_c": round(float(place.dry_c.mean()), 2),
        "design_c": round(design_c(place), 2),
        "hours_below_0": int((place.dry_c < 0).sum()),
        "hours_above_26": int((place.dry_c > 26).sum()),
        "sun_kwh_m2": round(float(place.ghi.sum()) / 1000),
    }
