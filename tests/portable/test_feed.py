"""A unit that is told its room's temperature: low and long, never stale, never unasked."""

from splitstat.control.feed import FedModulation
from splitstat.control.types import Traits

TRAITS = Traits(
    modes=("off", "heat", "cool"),
    heat=(1600, 3000),
    cool=(1600, 3000),
    step_cdeg=100,
    fans=("auto", "low"),
    swings=(),
    frost_cdeg=None,
    toggles=(),
    reports=True,
    feel_cdeg=10,
)


class Both(FedModulation):
    """Told in cooling as well, as the benches try it."""

    classes = ("heat", "cool")


class Fields:
    def __init__(self, **fields):
        for key in fields:
            setattr(self, key, fields[key])


class OneUnit:
    """Steps of 60 s with a call that stands."""

    def __init__(self, cls="heat", target_cdeg=2050, fed=Both):
        self.cls = cls
        self.now_s = 1000
        self.fed = fed(TRAITS)
        self.reading = Fields(cdeg=2050, source="sensor", slope_cdeg_h=0)
        self.zone = Fields(
            wants=cls,
            target_cdeg=target_cdeg,
            error_cdeg=0,
            resting=False,
            dry=False,
            idles=False,
            frost=Fields(duty=None),
            window=Fields(open=False, defrost=False),
        )
        self.intent = Fields(
            heat_cdeg=target_cdeg, cool_cdeg=target_cdeg, sleep=False, choice=None, mode=cls
        )

    def told(self, room_cdeg, minutes=1):
        for _ in range(minutes):
            self.now_s += 60
            self.reading.cdeg = room_cdeg
            self.fed.step(self.now_s, self.cls, self.reading, self.zone, self.intent)
        return self.fed.feel_cdeg

    def run(self, room_cdeg, minutes=1):
        """How far short of its setpoint the unit is to think its room, at the end."""
        told = self.told(room_cdeg, minutes)
        sign = 1 if self.cls == "heat" else -1
        return (self.fed.command.setpoint_cdeg - told) * sign


STOP = -450
LOW = -75


def started(cls="heat"):
    """A unit that began to run 21 min ago and is at its target now."""
    unit = OneUnit(cls, 2100)
    unit.run(2100 - (30 if cls == "heat" else -30))
    assert unit.run(2100, 20) == LOW
    return unit


def test_the_setpoint_stands():
    unit = OneUnit()
    unit.told(2000)
    # 20.5 wanted, the unit takes 21.
    assert unit.fed.command.setpoint_cdeg == 2100
    command = unit.fed.command
    for cdeg in range(1900, 2150, 10):
        unit.told(cdeg)
        assert unit.fed.command is command


def test_a_run_begins_with_a_start_and_goes_on_low():
    for cls, sign in (("heat", 1), ("cool", -1)):
        unit = OneUnit(cls, 2100)
        assert unit.run(2100) == STOP, cls
        unit = OneUnit(cls, 2100)
        assert unit.run(2100 - 30 * sign) == 75, cls
        assert unit.run(2100 - 30 * sign, 4) == LOW + 21, cls
        assert unit.run(2100) == LOW, cls


def test_a_room_that_is_short_is_heated_harder():
    unit = OneUnit()
    assert unit.run(1850, 5) == LOW + 140
    # The air is there before the walls: no longer harder, though the filter has not heard of it.
    assert unit.run(2050, 2) == LOW


def test_a_run_ends_by_the_filtered_reading():
    for cls, sign in (("heat", 1), ("cool", -1)):
        unit = started(cls)
        assert unit.run(2100 + 90 * sign, 25) == LOW, cls
        assert unit.run(2100 + 90 * sign, 30) == STOP, cls
        # A dip of minutes starts nothing, a room that stays short does.
        assert unit.run(2100 - 100 * sign, 5) == STOP, cls
        assert unit.run(2100 - 100 * sign, 30) > LOW, cls


def test_air_that_is_far_past_ends_a_run_at_once():
    unit = started()
    assert unit.run(2260) == LOW
    assert unit.run(2261) == STOP
    # One that stops by itself in its runs cannot be held: driven, it goes by the air sooner.
    unit = started()
    unit.fed.stops = 3
    assert unit.run(2180) == 75
    assert unit.run(2181) == STOP
    assert unit.fed.stops == 2


def test_air_that_is_far_short_begins_a_run_at_once():
    unit = started()
    unit.run(2300)
    assert unit.run(2000) == STOP
    assert unit.run(1999) > LOW


def test_brief_runs_lower_the_lead():
    unit = started()
    unit.run(2310)
    brief_s = 1800 - 22 * 60 + 60
    assert unit.fed.low.cdeg == LOW - brief_s // 20


