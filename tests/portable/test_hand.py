"""A person at the unit itself: handset and wall controller, by example. A scan a minute."""

import json

from splitstat.control.types import OFF, Traits, UnitCommand
from splitstat.control.unit_status import UnitStatus
from whole_home import Home

# Four blocks a day that ask for nothing special: each ends a hold.
BLOCKS = [[None, 2000, 2600, 1] + [day * 1440 + hour * 60 for day in range(7) for hour in (6, 18)]]
MONDAY_MIN = 9858 * 1440  # Monday, 2026-12-28, 00:00 UTC


def heat(cdeg, fan="auto", swing=None):
    return UnitCommand("heat", cdeg, fan, swing, False)


def says(command, fault=None, defrost=None):
    """What a unit that obeys this says of itself."""
    mode, cdeg, fan = command[:3]
    return UnitStatus(mode, cdeg, fan, None, None, None, fault, defrost)


def heating(**changed):
    """A home of one room 2 K short whose unit heats."""
    home = Home(500, 1800, **changed)
    home.scan(20)
    assert home.modes() == ["heat"]
    home.sent.clear()
    return home


def press(home, command, minutes=1):
    home.inputs.rooms[0].handset = command
    return home.scan(minutes)


def told(home):
    """What was sent since, without the rooms."""
    return [command for _, command in home.sent]


def test_a_press_is_kept_as_it_is():
    home = heating()
    out = press(home, heat(2300, "low"), 170)
    assert home.sent == []
    room = out.rooms[0]
    assert room.command == heat(2300, "low")
    assert (room.mode, room.heat_cdeg, room.reason) == ("heat", 2300, ("handset", 50))


def test_it_is_repeated_like_any_command_but_nothing_else_is_sent():
    home = heating()
    home.frames = 0
    press(home, heat(2300, "low"), 9 * 60 + 5)
    assert home.sent == [] and home.frames == 3


def test_a_satisfied_room_is_left_on():
    home = heating()
    home.inputs.rooms[0].cdeg[0] = 2500
    out = press(home, heat(2200, "high"), 120)
    assert home.sent == [] and out.rooms[0].command == heat(2200, "high")


def test_neither_the_season_nor_sleep_nor_the_differential_is_stronger():
    home = Home(2500, 2300, sleep=[0, 10079])
    home.inputs.utc_min = MONDAY_MIN
    home.scan(20)
    home.sent.clear()
    press(home, heat(2350, "high"), 60)
    assert home.sent == []


def test_the_hold_ends_with_the_next_block():
    home = heating(blocks=BLOCKS)
    home.inputs.utc_min = MONDAY_MIN + 240
    home.scan(2)
    press(home, heat(2500, "low"), 30)
    assert home.sent == []
    home.inputs.utc_min = MONDAY_MIN + 361
    out = home.scan(2)
    assert out.rooms[0].heat_cdeg == 2000 and out.rooms[0].mode == "heat_cool"
    assert told(home)[0].fan == "auto" and told(home)[0].setpoint_cdeg <= 2300


def test_or_after_the_time_that_holds_last():
    home = heating(hold_min=90)
    press(home, heat(2500, "low"), 90)
    assert home.sent == []
    out = home.scan(2)
    assert out.rooms[0].heat_cdeg == 2000 and len(home.sent) == 1


def test_off_at_the_handset_is_final():
    home = heating(blocks=BLOCKS, hold_min=30)
    home.inputs.utc_min = MONDAY_MIN + 240
    home.scan()
    out = press(home, UnitCommand("off", 2300, "low", None, False), 120)
    assert out.rooms[0].mode == "off" and home.sent == []
    home.inputs.utc_min = MONDAY_MIN + 361
    assert home.scan(300).rooms[0].mode == "off"
    assert all(command == OFF for command in told(home))


def test_switched_on_again_at_the_handset_it_is_a_hold_and_then_as_ever():
    home = heating(hold_min=60)
    press(home, UnitCommand("off", 2300, "low", None, False), 10)
    out = press(home, heat(2100), 30)
    assert home.sent == [] and out.rooms[0].command == heat(2100)
    assert home.scan(40).rooms[0].mode == "heat_cool"


def test_an_off_while_the_unit_is_off_counts_but_not_the_echo_of_our_own():
    home = Home(1700, 2200)
    while not home.sent:
        home.scan()
    home.inputs.rooms[0].handset = OFF
    assert home.scan().rooms[0].mode == "heat_cool"
    home.scan(30)
    home.inputs.rooms[0].handset = OFF
    assert home.scan().rooms[0].mode == "off"


def test_our_own_echo_is_no_news():
    home = heating()
    command = home.controller.rooms[0].sender.last
    out = press(home, command)
    assert out.rooms[0].mode == "heat_cool" and out.rooms[0].heat_cdeg == 2000


