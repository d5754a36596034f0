"""Two boards on one outdoor unit, by example: this one, and what is heard of the other."""

from splitstat.control.outdoor_unit import OutdoorUnit
from splitstat.control.peers import PeerHead, PeerReport
from whole_home import OUTDOOR_UNIT


def new_unit():
    unit = OutdoorUnit(OUTDOOR_UNIT, 1, [["attic", 0, 1]])
    unit.restore(0, None)
    return unit


def ask(unit, want, score):
    unit.wants[0] = want
    unit.score[0] = score


def heard(
    epoch=0, wants=None, score=0, runs=None, waits_s=0, wish=False, rest_s=7200, board="attic"
):
    """What the other board said just now, as the list of reports of a scan."""
    head = PeerHead(wants=wants, score=score, waits_s=waits_s, runs=runs, wish=wish)
    said = PeerReport(
        board=board, outdoor_unit=0, age_s=0, epoch=epoch, rest_s=rest_s, heads=(head,)
    )
    return [said]


def test_waits_for_a_word_then_for_thirty_minutes():
    unit = new_unit()
    ask(unit, "heat", 50)
    for now_s in range(0, 1920, 60):
        unit.step(now_s, heard(board="cellar"))
        assert unit.call[0] is None
    assert unit.why[0] == "peers"
    unit.step(1920)
    assert unit.call[0] == "heat"
    unit = new_unit()
    ask(unit, "heat", 50)
    unit.step(600, heard())
    assert unit.call[0] == "heat"


def test_silence_does_not_stop_the_class_that_was_agreed_on():
    unit = new_unit()
    ask(unit, "heat", 50)
    unit.step(10, heard())
    unit.step(1200)
    assert unit.call[0] == "heat"


def test_higher_epoch_ends_what_runs_and_lower_is_ignored():
    unit = new_unit()
    ask(unit, "heat", 50)
    unit.step(600, heard())
    unit.step(610, heard(epoch=3))
    assert unit.call[0] is None and unit.cls == "cool" and unit.why[0] == "other_class"
    unit.step(620, heard(epoch=2))
    assert unit.cls == "cool" and unit.changeover.epoch == 3


def test_reverses_by_itself_and_starts_when_the_other_has_followed():
    unit = new_unit()
    ask(unit, "cool", 50)
    for now_s in range(0, 3600, 60):
        unit.step(now_s, heard(rest_s=now_s))
        if unit.cls == "cool":
            break
    assert unit.cls == "cool" and unit.call[0] is None and unit.why[0] == "peers"
    unit.step(now_s + 10, heard())
    assert unit.call[0] is None
    unit.step(now_s + 20, heard(epoch=1))
    assert unit.call[0] == "cool"


def test_no_reversal_unless_heard_within_two_minutes():
    unit = new_unit()
    ask(unit, "cool", 50)
    unit.step(0, heard())
    for now_s in range(60, 1920, 60):
        unit.step(now_s)
    assert unit.cls == "heat"
    unit = new_unit()
    ask(unit, "cool", 50)
    unit.step(0, heard())
    for now_s in range(60, 2040, 60):
        unit.step(now_s)
    assert unit.call[0] == "cool"


def test_demand_of_the_other_board_weighs():
    unit = new_unit()
    ask(unit, "heat", 50)
    for now_s in range(0, 1300, 60):
        unit.step(now_s, heard(wants="heat", score=50))
    assert unit.call[0] == "heat"
    for now_s in range(1300, 4900, 60):
        unit.step(now_s, heard(wants="cool", score=76))
        assert unit.call[0] == "heat"
    unit.step(4920, heard(wants="cool", score=76))
    assert unit.call[0] is None and unit.why[0] == "released"


def test_a_waiting_room_elsewhere_and_a_wish_elsewhere_release_the_class():
    for change in ({"waits_s": 10800}, {"wish": True}):
        unit = new_unit()
        ask(unit, "heat", 50)
        unit.step(600, heard())
        unit.step(1800, heard(wants="cool", score=10, **change))
        assert unit.call[0] is None and unit.why[0] == "released"


def test_report():
    unit = new_unit()
    ask(unit, "heat", 50)
    unit.step(100, heard())
    head = PeerHead(wants="heat", score=50, waits_s=0, runs=None, wish=False)
    assert unit.report(100, "hall", 2) == PeerReport(
        board="hall", outdoor_unit=2, age_s=0, epoch=0, rest_s=100, heads=(head,)
    )
    unit.step(600)
    report = unit.report(700, "hall", 2)
    assert report.rest_s == 0 and report.heads[0].runs == "heat"
    unit.end[0] = True
    unit.step(710)
    assert unit.report(730, "hall", 2).rest_s == 20
