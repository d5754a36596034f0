"""The room's temperature as a unit is told it: led by the trim, never stale, never unasked."""

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


def test_the_setpoint_stands_and_the_told_temperature_makes_up_for_its_rounding():
    unit = OneUnit()
    # 20.5 wanted, the unit takes 21: told half a kelvin more than the room has.
    assert unit.told(2050) == 2100
    assert unit.fed.command.setpoint_cdeg == 2100
    command = unit.fed.command
    for cdeg in range(1900, 2150, 10):
        unit.told(cdeg)
        assert unit.fed.command is command


def test_of_the_first_kelvin_past_the_target_half_is_told():
    for cls, sign in (("heat", 1), ("cool", -1)):
        unit = OneUnit(cls, 2100)
        assert unit.told(2100) == 2100
        assert unit.told(2100 - 40 * sign) == 2100 - 40 * sign, cls
        assert unit.told(2100 + 40 * sign) == 2100 + 20 * sign, cls
        assert unit.told(2100 + 100 * sign) == 2100 + 50 * sign, cls
        assert unit.told(2100 + 160 * sign) == 2100 + 110 * sign, cls


def test_a_unit_that_stops_short_is_told_less_as_hours_go_by():
    unit = OneUnit(target_cdeg=2100)
    assert unit.told(2070) == 2070
    for _ in range(6):
        before = unit.fed.feel_cdeg
        after = unit.told(2070, 60)
        assert before is not None and after is not None and after < before
    # The trim is bounded like that of a setpoint.
    assert unit.told(2070, 6000) == 2070 - 300
    assert unit.fed.command.setpoint_cdeg == 2100


def test_cooling_is_by_the_setpoint():
    unit = OneUnit("cool", 2550, FedModulation)
    assert unit.told(2700, 30) is None
    assert unit.fed.command.setpoint_cdeg < 2550
    unit = OneUnit("heat", 2050, FedModulation)
    assert unit.told(2050) == 2100


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
