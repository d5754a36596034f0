"""The weather of an outdoor unit: freshness, extremes, season gates, rest."""

from splitstat.control.outdoor_air import OutdoorAir


def after(air, now_s, hours, cdeg):
    for t in range(0, hours * 3600, 300):
        air.step(now_s + t, cdeg, 0)
    return now_s + hours * 3600


def test_gates_close_at_their_limit_and_open_one_kelvin_inside():
    air = OutdoorAir({})
    words = []
    for cdeg in (1700, 1800, 1801, 1701, 1700, 1600, 1599, 1699, 1700):
        air.step(len(words) * 60, cdeg, 0)
        words.append((air.heat_ok, air.cool_ok))
    assert words == [
        (True, True),
        (True, True),
        (False, True),
        (False, True),
        (True, True),
        (True, True),
        (True, False),
        (True, False),
        (True, True),
    ]


def test_gates_begin_without_hysteresis():
    for cdeg, heat_ok, cool_ok in ((1750, True, True), (1650, True, True), (1801, False, True)):
        air = OutdoorAir({})
        air.step(0, cdeg, 0)
        assert (air.heat_ok, air.cool_ok) == (heat_ok, cool_ok)


def test_limits_and_season_of_the_configuration():
    air = OutdoorAir({"heat_below_cdeg": 1500, "cool_above_cdeg": 2000, "season": "auto"})
    air.step(0, 1600, 0)
    assert not air.heat_ok and not air.cool_ok
    for season, heat_ok, cool_ok in (("heat_only", True, False), ("cool_only", False, True)):
        air = OutdoorAir({"season": season})
        assert (air.heat_ok, air.cool_ok) == (heat_ok, cool_ok)
        air.step(0, 1700, 0)
        assert (air.heat_ok, air.cool_ok) == (heat_ok, cool_ok)


def test_a_stale_value_keeps_gates_and_extremes():
    air = OutdoorAir({})
    after(air, 0, 2, 500)
    assert air.known and not air.cool_ok
    for cdeg, age_s in ((3000, 3601), (None, 0), (8500, 0), (-12700, 0)):
        air.step(8000, cdeg, age_s)
        assert not air.known and air.cdeg is None
        assert air.heat_ok and not air.cool_ok
        assert air.low_cdeg == 500 and air.high_cdeg == 500
    air.step(8100, 3000, 3600)
    assert air.known and air.cool_ok and not air.heat_ok


def test_never_known_leaves_both_open():
    air = OutdoorAir({})
    air.step(0, None, 0)
    assert air.heat_ok and air.cool_ok and air.low_cdeg is None and not air.known


def test_extremes_take_the_new_and_forget_the_old():
    air = OutdoorAir({})
    now_s = after(air, 0, 1, 0)
    now_s = after(air, now_s, 1, 2000)
    assert air.high_cdeg == 2000 and 0 < air.low_cdeg < 150
    now_s = after(air, now_s, 24, 2000)
    assert 1150 < air.low_cdeg < 1350, air.low_cdeg
    now_s = after(air, now_s, 96, 2000)
    assert air.low_cdeg > 1950 and air.high_cdeg == 2000


def test_an_extreme_is_forgotten_while_the_other_is_made():
    """A slow fall: every scan brings a new low, and the high still drifts down."""
    air = OutdoorAir({})
    for now_s in range(0, 86400, 20):
        air.step(now_s, 1500 - now_s // 216, 0)
    assert air.low_cdeg == 1101
    assert 1320 < air.high_cdeg < 1380, air.high_cdeg


def test_rest_by_the_weather():
    cold = OutdoorAir({})
    cold.step(0, 1199, 0)
    assert cold.rest_class(None, 2200, 2000, 2600) == "heat"
    assert cold.rest_class(None, 2200, None, 2600) is None
    mild = OutdoorAir({})
    mild.step(0, 1250, 0)
    assert mild.rest_class(None, 2200, 2000, 2600) is None
    assert mild.rest_class("heat", 2200, 2000, 2600) == "heat", "hysteresis"
    hot = OutdoorAir({})
    hot.step(0, 2601, 0)
    assert hot.rest_class(None, 2200, 2000, 2600) == "cool"
    assert hot.rest_class(None, 2200, 2000, None) is None
    both = OutdoorAir({})
    both.step(0, 1100, 0)
    both.step(60, 2700, 0)
    both.step(120, 1700, 0)
    assert both.rest_class(None, 2200, 2000, 2600) == "heat"
    assert both.rest_class(None, 2500, 2000, 2600) == "cool"
    assert both.rest_class("heat", 2500, 2000, 2600) == "heat"
    assert both.rest_class("cool", 2200, 2000, 2600) == "cool"


def test_rest_without_weather_lasts_three_kelvin():
    air = OutdoorAir({})
    assert air.rest_class(None, 2200, 2000, 2600) is None
    assert air.rest_class("heat", 2299, 2000, 2600) == "heat"
    assert air.rest_class("heat", 2300, 2000, 2600) is None
    assert air.rest_class("cool", 2301, 2000, 2600) == "cool"
    assert air.rest_class("cool", 2300, 2000, 2600) is None


def test_snapshot():
    air = OutdoorAir({})
    now_s = after(air, 0, 3, 1000)
    air.step(now_s, 1900, 0)
    again = OutdoorAir({})
    again.restore(5, air.snapshot(now_s))
    assert (again.low_cdeg, again.high_cdeg) == (air.low_cdeg, air.high_cdeg) == (1003, 1900)
    assert (again.heat_ok, again.cool_ok) == (False, True)
    assert not again.known
    empty = OutdoorAir({})
    empty.restore(5, OutdoorAir({}).snapshot(0))
    assert empty.low_cdeg is None and empty.heat_ok and empty.cool_ok
