"""The one rounding division and the one filter."""

from splitstat.control.rounding import SCALE, lag, rounded


def test_rounded_goes_to_the_nearest():
    for d in (1, 2, 3, 10, 60, 1024):
        for n in range(-3 * d - 1, 3 * d + 2):
            q = rounded(n, d)
            assert -d <= 2 * (n - q * d) < d or 2 * (n - q * d) == d, (n, d, q)
    assert rounded(5, 10) == 1
    assert rounded(-5, 10) == 0
    assert rounded(-6, 10) == -1


def test_the_filter_arrives():
    for target in (100, -100, 1, 3100):
        state = 0
        for _ in range(20000):
            state = lag(state, target, 2, 600)
        assert state == target * SCALE
    x = 0
    for _ in range(20000):
        x += (100 - x) // 60
    assert x == 41, "the stall this filter is there to avoid"


def test_the_filter_is_first_order():
    """63 % after one time constant, whatever the period."""
    for period_s in (2, 10, 60):
        state = 0
        for _ in range(0, 600, period_s):
            state = lag(state, 1000, period_s, 600)
        assert 590 <= rounded(state, SCALE) <= 635, (period_s, state)


def test_products_stay_small_integers():
    """The largest gap, time and time constant: exact in 31 bits, monotonic, no overshoot."""
    assert 3400 * SCALE * 300 < 2**30
    state = lag(-4000 * SCALE, 6000, 100000, 86400)
    assert -4000 * SCALE < state < 6000 * SCALE
    assert lag(7, 3, 0, 600) == 7
    assert lag(7, 3, -5, 600) == 7
