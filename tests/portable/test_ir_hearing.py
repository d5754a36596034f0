"""What of a handset's messages counts."""

from splitstat import units
from splitstat.control.types import OFF, UnitCommand
from splitstat.ir.hearing import Hearing

COOL = UnitCommand("cool", 2400, "low", None, False)


def sent(unit, command):
    return unit.encode(command)[1][:-1]


def test_one_message_with_a_checksum_is_enough():
    for name in ("daikin", "gree.yaw1f", "kelvinator"):
        unit = units.load(name)
        hearing = Hearing(unit)
        assert not hearing.weak
        assert hearing.hear(0, sent(unit, COOL)) == COOL


def test_a_weak_one_must_be_heard_twice():
    unit = units.load("teco")
    hearing = Hearing(unit)
    warm = UnitCommand("cool", 2500, "low", None, False)
    assert hearing.weak
    assert hearing.hear(0, sent(unit, COOL)) is None
    assert hearing.hear(1, sent(unit, warm)) is None
    assert hearing.hear(2, sent(unit, COOL)) is None
    assert hearing.hear(32, sent(unit, COOL)) == COOL
    assert hearing.hear(33, sent(unit, COOL)) is None, "two more are needed for the next"
    assert hearing.hear(64, sent(unit, COOL)) is None, "31 s are too late"
    assert hearing.hear(65, sent(unit, COOL)) == COOL


def test_what_a_wrong_bit_can_do_to_one_message_of_gree():
    """Bits of the mode, the power and the setpoint are watched over; a bit of the fan is not."""
    unit = units.load("gree.yaw1f")
    hearing = Hearing(unit)
    good = sent(unit, COOL)
    for bit in (0, 1, 2, 3, 8, 9, 10, 11):
        bad = list(good)
        at = 3 + 2 * bit
        bad[at] = 540 if bad[at] > 1000 else 1600
        assert hearing.hear(0, bad) is None, bit
    bad = list(good)
    bad[3 + 2 * 5] = 1600
    assert hearing.hear(0, bad) == UnitCommand("cool", 2400, "high", None, False)


def test_broken_and_foreign_ones_count_for_nothing():
    unit = units.load("daikin")
    hearing = Hearing(unit)
    bad = sent(unit, COOL)
    at = len(bad) - 30
    at += 1 - (at & 1)
    bad[at] = 428 if bad[at] > 1000 else 1280
    assert hearing.hear(0, bad) is None and hearing.broken == 1
    assert hearing.hear(0, [500] * 90) is None and hearing.broken == 1
    assert hearing.hear(0, []) is None


def test_a_message_without_the_toggle_is_of_a_unit_that_runs():
    """A lost OFF: we take the unit to be off, and a person makes it warmer."""
    for name in ("whirlpool_ac.dg11j191", "panasonic_ac.ckp", "daikin64", "daikin128"):
        unit = units.load(name)
        hearing = Hearing(unit)
        warm = UnitCommand("cool", 2600, "low", None, False)
        pressed = unit.encode(warm, COOL)[1]
        assert unit.decode(pressed, OFF).mode == "off"
        assert hearing.hear(0, pressed, OFF)[:3] == warm[:3], name
        assert hearing.hear(0, pressed, COOL)[:3] == warm[:3]
        assert hearing.hear(0, unit.encode(warm, OFF)[1], OFF)[:3] == warm[:3]
        assert hearing.hear(0, unit.encode(OFF, COOL)[1], COOL).mode == "off"


def test_a_handset_that_tells_its_room_commands_nothing():
    for name in ("gree.yaw1f", "midea"):
        unit = units.load(name)
        hearing = Hearing(unit)
        assert hearing.hear(0, unit.encode_feel(2290, COOL)[1]) is None
        assert hearing.feel_cdeg == 2300
