"""What chips say, decoded: examples of their data sheets and of owners who published them."""

from splitstat.sensors import (
    aht20,
    bme280,
    crc8,
    dht22,
    ds18b20,
    htu21d,
    mcp9808,
    scd4x,
    sht3x,
    sht4x,
    supply_air,
    tmp117,
)


def hexa(text):
    """ "01 F4" -> bytes."""
    return bytes([int(each, 16) for each in text.split()])


def with_sum(data, crc=0xFF):
    return data + bytes([crc8.msb_first(data, crc)])


def test_sums():
    # Sensirion SHT3x 4.12; HTU21D, "CRC checksum"; Maxim application note 27.
    assert crc8.msb_first(hexa("BE EF"), 0xFF) == 0x92
    assert crc8.msb_first(hexa("DC"), 0) == 0x79
    assert crc8.msb_first(hexa("68 3A"), 0) == 0x7C
    assert crc8.msb_first(hexa("4E 85"), 0) == 0x6B
    assert ds18b20.crc8(hexa("02 1C B8 01 00 00 00")) == 0xA2
    assert ds18b20.crc8(hexa("02 1C B8 01 00 00 00 A2")) == 0
    assert crc8.words(hexa("BE EF 92 66 67 A2"), 2, 0xFF) == [0xBEEF, 0x6667]
    assert crc8.words(hexa("BE EF 93 66 67 A2"), 2, 0xFF) is None
    assert crc8.words(hexa("BE EF"), 1, 0xFF) is None


def test_scd4x_as_its_data_sheet_has_it():
    # Version 1.5, table 11: 500 ppm, 25 degC, 37 %RH. It prints 7B as the first sum; 01 F4 has 33
    # by the sheet's own rule, which its other sums obey (table 17: 03 DB 42).
    assert crc8.words(hexa("03 DB 42"), 1, 0xFF) == [0x03DB]
    assert scd4x.decode(hexa("01 F4 33 66 67 A2 5E B9 3C")) == (2500, 3700, 500)
    assert scd4x.decode(hexa("01 F4 7B 66 67 A2 5E B9 3C")) == (None, None, None)
    assert scd4x.decode(hexa("01 F4 33 66 67 A2")) == (None, None, None)
    none_yet = with_sum(bytes(2)) + hexa("66 67 A2 5E B9 3C")
    assert scd4x.decode(none_yet) == (None, None, None)


def test_sht3x_and_sht4x():
    # The word for 25 degC is that of the SCD4x's example: one conversion for all three.
    data = hexa("66 67 A2 5E B9 3C")
    assert sht3x.decode(data) == (2500, 3700)
    assert sht4x.decode(data) == (2500, 4025)  # -6 + 125 * 0x5EB9 / 65535
    assert sht3x.decode(with_sum(bytes(2)) + hexa("5E B9 3C")) == (None, None)  # -45 degC
    wet = with_sum(hexa("FF FF"))
    dry = with_sum(bytes(2))
    assert sht4x.decode(hexa("66 67 A2") + wet) == (2500, 10000)
    assert sht4x.decode(hexa("66 67 A2") + dry) == (2500, 0)
    assert sht3x.decode(hexa("66 67 A2") + wet) == (2500, 10000)


def test_aht20():
    # 0x60000 / 2^20 * 200 - 50 = 25 degC; 0x80000 / 2^20 = 50 %.
    data = with_sum(hexa("18 80 00 06 00 00"))
    assert aht20.decode(data) == (2500, 5000)
    assert aht20.decode(with_sum(hexa("98 80 00 06 00 00"))) == (None, None)  # busy
    assert aht20.decode(with_sum(hexa("10 80 00 06 00 00"))) == (None, None)  # not calibrated
    assert aht20.decode(data[:6]) == (None, None)


def test_bme280_of_an_owner():
    # Words and raw values that an owner published with the result: 21.89 degC.
    t1, t2, t3 = 28417, 26721, 50
    assert bme280.fine_temperature(523407, t1, t2, t3) * 5 + 128 >> 8 == 2189
    words = bytes([1, 111, 97, 104, 50, 0, 75, 104, 1, 0, 20, 37, 3, 30])
    raw = 523407
    data = bytes([0x60, raw >> 12, raw >> 4 & 255, (raw & 15) << 4, 27999 >> 8, 27999 & 255])
    # Humidity by the data sheet's formula in double precision: 39.344 %.
    cdeg, cpct = bme280.decode(data, words)
    assert cdeg == 2189 and abs(cpct - 3934) <= 1
    assert bme280.decode(b"\x58" + data[1:], words) == (None, None)  # a BMP280
    assert bme280.decode(bytes([0x60, 0x80, 0, 0, 0x80, 0]), words) == (None, None)
    assert bme280.decode(data, bytes(14)) == (None, None)
    assert bme280.decode(data, b"") == (None, None)


