"""Setpoint, fan and louvres of a unit, by example. Temperatures in cdeg, times in seconds."""

from splitstat.control.modulation import Modulation
from splitstat.control.types import Traits

WHOLE = Traits(
    modes=("off", "heat", "cool"),
    heat=(1600, 3000),
    cool=(1600, 3000),
    step_cdeg=100,
    fans=("auto", "quiet", "low", "high"),
    swings=("auto", "highest", "lowest"),
    frost_cdeg=800,
    toggles=(),
    reports=(),
    feel_cdeg=None,
)


class Around:
    """Stands for the reading, the zone, its window and frost guard, and the intent."""

    def __init__(self, wants, room_cdeg, target_cdeg):
        self.cdeg = room_cdeg
        self.source = "sensor"
        self.slope_cdeg_h = 0
        self.wants = wants
        self.target_cdeg = target_cdeg
        sign = 1 if wants == "heat" else -1
        self.error_cdeg = sign * (target_cdeg - (room_cdeg or target_cdeg))
        self.resting = False
        self.dry = False
        self.window = self.frost = self
        self.defrost = False
        self.open = False
        self.duty = None
        self.heat_cdeg = 2000
        self.cool_cdeg = 2600
        self.sleep = False
        self.mode = wants
        self.choice = None


def new(cls="heat", room_cdeg=2000, target_cdeg=2000, traits=WHOLE):
    modulation = Modulation(traits)
    around = Around(cls, room_cdeg, target_cdeg)
    modulation.step(0, cls, around, around, around)
    return modulation, around


def live(modulation, around, cls, from_s, to_s):
    for now_s in range(from_s, to_s, 60):
        modulation.step(now_s, cls, around, around, around)


def test_a_start_begins_at_the_target_with_warm_air_down_and_cold_air_up():
    command = new("heat", 2000, 2100)[0].command
    assert (command.mode, command.fan, command.swing) == ("heat", "auto", "lowest")
    assert command.setpoint_cdeg == 2100
    assert new("cool", 2700, 2600)[0].command.swing == "highest"


def test_a_room_far_off_is_pushed_but_never_beyond_three_kelvin():
    assert new("heat", 1850, 2100)[0].command.setpoint_cdeg == 2200
    assert new("heat", 1000, 2100)[0].command.setpoint_cdeg == 2400
    assert new("cool", 3400, 2600)[0].command.setpoint_cdeg == 2300


def test_a_standing_error_is_trimmed_away_step_by_step():
    modulation, around = new("heat", 2055, 2100)
    live(modulation, around, "heat", 60, 9000)
    assert modulation.command.setpoint_cdeg == 2100  # the next quantum is not clearly nearer yet
    live(modulation, around, "heat", 9000, 13200)
    assert modulation.command.setpoint_cdeg == 2200


def test_the_trim_stops_where_it_cannot_act():
    modulation, around = new("heat", 1000, 2100)
    live(modulation, around, "heat", 60, 200000)
    assert modulation.command.setpoint_cdeg == 2400
    assert modulation.trim_heat <= 300 * 120


def test_a_swing_within_half_a_kelvin_changes_nothing():
    modulation, around = new("heat", 2100, 2100)
    first = modulation.command
    for now_s in range(60, 40000, 60):
        around.cdeg = 2140 if now_s // 1800 % 2 else 2060
        modulation.step(now_s, "heat", around, around, around)
    assert modulation.command is first


def test_nothing_is_learned_from_a_window_or_another_rooms_sensor():
    for word, value in (("open", True), ("source", "other_room")):
        modulation, around = new("heat", 2040, 2100)
        setattr(around, word, value)
        live(modulation, around, "heat", 60, 9000)
        assert modulation.trim_heat == 0


def test_a_swing_is_learned_from_whole_though_its_falls_look_like_defrosts():
    modulation, around = new("heat", 2100, 2100)
    for now_s in range(60, 7200, 60):
        around.defrost = now_s // 600 % 2 == 1
        around.cdeg = 2000 if around.defrost else 2080
        modulation.step(now_s, "heat", around, around, around)
    assert modulation.command.setpoint_cdeg == 2200


