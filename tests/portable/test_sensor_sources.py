"""Sensors without a chip on a bus of the board: Bluetooth, pushed values, contacts, meters."""

from splitstat.app.corrected import Corrected
from splitstat.sensors import (
    bluetooth_thermometer,
    calibration,
    power_meter,
    presence,
    push,
    window_contact,
)


def hexa(text):
    """ "01 F4" -> bytes."""
    return bytes([int(each, 16) for each in text.split()])


def service(text):
    """An advertisement: flags, then this service data."""
    data = hexa(text)
    return hexa("02 01 06") + bytes([len(data) + 1, 0x16]) + data


MAC = hexa("A4 C1 38 12 34 56")


def test_bthome():
    # https://bthome.io/format, "Example": 25.00 degC, 50.55 %, after a name.
    named = hexa("02 01 06 0B 09 44 49 59 2D 73 65 6E 73 6F 72 0A 16 D2 FC 40 02 C4 09 03 BF 13")
    decode = bluetooth_thermometer.decode
    assert decode(named) == (None, 2500, 5055, None)
    # As a Shelly BLU H&T sends: number, battery, whole %, a button, tenths.
    shelly = service("D2 FC 44 00 07 01 5D 2E 2D 3A 01 45 EC FF")
    assert decode(shelly) == (None, -200, 4500, 93)
    assert decode(service("D2 FC 41 02 C4 09")) is None  # encrypted
    assert decode(service("D2 FC 20 02 C4 09")) is None  # version 1
    assert decode(service("D2 FC 40 02 C4")) is None  # cut short
    assert decode(service("D2 FC 40 01 64")) is None  # no temperature
    assert decode(service("D2 FC 40 02 C4 09 F0 01")) == (None, 2500, None, None)


def test_pvvx_and_atc():
    # README of pvvx/ATC_MiThermometer: 21.53 degC, 47.12 %, 2.95 V, 80 %; then 21.5 degC, 47 %.
    decode = bluetooth_thermometer.decode
    pvvx = "1A 18 56 34 12 38 C1 A4 69 08 68 12 86 0B 50 2A 04"
    assert decode(service(pvvx)) == (MAC, 2153, 4712, 80)
    cold = "1A 18 56 34 12 38 C1 A4 06 FF 68 12 86 0B 50 2A 04"
    assert decode(service(cold)) == (MAC, -250, 4712, 80)
    atc = "1A 18 A4 C1 38 12 34 56 00 D7 2F 50 0B 86 2A"
    assert decode(service(atc)) == (MAC, 2150, 4700, 80)
    cold = "1A 18 A4 C1 38 12 34 56 FF E7 2F 50 0B 86 2A"
    assert decode(service(cold)) == (MAC, -250, 4700, 80)
    absurd = "1A 18 56 34 12 38 C1 A4 FF 7F FF FF 86 0B FF 2A 04"
    assert decode(service(absurd)) == (MAC, None, None, None)


def test_what_is_no_thermometer():
    decode = bluetooth_thermometer.decode
    for text in ("", "02 01 06", "00 00 00 00", "1F 16 D2", "03 03 AA FE", "FF FF FF FF FF FF"):
        assert decode(hexa(text)) is None, text
    assert decode(service("1A 18 01 02 03")) is None
    assert decode(service("95 FE 30 58 5B 05 01")) is None
    for cut in range(20):
        full = service("1A 18 56 34 12 38 C1 A4 69 08 68 12 86 0B 50 2A 04")
        assert decode(full[:cut]) is None, cut


def test_push():
    decode = push.decode
    assert decode("21.5") == (2150, None)
    assert decode(b" -3.255 ") == (-326, None)
    assert decode("20") == (2000, None)
    assert decode('{"temperature": 21.57, "humidity":48.2, "battery": 100}') == (2157, 4820)
    assert decode('{"humidity": 48, "temperature": -0.4}') == (-40, 4800)
    for text in (
        "",
        "nan",
        "inf",
        "1e1",
        "2 1",
        "0x10",
        "21,5",
        "21.",
        ".5",
        "--1",
        "-",
        "{}",
        '{"temperature": null}',
        '{"temperature": "21"}',
        '{"temperature": 21',
        '{"temperature"}',
        "99999999999999999999",
        "85.01",
        "-127",
        b"\xff\xfe",
    ):
        assert decode(text)[0] is None, text
    assert decode('{"temperature": 20, "humidity": 101}') == (2000, None)


