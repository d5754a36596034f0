"""Sensors in every kind of trouble, and the filters under them. Properties, not examples."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from splitstat.control.dry import dew_cdeg
from splitstat.control.rounding import SCALE, lag, rounded
from splitstat.control.sensor_health import SensorHealth

ROOM = st.integers(500, 3500)
PERIOD = st.integers(2, 60)


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_rounded_is_within_half(numerator, denominator):
    q = rounded(numerator, denominator)
    assert -denominator < 2 * (q * denominator - numerator) <= denominator


@given(
    st.integers(-4000 * SCALE, 6000 * SCALE),
    st.integers(-4000, 6000),
    st.lists(st.integers(1, 1000), min_size=1, max_size=50),
    st.sampled_from((60, 600, 86400)),
)
def test_the_filter_never_stalls_and_never_overshoots(state, target, periods, tau_s):
    for elapsed_s in periods:
        gap = target * SCALE - state
        new = lag(state, target, elapsed_s, tau_s)
        assert (new == state) == (gap == 0)
        assert min(state, target * SCALE) <= new <= max(state, target * SCALE)
        state = new


def started(period_s, cdeg, stale_s=900):
    sensor = SensorHealth(0, stale_s)
    now_s = 0
    while sensor.state != "fresh":
        now_s += period_s
        sensor.step(now_s, cdeg, 0, False)
        assert now_s < 10 * period_s
    return sensor, now_s


FAULTS = {
    "silent": lambda cdeg, since_s, rng: (cdeg, since_s),
    "absent": lambda cdeg, since_s, rng: (None, 0),
    "power on 85": lambda cdeg, since_s, rng: (8500, 0),
    "power on -127": lambda cdeg, since_s, rng: (-12700, 0),
    "marker 126.5 or 127": lambda cdeg, since_s, rng: (rng.choice((12650, 12700)), 0),
    "2000 degrees": lambda cdeg, since_s, rng: (200000, 0),
    "noise all over": lambda cdeg, since_s, rng: (rng.choice((-3900, -900, 4200, 5900)), 0),
}


@pytest.mark.parametrize("fault", FAULTS)
@settings(max_examples=60, deadline=None)
@given(cdeg=ROOM, period_s=PERIOD, seed=st.integers(0, 10**6), stale_s=st.integers(300, 3600))
def test_every_fault_fails_within_the_stale_limit_and_recovers(
    fault, cdeg, period_s, seed, stale_s
):
    rng = random.Random(seed)
    sensor, good_s = started(period_s, cdeg, stale_s)
    last = None
    now_s = good_s
    while now_s <= good_s + stale_s + period_s:
        now_s += period_s
        value, age_s = FAULTS[fault](cdeg, now_s - good_s, rng)
        while value == last and fault == "noise all over":
            value, age_s = FAULTS[fault](cdeg, now_s - good_s, rng)
        last = value
        sensor.step(now_s, value, age_s, True)
        if now_s <= good_s + stale_s:
            assert sensor.state in ("fresh", "coasting") and sensor.cdeg == cdeg
        if now_s > good_s + stale_s // 3:
            assert sensor.state != "fresh" and sensor.cause is not None
    assert sensor.state == "failed" and sensor.cdeg is None
    for _ in range(2):
        now_s += period_s
        sensor.step(now_s, cdeg, 0, True)
    assert sensor.state == "fresh" and sensor.cause is None
    assert sensor.cdeg == cdeg


@settings(max_examples=40, deadline=None)
@given(
    cdeg=st.integers(1000, 3000),
    period_s=st.integers(10, 60),
    share=st.floats(0.001, 0.5),
    wrong=st.sampled_from((8500, -12700, 12700)),
    seed=st.integers(0, 10**6),
)
def test_markers_among_good_samples_move_nothing(cdeg, period_s, share, wrong, seed):
    rng = random.Random(seed)
    sensor, now_s = started(period_s, cdeg)
    for _ in range(300):
        now_s += period_s
        sensor.step(now_s, wrong if rng.random() < share else cdeg, 0, True)
        assert sensor.cdeg in (cdeg, None)
        assert sensor.state != "failed" or share > 0.3


@settings(max_examples=40, deadline=None)
@given(
    cdeg=st.integers(1500, 2800),
    period_s=st.integers(10, 60),
    train=st.integers(1, 4),
    seed=st.integers(0, 10**6),
)
def test_short_trains_of_spikes_move_nothing(cdeg, period_s, train, seed):
    """Trains shorter than the two minutes after which a new level counts as real."""
    rng = random.Random(seed)
    sensor, now_s = started(period_s, cdeg)
    train = min(train, 110 // period_s)
    for _ in range(60):
        spike = cdeg + rng.choice((-1, 1)) * rng.randint(501, 3000)
        for _ in range(train):
            now_s += period_s
            sensor.step(now_s, spike, 0, True)
            assert sensor.cdeg == cdeg and sensor.state == "coasting"
        for _ in range(rng.randint(1, 5)):
            now_s += period_s
            sensor.step(now_s, cdeg, 0, True)
            assert sensor.cdeg == cdeg and sensor.state == "fresh"


@settings(max_examples=20, deadline=None)
@given(period_s=st.integers(10, 60), seed=st.integers(0, 10**6))
def test_a_noisy_sensor_that_freezes_is_found_and_comes_back(period_s, seed):
    rng = random.Random(seed)
    sensor, now_s = started(period_s, 2000)
    for _ in range(100):
        now_s += period_s
        sensor.step(now_s, 2000 + round(rng.gauss(0, 5)), 0, True)
    frozen = 2000 + round(rng.gauss(0, 5))
    begun_s = now_s
    while sensor.cause != "flat":
        now_s += period_s
        sensor.step(now_s, frozen, 0, True)
        assert now_s - begun_s <= 86400
    assert now_s - begun_s >= 86400 - 102 * period_s
    for cdeg in (2020, 2013):
        now_s += period_s
        sensor.step(now_s, cdeg, 0, True)
    assert sensor.state == "fresh"


@pytest.mark.parametrize("quantum_cdeg", (10, 25, 50, 100))
def test_no_flat_line_in_a_season_of_a_noise_free_sensor(quantum_cdeg):
    """Eight weeks of a room held by an inverter within a few tenths, weather and sun behind it."""
    rng = random.Random(quantum_cdeg)
    sensor = SensorHealth()
    air = mass = 20.0
    outdoor = 3.0
    integral = 0.0
    for minute in range(8 * 7 * 1440):
        if minute % 1440 == 0:
            front = rng.uniform(-4, 6)
            sun = rng.uniform(0, 600)
        hour = minute / 60 % 24
        target = front + 3 * math.sin((hour - 9) / 24 * 2 * math.pi)
        outdoor += (target - outdoor) / 240
        error = 20.0 - (sensor.cdeg or 2000) / 100
        integral = min(1500.0, max(0.0, integral + error * 2))
        heat = min(2500.0, max(0.0, 600 * error + integral))
        gains = sun * max(0.0, math.sin((hour - 7) / 10 * math.pi)) if 7 < hour < 17 else 0.0
        flow = 200 * (air - mass)
        air += 60 * (heat + 80 + gains / 2 - flow - 42 * (air - outdoor)) / 0.4e6
        mass += 60 * (flow + gains / 2) / 3.3e6
        seen = round(air * 100 / quantum_cdeg) * quantum_cdeg
        sensor.step(minute * 60, seen, 0, True)
        assert sensor.cause != "flat", f"after {minute / 1440:.1f} days"


@given(st.integers(100, 3900), st.integers(3000, 10000))
def test_dew_point_against_the_magnus_formula(cdeg, cpct):
    g = math.log(cpct / 10000) + 17.62 * cdeg / 100 / (243.12 + cdeg / 100)
    dew = 243.12 * g / (17.62 - g) * 100
    if dew > 20:
        assert abs(dew_cdeg(cdeg, cpct) - dew) <= 12
    else:
        assert dew_cdeg(cdeg, cpct) <= 32