def test_mcp9808():
    for raw, cdeg in (
        ("C1 94", 2525),
        ("01 40", 2000),
        ("00 00", 0),
        ("1F FF", -6),
        ("1F F0", -100),
        ("1E C0", -2000),
        ("07 D0", 12500),
    ):
        assert mcp9808.decode(hexa(raw) + hexa("00 54")) == (cdeg, None), raw
    assert mcp9808.decode(bytes(4)) == (None, None)
    assert mcp9808.decode(b"\xff" * 4) == (None, None)


def test_tmp117():
    # SNOSD82, table 7-1.
    for raw, cdeg in (
        ("0C 80", 2500),
        ("32 00", 10000),
        ("00 80", 100),
        ("00 01", 1),
        ("00 00", 0),
        ("FF FF", -1),
        ("FF 80", -100),
        ("F3 80", -2500),
    ):
        assert tmp117.decode(hexa(raw) + hexa("01 17")) == (cdeg, None), raw
    for raw in ("80 00", "7F FF", "E4 00"):
        assert tmp117.decode(hexa(raw) + hexa("01 17")) == (None, None), raw
    assert tmp117.decode(bytes(4)) == (None, None)
    assert tmp117.decode(hexa("0C 80 11 16")) == (None, None)


def test_htu21d():
    # 0x683A with its sum 0x7C is the data sheet's temperature; bit 1 makes it a humidity.
    assert htu21d.decode(hexa("68 3A 7C 4E 86") + bytes([crc8.msb_first(hexa("4E 86"), 0)])) == (
        None,
        None,
    )
    data = with_sum(hexa("68 38"), 0) + with_sum(hexa("4E 86"), 0)
    assert htu21d.decode(data) == (2469, 3234)  # 24.69 and 32.34 by hand: 26680, 20100
    assert htu21d.decode(bytes(6)) == (None, None)
    wet = with_sum(hexa("68 38"), 0) + with_sum(hexa("FF FE"), 0)
    assert htu21d.decode(wet) == (2469, 10000)


def scratchpad(raw, configuration=0x7F):
    data = bytes([raw & 255, raw >> 8, 0x4B, 0x46, configuration, 0xFF, 0x0C, 0x10])
    return data + bytes([ds18b20.crc8(data)])


def test_ds18b20():
    # 19-7487, table 1, rounded to hundredths; 85 degC is what it shows before it has measured.
    for raw, cdeg in (
        (0x07D0, 12500),
        (0x0550, None),
        (0x0191, 2506),
        (0x00A2, 1013),
        (0x0008, 50),
        (0x0000, 0),
        (0xFFF8, -50),
        (0xFF5E, -1012),
        (0xFE6F, -2506),
        (0xFC90, -5500),
        (0xF810, None),  # -127 degC
    ):
        assert ds18b20.decode(scratchpad(raw)) == (cdeg, None), hex(raw)
    assert scratchpad(0x0550)[8] == 0x1C  # the sum of the power-up scratchpad
    assert ds18b20.decode(scratchpad(0x0197, 0x1F)) == (2500, None)  # 9 bits: 0.5 K
    assert ds18b20.decode(bytes(9)) == (None, None), "a wire held low has a right sum"
    assert ds18b20.decode(b"\xff" * 9) == (None, None)
    assert ds18b20.decode(b"") == (None, None)


def test_supply_air():
    assert supply_air.decode(scratchpad(0x02D0)) == (4500, None)
    assert supply_air.decode(scratchpad(0x0550)) == (None, None)
    assert supply_air.decode(scratchpad(0x07D0)) == (None, None)
    assert supply_air.WAIT_MS == 750


def test_dht22():
    # AM2302 manual: 65.2 % and 35.1 degC; -10.1 degC.
    assert dht22.decode(hexa("02 8C 01 5F EE")) == (3510, 6520)
    assert dht22.decode(hexa("02 8C 80 65 73")) == (-1010, 6520)
    assert dht22.decode(hexa("02 8C 01 5F EF")) == (None, None)
    assert dht22.decode(bytes(5)) == (None, None)
    assert dht22.decode(hexa("32 00 15 00 47")) == (None, None)  # a DHT11: 50 %, 21 degC
