import gzip

import numpy as np
import pytest

from host_sim.plant.weather import PLACES, Weather, load_weather
from host_sim.plant.weather_files import COLUMNS, WeatherError, read_epw
from host_sim.weather.cut import cut

HEADER = [
    "LOCATION,Testtown,XX,XXX,TMY3,000000,51.50,7.25,1.0,80.0",
    "DESIGN CONDITIONS,0",
    "TYPICAL/EXTREME PERIODS,0",
    "GROUND TEMPERATURES,0",
    "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0",
    "COMMENTS 1,none",
    "COMMENTS 2,none",
    "DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31",
]
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def epw_lines(leap=False):
    """A year whose dry bulb counts the hours in hundredths, so that every row can be told."""
    lines = list(HEADER)
    hour_of_year = 0
    for month, days in enumerate(DAYS, 1):
        for day in range(1, days + 1 + (leap and month == 2)):
            for hour in range(1, 25):
                extra = month == 2 and day == 29
                dry = -99.0 if extra else hour_of_year / 1000.0
                hour_of_year += not extra
                fields = ["2001", month, day, hour, 0, "?", f"{dry:.3f}", "-3.0", 70, 100000]
                fields += [0, 0, 280, 300, 400, 100, 0, 0, 0, 0, 180, "2.5", 5, 5]
                if extra:
                    fields[6] = "12.0"
                lines.append(",".join(str(f) for f in fields))
    return lines


@pytest.fixture(scope="module")
def lines():
    return epw_lines()


def write(path, lines):
    path.write_text("\n".join(lines) + "\n")
    return path


def test_every_epw_value_comes_through(tmp_path, lines):
    weather = load_weather(write(tmp_path / "a.epw", lines))
    assert (weather.latitude, weather.longitude) == (51.5, 7.25)
    assert (weather.tz_h, weather.elevation_m) == (1.0, 80.0)
    assert weather.dry_c.tolist() == [round(h / 1000.0, 3) for h in range(8760)]
    for name, value in (("ghi", 300), ("dni", 400), ("dhi", 100), ("wind_ms", 2.5)):
        assert set(getattr(weather, name).tolist()) == {value}
    assert set(weather.sky_ir.tolist()) == {280.0}


def test_a_leap_day_is_left_out(tmp_path):
    weather = load_weather(write(tmp_path / "leap.epw", epw_lines(leap=True)))
    assert weather.dry_c.tolist() == [round(h / 1000.0, 3) for h in range(8760)]


def test_missing_sky_radiation_is_reckoned(tmp_path, lines):
    changed = list(lines)
    fields = changed[100].split(",")
    fields[12] = "9999"
    changed[100] = ",".join(fields)
    weather = load_weather(write(tmp_path / "sky.epw", changed))
    # Walton's formula at half a covered sky, near 0 degC: between 230 and 300 W/m2, as sky is.
    assert 230.0 < weather.sky_ir[92] < 300.0
    assert weather.sky_ir[91] == 280.0


def spoil(lines, line, index, word):
    changed = list(lines)
    fields = changed[line - 1].split(",")
    fields[index] = word
    changed[line - 1] = ",".join(fields)
    return changed


