"""A sudden fall or rise: a defrost, an open window, or nothing."""

from one_room import OneRoom, Wish
from splitstat.control.guards import Window


def slopes(window, now_s, minutes, pull, contact=None, settled=True):
    for _ in range(minutes):
        now_s += 60
        window.step(now_s, contact, pull, settled)
    return now_s


def test_contact_counts_after_a_minute_and_closes_at_once():
    window = Window()
    window.step(0, True, 0, True)
    window.step(59, True, 0, True)
    assert not window.open
    window.step(60, True, 0, True)
    assert window.open and window.cause == "contact" and window.since_s == 60
    window.step(90000, True, 0, True)
    assert window.open, "as long as it is open"
    window.step(90002, False, 0, True)
    assert not window.open and window.cause is None
    window.step(90010, True, 0, True)
    window.step(90040, False, 0, True)
    window.step(90041, True, 0, True)
    window.step(90080, True, 0, True)
    assert not window.open, "the minute starts anew"


def test_a_contact_that_falls_silent_closes():
    window = Window()
    slopes(window, 0, 3, 0, True)
    assert window.open
    window.step(400, None, 0, True)
    assert not window.open


def test_slope_needs_five_minutes_without_a_break():
    window = Window()
    now_s = slopes(window, 0, 5, 400)
    assert not window.open
    now_s = slopes(window, now_s, 1, 399)
    now_s = slopes(window, now_s, 5, 500)
    assert not window.open
    now_s = slopes(window, now_s, 1, 500)
    assert window.open and window.cause == "slope"


def test_a_unit_that_has_just_started_or_stopped_hides_it():
    window = Window()
    slopes(window, 0, 20, 900, settled=False)
    assert not window.open


def test_an_inferred_window_is_bounded_and_rare():
    window = Window()
    opened = []
    was = False
    for minute in range(1, 300):
        window.step(minute * 60, None, 1000, True)
        if window.open != was:
            opened.append(minute)
            was = window.open
    assert opened == [6, 36, 101, 131, 196, 226, 291], opened


def test_recovery_closes_after_five_minutes():
    window = Window()
    now_s = slopes(window, 0, 6, 500)
    assert window.open
    now_s = slopes(window, now_s, 4, -300)
    assert window.open
    slopes(window, now_s, 1, -300)
    assert not window.open


def test_defrost_holds_for_fifteen_minutes():
    window = Window()
    for now_s in range(0, 900, 60):
        window.dips(now_s, True, -300, 200, None)
        assert window.defrost
        window.step(now_s, None, 500, True)
        assert not window.open
    window.dips(900, True, -300, 200, None)
    assert not window.defrost
    window.dips(960, True, 50, 200, None)
    window.dips(1020, True, -300, 200, None)
    assert window.defrost, "the next dip"


def test_what_is_not_a_defrost():
    window = Window()
    for heating, slope, outdoor, reported in (
        (False, -300, 200, True),
        (True, -99, 200, None),
        (True, -300, 700, False),
    ):
        window.dips(0, heating, slope, outdoor, reported)
        assert not window.defrost
    for slope, outdoor, reported in ((-300, None, None), (0, 1500, True), (-101, 699, False)):
        window.dips(0, True, slope, outdoor, reported)
        assert window.defrost
        window.dips(60, False, 0, None, None)


def winter_room(outdoor_cdeg):
    room = OneRoom(Wish("heat", 2100), outdoor_cdeg)
    room.lasts(60, 2080)
    assert room.call == "heat"
    return room


def test_a_defrost_dip_is_no_window():
    room = winter_room(0)
    for _ in range(4):
        room.drifts(8, 1930)
        assert room.zone.window.defrost
        room.drifts(25, 2080)
        assert not room.zone.window.open and room.zone.wants == "heat"


def test_a_window_in_winter_ends_the_call_and_comes_back():
    room = winter_room(1000)
    room.drifts(12, 1500)
    assert room.zone.window.open and room.zone.end == "window" and room.zone.wants is None
    assert room.zone.reason[0] == "window"
    room.drifts(30, 1700)
    assert not room.zone.window.open and room.zone.wants == "heat"


def test_a_window_in_frost_is_found_when_no_defrost_lasts_so_long():
    room = winter_room(-500)
    room.drifts(17, 1400)
    assert not room.zone.window.open
    room.drifts(5, 1250)
    assert room.zone.window.open


def test_a_hot_wind_in_summer():
    room = OneRoom(Wish("cool"), 3400)
    room.lasts(60, 2620)
    assert room.call == "cool"
    room.drifts(12, 3000)
    assert room.zone.window.open and room.zone.end == "window"


def test_mild_weather_and_missing_weather_infer_nothing():
    for outdoor_cdeg in (1700, None):
        room = OneRoom(Wish("heat", 2100), outdoor_cdeg)
        room.lasts(60, 2080)
        room.drifts(12, 1600)
        assert not room.zone.window.open


def test_a_contact_ends_the_call_at_any_weather():
    room = OneRoom(Wish("heat", 2100), 1700)
    room.lasts(10, 2000)
    room.inputs.window = True
    room.lasts(2)
    assert room.zone.end == "window" and room.zone.wants is None
    room.inputs.window = False
    room.lasts(1)
    assert room.zone.end is None and room.zone.wants == "heat"


def test_a_room_that_falls_when_its_unit_stops_is_no_window():
    room = OneRoom(Wish("heat", 2100), 1000)
    room.lasts(60, 1980)
    room.shed = True
    room.drifts(14, 1790)
    assert room.reading.slope_cdeg_h < -400
    assert not room.zone.window.open
