"""Changeover and lockout of one outdoor unit with two heads, by example. Times in seconds."""

from splitstat.control.lockout import Lockout
from splitstat.control.outdoor_unit import OutdoorUnit
from whole_home import OUTDOOR_UNIT


def new_unit(heads=2, data=None, now_s=1000, **changed):
    config = dict(OUTDOOR_UNIT)
    config.update(changed)
    unit = OutdoorUnit(config, heads)
    unit.restore(now_s, data)
    return unit


def ask(unit, *wants):
    """wants: None, or (class, score), one per head. Ends and wishes are taken back."""
    for i in range(unit.heads):
        unit.wants[i], unit.score[i] = wants[i] or (None, 0)
        unit.end[i] = unit.person[i] = False


def run(unit, from_s, to_s, period_s=10):
    for now_s in range(from_s, to_s, period_s):
        unit.step(now_s)


def first_call(unit, from_s, to_s, i=0, period_s=10):
    """now_s of the first scan in which head i is called, or None."""
    for now_s in range(from_s, to_s, period_s):
        unit.step(now_s)
        if unit.call[i] is not None:
            return now_s


def test_power_up_rests_min_off_and_says_so():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    unit.step(1400)
    assert unit.call == [None, None]
    assert (unit.why[0], unit.wait_s[0]) == ("min_off", 200)
    assert first_call(unit, 1400, 2000) == 1600
    assert unit.call == ["heat", None] and unit.why[0] is None


def test_without_restore_the_first_scan_is_power_up():
    unit = OutdoorUnit(OUTDOOR_UNIT, 1)
    ask(unit, ("heat", 50))
    assert first_call(unit, 5000, 6000) == 5600


def test_second_head_follows_after_the_spacing():
    unit = new_unit()
    ask(unit, ("heat", 50), ("heat", 50))
    unit.step(1600)
    assert unit.call == ["heat", None] and (unit.why[1], unit.wait_s[1]) == ("spacing", 30)
    assert first_call(unit, 1600, 1700, i=1) == 1630


def test_min_on_holds_a_head_that_is_not_wanted():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    run(unit, 1600, 1700)
    ask(unit, None, None)
    unit.step(1700)
    assert unit.call[0] == "heat" and (unit.why[0], unit.wait_s[0]) == ("min_on", 1100)
    unit.step(2799)
    assert unit.call[0] == "heat"
    unit.step(2800)
    assert unit.call[0] is None


def test_end_at_once_ignores_min_on_but_rests():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    unit.step(1600)
    unit.end[0] = True
    unit.step(1610)
    assert unit.call[0] is None and unit.why[0] is None
    unit.end[0] = False
    assert first_call(unit, 1620, 3000) == 2210


def test_third_outdoor_start_waits_for_the_hour():
    unit = new_unit()
    now_s = 1000
    starts = []
    for _ in range(3):
        ask(unit, ("heat", 50), None)
        now_s = first_call(unit, now_s + 10, now_s + 9000)
        starts.append(now_s)
        unit.end[0] = True
        unit.step(now_s + 5)
    assert starts[2] - starts[0] == 3600


def test_reversal_waits_until_nobody_wants_the_class_and_an_hour_more():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    run(unit, 1600, 4000)
    ask(unit, None, ("cool", 50))
    unit.step(4000)
    assert unit.call == [None, None] and unit.why[1] == "other_class"
    assert first_call(unit, 4000, 20000, i=1) == 7600
    assert unit.cls == "cool"


def test_a_resting_head_is_released_for_the_other_class():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    run(unit, 1600, 4000)
    ask(unit, ("heat", 0), ("cool", 50))
    run(unit, 4000, 4600)
    assert unit.call[0] == "heat"
    unit.step(4600)
    assert unit.call[0] is None and unit.why == ["released", "reversal"]
    assert unit.wait_s[1] == 3600
    assert first_call(unit, 4600, 9000, i=1) == 8200


def test_a_want_that_goes_away_costs_no_reversal():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    run(unit, 1600, 4000)
    ask(unit, ("heat", 0), ("cool", 50))
    run(unit, 4000, 6000)
    ask(unit, ("heat", 50), None)
    unit.step(6000)
    assert unit.call[0] == "heat" and unit.cls == "heat" and unit.changeover.epoch == 0


def test_clearly_larger_demand_wins_after_the_hold():
    unit = new_unit()
    ask(unit, ("heat", 20), ("cool", 31))
    run(unit, 1000, 4600)
    assert unit.call == ["heat", None]
    unit.step(4600)
    assert unit.call == [None, None]
    assert first_call(unit, 4600, 10000, i=1) == 8200


