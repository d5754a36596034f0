"""One scan of everything: two rooms on one outdoor unit, by example. A scan a minute."""

import json

from splitstat.control.types import UnitCommand
from whole_home import OUTDOOR_UNIT, Home


def test_nothing_is_sent_before_the_sensor_is_known_and_the_unit_rested():
    home = Home(500, None)
    assert home.scan(5).rooms[0].reason == ("starting", 0)
    assert home.sent == []
    home.inputs.rooms[0].cdeg[0] = 1800
    out = home.scan(3)
    assert out.rooms[0].action == "waiting" and out.rooms[0].reason[0] == "min_off"
    assert home.sent == []
    out = home.scan(10)
    assert home.modes() == ["heat"]
    assert out.rooms[0].action == "heating" and out.rooms[0].provenance == "assumed"
    assert out.classes == ["heat"]


def test_a_satisfied_room_in_mild_weather_is_switched_off_once():
    home = Home(1700, 2200)
    home.scan(30)
    assert home.modes() == ["off"]
    assert home.scan().rooms[0].action == "idle"


def test_a_persons_off_goes_out_at_once_even_without_a_sensor():
    home = Home(500, None)
    home.inputs.events = [(0, "mode", "off", None)]
    out = home.scan()
    assert home.modes() == ["off"] and out.rooms[0].action == "off"


def test_heads_start_one_after_the_other_in_one_class():
    home = Home(1700, 1800, 2800)
    out = home.scan(60)
    assert out.classes == ["heat"]
    assert out.rooms[0].action == "heating"
    assert out.rooms[1].action == "waiting" and out.rooms[1].reason[0] == "other_class"
    assert home.modes().count("heat") == 1


def test_the_handset_is_a_persons_word_and_is_not_contradicted():
    home = Home(500, 1800)
    home.scan(20)
    home.inputs.rooms[0].handset = UnitCommand("heat", 2300, "low", None, False)
    out = home.scan()
    assert out.rooms[0].heat_cdeg == 2300
    home.inputs.rooms[0].handset = UnitCommand("off", 2300, "low", None, False)
    before = len(home.sent)
    out = home.scan(170)
    assert out.rooms[0].mode == "off" and len(home.sent) == before


def test_a_frozen_room_that_a_person_switched_off_raises_an_alarm():
    home = Home(-500, 600)
    home.inputs.events = [(0, "mode", "off", None)]
    out = home.scan(30)
    assert out.rooms[0].faults == ("frost_risk",)
    assert home.modes() == ["off"]


def test_shedding_ends_the_call_in_the_same_scan():
    home = Home(500, 1800)
    home.scan(30)
    home.inputs.shed = True
    out = home.scan()
    assert home.modes()[-1] == "off" and out.rooms[0].reason == ("load_limit", 0)


def test_a_reboot_goes_on_without_a_needless_frame():
    home = Home(500, 1800, 1900)
    home.scan(40)
    before = home.frames
    snapshot = json.loads(json.dumps(home.controller.snapshot(home.now_s)))
    home.boot(snapshot)
    out = home.scan(9)
    assert home.frames == before  # the units go on as they were found
    assert out.rooms[0].reason[0] == "min_off"
    home.scan(4)
    assert home.frames == before + 2 and set(home.modes()) == {"heat"}


def test_a_unit_that_ran_through_a_reboot_rests_from_its_first_off():
    """Not from the reboot: it has run until somebody told it to stop."""
    home = Home(500, 1800)
    home.scan(40)
    home.boot(json.loads(json.dumps(home.controller.snapshot(home.now_s))))
    home.sent.clear()
    home.scan(8)
    assert home.sent == []
    home.inputs.events = [(0, "mode", "off", None)]
    home.scan()
    assert home.modes() == ["off"]
    home.inputs.events = [(0, "mode", "heat", None)]
    out = home.scan(4)
    assert out.rooms[0].reason[0] == "min_off" and home.modes() == ["off"]
    home.scan(2)
    assert home.modes() == ["off", "heat"]


def test_a_reboot_in_a_heating_room_whose_sensor_stays_silent():
    """What was asked for before is no demand yet: without a reading nobody knows its setpoint."""
    home = Home(500, 1800)
    home.scan(40)
    home.boot(json.loads(json.dumps(home.controller.snapshot(home.now_s))))
    home.inputs.rooms[0].cdeg[0] = None
    home.sent.clear()
    assert home.scan(15).rooms[0].reason[0] == "starting"
    out = home.scan(15)
    assert out.rooms[0].faults == ("no_sensor",)
    assert home.modes() == ["heat"]


def test_a_unit_that_ran_through_a_reboot_reverses_from_its_first_off():
    home = Home(1700, 1800)
    home.scan(40)
    home.boot(json.loads(json.dumps(home.controller.snapshot(home.now_s))))
    home.inputs.rooms[0].cdeg[0] = None
    home.scan(10)
    home.sent.clear()
    home.inputs.rooms[0].cdeg[0] = 2900
    told_s = started_s = None
    for _ in range(90):
        at_s = home.now_s
        home.scan()
        if told_s is None and home.modes() == ["off"]:
            told_s = at_s
        if started_s is None and "cool" in home.modes():
            started_s = at_s
    assert told_s is not None and started_s - told_s >= OUTDOOR_UNIT["reversal_s"]


def test_what_a_room_knows_survives():
    home = Home(500, 1800)
    home.scan(30)
    old = home.controller.rooms[0]
    assert old.zone.wants == "heat" and old.modulation.trim_heat > 0
    old.modulation.trim_cool = -70
    old.verify.fault = "no_heating"
    home.boot(json.loads(json.dumps(home.controller.snapshot(home.now_s))))
    new = home.controller.rooms[0]
    assert new is not old and new.zone.wants == "heat"
    assert new.modulation.trim_heat == old.modulation.trim_heat
    assert new.modulation.trim_cool == -70
    assert new.verify.fault == "no_heating"
    assert new.sender.last == old.sender.last
    home.inputs.rooms[0].cdeg[0] = 2200
    home.scan(40)
    assert new.zone.wants == "heat" and new.zone.resting
    home.boot(home.controller.snapshot(home.now_s))
    assert home.controller.rooms[0].zone.wants is None, "a resting zone asks for nothing"


def test_a_snapshot_is_small_plain_and_tied_to_its_home():
    home = Home(500, 1800, 1900)
    home.scan(40)
    snapshot = home.controller.snapshot(home.now_s)
    assert len(json.dumps(snapshot)) <= 512
    other = Home(500, 1800)
    try:
        other.boot(snapshot)
    except ValueError:
        return
    raise AssertionError("a snapshot of another home was taken")


def test_the_outputs_are_the_same_object_every_time():
    home = Home(500, 1800)
    assert home.scan() is home.scan()
