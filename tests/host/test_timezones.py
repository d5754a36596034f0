"""The board's clock against zoneinfo: every zone, around every change from 2027 to 2037."""

import zoneinfo
from datetime import UTC, datetime, timedelta
from importlib import resources

import pytest

from splitstat.control.wall_clock import WallClock
from splitstat_cli import timezones

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
FIRST = datetime(2027, 1, 1, tzinfo=UTC)
LAST = datetime(2038, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
# Minutes around a change at which both clocks are read.
AROUND = (-181, -121, -61, -31, -1, 0, 1, 29, 30, 59, 60, 119, 120, 180, 719)


@pytest.fixture(scope="module", autouse=True)
def only_the_package():
    """zoneinfo reads the `tzdata` package, whatever this machine carries."""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


def changes(zone) -> list[datetime]:
    """Every minute at which the offset of a zone changes, found by looking at each day."""
    found = []
    at = FIRST
    offset = at.astimezone(zone).utcoffset()
    while at < LAST:
        after = at + DAY
        later = after.astimezone(zone).utcoffset()
        if later != offset:
            low, high = at, after
            while high - low > MINUTE:
                middle = low + (high - low) // 2
                middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
                if middle.astimezone(zone).utcoffset() == offset:
                    low = middle
                else:
                    high = middle
            found.append(high)
            offset = later
        at = after
    return found


def differences(zone, clock, times) -> list[datetime]:
    """Times at which the board's minute of the week is not zoneinfo's."""
    wrong = []
    for at in times:
        local = at.astimezone(zone)
        expected = local.weekday() * 1440 + local.hour * 60 + local.minute
        if clock.step((at - EPOCH) // MINUTE) != expected:
            wrong.append(at)
    return wrong


def times_of(zone) -> list[datetime]:
    """Around each change and, in any order, a time of every third day."""
    near = [at + n * MINUTE for at in changes(zone) for n in AROUND]
    return near + [FIRST + n * 71 * timedelta(hours=1) for n in range(1350)]


def file_of(name) -> bytes:
    place = resources.files("tzdata") / "zoneinfo"
    return place.joinpath(*name.split("/")).read_bytes()


def test_every_zone_through_every_change():
    by_file = {}
    irregular = []
    seen = 0
    for name in sorted(zoneinfo.available_timezones()):
        key = file_of(name)  # many names are links
        if key not in by_file:
            zone = zoneinfo.ZoneInfo(name)
            times = times_of(zone)
            seen += len(times)
            by_file[key] = bool(differences(zone, WallClock(timezones.compiled(name)), times))
        if by_file[key]:
            irregular.append(name)
    assert len(by_file) > 300
    assert seen > 400_000
    assert tuple(irregular) == timezones.IRREGULAR


def test_the_search_for_changes_finds_them():
    found = changes(zoneinfo.ZoneInfo("Europe/Berlin"))
    assert len(found) == 22
    assert found[0] == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert changes(zoneinfo.ZoneInfo("Asia/Kolkata")) == []


def test_an_hour_off_is_noticed():
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    ints = timezones.compiled("Europe/Berlin")
    ints[2][3] += 60
    assert len(differences(zone, WallClock(ints), times_of(zone))) > 11


def test_names_are_those_of_zoneinfo():
    assert timezones.zone_names() == zoneinfo.available_timezones()


@pytest.mark.parametrize(
    ("text", "ints"),
    [
        ("UTC0", [0]),
        ("CET-1CEST,M3.5.0,M10.5.0/3", [60, 120, [3, 5, 0, 120], [10, 5, 0, 180]]),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", [60, 0, [10, 5, 0, 120], [3, 5, 0, 60]]),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", [630, 660, [10, 1, 0, 120], [4, 1, 0, 120]]),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", [-120, -60, [3, 5, 0, -60], [10, 5, 0, 0]]),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", [120, 180, [3, 4, 4, 3000], [10, 4, 4, 3000]]),
        ("EST5EDT", [-300, -240, [3, 2, 0, 120], [11, 1, 0, 120]]),
        ("AAA3BBB,J60/0,J300", [-180, -120, [3, 0, 1, 0], [10, 0, 27, 120]]),
        ("AAA3BBB,0/0,299", [-180, -120, [1, 0, 1, 0], [1, 0, 300, 120]]),
    ],
)
def test_posix_strings(text, ints):
    assert timezones.compiled(text) == ints


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Europe/Berlln",
        "CET-1CEST,M3.5.0",
        "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0",
        "CET-1CEST,M3.5.0,M10.5.0x",
        "CET-1CEST,J0,J365",
        "CET-1CEST,0,366",
        "CET-25",
        "CET-1:60",
        "LMT-0:53:28",
        "CET-1CEST,M3.5.0/168,M10.5.0",
        "../../etc/passwd",
        "CET-1\n",
    ],
)
def test_what_is_neither_a_name_nor_a_rule(text):
    with pytest.raises(ValueError):
        timezones.compiled(text)


def test_summer_time_all_year():
    """Both rules strike at once: then summer time goes on (tzcode's reading, and zoneinfo's)."""
    clock = WallClock(timezones.compiled("EST5EDT,0/0,J365/25"))
    for days in range(0, 4000, 11):
        at = (FIRST - EPOCH) // MINUTE + days * 1440
        assert clock.step(at) == (at - 240 + 5 * 1440) % 10080
