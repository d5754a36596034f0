"""Minute of the local week, around changes of the clock that are known from the laws of their
countries.

tests/host/test_timezones.py compares every zone with zoneinfo; here the same code runs on a
board's integers.
"""

from splitstat.control.wall_clock import WallClock, days_before, month_days

BERLIN = [60, 120, [3, 5, 0, 120], [10, 5, 0, 180]]
DUBLIN = [60, 0, [10, 5, 0, 120], [3, 5, 0, 60]]  # winter is the exception there
SYDNEY = [600, 660, [10, 1, 0, 120], [4, 1, 0, 180]]
NUUK = [-120, -60, [3, 5, 0, -60], [10, 5, 0, 0]]  # the evening before
JERUSALEM = [120, 180, [3, 4, 4, 1560], [10, 5, 0, 120]]  # 02:00 after the fourth Thursday
SUN_23 = 6 * 1440 + 23 * 60


def utc(year, month, day, hour, minute=0):
    days = days_before(year) + month_days(year, month - 1) + day - 1
    return days * 1440 + hour * 60 + minute


def at(weekday, hour, minute=0):
    return weekday * 1440 + hour * 60 + minute


def test_days_of_the_calendar():
    assert days_before(2000) == 0
    assert days_before(2001) == 366
    assert days_before(2027) == 9862
    assert utc(2028, 2, 29, 0) + 1440 == utc(2028, 3, 1, 0)
    assert utc(2027, 2, 28, 0) + 1440 == utc(2027, 3, 1, 0)


def test_a_known_monday():
    clock = WallClock([0])
    assert clock.step(utc(2027, 1, 4, 0)) == 0  # 4 January 2027 was a Monday
    assert clock.step(utc(2027, 1, 10, 23, 59)) == 10079
    assert clock.step(utc(2027, 1, 11, 0)) == 0
    assert clock.step(0) == at(5, 0)  # 1 January 2000 was a Saturday


def test_nobody_knows_the_time():
    clock = WallClock(BERLIN)
    assert clock.step(None) is None
    assert clock.step(utc(2027, 1, 4, 0)) == 60
    assert clock.step(None) is None


def test_berlin():
    clock = WallClock(BERLIN)
    assert clock.step(utc(2027, 3, 28, 0, 59)) == at(6, 1, 59)
    assert clock.step(utc(2027, 3, 28, 1)) == at(6, 3)
    assert clock.step(utc(2027, 10, 31, 0, 59)) == at(6, 2, 59)
    assert clock.step(utc(2027, 10, 31, 1)) == at(6, 2)
    assert clock.step(utc(2027, 12, 31, 23)) == at(5, 0)
    assert clock.step(utc(2028, 1, 1, 0)) == at(5, 1)


def test_dublin_puts_the_clock_back_for_winter():
    clock = WallClock(DUBLIN)
    assert clock.step(utc(2027, 1, 4, 0)) == 0
    assert clock.step(utc(2027, 3, 28, 1)) == at(6, 2)
    assert clock.step(utc(2027, 10, 31, 0, 59)) == at(6, 1, 59)
    assert clock.step(utc(2027, 10, 31, 1)) == at(6, 1)


def test_summer_over_the_new_year():
    clock = WallClock(SYDNEY)
    assert clock.step(utc(2027, 1, 3, 13)) == 0
    assert clock.step(utc(2027, 4, 3, 15, 59)) == at(6, 2, 59)
    assert clock.step(utc(2027, 4, 3, 16)) == at(6, 2)
    assert clock.step(utc(2027, 10, 2, 16)) == at(6, 3)
    assert clock.step(utc(2027, 12, 31, 13)) == at(5, 0)


def test_rules_before_and_beyond_their_day():
    clock = WallClock(NUUK)
    assert clock.step(utc(2027, 3, 28, 0, 59)) == at(5, 22, 59)
    assert clock.step(utc(2027, 3, 28, 1)) == at(6, 0)
    clock = WallClock(JERUSALEM)
    assert clock.step(utc(2027, 3, 25, 23, 59)) == at(4, 1, 59)
    assert clock.step(utc(2027, 3, 26, 0)) == at(4, 3)


def test_days_of_the_year():
    zone = [0, 60, [3, 0, 1, 0], [1, 0, 301, 0]]  # J60 and 300
    clock = WallClock(zone)
    for year, last in ((2027, 28), (2028, 27)):
        assert clock.step(utc(year, 3, 1, 0) - 1) % 1440 == 1439
        assert clock.step(utc(year, 3, 1, 0)) % 1440 == 60
        assert clock.step(utc(year, 10, last, 0) - 61) % 1440 == 1439
        assert clock.step(utc(year, 10, last, 0) - 60) % 1440 == 1380


def test_any_order_of_times_gives_the_same():
    times = []
    seed = 3
    for _ in range(300):
        seed = (seed * 75 + 74) % 65537
        times.append(utc(2026, 1, 1, 0) + seed * 89)
    jumping = WallClock(SYDNEY)
    for time in times:
        assert jumping.step(time) == WallClock(SYDNEY).step(time)


def test_the_end_of_the_week_is_followed_by_its_beginning():
    clock = WallClock([60])
    assert clock.step(utc(2027, 1, 10, 22)) == SUN_23
    assert clock.step(utc(2027, 1, 10, 23)) == 0