@pytest.mark.parametrize(
    "line, index, word, what",
    [
        (500, 6, "warm", "dry_c is not a number: 'warm'"),
        (500, 6, "99.9", "dry_c is missing (99.9)"),
        (8768, 14, "9999", "dni is missing (9999)"),
        (77, 6, "-80", "dry_c is -80, believable is -70 to 70"),
        (78, 9, "980", "pressure_pa is 980, believable is 31000 to 120000"),
        (79, 13, "nan", "ghi is nan"),
        (80, 21, "-1", "wind_ms is -1"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(tmp_path, lines, line, index, word, what):
    path = write(tmp_path / "wrong.epw", spoil(lines, line, index, word))
    with pytest.raises(WeatherError) as caught:
        load_weather(path)
    assert caught.value.line == line
    assert what in caught.value.what
    assert str(caught.value).startswith(f"{path}:{line}: ")


def test_truncated_files(tmp_path, lines):
    path = write(tmp_path / "short.epw", lines[:5000])
    with pytest.raises(WeatherError, match="has 4992 hours, a year has 8760") as caught:
        load_weather(path)
    assert caught.value.line == 5000
    half_row = [*lines[:-1], lines[-1][:40]]
    with pytest.raises(WeatherError, match="is not a number: nothing") as caught:
        load_weather(write(tmp_path / "half.epw", half_row))
    assert caught.value.line == 8768
    with pytest.raises(WeatherError, match="cut off in its header"):
        load_weather(write(tmp_path / "head.epw", lines[:4]))


def test_what_is_no_weather_file(tmp_path):
    (tmp_path / "empty.epw").write_bytes(b"")
    (tmp_path / "random.epw").write_bytes(bytes(range(256)) * 100)
    (tmp_path / "text.epw").write_text("Dear Sir or Madam\n")
    (tmp_path / "plain.csv").write_text("a,b\n1,2\n")
    (tmp_path / "dir.epw").mkdir()
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "broken.csv.gz").write_bytes(b"\x1f\x8b\x08\x00garbage")
    (tmp_path / "other.csv.gz").write_bytes(gzip.compress(b"hello\n"))
    for name in ("empty.epw", "random.epw", "text.epw", "plain.csv", "dir.epw", "photo.jpg",
                 "broken.csv.gz", "other.csv.gz", "absent.epw", "hot"):  # fmt: skip
        with pytest.raises(WeatherError) as caught:
            load_weather(tmp_path / name)
        assert str(tmp_path / name) in str(caught.value)


def test_a_truncated_compact_file(tmp_path, lines):
    source = write(tmp_path / "a.epw", lines)
    cut(source, tmp_path / "a.csv.gz")
    data = (tmp_path / "a.csv.gz").read_bytes()
    (tmp_path / "b.csv.gz").write_bytes(data[: len(data) // 2])
    with pytest.raises(WeatherError, match="cannot be unpacked"):
        load_weather(tmp_path / "b.csv.gz")


def test_cutting_keeps_the_values_and_repeats_to_the_byte(tmp_path, lines):
    source = write(tmp_path / "a.epw", lines)
    cut(source, tmp_path / "one.csv.gz")
    cut(source, tmp_path / "two.csv.gz")
    assert (tmp_path / "one.csv.gz").read_bytes() == (tmp_path / "two.csv.gz").read_bytes()
    whole, compact = Weather(*read_epw(source)), load_weather(tmp_path / "one.csv.gz")
    assert np.abs(whole.dry_c - compact.dry_c).max() <= 0.0501
    assert np.array_equal(whole.dni, compact.dni)
    assert np.abs(whole.wind_ms - compact.wind_ms).max() <= 0.0501


def test_tmy3(tmp_path):
    titles = [
        "Date (MM/DD/YYYY)",
        "Time (HH:MM)",
        "GHI (W/m^2)",
        "DNI (W/m^2)",
        "DHI (W/m^2)",
        "TotCld (tenths)",
        "Dry-bulb (C)",
        "Dew-point (C)",
        "Pressure (mbar)",
        "Wspd (m/s)",
    ]
    rows = ['724699,"TESTTOWN",CO,-7.0,40.130,-105.240,1689', ",".join(titles)]
    rows += [f"01/01/1987,01:00,10,20,5,4,{h % 20},-12.5,840,3.1" for h in range(8760)]
    path = write(tmp_path / "t.csv", rows)
    weather = load_weather(path)
    assert (weather.name, weather.latitude, weather.tz_h) == ("TESTTOWN", 40.13, -7.0)
    assert weather.dry_c[:21].tolist() == [*range(20), 0]
    assert weather.pressure_pa[0] == 84000.0
    assert 100.0 < weather.sky_ir.min() < weather.sky_ir.max() < 400.0
    with pytest.raises(WeatherError, match="has no column"):
        load_weather(write(tmp_path / "u.csv", [r.replace("Wspd", "Wind") for r in rows]))


@pytest.mark.parametrize(
    "word, mean_c, low_c, high_c", [("cold", 10.0, -22.8, 35.0), ("mixed", 12.7, -16.1, 37.2),
                                    ("hot_humid", 22.3, -2.2, 34.4)],
)  # fmt: skip
def test_the_project_brings_three_climates(word, mean_c, low_c, high_c):
    assert word in PLACES
    weather = load_weather(word)
    assert weather.dry_c.mean() == pytest.approx(mean_c, abs=0.05)
    assert weather.dry_c.min() == pytest.approx(low_c)
    assert weather.dry_c.max() == pytest.approx(high_c)
    assert all(len(getattr(weather, c)) == 8760 for c in COLUMNS)
    assert weather.latitude > 0.0 > weather.longitude


def test_humidity_of_the_file_agrees_with_its_dew_point():
    weather = load_weather("hot_humid")
    dew = 20.0
    i = int(np.argmin(np.abs(weather.dew_c - dew)))
    # 14.7 g/kg at 20 degC dew point and sea level (psychrometric chart).
    assert weather.humidity_ratio[i] == pytest.approx(0.0147, rel=0.02)


def test_values_stand_at_the_hour_and_radiation_at_the_half(tmp_path, lines):
    weather = load_weather(write(tmp_path / "a.epw", lines))
    assert weather.at("dry_c", [1.0, 2.0, 2.5]).tolist() == pytest.approx([0.0, 0.001, 0.0015])
    ramp = np.arange(8760.0)
    assert weather.at(ramp, [0.5, 1.5, 2.0], radiation=True).tolist() == [0.0, 1.0, 1.5]
    # Over New Year it goes on with January.
    assert weather.at(ramp, [8760.5]).tolist() == [8759.0 * 0.5]