def test_the_other_mode_is_kept_while_the_call_waits():
    home = heating()
    home.inputs.rooms[0].cdeg[0] = 2200
    out = press(home, UnitCommand("cool", 1900, "high", None, False))
    assert home.sent == []
    assert home.scan().rooms[0].action == "waiting"
    out = home.scan(60)
    assert home.sent == [] and out.classes == ["cool"]
    assert out.rooms[0].action == "cooling"
    assert out.rooms[0].command == UnitCommand("cool", 1900, "high", None, False)


def test_while_other_heads_run_in_the_other_mode_it_is_told_off_once_and_then_what_was_chosen():
    home = Home(1700, 1800, 1800)
    home.scan(40)
    assert home.modes() == ["heat", "heat"]
    home.sent.clear()
    home.inputs.rooms[0].cdeg[0] = 2300
    chosen = UnitCommand("cool", 2000, "high", None, False)
    press(home, chosen, 120)
    mine = [command for i, command in home.sent if i == 0]
    assert mine == [OFF, chosen]
    assert home.controller.outputs.classes == ["cool"]


def test_dry_and_fan_only_are_kept_too():
    for mode in ("dry", "fan_only"):
        home = Home(2700, 2500, traits=Home.traits_with("dry"))
        home.scan(20)
        home.sent.clear()
        command = UnitCommand(mode, 2400, "low", None, False)
        out = press(home, command, 60)
        assert home.sent == [] and out.rooms[0].command == command, mode
        assert out.rooms[0].mode == mode


def test_automatic_is_held_as_heat_and_cool_and_never_sent():
    home = heating(hold_min=60)
    out = press(home, UnitCommand("heat_cool", 2200, "low", None, False))
    room = out.rooms[0]
    assert (room.mode, room.heat_cdeg, room.cool_cdeg) == ("heat_cool", 2050, 2350)
    assert room.reason == ("handset_auto", 220)
    assert [(c.mode, c.fan) for c in told(home)] == [("heat", "low")]
    home.scan(30)
    assert {c.mode for c in told(home)} == {"heat"}
    out = home.scan(40)
    assert out.rooms[0].heat_cdeg == 2000 and out.rooms[0].reason[0] == "heat"


def test_automatic_of_a_unit_that_only_cools():
    traits = list(Home.traits_with())
    traits[0], traits[1] = ("off", "cool"), None
    home = Home(2700, 2700, traits=Traits(*traits), mode="cool")
    home.scan(20)
    home.sent.clear()
    out = press(home, UnitCommand("heat_cool", 2300, "low", None, False))
    assert out.rooms[0].mode == "cool" and out.rooms[0].reason == ("handset_auto", 230)
    assert told(home) == [UnitCommand("cool", 2300, "low", None, False)]


def test_what_the_unit_can_not_do_does_not_count_and_is_said():
    for command in (
        heat(1200),
        UnitCommand("dry", 2200, "auto", None, False),
        UnitCommand("heat_cool", 4000, "auto", None, False),
    ):
        home = heating()
        out = press(home, command)
        assert out.rooms[0].reason == ("unfit", 0), command
        assert out.rooms[0].heat_cdeg == 2000 and home.sent == []
        assert home.scan().rooms[0].reason[0] == "heat"


def test_a_load_limit_is_stronger_once_and_the_choice_comes_back():
    home = heating()
    chosen = heat(2300, "low")
    press(home, chosen, 30)
    home.inputs.shed = True
    assert home.scan(30).rooms[0].reason == ("load_limit", 0)
    assert told(home) == [OFF]
    home.inputs.shed = False
    home.scan(30)
    assert told(home) == [OFF, chosen]


def test_an_open_window_contact_is_stronger():
    home = heating()
    chosen = heat(2300, "low")
    press(home, chosen, 30)
    home.inputs.rooms[0].window = True
    assert home.scan(10).rooms[0].reason[0] == "window"
    home.inputs.rooms[0].window = False
    home.scan(30)
    assert told(home) == [OFF, chosen]


def test_a_window_that_is_only_inferred_is_not():
    home = heating()
    press(home, heat(2300, "low"), 30)
    window = home.controller.rooms[0].zone.window
    window.open = True
    window.cause = "slope"
    window.since_s = home.now_s
    home.scan(4)
    assert window.open and home.sent == []


def test_over_temperature_is_stronger():
    home = heating()
    press(home, heat(2400, "low"), 30)
    home.inputs.rooms[0].cdeg[0] = 2900
    assert home.scan(10).rooms[0].reason == ("over_temperature", 290)
    assert told(home) == [OFF]


def test_frost_duty_is_stronger():
    home = Home(-1000, 650)
    home.scan(20)
    home.sent.clear()
    press(home, UnitCommand("cool", 1600, "low", None, False), 40)
    assert told(home)[-1].mode == "heat"


def test_a_page_has_the_last_word():
    home = heating()
    press(home, heat(2300, "low"), 3)
    home.inputs.events = [(0, "setpoint", 2100, None)]
    out = home.scan(2)
    assert out.rooms[0].mode == "heat" and out.rooms[0].heat_cdeg == 2100
    assert [c.fan for c in told(home)] == ["low"]  # the fan goes on with the hold
    home.inputs.events = [(0, "mode", "heat_cool", None)]
    assert home.scan().rooms[0].mode == "heat_cool"
    home.inputs.events = [(0, "resume", None, None)]
    home.scan(2)
    assert told(home)[-1].fan == "auto"


