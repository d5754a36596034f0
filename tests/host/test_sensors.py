"""Sensor files against the data sheets' formulas in floating point, and against broken answers."""

import json
import random
import struct
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from host_sim.virtual_board.chips import bme280 as bme280_model
from host_sim.virtual_board.chips import ds18b20 as ds18b20_model
from host_sim.virtual_board.chips.conversion import crc8, word
from source_files import REPOSITORY
from splitstat.sensors import (
    aht20,
    bluetooth_thermometer,
    bme280,
    calibration,
    dht22,
    ds18b20,
    htu21d,
    mcp9808,
    power_meter,
    push,
    scd4x,
    sht3x,
    sht4x,
    tmp117,
)
from splitstat_cli import vms

FOLDER = REPOSITORY / "firmware" / "splitstat" / "sensors"
EVERY_WORD = range(65536)


def pair(temperature: int, humidity: int, crc: int) -> bytes:
    return word(temperature, crc) + word(humidity, crc)


def aht20_answer(temperature: int, humidity: int) -> bytes:
    data = b"\x18" + (humidity << 20 | temperature).to_bytes(5, "big")
    return data + bytes([crc8(data, 0xFF)])


def scratchpad(raw: int) -> bytes:
    data = raw.to_bytes(2, "little") + bytes.fromhex("4b467fff0c10")
    return data + bytes([ds18b20_model.crc(data)])


def two(raw: int, number: str) -> bytes:
    return raw.to_bytes(2, "big") + bytes.fromhex(number)


def signed(raw: int, bits: int) -> int:
    return raw - (raw >> bits - 1 << bits)


# name -> raw values, answer with that raw temperature, degC of it, lowest and highest allowed
TEMPERATURES = {
    "sht3x": (
        EVERY_WORD,
        lambda raw: sht3x.decode(pair(raw, 30000, 0xFF)),
        lambda raw: -45 + 175 * raw / 65535,
        (-40, 125),
    ),
    "sht4x": (
        EVERY_WORD,
        lambda raw: sht4x.decode(pair(raw, 30000, 0xFF)),
        lambda raw: -45 + 175 * raw / 65535,
        (-40, 125),
    ),
    "scd4x": (
        EVERY_WORD,
        lambda raw: scd4x.decode(word(500, 0xFF) + pair(raw, 30000, 0xFF)),
        lambda raw: -45 + 175 * raw / 65535,
        (-10, 60),
    ),
    "htu21d": (
        range(0, 65536, 4),
        lambda raw: htu21d.decode(pair(raw, 30002, 0)),
        lambda raw: -46.85 + 175.72 * raw / 65536,
        (-40, 125),
    ),
    "aht20": (
        range(0, 1 << 20, 17),
        lambda raw: aht20.decode(aht20_answer(raw, 500000)),
        lambda raw: raw / 2**20 * 200 - 50,
        (-40, 85),
    ),
    "mcp9808": (
        range(1 << 13),
        lambda raw: mcp9808.decode(two(raw | 0xC000, "0054")),
        lambda raw: signed(raw, 13) / 16,
        (-40, 125),
    ),
    "tmp117": (
        EVERY_WORD,
        lambda raw: tmp117.decode(two(raw, "0117")),
        lambda raw: signed(raw, 16) * 0.0078125,
        (-55, 150),
    ),
    "ds18b20": (
        EVERY_WORD,
        lambda raw: ds18b20.decode(scratchpad(raw)),
        lambda raw: signed(raw, 16) / 16,
        (-55, 125),
    ),
}


@pytest.mark.parametrize("name", TEMPERATURES)
def test_every_temperature_is_right_to_a_hundredth(name):
    raws, decoded, degrees_of, (low, high) = TEMPERATURES[name]
    seen = 0
    for raw in raws:
        cdeg, degrees = decoded(raw)[0], degrees_of(raw)
        if cdeg is None:
            assert degrees < low + 0.01 or degrees > high - 0.01 or degrees == 85.0, raw
        else:
            assert abs(cdeg - 100 * degrees) <= 0.51, (raw, cdeg, degrees)
            assert low <= cdeg / 100 <= high
            seen += 1
    assert seen > 1000


def test_every_humidity_is_right_to_a_hundredth():
    for raw in range(0, 65536, 3):
        right = {
            sht3x.decode(pair(26000, raw, 0xFF)): 100 * raw / 65535,
            sht4x.decode(pair(26000, raw, 0xFF)): -6 + 125 * raw / 65535,
            htu21d.decode(pair(26000, raw | 2, 0)): -6 + 125 * (raw & ~3) / 65536,
            aht20.decode(aht20_answer(400000, raw << 4)): 100 * raw / 65536,
        }
        for (cdeg, cpct), percent in right.items():
            assert cdeg is not None
            if raw & 3 != 1:  # htu21d's bit 0 is the chip's own
                assert abs(cpct - 100 * min(max(percent, 0), 100)) <= 0.51, raw


