"""Drivers against the chips' registers: the loop closes, in time, and every fault ends in None."""

from importlib import import_module
from random import Random

import pytest

from host_sim.virtual_board.chips import I2C, KINDS, ONE_WIRE, chip
from host_sim.virtual_board.chips.air import Air

# cdeg and cpct that a chip can tell apart, and half of it is the most that a reading may be off.
RESOLUTION = {
    "aht20": (1, 1),
    "bme280": (1, 2),
    "dht22": (10, 10),
    "ds18b20": (7, None),
    "htu21d": (3, 13),
    "mcp9808": (7, None),
    "scd4x": (1, 1),
    "sht3x": (1, 1),
    "sht4x": (1, 1),
    "tmp117": (1, None),
}


class Clock:
    """Milliseconds that pass only when they are made to."""

    def __init__(self):
        self.ms = 10**6

    def __call__(self):
        return self.ms


class I2cBus:
    """One chip on a bus, found at its file's address only."""

    def __init__(self, device, address):
        self.device = device
        self.address = address

    def write(self, address, data):
        if address != self.address:
            raise OSError(19)
        self.device.write(data)

    def read(self, address, n):
        if address != self.address:
            raise OSError(19)
        return self.device.read(n)


class Reader:
    """What the board's sensor task does with a file of splitstat.sensors, without the waiting."""

    def __init__(self, kind, air, faults=None, seed=1):
        self.clock = Clock()
        self.driver = import_module(f"splitstat.sensors.{kind}")
        self.faults = {} if faults is None else faults
        device = chip(kind, air, self.faults, self.clock, seed)
        self.bus = I2cBus(device, self.driver.ADDRESS) if kind in I2C else device
        self.words = None

    def read(self):
        """(cdeg, cpct, ...), or None where an OSError came."""
        driver = self.driver
        self.clock.ms += driver.EVERY_S * 1000
        try:
            if self.words is None and hasattr(driver, "once"):
                self.words = driver.once(self.bus)
            driver.start(self.bus)
            self.clock.ms += driver.WAIT_MS
            data = driver.read(self.bus)
        except OSError:
            self.words = None
            return None
        found = driver.decode(data, self.words) if self.words else driver.decode(data)
        if found[0] is None:
            self.words = None
        return found


def settled(reader, tries=4):
    """The first reading that is one: chips that load or start something may fail at first."""
    for _ in range(tries):
        found = reader.read()
        if found is not None and found[0] is not None:
            return found
    raise AssertionError(f"no reading in {tries} tries: {found}")


@pytest.mark.parametrize("kind", KINDS)
def test_the_loop_closes_within_the_resolution(kind):
    air = Air(co2_ppm=834)
    reader = Reader(kind, air)
    settled(reader)
    step_cdeg, step_cpct = RESOLUTION[kind]
    low = -9 if kind == "scd4x" else -19
    for number in range(110):
        air.temperature_c = low + number * 0.6137
        air.humidity_pct = 2 + number * 0.8
        found = reader.read()
        assert abs(found[0] - 100 * air.temperature_c) <= step_cdeg / 2 + 1, number
        if step_cpct is None:
            assert found[1] is None
        else:
            assert abs(found[1] - 100 * air.humidity_pct) <= step_cpct / 2 + 2, number
        if kind == "scd4x":
            assert found[2] == 834


@pytest.mark.parametrize("kind", ["htu21d", "scd4x", "sht3x", "sht4x"])
def test_a_reading_before_its_time_is_refused(kind):
    """The others answer with the measurement before or say that they are busy: see below."""
    reader = Reader(kind, Air(21.0, 40.0))
    settled(reader)
    driver, bus, clock = reader.driver, reader.bus, reader.clock
    driver.start(bus)
    clock.ms += driver.WAIT_MS // 3
    with pytest.raises(OSError, match="19"):
        driver.read(bus)


def test_what_shows_before_the_first_measurement_is_none():
    clock = Clock()
    early = chip("ds18b20", Air(21.0), {}, clock)
    driver = import_module("splitstat.sensors.ds18b20")
    driver.start(early)
    clock.ms += 700
    assert driver.decode(driver.read(early)) == (None, None), "85 degC"
    clock.ms += 50
    assert driver.decode(driver.read(early)) == (2100, None)
    aht20 = import_module("splitstat.sensors.aht20")
    bus = I2cBus(chip("aht20", Air(21.0, 50.0), {}, clock), aht20.ADDRESS)
    aht20.once(bus)
    clock.ms += 10
    aht20.start(bus)
    clock.ms += 79
    assert aht20.decode(aht20.read(bus)) == (None, None), "busy"
    clock.ms += 1
    assert aht20.decode(aht20.read(bus)) == (2100, 5000)
    bme280 = import_module("splitstat.sensors.bme280")
    bus = I2cBus(chip("bme280", Air(21.0, 50.0), {}, clock), bme280.ADDRESS)
    assert bme280.decode(bme280.read(bus), bme280.once(bus)) == (None, None), "never measured"


def test_two_thermometers_on_one_wire_are_told_apart_by_number():
    driver = import_module("splitstat.sensors.ds18b20")
    model = import_module("host_sim.virtual_board.chips.ds18b20")
    one = model.Chip(Air(20.0).felt({}, Random(1)))
    driver.start(one, one.number)
    assert driver.decode(driver.read(one, one.number)) == (2000, None)
    assert driver.decode(driver.read(one, bytes(8))) == (None, None), "nobody of that number"


FAULTY = ["silent", "held_low", "crc", "garbage"]


@pytest.mark.parametrize("fault", FAULTY)
@pytest.mark.parametrize("kind", KINDS)
def test_what_the_wire_breaks_is_no_temperature(kind, fault):
    faults: dict = {}
    reader = Reader(kind, Air(21.0, 45.0), faults)
    settled(reader)
    faults[fault] = None
    wrong = 0
    for _ in range(400):
        found = reader.read()
        if found is not None and found[0] is not None:
            wrong += 1
    # A byte of eight bits tells a BME280 and sums a DHT22; the revision in a TMP117's number is
    # free.
    weak = {("garbage", "dht22"): 8, ("garbage", "bme280"): 8, ("crc", "tmp117"): 150}
    assert wrong <= weak.get((fault, kind), 0)
    faults.clear()
    assert abs(settled(reader)[0] - 2100) <= 5, "and it comes back"


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"scd4x"}))
def test_what_the_chip_measures_wrong_comes_through(kind):
    """Values that are plausible to the chip are control/sensor_health.py's to judge."""
    faults: dict = {}
    air = Air(21.0, 45.0)
    reader = Reader(kind, air, faults)
    settled(reader)
    faults["frozen"] = None
    settled(reader)
    air.temperature_c = 25.0
    assert abs(settled(reader)[0] - 2100) <= 5
    del faults["frozen"]
    faults["spikes"] = 0.5
    seen = {round(settled(reader)[0] / 1000) for _ in range(60)}
    assert seen <= {-1, -2, 2, 3, 6, 7} and len(seen) >= 3
    del faults["spikes"]
    faults["stuck"] = 85.0
    found = reader.read()
    if kind == "ds18b20":
        assert found == (None, None)
    else:
        assert found == (None, None) or 8400 <= found[0] <= 8600
    faults["stuck"] = -127.0
    assert reader.read() in ((None, None), None) or kind == "mcp9808"


def test_a_wrong_kind_is_named():
    with pytest.raises(ValueError, match="sht99 is none of aht20"):
        chip("sht99", Air())
    assert set(ONE_WIRE) < set(KINDS)