def test_a_hold_made_longer_stays_what_it_is():
    home = heating(hold_min=30)
    press(home, heat(2300, "low"), 3)
    home.inputs.events = [(0, "hold", 120, None)]
    out = home.scan(100)
    assert home.sent == [] and out.rooms[0].command == heat(2300, "low")


def test_it_survives_a_power_cut():
    home = heating()
    press(home, heat(2300, "low"), 3)
    home.boot(json.loads(json.dumps(home.controller.snapshot(home.now_s))))
    out = home.scan(30)
    assert out.rooms[0].mode == "heat" and out.rooms[0].heat_cdeg == 2300
    assert set(told(home)) <= {heat(2300, "low")}


def read_back(**changed):
    """A home whose unit is read back, and has done once what it was told."""
    home = heating(traits=Home.traits_with(reports=True), **changed)
    home.inputs.rooms[0].status = says(home.controller.rooms[0].sender.last)
    home.scan(2)
    home.sent.clear()
    return home


def test_a_change_at_the_wall_controller_is_a_persons_hold():
    home = read_back(hold_min=60)
    home.inputs.rooms[0].status = says(heat(2400, "high"))
    out = home.scan(50)
    assert home.sent == [] and out.rooms[0].command == heat(2400, "high")
    assert out.rooms[0].heat_cdeg == 2400 and out.rooms[0].reason[0] == "handset"
    home.scan(20)
    assert len(home.sent) == 1


def test_off_at_the_wall_controller_is_final():
    home = read_back(hold_min=30)
    home.inputs.rooms[0].status = says(OFF)
    assert home.scan(200).rooms[0].mode == "off"
    assert home.sent == []


def test_a_late_answer_after_our_own_command_is_nobodys_doing():
    home = read_back()
    home.inputs.events = [(0, "setpoint", 2200, None)]
    out = home.scan(30)
    assert out.rooms[0].heat_cdeg == 2200 and out.rooms[0].mode == "heat_cool"
    assert all(command.setpoint_cdeg >= 2200 for command in told(home))


def test_what_was_never_confirmed_is_nobodys_doing():
    home = heating(traits=Home.traits_with(reports=True))
    home.inputs.rooms[0].status = says(OFF)
    assert home.scan(30).rooms[0].mode == "heat_cool"


def test_nor_what_is_said_once_or_in_a_fault_or_a_defrost():
    for status, minutes in (
        (says(heat(2400)), 1),
        (says(OFF, "refused"), 9),
        (says(OFF, "no_answer"), 9),
        (says(heat(2400, "low"), None, True), 9),
        (UnitStatus(None, None, None, None, None, None, None, None), 9),
    ):
        home = read_back()
        good = home.inputs.rooms[0].status
        home.inputs.rooms[0].status = status
        home.scan(minutes)
        home.inputs.rooms[0].status = good
        out = home.scan(5)
        assert out.rooms[0].mode == "heat_cool" and out.rooms[0].heat_cdeg == 2000, status


def test_a_fan_asked_for_here_is_a_hold_of_what_is_wanted_now():
    home = heating(hold_min=60)
    home.inputs.events = [(0, "fan", "low", None)]
    home.scan(30)
    assert {c.fan for c in told(home)} == {"low"}
    assert home.controller.rooms[0].intent.why == "hold"
    home.scan(40)
    assert told(home)[-1].fan == "auto"


def test_fan_auto_is_the_cores_again():
    home = heating()
    home.inputs.events = [(0, "fan", "high", None)]
    home.scan(2)
    home.inputs.events = [(0, "fan", "auto", None)]
    home.scan(2)
    assert [c.fan for c in told(home)] == ["high", "auto"]


def test_louvres():
    home = heating(traits=Home.traits_with(swings=("highest", "middle", "lowest")))
    home.inputs.events = [(0, "swing", "middle", None)]
    home.scan(2)
    home.inputs.events = [(0, "swing", "auto", None)]
    home.scan(2)
    assert [c.swing for c in told(home)] == ["middle", "lowest"]


def test_a_boost_is_over_the_fan_and_over_the_handset_and_then_they_come_back():
    home = heating(hold_min=600)
    press(home, heat(2200, "low"), 3)
    home.inputs.events = [(0, "boost", 30, None)]
    home.scan(20)
    assert told(home)[0].fan == "auto" and told(home)[0].setpoint_cdeg > 2200
    home.scan(20)
    assert told(home)[-1] == heat(2200, "low")


def test_a_fan_means_nothing_while_the_room_is_off():
    home = heating()
    home.inputs.events = [(0, "mode", "off", None)]
    home.scan()
    assert not home.controller.rooms[0].intent.event(home.now_s, None, "fan", "low", None)
