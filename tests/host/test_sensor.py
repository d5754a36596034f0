"""The simulated room sensor: lag, offset, noise, quantum and every fault, against their
definitions."""

import time
from math import exp
from statistics import mean, pstdev

import pytest

from host_sim.channel.faults import Faults
from host_sim.channel.sensor import Sensor


def run(sensor, air_c, seconds, step_s=10, start_s=0):
    """Readings of constant air, in cdeg."""
    out = []
    for now_s in range(start_s, start_s + seconds, step_s):
        sensor.step(now_s, air_c)
        out.append(sensor.cdeg)
    return out


def test_a_step_of_the_air_arrives_after_the_lag():
    sensor = Sensor(1, lag_s=300.0, noise_k=0.0)
    run(sensor, 20.0, 100)
    sensor.step(100, 20.0)
    sensor.step(400, 30.0)
    assert sensor.cdeg == round((30 - 10 * exp(-1)) * 10) * 10
    sensor.step(10000, 30.0)
    assert sensor.cdeg == 3000


@pytest.mark.parametrize("step_s", [2, 10, 60])
def test_the_lag_does_not_depend_on_the_step(step_s):
    sensor = Sensor(1, lag_s=600.0, noise_k=0.0, quantum_cdeg=1)
    sensor.step(0, 20.0)
    readings = run(sensor, 25.0, 600 + step_s, step_s, start_s=step_s)
    assert readings[600 // step_s - 1] == pytest.approx(100 * (25 - 5 * exp(-1)), abs=1)


def test_offset_self_heating_noise_and_quantum():
    readings = run(Sensor(2, offset_k=-0.3, self_heating_k=1.5, noise_k=0.05), 20.0, 100000)
    assert mean(readings) == pytest.approx(2120, abs=1)
    assert {reading % 10 for reading in readings} == {0}
    fine = run(Sensor(3, noise_k=0.05, quantum_cdeg=1), 20.0, 100000)
    assert pstdev(fine) == pytest.approx(5.0, rel=0.1)


def test_below_zero():
    assert set(run(Sensor(1, noise_k=0.0), -7.34, 100)) == {-730}


def test_same_seed_same_readings():
    assert run(Sensor(5), 21.0, 5000) == run(Sensor(5), 21.0, 5000)
    assert run(Sensor(5), 21.0, 5000) != run(Sensor(6), 21.0, 5000)


def faulty(kind, value=None, seed=1):
    return Sensor(seed, lag_s=0.0, noise_k=0.0, faults=[(100, 200, kind, value)])


@pytest.mark.parametrize("kind", ["silent", "nan"])
def test_nothing_comes(kind):
    sensor = faulty(kind)
    run(sensor, 20.0, 100)
    run(sensor, 22.0, 100, start_s=100)
    assert (sensor.cdeg, sensor.at_s, sensor.age_s(190)) == (2000, 90, 100)
    sensor.step(200, 22.0)
    assert (sensor.cdeg, sensor.at_s) == (2200, 200)


def test_frozen_looks_fresh():
    sensor = faulty("frozen")
    run(sensor, 20.0, 100)
    assert set(run(sensor, 25.0, 100, start_s=100)) == {2000}
    assert sensor.age_s(190) == 0


@pytest.mark.parametrize("value", [85.0, -127.0])
def test_the_marks_of_a_ds18b20(value):
    sensor = faulty("stuck", value)
    run(sensor, 20.0, 100)
    assert set(run(sensor, 20.0, 100, start_s=100)) == {value * 100}
    sensor.step(200, 20.0)
    assert sensor.cdeg == 2000


def test_spikes_come_as_often_as_asked():
    sensor = Sensor(4, lag_s=0.0, noise_k=0.0, faults=[(0, 10**9, "spikes", 0.1)])
    readings = run(sensor, 20.0, 100000)
    assert set(readings) == {2000, 6000, -2000}
    assert sum(reading != 2000 for reading in readings) == pytest.approx(1000, rel=0.15)


def test_bias_and_drift():
    sensor = faulty("bias", 1.5)
    assert set(run(sensor, 20.0, 100)) == {2000}
    assert set(run(sensor, 20.0, 100, start_s=100)) == {2150}
    sensor = Sensor(1, lag_s=0.0, noise_k=0.0, faults=[(0, 7200, "drift", 0.5)])
    readings = run(sensor, 20.0, 7200, 600)
    assert readings[0] == 2000 and readings[6] == 2050 and readings[11] == 2090


def test_faults_overlap_and_end():
    faults = Faults([(10, 30, "bias", 1.0), (20, 40, "silent", None)])
    seen = {}
    for now_s in range(50):
        if now_s >= faults.change_s:
            faults.step(now_s)
        seen[now_s] = set(faults.active)
    assert [seen[s] for s in (9, 10, 19, 20, 29, 30, 39, 40)] == [
        set(),
        {"bias"},
        {"bias"},
        {"bias", "silent"},
        {"bias", "silent"},
        {"silent"},
        {"silent"},
        set(),
    ]


def test_a_reading_is_cheap():
    """Three rooms and a year of minutes: at most 0.5 us each would be 0.8 s. Allowed here: 2
    us."""
    sensor = Sensor(1)
    start = time.perf_counter()
    for now_s in range(0, 60 * 100000, 60):
        sensor.step(now_s, 20.0)
    assert time.perf_counter() - start < 0.2


def on_a_chip(kind, fault, value=None):
    return Sensor(1, lag_s=0.0, noise_k=0.0, faults=[(100, 200, fault, value)], kind=kind)


@pytest.mark.parametrize("fault", ["held_low", "crc", "garbage"])
@pytest.mark.parametrize("kind", ["sht4x", "aht20", "ds18b20", "htu21d", "push", None])
def test_what_breaks_on_the_wire_brings_nothing(kind, fault):
    sensor = on_a_chip(kind, fault)
    run(sensor, 20.0, 100)
    run(sensor, 22.0, 100, start_s=100)
    assert (sensor.cdeg, sensor.at_s) == (2000, 90)
    sensor.step(200, 22.0)
    assert (sensor.cdeg, sensor.at_s) == (2200, 200)


@pytest.mark.parametrize(
    "kind, value, found",
    [
        ("ds18b20", 85.0, 2000),  # refused by the driver: the last value grows old
        ("ds18b20", -127.0, 2000),
        ("ds18b20", 84.0, 8400),
        ("sht4x", 85.0, 8500),  # a chip that truly says so is for control to judge
        ("sht4x", -127.0, 2000),
    ],
)
def test_a_stuck_chip_goes_through_its_driver(kind, value, found):
    sensor = on_a_chip(kind, "stuck", value)
    run(sensor, 20.0, 100)
    run(sensor, 20.0, 100, start_s=100)
    assert abs(sensor.cdeg - found) <= 1
    assert (sensor.age_s(190) == 0) == (found != 2000)


def test_a_chip_with_a_bias_reads_that_much_more():
    sensor = on_a_chip("sht4x", "bias", 1.5)
    run(sensor, 20.0, 100)
    assert {round(each / 10) for each in run(sensor, 20.0, 100, start_s=100)} == {215}
