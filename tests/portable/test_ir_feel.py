"""The room temperature as a unit shall feel it: in its steps and range, never mistaken."""

from splitstat import units
from splitstat.control.types import CodecError, UnitCommand

COOL = UnitCommand("cool", 2400, "low", None, False)
HEAT = UnitCommand("heat", 2100, "auto", None, False)
# (unit, lowest and highest degC that it takes, whether the message is a command as well)
UNITS = (
    ("argo.wrem2", 4, 35, True),
    ("argo.wrem3", 4, 35, False),
    ("coolix", 16, 30, False),
    ("electra_ac", 0, 50, True),
    ("gree.yaw1f", 0, 50, False),
    ("gree.ybofb.f", 0, 50, False),
    ("midea", 0, 37, False),
    ("mirage.2", 0, 43, True),
    ("sanyo_ac", 4, 35, True),
)


def felt(unit, timings):
    return int(unit.decode_state(timings)["feel"] * 100)


def test_every_temperature_arrives_as_the_nearest_that_the_unit_takes():
    for name, low, high, whole in UNITS:
        unit = units.load(name)
        assert unit.traits.feel_cdeg == 100
        for cdeg in range(-700, 6000, 77):
            want = min(max((cdeg + 50) // 100, low), high) * 100
            for command in (COOL, HEAT):
                timings = unit.encode_feel(cdeg, command)[1]
                assert felt(unit, timings) == want, (name, cdeg)
                heard = unit.decode(timings)
                if whole:
                    assert heard == command
                else:
                    assert heard.room_cdeg == want and len(heard) == 1


def test_in_fahrenheit_too():
    unit = units.load("midea.f")
    for cdeg in (0, 1800, 2100, 3700):
        assert abs(felt(unit, unit.encode_feel(cdeg, COOL)[1]) - cdeg) <= 50


def test_commands_carry_it_where_the_protocol_does():
    for name, _, _, _ in UNITS:
        unit = units.load(name)
        plain, told = unit.encode(COOL), unit.encode(COOL, None, 2200)
        assert (plain != told) == (unit.feel[:4] == "with"), name
        assert unit.decode(told[1]) == COOL
        assert "feel" not in unit.decode_state(plain[1])


def test_what_is_no_temperature_is_never_sent():
    unit = units.load("electra_ac")
    for wrong in (None, 21.5, float("nan"), "21"):
        try:
            unit.encode_feel(wrong, COOL)
            raise AssertionError(wrong)
        except CodecError:
            pass
        assert unit.encode(COOL, None, wrong) == unit.encode(COOL)
    try:
        units.load("daikin").encode_feel(2100, COOL)
        raise AssertionError("daikin")
    except CodecError:
        pass


def test_the_short_message_of_gree():
    """24 degC as three handsets were recorded (arduino-heatpumpir issues 86 and 117)."""
    unit = units.load("gree.yaw1f")
    timings = unit.encode_feel(2400, COOL)[1]
    bits = ""
    for i in range(3, 35, 2):
        bits += "1" if timings[i] > 1000 else "0"
    assert bits == "0001100010100101"
