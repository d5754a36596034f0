"""When a unit may be told something, by example. Times in seconds."""

from splitstat.control.sender import Sender
from splitstat.control.types import OFF, Traits, UnitCommand

ROOM = {"frames_per_h": 6, "frames_per_h_sleep": 2, "refresh_s": 10800}


def traits(reports=()):
    return Traits(
        modes=("off", "heat", "cool"),
        heat=(1600, 3000),
        cool=(1600, 3000),
        step_cdeg=100,
        fans=("auto", "low"),
        swings=(),
        frost_cdeg=None,
        toggles=(),
        reports=reports,
        feel_cdeg=None,
    )


def heat(cdeg):
    return UnitCommand("heat", cdeg, "auto", None, False)


def test_the_same_command_is_sent_once_and_repeated_after_the_refresh_time():
    sender = Sender(ROOM, traits())
    assert sender.step(0, heat(2100), False) == heat(2100)
    assert sender.step(10799, heat(2100), True) is None  # asleep
    assert sender.step(10800, heat(2100), False) == heat(2100)
    assert sender.step(21599, heat(2100), False) is None
    assert sender.step(21600, heat(2100), False) == heat(2100)


def test_once_more_after_twenty_minutes_in_case_it_was_lost():
    sender = Sender(ROOM, traits())
    sent = [now_s for now_s in range(0, 25000, 60) if sender.step(now_s, heat(2100), False)]
    assert sent == [0, 1200, 10800, 21600]


def test_once_more_that_sleep_kept_back_is_the_refresh():
    sender = Sender(ROOM, traits())
    sent = [n for n in range(0, 20000, 60) if sender.step(n, heat(2100), 600 < n < 7800)]
    assert sent == [0, 7800, 18600]


def test_what_the_handset_said_has_arrived():
    sender = Sender(ROOM, traits())
    sender.heard(0, heat(2400))
    sent = [now_s for now_s in range(0, 25000, 60) if sender.step(now_s, heat(2400), False)]
    assert sent == [10800, 21600]


def test_a_unit_that_reports_is_never_repeated_to():
    sender = Sender(ROOM, traits(reports=("mode",)))
    sender.step(0, heat(2100), False)
    assert sender.step(100000, heat(2100), False) is None


def test_changes_stop_before_the_budget_is_spent_but_off_never_waits():
    sender = Sender(ROOM, traits())
    sent = 0
    for n in range(10):
        sent += sender.step(n * 60, heat(1800 + 100 * n), False) is not None
    assert sent == 5 and sender.waits
    assert sender.step(700, OFF, False) == OFF
    assert not sender.waits


def test_the_budget_comes_back_an_hour_after_each_frame():
    sender = Sender(ROOM, traits())
    for n in range(5):
        assert sender.step(n * 60, heat(2000 + 100 * n), False) is not None
    assert sender.step(3599, heat(1900), False) is None
    assert sender.step(3600, heat(1900), False) is not None
    assert sender.step(3601, heat(1800), False) is None


def test_in_sleep_hours_one_change_an_hour_is_left():
    sender = Sender(ROOM, traits())
    assert sender.step(0, heat(2000), True) is not None  # a start
    assert sender.step(60, heat(2100), True) is None
    assert sender.step(3600, heat(2100), True) is not None


def test_what_the_handset_said_is_not_said_again():
    sender = Sender(ROOM, traits())
    sender.step(0, heat(2100), False)
    sender.heard(60, heat(2400))
    assert sender.step(120, heat(2400), False) is None
    assert sender.step(180, heat(2100), False) == heat(2100)


def test_after_a_reboot_the_first_frame_is_a_repeat():
    sender = Sender(ROOM, traits())
    sender.step(0, heat(2100), False)
    again = Sender(ROOM, traits())
    again.restore(50, sender.snapshot(40))
    assert again.last == heat(2100)
    assert again.step(60, heat(2100), False) == heat(2100)


def test_a_sender_that_never_sent_has_nothing_to_keep():
    sender = Sender(ROOM, traits())
    assert sender.snapshot(0) is None
    sender.restore(0, None)
    assert sender.last is None
