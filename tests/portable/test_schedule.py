"""Weekly blocks: which is on, what follows, and that each begins once, whatever the clock does."""

from splitstat.control.schedule import Schedule, narrowed

SUNDAY_MIN = 6 * 1440 + 150
DAY = [None, 2000, 2600, 1, 480]
NIGHT = [None, 1700, 2900, 0, 1320]
SUNDAY = [None, 2100, 2600, 1, SUNDAY_MIN]

SLEEP = [10000, 360, 1350, 1800]  # the first goes over the end of the week


def begun(schedule, minutes):
    """The minutes of the blocks in the order in which they begin."""
    seen = []
    start_min = schedule.start_min
    for minute in minutes:
        schedule.step(minute % 10080)
        if schedule.start_min != start_min:
            start_min = schedule.start_min
            seen.append(start_min)
    return seen


def test_block_and_what_follows():
    schedule = Schedule([DAY, NIGHT, SUNDAY], [])
    for minute, block, following in (
        (0, SUNDAY, DAY),
        (479, SUNDAY, DAY),
        (480, DAY, NIGHT),
        (1319, DAY, NIGHT),
        (1320, NIGHT, SUNDAY),
        (SUNDAY_MIN, SUNDAY, DAY),
        (10079, SUNDAY, DAY),
    ):
        schedule.find(minute)
        assert schedule.block is block, minute
        assert schedule.next is following, minute
        assert schedule.start_min == block[4] and schedule.next_min == following[4]
        assert schedule.from_min <= minute < schedule.to_min


def test_without_blocks():
    schedule = Schedule([], [0, 60])
    assert schedule.step(30)
    assert schedule.block is None and schedule.next is None and schedule.sleep
    assert not schedule.step(59)
    assert schedule.step(60)
    assert not schedule.sleep


def test_sleep_within_blocks():
    schedule = Schedule([DAY, NIGHT], SLEEP)
    for minute, sleep in (
        (0, True),
        (359, True),
        (360, False),
        (1349, False),
        (1350, True),
        (9999, False),
        (10000, True),
    ):
        schedule.find(minute)
        assert schedule.sleep == sleep, minute
    for minute in range(0, 10080, 7):
        schedule.find(minute)
        stretch = (schedule.block, schedule.sleep)
        for inside in (schedule.from_min, schedule.to_min - 1):
            other = Schedule([DAY, NIGHT], SLEEP)
            other.find(inside % 10080)
            assert (other.block, other.sleep) == stretch


def test_a_plain_week_begins_every_block_once():
    schedule = Schedule([DAY, NIGHT, SUNDAY], [])
    schedule.step(0)
    assert begun(schedule, range(20160)) == [480, 1320, SUNDAY_MIN] * 2


def test_an_hour_that_comes_twice():
    schedule = Schedule([DAY, NIGHT, SUNDAY], [])
    sunday = 6 * 1440
    schedule.step(sunday)
    twice = list(range(sunday, sunday + 180)) + list(range(sunday + 120, sunday + 300))
    assert begun(schedule, twice) == [SUNDAY_MIN]


def test_an_hour_that_comes_twice_over_the_end_of_the_week():
    schedule = Schedule([[None, 2000, 2600, 1, 0, 10070], NIGHT], [])
    schedule.step(10000)
    assert begun(schedule, list(range(10000, 10090)) + list(range(10030, 10200))) == [10070, 0]


def test_a_reboot_within_the_hour_that_comes_twice():
    schedule = Schedule([DAY, NIGHT, SUNDAY], [])
    schedule.find(SUNDAY_MIN)  # restored: this block had begun
    assert begun(schedule, range(6 * 1440 + 125, 6 * 1440 + 300)) == []


def test_an_hour_that_is_left_out():
    schedule = Schedule([DAY, NIGHT, SUNDAY], [])
    sunday = 6 * 1440
    schedule.step(sunday)
    skipped = list(range(sunday, sunday + 120)) + list(range(sunday + 180, sunday + 300))
    assert begun(schedule, skipped) == [SUNDAY_MIN]


def test_a_short_block_at_the_end_of_the_week_is_no_step_back():
    schedule = Schedule([[None, 2000, 2600, 1, 5], [None, 1700, 2900, 0, 10070]], [])
    schedule.step(5)
    assert begun(schedule, range(5, 10085 + 10)) == [10070, 5]


def test_blocks_that_share_a_list():
    schedule = Schedule([[None, 2000, 2600, 1, 480, 600, 3000], NIGHT], [])
    schedule.step(0)
    assert begun(schedule, range(10080)) == [480, 600, 1320, 3000]


def test_a_single_block_follows_itself():
    schedule = Schedule([NIGHT], [])
    schedule.find(5)
    assert schedule.block is NIGHT and schedule.next is NIGHT
    assert schedule.start_min == schedule.next_min == 1320


def test_asleep_all_week():
    schedule = Schedule([], [0, 10080])
    for minute in (0, 5000, 10079):
        schedule.step(minute)
        assert schedule.sleep


def test_what_a_block_leaves_of_a_mode():
    for mode, only, left in (
        ("heat_cool", None, "heat_cool"),
        ("heat_cool", "heat", "heat"),
        ("heat", "heat_cool", "heat"),
        ("heat", "cool", "off"),
        ("cool", "heat", "off"),
        ("cool", "dry", "dry"),
        ("dry", "cool", "dry"),
        ("dry", "heat", "off"),
        ("heat", "off", "off"),
        ("off", "heat", "off"),
        ("off", None, "off"),
        ("cool", "fan_only", "fan_only"),
        ("fan_only", "cool", "fan_only"),
    ):
        assert narrowed(mode, only) == left, (mode, only)
