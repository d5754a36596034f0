"""The controller's seconds over the wrap of a 2**30 ms tick, as a 32-bit board has it."""

from splitstat.control.seconds import Seconds

try:
    from micropython import heap_lock, heap_unlock
except ImportError:
    heap_lock = heap_unlock = None

PERIOD_MS = 2**30


def steps_ms():
    """Irregular scans of 2 to 60 s, over ten minutes on both sides of the wrap."""
    seed = 7
    steps = []
    for _ in range(60):
        seed = (seed * 75 + 74) % 65537
        steps.append(2000 + seed % 58001)
    return steps


def seconds_from(start_ms):
    seconds = Seconds(PERIOD_MS)
    ticks = start_ms % PERIOD_MS
    seen = [seconds.step(ticks)]
    for step in steps_ms():
        ticks = (ticks + step) % PERIOD_MS
        seen.append(seconds.step(ticks))
    return seen


def test_same_seconds_from_twenty_offsets_around_the_wrap():
    passed_ms = 0
    expected = [0]
    for step in steps_ms():
        passed_ms += step
        expected.append(passed_ms // 1000)
    assert passed_ms > 900000
    for n in range(20):
        start_ms = PERIOD_MS - 1 - n * 61007  # the last one lies 19 min before the wrap
        assert seconds_from(start_ms) == expected
    assert seconds_from(0) == expected
    assert seconds_from(2**29 - 300000) == expected


def test_what_is_left_of_a_second_is_kept():
    seconds = Seconds(PERIOD_MS)
    seconds.step(PERIOD_MS - 500)
    for n in range(1000):
        now_s = seconds.step((PERIOD_MS - 500 + (n + 1) * 333) % PERIOD_MS)
    assert now_s == 333


def test_a_tick_that_lies_behind_adds_nothing():
    seconds = Seconds(PERIOD_MS)
    seconds.step(5000)
    assert seconds.step(9000) == 4
    assert seconds.step(8000) == 4
    assert seconds.step(9999) == 4
    assert seconds.step(10000) == 5


def test_almost_half_a_period_is_passed():
    seconds = Seconds(PERIOD_MS)
    seconds.step(PERIOD_MS - 1)
    assert seconds.step(2**29 - 2) == (2**29 - 1) // 1000


def test_steady_steps_allocate_nothing():
    if heap_lock is None:
        return
    seconds = Seconds(PERIOD_MS)
    steps = steps_ms()
    seconds.step(PERIOD_MS - 1)
    high = PERIOD_MS - 1
    heap_lock()
    try:
        seconds.step(0)
        seconds.step(60000)
        seconds.step(high)  # behind
        for step in steps:
            seconds.step(step * 9000)
    finally:
        heap_unlock()
    assert seconds.now_s >= 60
