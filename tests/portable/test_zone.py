"""What a room asks for: starts, ends, rests, and what ends a call at once."""

from one_room import OneRoom, Wish
from splitstat.control.zone import Zone


def starts(wish, cdeg, outdoor_cdeg=1650, **changed):
    """What a room wants that has stood at one temperature."""
    return OneRoom(wish, outdoor_cdeg, **changed).lasts(3, cdeg)


def running(cls, outdoor_cdeg=1650, minutes=40, **changed):
    """A room in mild weather whose call has run longer than it must."""
    room = OneRoom(None, outdoor_cdeg, **changed)
    room.lasts(minutes, 1960 if cls == "heat" else 2640)
    assert room.call == cls
    return room


def test_starts_half_a_differential_off():
    for cdeg, wants in (
        (1969, "heat"),
        (1970, None),
        (2000, None),
        (2300, None),
        (2630, None),
        (2631, "cool"),
    ):
        assert starts(Wish(), cdeg) == wants, cdeg
    assert starts(Wish(), 1899, differential_cdeg=200) == "heat"
    assert starts(Wish(), 1900, differential_cdeg=200) is None


def test_modes():
    for mode, cold, hot in (
        ("heat", "heat", None),
        ("cool", None, "cool"),
        ("heat_cool", "heat", "cool"),
        ("off", None, None),
        ("fan_only", None, None),
    ):
        assert starts(Wish(mode), 1500) == cold, mode
        assert starts(Wish(mode), 3000) == hot, mode
    room = OneRoom(Wish("fan_only"))
    room.lasts(3, 2000)
    assert room.zone.reason == ("fan_only", 0)


def test_a_call_goes_on_to_one_kelvin_past_the_setpoint():
    room = running("heat")
    assert room.lasts(30, 2100) == "heat" and not room.zone.resting
    assert room.zone.score == 0 and room.zone.error_cdeg == -100
    assert room.lasts(1, 2110) is None, "mild weather: it ends"
    assert room.zone.end is None, "in its own time"
    assert room.lasts(5, 1990) is None and room.zone.reason == ("in_band", 199)
    assert room.lasts(5, 1960) == "heat"
    room = running("cool")
    assert room.lasts(30, 2500) == "cool" and not room.zone.resting
    assert room.lasts(3, 2490) is None


def test_in_cold_weather_a_call_rests():
    room = running("heat", outdoor_cdeg=800)
    room.lasts(5, 2120)
    zone = room.zone
    assert zone.wants == "heat" and zone.resting and zone.score == 0
    assert zone.target_cdeg == 2000 and zone.reason[0] == "resting"
    room.lasts(5, 1980)
    assert zone.resting, "until it would start"
    room.lasts(3, 1960)
    assert zone.wants == "heat" and not zone.resting and zone.score > 0
    room.lasts(3, 2120)
    room.outdoor_cdeg = 1700
    for minute in range(60 * 48):
        room.step(2120 + minute % 3)
    assert zone.wants is None, "the cold is over"


def test_in_hot_weather_a_call_rests():
    room = running("cool", outdoor_cdeg=3000)
    room.lasts(5, 2480)
    assert room.zone.wants == "cool" and room.zone.resting and room.zone.score == 0


def test_a_satisfied_room_rests_from_the_start_in_cold_weather():
    room = OneRoom(Wish(), 800)
    assert room.lasts(3, 2200) == "heat" and room.zone.resting
    room = OneRoom(Wish("cool"), 800)
    assert room.lasts(3, 2200) is None


def test_a_resting_room_may_want_the_opposite():
    room = OneRoom(Wish(), 800)
    room.lasts(40, 2200)
    room.outdoor_cdeg = 1750
    assert room.lasts(5, 2580) == "heat"
    assert room.lasts(5, 2640) == "cool"


def test_season_gates():
    assert starts(Wish(), 1500, 1850) is None
    assert starts(Wish(), 3000, 1550) is None
    room = OneRoom(Wish(), 1850)
    room.lasts(3, 1900)
    assert room.zone.reason == ("season", 19)
    room = running("heat")
    room.outdoor_cdeg = 1900
    assert room.lasts(1, 1960) is None and room.zone.end is None


def test_over_temperature_ends_heating_at_once():
    room = OneRoom(Wish("heat"), 800)
    room.lasts(3, 1900)
    assert room.call == "heat"
    room.drifts(5, 2640)
    room.lasts(2)
    zone = room.zone
    assert zone.wants is None and room.ends == ["over_temperature"]
    assert zone.reason[0] == "over_temperature"
    room.lasts(5, 2590)
    assert zone.wants == "heat" and zone.resting
    room = OneRoom(Wish("heat", 2600), 800)
    room.lasts(40, 2560)
    assert room.lasts(10, 2690) == "heat" and not room.zone.resting, "a warm wish"
    assert room.lasts(10, 2710) is None and room.ends == ["over_temperature"]


def test_cold_ends_cooling_at_once():
    room = OneRoom(Wish("cool"), 3000)
    room.lasts(3, 2700)
    room.drifts(9, 1610)
    assert room.zone.wants == "cool" and room.zone.resting and room.ends == []
    room.lasts(5, 1590)
    assert room.zone.wants is None and room.ends == ["over_temperature"]


def test_over_temperature_ends_what_the_gate_still_runs():
    room = running("heat")
    room.grants = False
    room.wish.mode = "cool"
    room.drifts(9, 2700)
    room.lasts(3)
    assert room.call == "heat"
    assert room.zone.wants == "cool" and room.zone.end == "over_temperature"