def test_a_room_that_cools_down_after_a_setback_says_nothing_of_its_unit():
    modulation, around = new("heat", 1800, 1700)
    around.resting = True
    around.slope_cdeg_h = -60
    live(modulation, around, "heat", 60, 20000)
    assert modulation.trim_heat == 0
    around.slope_cdeg_h = 0  # it stays warm: the unit itself overshoots
    live(modulation, around, "heat", 20000, 40000)
    assert modulation.trim_heat < 0


def test_a_unit_told_far_less_than_the_room_has_is_not_what_warms_it():
    for cls, target_cdeg, sunny_cdeg in (("heat", 1700, 2000), ("cool", 2600, 2300)):
        modulation, around = new(cls, sunny_cdeg, target_cdeg)
        around.resting = True
        live(modulation, around, cls, 60, 40000)
        assert modulation.trim_heat == modulation.trim_cool == 0


def test_no_pull_back_in_the_first_quarter_of_an_hour():
    modulation, around = new("heat", 1950, 2000)
    around.cdeg = 2400
    around.target_cdeg = 2010  # a new target is looked at at once
    modulation.step(300, "heat", around, around, around)
    assert modulation.command.setpoint_cdeg == 2000
    live(modulation, around, "heat", 900, 1800)
    assert modulation.command.setpoint_cdeg < 2000


def test_the_last_word_keeps_a_room_habitable():
    assert new("heat", 2000, 1200)[0].command.setpoint_cdeg == 1600
    assert new("cool", 2000, 3200)[0].command.setpoint_cdeg == 2700


def test_the_unit_alone_works_to_the_target():
    modulation, around = new("heat", None, 2100)
    assert modulation.command.setpoint_cdeg == 2100
    live(modulation, around, "heat", 60, 9000)
    assert modulation.trim_heat == 0


def test_a_call_that_is_only_held_works_to_the_rooms_setpoint():
    modulation = Modulation(WHOLE)
    around = Around("cool", 2300, 2600)
    modulation.step(0, "heat", around, around, around)
    assert modulation.command.mode == "heat"
    assert modulation.command.setpoint_cdeg == 2000


def test_frost_duties():
    modulation = Modulation(WHOLE)
    around = Around("heat", 800, 900)
    around.duty = "unit"
    modulation.step(0, "heat", around, around, around)
    assert modulation.command.frost and modulation.command.setpoint_cdeg == 800
    around.duty = "lowest"
    around.target_cdeg = 901
    modulation.step(60, "heat", around, around, around)
    assert not modulation.command.frost and modulation.command.setpoint_cdeg == 1600


def test_in_sleep_hours_the_fan_is_quiet_up_to_one_kelvin():
    for room_cdeg, fan in ((2020, "quiet"), (1950, "auto")):
        modulation = Modulation(WHOLE)
        around = Around("heat", room_cdeg, 2100)
        around.sleep = True
        modulation.step(0, "heat", around, around, around)
        assert modulation.command.fan == fan


def test_a_unit_without_automatic_fan_gets_a_speed_that_it_has():
    traits = Traits(
        modes=("off", "cool"),
        heat=None,
        cool=(1800, 3000),
        step_cdeg=100,
        fans=("low", "high"),
        swings=(),
        frost_cdeg=None,
        toggles=(),
        reports=(),
        feel_cdeg=None,
    )
    assert new("cool", 2700, 2600, traits)[0].command.fan == "low"


def test_fan_only_and_stop():
    modulation, _ = new()
    modulation.blow(Around("heat", 2000, 2000))
    assert modulation.command.mode == "fan_only"
    modulation.stop()
    assert modulation.command is None


def test_the_trims_serve_a_new_call():
    modulation, around = new("heat", 2055, 2100)
    live(modulation, around, "heat", 60, 13200)
    again = Modulation(WHOLE)
    again.trim_heat = modulation.trim_heat
    again.step(0, "heat", around, around, around)
    assert again.trim_heat == modulation.trim_heat
    assert again.command.setpoint_cdeg == 2200
