"""Schedules against naive oracles: a search over the week, and zoneinfo's own wall clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from splitstat.control.schedule import Schedule
from splitstat.control.wall_clock import WallClock
from splitstat_cli import timezones
from splitstat_cli.home_compile import sleep_edges

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
# Zones whose clocks move at odd hours, by odd amounts, or the other way round; UTC of some
# changes.
CHANGES = (
    ("Europe/Berlin", datetime(2027, 3, 28, 1)),
    ("Europe/Berlin", datetime(2027, 10, 31, 1)),
    ("Europe/Dublin", datetime(2028, 10, 29, 1)),
    ("America/New_York", datetime(2027, 11, 7, 6)),
    ("America/Nuuk", datetime(2027, 10, 31, 1)),
    ("America/Havana", datetime(2028, 11, 5, 5)),
    ("Australia/Lord_Howe", datetime(2027, 4, 3, 15)),
    ("Australia/Sydney", datetime(2027, 10, 2, 16)),
    ("Pacific/Chatham", datetime(2028, 4, 1, 14)),
    ("Antarctica/Troll", datetime(2027, 10, 31, 1)),
    ("Asia/Beirut", datetime(2027, 3, 27, 22)),
    ("Africa/Cairo", datetime(2027, 10, 28, 21)),
)


def blocks_at(minutes):
    """Blocks that share three lists, in no order."""
    lists = [[None, 2000 + n, 2600, 1] for n in range(3)]
    for minute in sorted(minutes, reverse=True):
        lists[minute % 3].append(minute)
    return lists


minutes_of_week = st.integers(0, 10079)
spans = st.lists(st.tuples(minutes_of_week, st.integers(1, 600)), max_size=4)


@given(st.sets(minutes_of_week, max_size=30), spans, st.lists(minutes_of_week, min_size=1))
def test_find_against_a_search(minutes, sleeps, times):
    schedule = Schedule(blocks_at(minutes), sleep_edges((a, a + length) for a, length in sleeps))
    asleep = {minute % 10080 for a, length in sleeps for minute in range(a, a + length)}
    for time in times:
        schedule.find(time)
        ordered = sorted(minutes) or [None]
        start = max((minute for minute in minutes if minute <= time), default=ordered[-1])
        following = min((minute for minute in minutes if minute > time), default=ordered[0])
        assert (schedule.start_min, schedule.next_min) == (start, following)
        if minutes:
            assert schedule.block[1] == 2000 + start % 3
            assert schedule.next[1] == 2000 + following % 3
        assert schedule.sleep == (time in asleep)
        assert schedule.from_min <= time < schedule.to_min


def expected(zone, blocks, first, last):
    """The blocks as they begin when local time never goes back; of several at once the last."""
    begun = []
    reached = first.astimezone(zone).replace(tzinfo=None)
    at = first
    while at < last:
        at += MINUTE
        local = at.astimezone(zone).replace(tzinfo=None)
        passed = None
        while reached < local:
            reached += MINUTE
            minute = reached.weekday() * 1440 + reached.hour * 60 + reached.minute
            passed = minute if minute in blocks else passed
        if passed is not None:
            begun.append((at, passed))
    return begun


near = st.sets(st.integers(-300, 300), min_size=2, max_size=8)


@given(st.sampled_from(CHANGES), near, st.sets(minutes_of_week, max_size=3), st.integers(1, 7))
def test_every_block_begins_once_over_a_change(change, offsets, others, stride):
    name, at = change
    zone = ZoneInfo(name)
    at = at.replace(tzinfo=UTC)
    local = (at - MINUTE).astimezone(zone)
    minute = local.weekday() * 1440 + local.hour * 60 + local.minute
    minutes = {(minute + offset) % 10080 for offset in offsets} | others
    first, last = at - timedelta(hours=8), at + timedelta(hours=8)
    clock = WallClock(timezones.compiled(name))
    schedule = Schedule(blocks_at(minutes), [])
    schedule.step(clock.step((first - EPOCH) // MINUTE))
    start_min = schedule.start_min
    begun = []
    now = first
    while now < last:
        now += MINUTE
        schedule.step(clock.step((now - EPOCH) // MINUTE))
        if now.minute % stride == 0:
            schedule.step(clock.step((now - EPOCH) // MINUTE))  # scans come more often
        if schedule.start_min != start_min:
            start_min = schedule.start_min
            begun.append((now, start_min))
    assert begun == expected(zone, minutes, first, last)