def test_a_little_larger_demand_waits_max_wait():
    unit = new_unit()
    ask(unit, ("heat", 20), ("cool", 30))
    run(unit, 1000, 11800)
    assert unit.call == ["heat", None]
    unit.step(11800)
    assert unit.call == [None, None]


def test_two_automatic_reversals_a_day():
    unit = new_unit()
    reversals = []
    epoch = 0
    ask(unit, ("heat", 20), ("cool", 20))
    for now_s in range(1000, 190000, 20):
        unit.step(now_s)
        if unit.changeover.epoch != epoch:
            epoch = unit.changeover.epoch
            reversals.append(now_s)
    assert len(reversals) == 4
    assert reversals[2] - reversals[0] >= 86400 and reversals[3] - reversals[1] >= 86400


def test_stale_outdoor_value_manual_and_season_keep_the_class():
    for changed, known in (({}, False), ({"changeover": "manual"}, True)):
        unit = new_unit(**changed)
        ask(unit, None, ("cool", 50))
        for now_s in range(1000, 20000, 50):
            unit.step(now_s, (), known)
        assert unit.call == [None, None] and unit.why[1] == "other_class"
    unit = new_unit(season="heat_only")
    ask(unit, None, ("cool", 50))
    unit.person[1] = True
    run(unit, 1000, 20000, 50)
    assert unit.call == [None, None] and unit.why[1] == "season"
    unit = new_unit(season="cool_only")
    assert unit.cls == "cool"


def test_a_person_reverses_five_minutes_after_off_and_only_once():
    unit = new_unit(heads=1, changeover="manual")
    ask(unit, ("heat", 50))
    run(unit, 1600, 2000)
    ask(unit, ("cool", 50))
    unit.end[0] = unit.person[0] = True
    unit.step(2000, (), False)
    assert unit.call[0] is None
    unit.end[0] = False
    unit.step(2010, (), False)
    assert (unit.why[0], unit.wait_s[0]) == ("reversal", 290)
    assert first_call(unit, 2010, 4000) == 2300
    assert unit.lockout.reversals_at[-1] < 2000
    ask(unit, ("heat", 50))
    unit.person[0] = True
    run(unit, 3600, 20000)
    assert unit.call[0] is None and unit.why[0] == "other_class"


def test_snapshot_survives_a_cut():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    run(unit, 1600, 4000)
    ask(unit, None, ("cool", 50))
    run(unit, 4000, 8000)
    assert unit.call == [None, "cool"]
    data = unit.snapshot(8000)
    assert data == [1, ["cool", [3600, 400], [86400, 400]]]
    unit = new_unit(data=data, now_s=20)
    assert unit.cls == "cool" and unit.call == [None, None]
    assert unit.snapshot(20) == data
    ask(unit, ("heat", 50), None)
    assert first_call(unit, 20, 9000) == 3620
    unit = new_unit(data=data, now_s=20, season="heat_only")
    assert unit.cls == "heat"


def test_a_wish_for_the_class_keeps_it_from_being_released():
    unit = new_unit()
    ask(unit, ("heat", 50), None)
    run(unit, 1600, 4000)
    ask(unit, ("heat", 0), ("cool", 50))
    run(unit, 4000, 5000)
    assert unit.call == [None, None] and unit.why[0] == "released"
    ask(unit, ("heat", 10), ("cool", 50))
    unit.person[0] = True
    unit.step(5010)
    assert unit.call == ["heat", None]


def test_ends_go_before_starts():
    unit = new_unit(min_off_s=600, person_reversal_s=300)
    ask(unit, None, ("heat", 50))
    run(unit, 1600, 2000)
    ask(unit, ("heat", 50), ("heat", 50))
    unit.end[1] = True
    unit.step(2000)
    assert unit.call == [None, None] and unit.why[0] == "min_off"


def test_the_lockout_alone_never_lets_two_classes_run():
    lockout = Lockout(OUTDOOR_UNIT, 2)
    lockout.restore(0, None)
    lockout.start(1000, 0, "heat", False)
    for now_s in (1000, 5000, 100000, 1000000):
        assert lockout.wait_s(now_s, 1, "cool", False) > 0
        assert lockout.wait_s(now_s, 1, "cool", True) > 0
    assert lockout.wait_s(1000000, 1, "heat", False) == 0