def test_a_unit_that_stopped_by_itself_is_not_led_so_low_again():
    unit = started()
    unit.reading.slope_cdeg_h = -500
    assert unit.run(2100) == STOP
    assert unit.fed.low.cdeg == -25  # no higher: an integral thermostat would speed up
    unit = started()
    unit.fed.low.cdeg = -300
    unit.reading.slope_cdeg_h = -350  # a defrost
    assert unit.run(2100) == -300
    unit.reading.slope_cdeg_h = -500
    assert unit.run(2100) == STOP
    assert unit.fed.low.cdeg == -250
    # Runs that the room ends bring it down again, but not at once to where it failed.
    for _ in range(3):
        unit.run(1990)
        unit.reading.slope_cdeg_h = 0
        unit.run(2000, 40)
        unit.run(2300)
    assert -280 < unit.fed.low.cdeg < -270


def test_a_unit_is_started_by_the_least_that_starts_it():
    unit = OneUnit("heat", 2100)
    unit.fed.low.failed_cdeg = LOW - 25
    unit.run(2100)
    for start in (75, 51, 27):
        assert unit.run(1999) == start
        unit.run(2020, 3)  # it warms
        assert unit.fed.kicked is None
        unit.run(2300)
    # A room that goes on falling says that it did not start: harder, and again at once.
    unit.reading.slope_cdeg_h = -300
    assert unit.run(1999) == 3
    unit.run(1995, 11)
    assert unit.fed.start.cdeg == 3
    assert unit.run(1994) == 53
    unit.reading.slope_cdeg_h = -100  # falling more slowly is enough
    unit.run(1994, 2)
    assert unit.fed.kicked is None
    assert unit.fed.start.cdeg == 29


def test_a_start_that_was_pushed_teaches_nothing():
    unit = OneUnit("heat", 2100)
    unit.fed.hurry_cdeg = 300
    assert unit.run(2070) == 300
    unit.run(2095, 3)
    assert unit.fed.kicked is None
    assert unit.fed.start.cdeg == 75


def test_a_unit_that_stopped_unseen_is_led_higher():
    unit = started()
    unit.fed.low.cdeg = -450
    unit.reading.slope_cdeg_h = -60
    assert unit.run(1949, 60) > -450 + 75
    assert unit.fed.low.cdeg > -450
    # Not where the lead would start any: it runs, and the load is above the lowest speed.
    unit = started()
    unit.fed.start.cdeg = 0
    unit.reading.slope_cdeg_h = -60
    unit.run(1960, 60)
    unit.run(1940, 60)
    assert unit.fed.low.cdeg == LOW


def test_a_machine_that_knows_no_lowest_speed_is_led_as_it_is_started():
    unit = started()
    unit.fed.low.cdeg = -25
    for slope in (50, -50, 50, -50):
        unit.reading.slope_cdeg_h = slope
        unit.run(2095, 5)
    assert unit.fed.stops == 6
    unit.reading.slope_cdeg_h = 0
    assert unit.run(2105) == 75
    assert unit.run(2181) == STOP
    assert unit.fed.stops == 5
    # What can still be led higher is not taken for one.
    unit = started()
    unit.fed.low.cdeg = -100
    for slope in (50, -50, 50, -50):
        unit.reading.slope_cdeg_h = slope
        unit.run(2095, 5)
    assert unit.fed.stops == 0


def test_a_load_above_the_lowest_speed_is_met_by_an_integral():
    unit = started()
    unit.reading.slope_cdeg_h = 1
    before = unit.run(2060, 30)
    assert unit.run(2060, 360) > before + 50
    # It is bounded, and goes with the run.
    assert unit.run(2060, 3000) < LOW + 200 + 40
    assert unit.run(2301) == STOP
    assert unit.fed.more == 0


def test_a_room_whose_unit_stands_still_has_no_window_open():
    unit = OneUnit()
    unit.told(2100)
    assert unit.zone.idles
    unit.run(1800, 10)
    assert unit.zone.idles  # a run has just begun
    unit.zone.idles = False
    unit.run(1800, 20)
    assert not unit.zone.idles


def test_cooling_is_by_the_setpoint():
    unit = OneUnit("cool", 2550, FedModulation)
    assert unit.told(2700, 30) is None
    assert unit.fed.command.setpoint_cdeg < 2550
    unit = OneUnit("heat", 2050, FedModulation)
    assert unit.told(2050) is not None


def test_nothing_is_told_that_is_not_measured_now():
    for source in ("coasting", "other_room", "unit", "none"):
        unit = OneUnit()
        assert unit.told(2050) is not None
        unit.reading.source = source
        assert unit.told(None if source == "none" else 2050) is None, source
        unit.reading.source = "sensor"
        assert unit.told(2050) is not None


def test_nothing_is_told_without_a_call_in_frost_or_after_a_persons_hand():
    unit = OneUnit()
    assert unit.told(2050) is not None
    unit.fed.stop()
    assert unit.fed.feel_cdeg is None
    assert unit.told(2050) is not None
    unit.fed.blow(unit.intent)
    assert unit.fed.feel_cdeg is None
    for duty in ("unit", "cycle", "lowest"):
        unit = OneUnit()
        assert unit.told(2050) is not None
        unit.zone.frost.duty = duty
        assert unit.told(2050) is None, duty
    unit = OneUnit()
    assert unit.told(2050) is not None
    unit.intent.choice = ("heat", None, None, None, None, None, 2300)
    assert unit.told(2050) is None