def test_window_contact():
    contact = window_contact.WindowContact()
    seen = [contact.step(level) for level in (0, 0, 1, 0, 1, 1, 1, 0, 0)]
    assert seen == [None, False, False, False, False, True, True, True, False]
    assert [window_contact.WindowContact(0).step(0) for _ in range(2)] == [None, None]


def test_presence():
    sensor = presence.Presence(60)
    seen = [sensor.step(s, s in (100, 130)) for s in (0, 59, 60, 100, 130, 189, 190)]
    assert seen == [None, None, False, True, True, True, False]
    assert presence.Presence(60).step(5, 1) is True


def test_power_meter():
    # SDM120 protocol V2.4: 0x43660000 is 230.0; the others from the definition of a single.
    decode = power_meter.decode
    assert decode(hexa("43 66 00 00")) == 230
    assert decode(hexa("C3 66 00 00")) == -230
    assert decode(hexa("00 00 00 00")) == 0
    assert decode(hexa("44 9A 52 2B")) == 1235  # 1234.5677
    assert decode(hexa("3F 00 00 00")) == 1  # a half is rounded up
    assert decode(hexa("3E FF FF FF")) == 0
    assert decode(hexa("4B 80 00 01")) == 16777218
    assert power_meter.decode_energy(hexa("44 9A 52 2B")) == 1234568
    for text in ("7F 80 00 00", "7F C0 00 00", "FF 80 00 00", "7F 00 00 00", "43 66 00"):
        assert decode(hexa(text)) is None, text


def test_two_points():
    line = (500, 430, 3000, 3100)  # reads 0.7 K high when cold, 1 K low when warm
    assert calibration.two_point(line[0], *line) == line[1]
    assert calibration.two_point(line[2], *line) == line[3]
    assert calibration.two_point(1750, *line) == 1765
    assert calibration.two_point(-1000, *line) == -1172
    assert calibration.two_point(2000, 0, 0, 1000, 1000) == 2000


def test_humidity_of_a_warm_sensor():
    # Magnus at 20 and 22 degC: 2337 and 2643 Pa, so 40 % at the sensor are 45.2 % in the room.
    assert abs(calibration.humidity_of_room(4000, 200) - 4524) <= 15
    assert calibration.humidity_of_room(4000, 0) == 4000
    assert calibration.humidity_of_room(4000, -200) < 3600
    assert calibration.humidity_of_room(9900, 500) == 10000


class _Told:
    """A house that remembers what it heard."""

    def __init__(self):
        self.values = []

    def heard(self, room, sensor, cdeg, cpct=None):
        self.values.append((room, sensor, cdeg, cpct))

    def heard_outdoor(self, cdeg, rank):
        self.values.append((cdeg, rank))


def corrected(cdeg, cpct, numbers):
    told = _Told()
    ear = Corrected(told, numbers)
    ear.heard(1, 2, cdeg, cpct)
    ear.heard_outdoor(cdeg or 0, 0)
    return told.values


def test_a_probe_put_right():
    warm = [0, 0, 1000, 1000, 200]
    ((room, sensor, cdeg, cpct), outdoor) = corrected(2200, 4000, warm)
    assert (room, sensor, cdeg) == (1, 2, 2000) and abs(cpct - 4524) <= 15  # Magnus, as above
    assert outdoor == (2000, 0)
    line = [500, 430, 3000, 3100, 0]
    assert corrected(500, None, line) == [(1, 2, 430, None), (430, 0)]
    assert corrected(None, None, line)[0] == (1, 2, None, None)
