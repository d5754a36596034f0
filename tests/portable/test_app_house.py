"""The house as doors see it: what may be asked, what is seen, what is logged and kept."""

import asyncio

from one_home import House, home, set_clock
from splitstat.app.asking import ask, push
from splitstat.app.house_state import state
from splitstat.app.log import Log
from splitstat.app.log_lines import lines
from splitstat.app.settings import set_schedule
from splitstat.app.shedding import resized
from splitstat.app.web import changed

NOW_MIN = 14145120  # a Monday


def house_of():
    house = House(home(), home.traits)
    house.scan(5)
    return house


def test_every_wrong_wish_is_refused():
    house = house_of()
    for wish in (
        (1, "mode", "heat"), (-1, "mode", "heat"), ("0", "mode", "heat"), (None, "resume"),
        (0, "mode", "auto"), (0, "mode", None), (0, "mode", 1), (0, "setpoint", None, None),
        (0, "setpoint", 499, None), (0, "setpoint", 21.5, None), (0, "setpoint", True, None),
        (0, "setpoint", 3201, None), (0, "setpoint", None, 799), (0, "setpoint", "2100", None),
        (0, "hold", -2), (0, "hold", 10081), (0, "hold", None), (0, "boost", 241),
        (0, "away", 2), (0, "away", True), (0, "vacation", 5), (0, "vacation", NOW_MIN + 100),
        (0, "fan", "medium"), (0, "swing", "middle"), (0, "reboot"), (0, ["mode"], "heat"),
    ):  # fmt: skip
        found = ask(house, *wish)
        assert type(found) is str and len(found) > 10, wish
    assert house.inputs.events == []


def test_what_is_allowed_waits_for_the_scan():
    house = house_of()
    set_clock(house, NOW_MIN)
    for wish in (
        (0, "mode", "heat_cool"), (0, "setpoint", 500, 3500), (0, "setpoint", None, 2500),
        (0, "hold", -1), (0, "boost", 240), (0, "away", 0), (0, "vacation", 0), (0, "resume"),
        (0, "vacation", NOW_MIN + 100), (0, "fan", "low"), (0, "swing", "auto"),
    ):  # fmt: skip
        assert ask(house, *wish) is None, wish
    assert len(house.inputs.events) == 11
    house.scan(10)
    assert house.inputs.events == []


def test_no_flood():
    house = house_of()
    refused = 0
    for _ in range(1000):
        refused += ask(house, 0, "resume") is not None
    assert refused == 1000 - 32


def test_nothing_is_asked_of_the_safe_profile():
    house = house_of()
    house.refuses = "the home file is lost"
    assert ask(house, 0, "mode", "cool") == "the home file is lost"


def test_pushed_values():
    house = house_of()
    assert push(house, 0, 0, 2150, 4800) is None
    assert push(house, -1, 0, 700) is None
    for value in ((0, 1, 2150), (1, 0, 2150), (0, 0, None), (0, 0, 9999), (0, 0, 2150, -1),
                 (0, 0, 2150.5), (-2, 0, 100), (-1, 1, 100)):  # fmt: skip
        assert type(push(house, *value)) is str, value
    house.scan(10)
    said = state(house, 0)
    assert said["humidity_cpct"] == 4800
    assert said["sensors"][0][:2] == [2150, 5]
    assert said["outdoor_cdeg"] == 700


def test_a_sensor_that_does_not_answer_is_named_within_a_minute():
    house = house_of()
    for now_s in (10, 15):
        house.heard(0, 0, 2000)
        house.scan(now_s)
    for now_s in range(20, 80, 10):
        assert state(house, 0)["faults"] == [], now_s
        house.heard(0, 0, None)
        house.scan(now_s)
    said = state(house, 0)
    assert said["faults"] == ["sensor_doubtful"]
    assert said["sensors"][0][2:] == ["fresh", "mute"]
    assert "sensor_doubtful" in [line[3] for line in lines(house)]
    house.heard(0, 0, 2010)
    house.scan(90)
    assert state(house, 0)["faults"] == []


def test_a_value_that_no_room_has_is_named_at_once():
    house = house_of()
    for now_s, cdeg in ((10, 2000), (20, 2000), (30, 8500)):
        house.heard(0, 0, cdeg)
        house.scan(now_s)
    assert state(house, 0)["faults"] == ["sensor_doubtful"]
    assert state(house, 0)["sensors"][0][2:] == ["coasting", "range"]


