"""Rooms that nobody heats must not freeze; a person's OFF stays OFF."""

from one_room import OneRoom, Wish, traits
from splitstat.control.guards import Frost


def guard(frost_cdeg=None, **config):
    return Frost(config, traits(frost_cdeg))


def duties(frost, temperatures, mode="off", person_off=False, heated=False, low_cdeg=1000):
    words = []
    for cdeg in temperatures:
        frost.step(cdeg, mode, person_off, heated, low_cdeg)
        words.append(frost.duty)
    return words


def test_cycles_from_our_sensor_between_seven_and_nine():
    assert duties(guard(), [700, 699, 800, 899, 900, 700, 699]) == [
        None,
        "cycle",
        "cycle",
        "cycle",
        None,
        None,
        "cycle",
    ]


def test_the_units_own_function_is_on_through_frosty_weather():
    frost = guard(frost_cdeg=800)
    assert duties(frost, [2000] * 1, low_cdeg=500) == [None]
    assert duties(frost, [2000] * 1, low_cdeg=499) == ["unit"]
    assert duties(frost, [2000] * 1, low_cdeg=699) == ["unit"]
    assert duties(frost, [2000] * 1, low_cdeg=700) == [None]
    assert duties(frost, [999, 1199, 1200, 1000]) == ["unit", "unit", None, None]


def test_without_a_sensor_the_lowest_setpoint():
    assert duties(guard(), [None], low_cdeg=400) == ["lowest"]
    assert duties(guard(), [None], low_cdeg=None) == ["lowest"], "nobody knows: be safe"
    assert duties(guard(), [None], low_cdeg=1500) == [None]
    assert duties(guard(800), [None], low_cdeg=400) == ["unit"]
    assert duties(guard(800), [None], low_cdeg=None) == ["unit"]
    assert duties(guard(800), [None], low_cdeg=1500) == [None]


def test_in_a_mode_that_somebody_chose_only_a_cold_room_counts():
    for mode in ("cool", "dry", "fan_only"):
        assert duties(guard(800), [2000, 800, 699, 899, 900], mode, low_cdeg=-500) == [
            None,
            None,
            "cycle",
            "cycle",
            None,
        ]


def test_off_by_a_person_is_final_and_alarms():
    for frost_cdeg in (None, 800):
        frost = guard(frost_cdeg)
        assert duties(frost, [800, 700], person_off=True, low_cdeg=-500) == [None, None]
        assert frost.fault is None
        assert duties(frost, [699], person_off=True) == [None]
        assert frost.fault == "frost_risk"
        duties(frost, [899], person_off=True)
        assert frost.fault == "frost_risk"
        duties(frost, [900], person_off=True)
        assert frost.fault is None, "clears when the cause is gone"
        duties(frost, [None], person_off=True, low_cdeg=-500)
        assert frost.fault == "frost_risk"


def test_the_guard_after_off_is_opt_in():
    assert duties(guard(frost_off=1), [699, 900], person_off=True) == ["cycle", None]


def test_a_unit_that_only_cools_can_only_alarm():
    frost = Frost({}, traits(heat=None))
    assert duties(frost, [600]) == [None]
    assert frost.fault == "frost_risk"


def test_a_heated_room_needs_no_guard():
    assert duties(guard(800), [600], mode="heat", heated=True, low_cdeg=-500) == [None]


def vacation(**changed):
    wish = Wish("off")
    wish.why = "vacation"
    wish.wish = "heat_cool"
    return OneRoom(wish, -300, **changed)


def test_zone_of_a_cold_room_on_vacation():
    room = vacation(unit=traits())
    assert room.lasts(5, 1500) is None and room.zone.reason == ("off", 0)
    assert room.lasts(5, 650) == "heat"
    zone = room.zone
    assert not zone.resting and zone.score == 4000 and zone.target_cdeg == 900
    assert zone.reason == ("frost", 65)
    room.inputs.window = True
    assert room.lasts(5) == "heat", "frost is worse than an open window"
    room.shed = True
    assert room.lasts(5) == "heat", "a load limit does not let a room freeze"
    room.drifts(60, 950)
    assert room.zone.wants is None


def test_zone_of_a_unit_with_its_own_frost_function_rests():
    room = vacation(unit=traits(800))
    assert room.lasts(5, 1500) == "heat"
    zone = room.zone
    assert zone.frost.duty == "unit" and zone.resting and zone.score == 0
    assert zone.reason == ("frost_unit", 0)
    room.lasts(5, 2601)
    assert zone.wants is None and zone.end == "over_temperature"


def test_zone_off_by_a_person_stays_off():
    wish = Wish("off")
    wish.person_off = True
    wish.why = "off"
    room = OneRoom(wish, -1000, traits(800))
    for cdeg in (2000, 650, -500):
        room.lasts(30, cdeg)
        assert room.zone.wants is None and room.zone.end == "person_off"
    assert room.zone.fault == "frost_risk"
    room.blind(30)
    assert room.zone.wants is None and room.zone.fault == "frost_risk"


def test_off_by_schedule_below_five_degrees_is_a_setback():
    wish = Wish("off")
    wish.wish = "heat_cool"
    room = OneRoom(wish, 400, traits())
    assert room.lasts(5, 1800) == "heat" and room.zone.resting
    assert room.zone.target_cdeg == 1700
    assert room.lasts(5, 1660) == "heat" and not room.zone.resting
    wish.wish = "cool"
    room.call = None
    assert room.lasts(5, 1660) is None, "who wished for cooling alone is not heated"
    wish.wish = "heat_cool"
    room = OneRoom(wish, 400, traits(), setback_mode="cool")
    assert room.lasts(5, 1660) is None, "whose setback is off stays off, guarded against frost"
    room = OneRoom(wish, 600, traits())
    assert room.lasts(5, 1660) is None and room.zone.reason == ("off", 0)


def test_a_cold_room_is_heated_through_an_open_window_and_any_gate():
    for spoil in ("window", "shed", "season"):
        room = OneRoom(Wish("heat"), 300, traits())
        room.lasts(5, 650)
        if spoil == "window":
            room.inputs.window = True
        elif spoil == "shed":
            room.shed = True
        else:
            room.outdoor_cdeg = 2500  # a sensor in the sun
        assert room.lasts(5) == "heat" and room.zone.score == 4000, spoil
        assert room.ends == [], spoil
