"""Cut the weather of this folder from the TMY3 files that the PyPI package `pyenergyplus-lbnl`
carries.

    python -m venv away && away/bin/pip install pyenergyplus-lbnl
    python -m host_sim.weather.cut away/lib/python3.11/site-packages/pyenergyplus/data/weather

The output is the same to the byte every time: no date goes into it.
"""

import gzip
import io
import sys
from pathlib import Path

from host_sim.plant.weather_files import COLUMNS, SCALE, read_epw

PLACES = {
    "cold": "USA_IL_Chicago-OHare.Intl.AP.725300_TMY3.epw",
    "mixed": "USA_VA_Sterling-Washington.Dulles.Intl.AP.724030_TMY3.epw",
    "hot_humid": "USA_FL_Tampa.Intl.AP.722110_TMY3.epw",
}


def cut(source: Path, target: Path) -> int:
    """Write the columns that the plant needs; returns the size in bytes."""
    name, latitude, longitude, tz_h, elevation_m, columns = read_epw(source)
    text = io.StringIO()
    text.write(f"# splitstat weather 1, cut from {source.name} (TMY3, NREL, public domain)\n")
    place = (name.replace(",", " "), latitude, longitude, tz_h, elevation_m)
    text.write("# " + ",".join(str(x) for x in place) + "\n")
    text.write(",".join(COLUMNS) + "\n")
    scaled = [(columns[key] * SCALE[key]).round().astype(int).tolist() for key in COLUMNS]
    for row in zip(*scaled, strict=True):
        text.write(",".join(map(str, row)) + "\n")
    data = gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0)
    target.write_bytes(data)
    return len(data)


if __name__ == "__main__":
    for place, file in PLACES.items():
        out = Path(__file__).resolve().parent / (place + ".csv.gz")
        print(out.name, cut(Path(sys.argv[1]) / file, out), "B")