def bme280_words(t, h) -> bytes:
    h1, h2, h3, h4, h5, h6 = h
    first = b"".join(value.to_bytes(2, "little", signed=value < 0) for value in t)
    last = bytes([h4 >> 4 & 255, (h4 & 15) | (h5 & 15) << 4, h5 >> 4 & 255, h6 & 255])
    return first + bytes([h1]) + h2.to_bytes(2, "little") + bytes([h3]) + last


@given(
    t=st.tuples(st.integers(26000, 29500), st.integers(25500, 27500), st.integers(-1200, 60)),
    h=st.tuples(
        st.integers(0, 80),
        st.integers(340, 380),
        st.just(0),
        st.integers(250, 400),
        st.integers(-10, 60),
        st.integers(20, 40),
    ),
    degrees=st.floats(-30, 60),
    percent=st.floats(1, 99),
)
def test_bme280_agrees_with_the_formula_in_double_precision(t, h, degrees, percent):
    """Words as chips have them, each drawn by itself."""
    t1, t2, t3 = t
    h1, h2, h3, h4, h5, h6 = h

    def fine(raw):
        near = raw / 131072 - t1 / 8192
        return (raw / 16384 - t1 / 1024) * t2 + near * near * t3

    def percent_of(raw):
        value = fine_now - 76800
        value = (raw - (h4 * 64 + h5 / 16384 * value)) * (
            h2 / 65536 * (1 + h6 / 67108864 * value * (1 + h3 / 67108864 * value))
        )
        return value * (1 - h1 * value / 524288)

    raw = bme280_model.raw_of(lambda each: fine(each) / 5120, degrees, 20)
    fine_now = fine(raw)
    humidity = bme280_model.raw_of(percent_of, percent, 16)
    data = bytes([0x60, *(raw << 4).to_bytes(3, "big"), *humidity.to_bytes(2, "big")])
    if raw == 0x80000 or humidity == 0x8000:
        return
    cdeg, cpct = bme280.decode(data, bme280_words(t, h))
    assert abs(cdeg - fine_now / 51.2) <= 1.0
    assert abs(cpct - min(max(percent_of(humidity), 0), 100) * 100) <= 5


ANSWERS = {
    "sht3x": (sht3x.decode, pair(26000, 30000, 0xFF)),
    "sht4x": (sht4x.decode, pair(26000, 30000, 0xFF)),
    "htu21d": (htu21d.decode, pair(26000, 30002, 0)),
    "scd4x": (scd4x.decode, word(700, 0xFF) + pair(26000, 30000, 0xFF)),
    "aht20": (aht20.decode, aht20_answer(400000, 500000)),
    "ds18b20": (ds18b20.decode, scratchpad(0x0148)),
    "dht22": (dht22.decode, bytes.fromhex("028c015fee")),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_single_bit_error_is_refused(name):
    decode, answer = ANSWERS[name]
    assert decode(answer)[0] is not None
    for bit in range(8 * len(answer)):
        broken = bytearray(answer)
        broken[bit // 8] ^= 1 << bit % 8
        assert set(decode(bytes(broken))) == {None}, bit


@pytest.mark.parametrize("name", ANSWERS)
def test_a_dead_bus_a_short_answer_and_noise_are_no_temperature(name):
    decode, answer = ANSWERS[name]
    n = len(answer)
    for dead in (bytes(n), b"\xff" * n, b"", answer[:-1], answer + b"\x00"):
        assert decode(dead)[0] is None, dead
    noise = random.Random(1)
    taken = sum(decode(noise.randbytes(n))[0] is not None for _ in range(20000))
    assert taken <= (200 if name == "dht22" else 20), taken  # a sum of eight bits, and a range


@pytest.mark.parametrize("decode", [mcp9808.decode, tmp117.decode])
def test_a_chip_without_sum_is_known_by_its_number(decode):
    for dead in (bytes(4), b"\xff" * 4, b"", bytes(3)):
        assert decode(dead) == (None, None)


@given(st.binary(max_size=40))
def test_no_bytes_from_the_air_do_harm(data):
    for decode in (bluetooth_thermometer.decode, push.decode):
        found = decode(data)
        if found is not None:
            assert all(each is None or isinstance(each, int | bytes) for each in found)


@given(st.floats(-300, 300), st.integers(0, 5))
def test_a_pushed_number_is_read_as_python_reads_it(value, digits):
    text = f"{value:.{digits}f}"
    assert abs(push.hundredths(text) - 100 * float(text)) <= 0.5001


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_a_meter_is_read_as_struct_reads_it(value):
    found = power_meter.decode(struct.pack(">f", value))
    if abs(value) < 1 << 30:
        assert abs(found - value) <= 0.5
    else:
        assert found is None


@given(st.integers(-4000, 8500), st.integers(-500, 500), st.integers(-500, 500))
def test_two_points_are_a_straight_line(cdeg, low_error, high_error):
    low, high = (1000, 1000 + low_error), (3000, 3000 + high_error)
    right = low[1] + (cdeg - low[0]) * (high[1] - low[1]) / (high[0] - low[0])
    assert abs(calibration.two_point(cdeg, *low, *high) - right) <= 0.5


def chip_files():
    return sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))


