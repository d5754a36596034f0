"""One sensor: believed, held or given up. Samples every 30 s unless said."""

from splitstat.control.sensor_health import SensorHealth


def feed(sensor, now_s, values, period_s=30, active=False):
    """Each value is one new sample; returns the time after the last one."""
    for value in values:
        now_s += period_s
        sensor.step(now_s, value, 0, active)
    return now_s


def healthy(value=2000, **config):
    sensor = SensorHealth(**config)
    now_s = feed(sensor, 0, [value] * 4)
    assert sensor.state == "fresh" and sensor.cause is None and sensor.cdeg == value
    return sensor, now_s


def silence(sensor, now_s, for_s, value, period_s=10):
    """The same old sample, read again and again; the words seen on the way."""
    words = []
    for t in range(0, for_s + 1, period_s):
        sensor.step(now_s + t, value, t, True)
        if not words or words[-1] != (sensor.state, sensor.cause):
            words.append((sensor.state, sensor.cause))
    return words


def test_the_second_sample_is_believed():
    sensor = SensorHealth()
    sensor.step(10, 2000, 0, False)
    assert sensor.state == "failed" and sensor.cdeg is None
    sensor.step(12, 2000, 2, False)
    assert sensor.state == "failed", "the same sample read twice is no second sample"
    sensor.step(40, 2010, 0, False)
    assert sensor.state == "fresh" and sensor.cdeg == 2010


def test_offset_is_added_to_the_value():
    sensor = SensorHealth(offset_cdeg=-150)
    feed(sensor, 0, [2000] * 3)
    assert sensor.cdeg == 1850


def test_silence_coasts_then_fails():
    sensor, now_s = healthy(stale_s=900)
    assert silence(sensor, now_s, 1000, 2000) == [
        ("fresh", None),
        ("coasting", "stale"),
        ("failed", "stale"),
    ]
    sensor, now_s = healthy(stale_s=900)
    sensor.step(now_s + 900, 2000, 900, False)
    assert sensor.state == "coasting" and sensor.cdeg == 2000
    sensor.step(now_s + 901, 2000, 901, False)
    assert sensor.state == "failed" and sensor.cdeg is None


def test_absence_coasts_then_fails_as_missing():
    sensor, now_s = healthy()
    feed(sensor, now_s, [None] * 29)
    assert sensor.state == "coasting" and sensor.cause == "missing" and sensor.cdeg == 2000
    feed(sensor, now_s + 870, [None] * 3)
    assert sensor.state == "failed" and sensor.cause == "missing"


def test_power_on_values_and_markers_are_out_of_range():
    for wrong in (8500, -12700, 12650, 12700, 200000, -4001, 6001):
        sensor, now_s = healthy()
        now_s = feed(sensor, now_s, [wrong] * 29)
        assert sensor.state == "coasting" and sensor.cause == "range", wrong
        assert sensor.cdeg == 2000
        feed(sensor, now_s, [wrong] * 3)
        assert sensor.state == "failed" and sensor.cause == "range" and sensor.cdeg is None


def test_a_power_on_value_first_of_all_is_not_believed():
    sensor = SensorHealth()
    now_s = feed(sensor, 0, [8500])
    assert sensor.cdeg is None
    feed(sensor, now_s, [2100, 2100])
    assert sensor.state == "fresh" and sensor.cdeg == 2100


def test_a_spike_is_held_off():
    for spike in (3500, 500, 2700, -4000, 6000):
        sensor, now_s = healthy()
        now_s = feed(sensor, now_s, [spike], 60)
        assert sensor.state == "coasting" and sensor.cause == "jump" and sensor.cdeg == 2000
        feed(sensor, now_s, [2000])
        assert sensor.state == "fresh" and sensor.cdeg == 2000


def test_a_new_level_is_believed_when_it_lasts():
    sensor, now_s = healthy()
    now_s = feed(sensor, now_s, [3000] * 4)
    assert sensor.cause == "jump" and sensor.cdeg == 2000
    feed(sensor, now_s, [3000])
    assert sensor.state == "fresh" and sensor.cdeg == 3000


def test_a_restless_level_is_not_believed():
    sensor, now_s = healthy()
    feed(sensor, now_s, [3000, 4500] * 40, 20)
    assert sensor.state == "failed" and sensor.cause == "jump"


