"""`splitstat weather`: from a service like PVGIS, from a file, and without either."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse

import pytest

from command import splitstat
from host_sim.plant.weather import load_weather
from splitstat_cli import weather

HEAD = """LOCATION,Testville,-,-,PVGIS,000000,{lat},{lon},1.0,100.0
DESIGN CONDITIONS,0
TYPICAL/EXTREME PERIODS,0
GROUND TEMPERATURES,0
HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0
COMMENTS 1,made for a test
COMMENTS 2,
DATA PERIODS,1,1,Data,Sunday,1/1,12/31
"""


def epw(latitude, longitude) -> str:
    """A year of the project's cold climate in the form that PVGIS answers."""
    cold = load_weather("cold")
    rows = []
    days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    h = 0
    for month, count in enumerate(days, 1):
        for day in range(1, count + 1):
            for hour in range(1, 25):
                values = [
                    2015, month, day, hour, 0, "-", f"{cold.dry_c[h]:.1f}", f"{cold.dew_c[h]:.1f}",
                    60, round(cold.pressure_pa[h]), 0, 0, round(cold.sky_ir[h]),
                    round(cold.ghi[h]), round(cold.dni[h]), round(cold.dhi[h]), 0, 0, 0, 0, 180,
                    f"{cold.wind_ms[h]:.1f}", 5, 5, 9999, 99999, 9, 999999999, 0, 0, 0, 0, 0, 0, 0,
                ]  # fmt: skip
                rows.append(",".join(map(str, values)))
                h += 1
    return HEAD.format(lat=latitude, lon=longitude) + "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def service():
    """What it was asked, and where it is."""
    asked = []
    text = epw(52.5, 13.4).encode()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(parse_qs(urlparse(self.path).query))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield asked, f"http://127.0.0.1:{server.server_port}/tmy"
    server.shutdown()


def test_a_year_is_fetched_read_and_kept(service, tmp_path, capsys):
    asked, url = service
    target = tmp_path / "berlin.epw"
    assert weather.run(52.52, 13.41, to=target, url=url, as_json=True) == 0
    assert asked[-1] == {"lat": ["52.52"], "lon": ["13.41"], "outputformat": ["epw"]}
    said = json.loads(capsys.readouterr().out)
    cold = load_weather("cold")
    assert said["mean_c"] == pytest.approx(cold.dry_c.mean(), abs=0.05)
    assert load_weather(target).latitude == 52.5


def test_the_weather_of_another_place_is_refused(service, tmp_path, capsys):
    _, url = service
    assert weather.run(40.0, -3.7, to=tmp_path / "madrid.epw", url=url) == 2
    assert "52.50, 13.40" in capsys.readouterr().err
    assert not (tmp_path / "madrid.epw").exists()


def test_from_a_file_and_south_west_of_everything(tmp_path):
    there = tmp_path / "there.epw"
    there.write_text(epw(-33.4, -70.6), encoding="utf-8")
    kept = tmp_path / "kept.epw"
    done = splitstat("weather", "-33.4", "-70.6", "--file", there, "--to", kept)
    assert done.returncode == 0, done.stderr
    assert f'weather = "{kept}"' in done.stdout.replace("\n", " ") or kept.exists()
    there.write_text("LOCATION,cut off", encoding="utf-8")
    done = splitstat("weather", "-33.4", "-70.6", "--file", there, "--to", kept)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    done = splitstat("weather", "10", "10", "--file", tmp_path / "nowhere.epw")
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_without_network_it_says_where_to_go(tmp_path, capsys):
    assert weather.run(52.5, 13.4, to=tmp_path / "x.epw", url="http://127.0.0.1:9/tmy") == 1
    assert "--file" in capsys.readouterr().err