def test_no_automatic_end_within_thirty_minutes():
    room = OneRoom(Wish(), 1650)
    room.lasts(3, 1960)
    begun = room.zone.since_at
    room.drifts(3, 2130)
    room.lasts(4)
    zone = room.zone
    while room.now_s < begun + 1800 - 60:
        room.step()
        assert zone.wants == "heat" and zone.resting and zone.score == 0
        assert zone.reason == ("keeps", (begun + 1800 - room.now_s + 59) // 60)
        assert zone.target_cdeg == 2000
    room.lasts(2)
    assert zone.wants is None


def test_no_automatic_change_of_mode_within_thirty_minutes():
    room = OneRoom(Wish(), 1650)
    room.lasts(3, 1960)
    room.wish.mode = "off"
    room.lasts(2)
    assert room.zone.wants == "heat" and room.zone.end is None, "the schedule says off"
    room.wish.mode = "cool"
    room.drifts(12, 2640)
    room.lasts(3)
    assert room.zone.wants == "cool" and room.ends == ["over_temperature"]


def test_a_persons_change_of_mode_ends_at_once():
    room = OneRoom(Wish(), 1650)
    room.lasts(5, 1960)
    room.wish.mode = "cool"
    room.wish.person_at_s = room.now_s + 30
    room.step()
    assert room.zone.wants is None and room.zone.end == "mode_change"
    room = OneRoom(Wish(), 1650)
    room.lasts(5, 1960)
    room.wish.person_off = True
    room.wish.mode = "off"
    room.step()
    assert room.zone.wants is None and room.zone.end == "person_off"
    assert room.zone.reason == ("person_off", 0)
    room = OneRoom(Wish(), 1650)
    room.wish.person_at_s = 0
    room.lasts(5, 1960)
    room.wish.mode = "off"
    room.step()
    assert room.zone.end is None and room.zone.wants == "heat", "that person came before the call"


def test_a_load_limit_ends_at_once():
    room = running("heat")
    room.shed = True
    room.step()
    assert room.zone.wants is None and room.zone.end == "load_limit"
    room.shed = False
    room.lasts(2)
    assert room.zone.wants == "heat" and room.zone.end is None


def test_sleep_hours_start_nothing_for_less_than_a_kelvin():
    room = OneRoom(Wish(), 1650)
    room.wish.sleep = True
    assert room.lasts(3, 1900) is None and room.zone.reason == ("sleep", 190)
    assert room.lasts(9, 1890) == "heat"
    room = OneRoom(Wish(), 500)
    room.wish.sleep = True
    assert room.lasts(3, 1950) is None, "no unit is switched on in the night to rest"
    room = running("heat", outdoor_cdeg=500)
    room.lasts(5, 2120)
    assert room.zone.resting
    room.wish.sleep = True
    room.lasts(9, 1980)
    assert room.zone.resting
    room.lasts(9, 1960)
    assert not room.zone.resting, "a call that stands is no start"
    room.lasts(9, 1950)
    assert not room.zone.resting, "what runs goes on"


def test_score_is_error_by_occupancy_and_priority():
    for occupied, priority, cdeg, score in (
        (True, 1, 1900, 200),
        (False, 1, 1900, 100),
        (True, 3, 1900, 600),
        (True, 1, 100, 2000),
        (True, 9, 100, 4000),
    ):
        room = OneRoom(Wish("heat"), 1650, priority=priority)
        room.wish.occupied = occupied
        room.lasts(3, cdeg)
        assert room.zone.score == score, (occupied, priority, cdeg, room.zone.score)


def test_left_to_the_units_own_thermostat():
    room = running("heat")
    assert room.blind(60) == "heat"
    zone = room.zone
    assert room.reading.source == "unit" and room.reading.cdeg is None
    assert zone.target_cdeg == 2000 and not zone.resting and 0 < zone.score <= 100
    assert zone.reason[0] == "unit_thermostat"
    room.outdoor_cdeg = 2500
    assert room.blind(60) == "cool"
    room.outdoor_cdeg = 1700
    assert room.blind(60) == "cool", "between the gates the last class stays"
    room.outdoor_cdeg = 1500
    assert room.blind(60) == "heat"
    room.wish.mode = "cool"
    assert room.blind(60) is None and zone.reason == ("season", 15)


def test_with_nothing_at_all_only_frost_counts():
    room = running("heat", fallback=[])
    assert room.blind(60) is None and room.zone.reason == ("no_sensor", 0)
    room.outdoor_cdeg = 300
    assert room.blind(60) == "heat" and room.zone.frost.duty == "lowest"


def test_reasons_are_kept_while_nothing_changes():
    room = running("heat")
    room.lasts(5)
    kept = room.zone.reason
    room.lasts(5)
    assert room.zone.reason is kept


def test_dry_by_temperature_stops_above_the_heating_setpoint():
    room = OneRoom(Wish("dry"), 2400)
    assert room.lasts(3, 2281) == "cool" and room.zone.dry
    assert room.lasts(40, 2151) == "cool" and room.zone.dry
    assert room.lasts(3, 2140) is None


def test_a_call_goes_on_after_a_reboot():
    again = OneRoom(Wish(), 1650)
    again.zone.wants = "heat"  # room.py restores it
    assert again.lasts(3, 2080) == "heat" and not again.zone.resting
    plain = OneRoom(Wish(), 1650)
    assert plain.lasts(3, 2080) is None


def test_nothing_is_wanted_before_the_room_is_known():
    room = OneRoom(Wish(), 500)
    assert room.step(1500) is None and room.zone.reason == ("starting", 0)
    assert room.step(1500) == "heat"
    assert Zone({}, None).wants is None