@pytest.mark.parametrize("name", chip_files())
def test_a_file_says_where_it_has_its_knowledge_from(name):
    module = import_module(f"splitstat.sensors.{name}")
    if hasattr(module, "start") and name != "supply_air":
        assert "Source: " in module.__doc__ and "Accuracy " in module.__doc__
        assert isinstance(module.WAIT_MS, int) and isinstance(module.EVERY_S, int)


SCRIPT = """
import gc, json, sys
from splitstat.sensors import aht20, bme280, htu21d, sht3x, sht4x, tmp117
from splitstat.sensors import calibration

MODULES = {"aht20": aht20, "htu21d": htu21d, "sht3x": sht3x, "sht4x": sht4x, "tmp117": tmp117}
ANSWERS = json.loads(sys.argv[1])
WORDS = bytes.fromhex(sys.argv[2])
spent = {}


def measure(name, function):
    least = 10000
    for _ in range(4):
        gc.collect()
        before = gc.mem_alloc()
        function()
        least = min(least, gc.mem_alloc() - before)
    spent.setdefault(name, []).append(least)


def all_of_them():
    for name, text in ANSWERS:
        data = bytes.fromhex(text)
        if name == "bme280":
            measure(name, lambda: bme280.decode(data, WORDS))
        else:
            decode = MODULES[name].decode
            measure(name, lambda: decode(data))
    measure("two_point", lambda: calibration.two_point(1, 0, 0, 10, 10))
    measure("two_point", lambda: calibration.two_point(8500, -4000, -3500, 8500, 8000))
    measure("big", lambda: WORDS[0] << 30)
    print(json.dumps(spent))


all_of_them()
"""


def test_products_stay_within_31_bits_on_a_board(tmp_path):
    """What decode() allocates on the 32-bit VM does not grow with the value: no big integers."""
    if vms.missing("micropython32"):
        pytest.skip(vms.missing("micropython32"))
    script = tmp_path / "spent.py"
    script.write_text(SCRIPT)

    def bme(degrees, percent):
        raw = bme280_model.raw_of(bme280_model.degrees_of, degrees, 20)
        fine = bme280_model.fine_temperature(raw)
        wet = bme280_model.raw_of(lambda each: bme280_model.percent_of(each, fine), percent, 16)
        return bytes([0x60, *(raw << 4).to_bytes(3, "big"), *wet.to_bytes(2, "big")])

    answers = [
        ("sht3x", pair(2500, 100, 0xFF)),
        ("sht3x", pair(63000, 65535, 0xFF)),
        ("sht4x", pair(2500, 4000, 0xFF)),
        ("sht4x", pair(63000, 65535, 0xFF)),
        ("htu21d", pair(2600, 4002, 0)),
        ("htu21d", pair(63000, 65534, 0)),
        ("aht20", aht20_answer(60000, 1000)),
        ("aht20", aht20_answer(700000, (1 << 20) - 1)),
        ("tmp117", two(0x4000, "0117")),
        ("tmp117", two(0xE800, "0117")),
        ("bme280", bme(-20, 5)),
        ("bme280", bme(22, 50)),
        ("bme280", bme(60, 95)),
    ]
    words = bme280_words(bme280_model.T, bme280_model.H)
    text = json.dumps([(name, data.hex()) for name, data in answers])
    done = vms.run("micropython32", script, [text, words.hex()])
    assert done.returncode == 0, done.stdout + done.stderr
    spent = json.loads(done.stdout)
    assert spent.pop("big")[0] >= 16, "a big integer is seen"
    for name, sizes in spent.items():
        assert len(set(sizes)) == 1 and sizes[0] <= 256, (name, sizes)