def test_five_kelvin_a_minute_is_the_limit():
    sensor, now_s = healthy()
    feed(sensor, now_s, [2500], 60)
    assert sensor.state == "fresh"
    sensor, now_s = healthy()
    feed(sensor, now_s, [2501], 60)
    assert sensor.cause == "jump"
    sensor, now_s = healthy()
    feed(sensor, now_s, [2101], 2)
    assert sensor.cause == "jump"


def test_recovery_within_two_samples():
    sensor, now_s = healthy()
    silence(sensor, now_s, 3000, 2000)
    now_s = feed(sensor, now_s + 3000, [1500])
    assert sensor.state == "failed"
    feed(sensor, now_s, [1510])
    assert sensor.state == "fresh" and sensor.cdeg == 1510


def test_after_ten_minutes_of_silence_two_samples_are_enough():
    sensor, now_s = healthy()
    silence(sensor, now_s, 600, 2000)
    now_s = feed(sensor, now_s + 600, [1400])
    assert sensor.state == "coasting" and sensor.cause == "jump"
    feed(sensor, now_s, [1405])
    assert sensor.state == "fresh" and sensor.cdeg == 1405


def test_a_level_between_impossible_values_is_not_believed():
    sensor, now_s = healthy()
    feed(sensor, now_s, [3000, 8500] * 6)
    assert sensor.state == "coasting" and sensor.cdeg == 2000


NOISE = [2000, 2003, 1998, 2004, 2004, 2001, 1997, 1999]


def lively():
    """A noisy sensor after its day of learning."""
    sensor = SensorHealth()
    now_s = feed(sensor, 0, NOISE * 180, 60)
    assert sensor.state == "fresh"
    return sensor, now_s


def test_a_frozen_noisy_sensor_has_failed_after_two_hours_of_running():
    sensor, now_s = lively()
    now_s = feed(sensor, now_s, [2002] * 120, 60, active=True)
    assert sensor.state == "fresh"
    now_s = feed(sensor, now_s, [2002] * 5, 60, active=True)
    assert sensor.state == "failed" and sensor.cause == "flat"
    now_s = feed(sensor, now_s, [2002] * 5, 60, active=False)
    assert sensor.state == "failed", "it is as flat when the unit stops"
    feed(sensor, now_s, [2010, 2011], 60, active=True)
    assert sensor.state == "fresh"


def test_frozen_and_spiking():
    sensor, now_s = lively()
    feed(sensor, now_s, [2002, 2002, 2002, 8500] * 40, 60, active=True)
    assert sensor.state == "failed"


def test_a_sensor_that_freezes_on_its_first_day_is_found_at_its_end():
    sensor = SensorHealth()
    now_s = feed(sensor, 0, NOISE * 20, 60)
    feed(sensor, now_s, [2002] * (1440 - 160), 60, active=True)
    assert sensor.state == "fresh"
    feed(sensor, 86400, [2002] * 3, 60, active=True)
    assert sensor.state == "failed" and sensor.cause == "flat"


def test_a_flat_line_while_the_unit_is_off_is_given_three_times_as_long():
    sensor, now_s = lively()
    now_s = feed(sensor, now_s, [2002] * 240, 60, active=False)
    assert sensor.state == "fresh"
    feed(sensor, now_s, [2002] * 110, 60, active=True)
    assert sensor.state == "fresh", "only the running hours count"
    sensor, now_s = lively()
    now_s = feed(sensor, now_s, [3000] * 360, 60, active=False)
    assert sensor.state == "fresh"
    feed(sensor, now_s, [3000] * 10, 60, active=False)
    assert sensor.state == "failed" and sensor.cause == "flat"


def test_a_noise_free_sensor_of_coarse_steps_may_stand_still_for_a_night():
    sensor = SensorHealth()
    now_s = 0
    for _ in range(16):
        now_s = feed(sensor, now_s, [2000] * 40 + [2050] * 50, 60, active=True)
    for _ in range(340):
        now_s = feed(sensor, now_s, [2050], 60, active=True)
        assert sensor.state == "fresh"
    still = SensorHealth()
    feed(still, 0, [2050] * 1400, 60, active=True)
    assert still.state == "fresh", "not yet a day"
