"""A setpoint that follows the return air: kept running low, stopped and started by the room."""

from splitstat.control.follow import FollowModulation
from splitstat.control.types import Traits
from splitstat.control.unit_status import UnitStatus

TRAITS = Traits(
    modes=("off", "heat", "cool"),
    heat=(1600, 3000),
    cool=(1600, 3000),
    step_cdeg=50,
    fans=("auto", "low"),
    swings=(),
    frost_cdeg=None,
    toggles=(),
    reports=True,
    feel_cdeg=None,
)
TARGET = 2100


class Fields:
    def __init__(self, **fields):
        for key in fields:
            setattr(self, key, fields[key])


class OneUnit:
    """Steps of 60 s with a call that stands; the unit does as its setpoint and return air say."""

    def __init__(self, cls="heat", stops_at=-150, reports=True):
        self.cls = cls
        self.sign = 1 if cls == "heat" else -1
        self.stops_at = stops_at
        self.reports = reports
        self.runs = False
        self.starts = self.warm_cdeg = 0
        self.now_s = 1000
        self.follow = FollowModulation(TRAITS)
        self.reading = Fields(cdeg=TARGET, source="sensor", slope_cdeg_h=0)
        self.zone = Fields(
            wants=cls,
            target_cdeg=TARGET,
            error_cdeg=0,
            resting=False,
            dry=False,
            frost=Fields(duty=None),
            window=Fields(open=False, defrost=False),
        )
        self.intent = Fields(
            heat_cdeg=TARGET, cool_cdeg=TARGET, sleep=False, choice=None, mode=cls
        )

    def live(self, past_cdeg, minutes=1):
        """The room is so far past its target; a running unit's return air comes to be 1.5 K warmer
        than it."""
        for _ in range(minutes):
            self.now_s += 60
            room = TARGET + past_cdeg * self.sign
            self.warm_cdeg = max(0, min(150, self.warm_cdeg + (20 if self.runs else -20)))
            back = room + self.warm_cdeg * self.sign
            command = self.follow.command
            if command is not None:
                lead = (command.setpoint_cdeg - back) * self.sign
                if self.runs and lead <= self.stops_at:
                    self.runs = False
                elif not self.runs and lead >= 50:
                    self.runs = True
                    self.starts += 1
            action = None
            if self.reports:
                action = ("heating" if self.sign > 0 else "cooling") if self.runs else "idle"
            self.reading.cdeg = room
            self.follow.status = UnitStatus(self.cls, None, None, back, None, action, None, None)
            self.follow.step(self.now_s, self.cls, self.reading, self.zone, self.intent)
        command = self.follow.command
        assert command is not None
        assert TARGET - 300 <= command.setpoint_cdeg <= TARGET + 300
        return (command.setpoint_cdeg - back) * self.sign


def test_it_runs_low_while_the_room_has_not_had_enough():
    for cls in ("heat", "cool"):
        unit = OneUnit(cls)
        unit.live(-60, 5)
        assert unit.runs and unit.starts == 1, cls
        for past_cdeg in range(-60, 101, 10):
            unit.live(past_cdeg, 5)
            assert unit.runs, (cls, past_cdeg)
        unit.live(110, 3)
        assert not unit.runs, cls
        # It stays off until the room is 0.4 K short.
        for past_cdeg in range(100, -41, -10):
            unit.live(past_cdeg, 5)
            assert not unit.runs, (cls, past_cdeg)
        unit.live(-60, 3)
        assert unit.runs and unit.starts == 2, cls


def test_the_difference_is_as_large_as_the_room_is_short():
    unit = OneUnit()
    unit.live(-60, 5)
    for past_cdeg, lead_cdeg in ((-100, 100), (-50, 50), (0, 0), (50, -50)):
        assert abs(unit.live(past_cdeg, 2) - lead_cdeg) <= 40, past_cdeg


def test_how_low_it_may_go_is_found_out():
    unit = OneUnit(stops_at=-50)
    for _ in range(4):
        for past_cdeg in range(-60, 81, 10):
            unit.live(past_cdeg, 5)
    assert unit.follow.low_cdeg > -50
    for past_cdeg in range(-60, 81, 10):
        unit.live(past_cdeg, 5)
    assert unit.runs
    # Told to stop again and again, it is let go lower.
    before = unit.follow.low_cdeg
    for past_cdeg in range(90, 131, 10):
        unit.live(past_cdeg, 3)
    assert not unit.runs and unit.follow.low_cdeg < before


def test_a_short_run_ends_early_only_far_off():
    unit = OneUnit()
    unit.live(-60, 4)
    assert unit.runs
    unit.live(110, 2)
    assert unit.runs
    unit.live(130, 2)
    assert not unit.runs
    unit.live(-60, 2)
    assert not unit.runs
    unit.live(-90, 2)
    assert unit.runs


def test_a_unit_that_does_not_say_is_taken_to_do_as_it_was_told():
    unit = OneUnit(reports=False)
    unit.live(-60, 5)
    assert unit.runs
    unit.live(110, 30)
    assert not unit.runs
    unit.live(0, 30)
    assert not unit.runs
    unit.live(-60, 5)
    assert unit.runs


def test_without_return_air_or_a_reading_it_is_a_setpoint_like_any_other():
    unit = OneUnit()
    unit.live(-60, 40)
    unit.reading.source = "coasting"
    command = unit.follow.command
    unit.live(-60, 1)
    assert unit.follow.command is command
    unit.reading.source = "sensor"
    unit.follow.status = None
    unit.follow.step(unit.now_s + 60, "heat", unit.reading, unit.zone, unit.intent)
    assert unit.follow.command is not None


def test_a_call_that_ended_begins_anew():
    unit = OneUnit()
    unit.live(-60, 5)
    unit.follow.stop()
    assert unit.follow.command is None and not unit.follow.asked
    unit.runs = False
    unit.live(0, 3)
    assert not unit.runs