def test_what_the_core_calls_failed_is_said_once():
    house = house_of()
    house.heard(0, 0, 2000)
    for now_s in range(10, 1300, 10):
        house.heard(0, 0, None if now_s > 20 else 2000)
        house.scan(now_s)
    assert state(house, 0)["faults"] == ["no_sensor"]


def test_a_better_source_of_the_outdoor_air_keeps_others_away():
    house = house_of()
    house.heard_outdoor(500, 0)
    house.heard_outdoor(900, 2)
    assert house.inputs.outdoor_cdeg == 500
    house.now_s += 901
    house.heard_outdoor(900, 2)
    assert house.inputs.outdoor_cdeg == 900
    house.heard_outdoor(600, 1)
    assert house.inputs.outdoor_cdeg == 600


def test_changes_wake_who_waits():
    house = house_of()

    async def waits():
        return await changed(house, house.changes)

    async def both():
        task = asyncio.create_task(waits())
        await asyncio.sleep(0)
        before = house.changes
        house.scan(10)
        assert house.changes == before  # nothing to see
        ask(house, 0, "mode", "heat")
        house.scan(15)
        assert await task == house.changes == before + 1

    if hasattr(asyncio, "run"):  # the WebAssembly VM leaves the loop to its page
        asyncio.run(both())


def test_small_drift_is_no_news():
    house = house_of()
    for now_s in range(10, 200, 5):
        house.heard(0, 0, 2100)
        house.scan(now_s)
    before = house.changes
    house.heard(0, 0, 2109)
    house.scan(205)
    assert house.changes == before
    for now_s in range(210, 400, 5):
        house.heard(0, 0, 2125)
        house.scan(now_s)
    assert house.changes > before


def test_state_always_has_all_keys():
    house = house_of()
    keys = sorted(state(house, 0))
    push(house, 0, 0, 2150)
    ask(house, 0, "hold", 90)
    house.scan(10)
    house.scan(15)
    said = state(house, 0)
    assert sorted(said) == keys and len(keys) >= 24
    assert (said["why"], said["until_min"]) == ("hold", 90)


def test_the_log_is_a_ring():
    house = house_of()
    log = house.log = Log(4)
    for n in range(6):
        log.add(house, -1, "w%d" % n, n - 3)
    set_clock(house, NOW_MIN)
    log.add(house, 0, "last")
    found = list(lines(house))
    assert [line[3] for line in found] == ["w3", "w4", "w5", "last"]
    assert found[0] == (NOW_MIN, 5, -1, "w3", 0)  # it was before the time was known
    assert found[3] == (NOW_MIN, 5, 0, "last", 0)
    house.log = resized(log, 2)
    assert list(lines(house)) == found[2:]
    house.log.add(house, -1, "more")
    house.log = resized(house.log, 4)
    house.log.add(house, -1, "again")
    assert [line[3] for line in lines(house)] == ["last", "more", "again"]


def test_schedules_are_checked_and_in_force():
    house = house_of()
    set_clock(house, NOW_MIN)
    good = [[None, 1900, 2500, 1, 0], ["off", 1600, 3000, 0, 600, 5000]]
    for blocks, sleep in (
        (None, []), ([1], []), ([[None, 1900, 2500, 1]], []), ([["auto", 1900, 2500, 1, 0]], []),
        ([[None, 1900, 2100, 1, 0]], []), ([[None, 400, 2500, 1, 0]], []),
        ([[None, 1900, 2500, 2, 0]], []), ([[None, 1900, 2500, 1, 10080]], []),
        ([[None, 1900, 2500, 1, 5, 5]], []), ([[None, 1900.0, 2500, 1, 5]], []),
        (good, [1]), (good, [10, 5, 20, 30]), (good, [1, None]), (good, "ab"),
        ([[None, 1900, 2500, 1] + list(range(85))], []),
    ):  # fmt: skip
        assert type(set_schedule(house, 0, blocks, sleep)) is str, (blocks, sleep)
    assert type(set_schedule(house, 1, good, [])) is str
    assert not house.unsaved
    assert set_schedule(house, 0, good, [0, 300]) is None
    assert house.unsaved
    house.scan(10)
    intent = house.controller.rooms[0].intent
    assert (intent.heat_cdeg, intent.sleep, intent.why) == (1900, True, "schedule")
    assert set_schedule(house, 0, [], []) is None
    house.scan(15)
    assert state(house, 0)["why"] == "plain" and state(house, 0)["heat_cdeg"] == 2000
