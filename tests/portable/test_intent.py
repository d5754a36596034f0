"""What people want of a room: schedule, holds, away, boost, vacation, OFF, and no clock."""

from splitstat.control.intent import Intent

try:
    from micropython import heap_lock, heap_unlock
except ImportError:
    heap_lock = heap_unlock = None

DAY = 480  # both on Monday
NIGHT = 1320


def config(**changes):
    room = {
        "mode": "heat_cool",
        "heat_cdeg": 2000,
        "cool_cdeg": 2600,
        "setback_mode": None,
        "setback_heat_cdeg": 1700,
        "setback_cool_cdeg": 2900,
        "deadband_cdeg": 300,
        "hold_min": 0,
        "presence": 0,
        "blocks": [[None, 2100, 2500, 1, DAY], [None, 1700, 2900, 0, NIGHT]],
        "sleep": [],
    }
    for key in changes:
        room[key] = changes[key]
    return room


class Home:
    """An Intent and a clock: minute 0 is a Monday 00:00, here and in utc_min."""

    def __init__(self, **changes):
        self.intent = Intent(config(**changes))
        self.minute = 0
        self.boot_min = 0
        self.has_clock = True
        self.presence = None

    def now_s(self):
        return (self.minute - self.boot_min) * 60 + 1000

    def at(self, minute):
        """Live up to a minute, scan by scan."""
        while self.minute < minute:
            self.minute += 1
            self.scan()
        return self.scan()

    def scan(self):
        utc_min = self.minute if self.has_clock else None
        week_min = self.minute % 10080 if self.has_clock else None
        self.intent.step(self.now_s(), utc_min, week_min, self.presence)
        return self.wanted()

    def do(self, word, a=None, b=None):
        utc_min = self.minute if self.has_clock else None
        return self.intent.event(self.now_s(), utc_min, word, a, b)

    def wanted(self):
        intent = self.intent
        return (intent.mode, intent.heat_cdeg, intent.cool_cdeg, intent.why)


OCCUPIED = ("heat_cool", 2100, 2500, "schedule")
SETBACK = ("heat_cool", 1700, 2900, "schedule")


def test_schedule():
    home = Home()
    assert home.at(DAY - 1) == SETBACK
    assert not home.intent.occupied
    assert home.at(DAY) == OCCUPIED
    assert home.intent.occupied
    assert home.intent.schedule.next_min == NIGHT
    assert home.at(NIGHT) == SETBACK


def test_a_block_of_a_mode_and_one_that_is_off():
    blocks = [["cool", 2100, 2500, 1, DAY], ["off", 1700, 2900, 0, NIGHT]]
    home = Home(blocks=blocks)
    assert home.at(DAY)[0] == "cool"
    assert home.at(NIGHT)[0] == "off"
    assert not home.intent.person_off


def test_without_blocks_the_plain_setpoints_hold():
    home = Home(blocks=[])
    assert home.at(10) == ("heat_cool", 2000, 2600, "plain")


def test_a_hold_until_the_next_block_outlives_the_moment_at_which_the_clock_becomes_known():
    home = Home()
    home.has_clock = False
    home.scan()
    assert home.do("hold", 0) and home.scan()[3] == "hold"
    home.has_clock = True
    assert home.at(DAY - 1)[3] == "hold"
    assert home.at(DAY) == OCCUPIED


def test_no_clock_then_one_then_none():
    home = Home()
    home.has_clock = False
    assert home.scan() == ("heat_cool", 2000, 2600, "no_clock")
    home.has_clock = True
    assert home.at(NIGHT) == SETBACK
    home.has_clock = False
    assert home.at(NIGHT + 2000) == ("heat_cool", 1700, 2900, "no_clock")


def test_hold_until_the_next_block():
    home = Home()
    home.at(600)
    assert home.do("setpoint", 2200, 2600)
    assert home.at(NIGHT - 1) == ("heat_cool", 2200, 2600, "hold")
    assert home.at(NIGHT) == SETBACK
    assert home.at(10080 + DAY) == OCCUPIED


def test_hold_by_timer():
    home = Home(hold_min=90)
    home.at(600)
    home.do("setpoint", 2200, None)
    assert home.at(689)[3] == "hold"
    assert home.at(690) == OCCUPIED


def test_hold_for_ever_and_resume():
    home = Home(hold_min=-1)
    home.at(600)
    home.do("setpoint", None, 2400)
    assert home.at(3 * 10080) == ("heat_cool", 2100, 2400, "hold")
    assert home.do("resume")
    assert home.scan()[3] == "schedule"


def test_hold_of_what_is_wanted_now():
    home = Home()
    home.at(600)
    assert home.do("hold", 60)
    assert home.at(659) == ("heat_cool", 2100, 2500, "hold")
    home.do("setpoint", 2200, None)  # the hold goes on, and ends when it would have ended
    assert home.at(659)[1] == 2200
    assert home.at(660) == OCCUPIED
    home.at(NIGHT - 10)
    home.do("hold", -1)
    assert home.at(NIGHT + 500)[1] == 2100


def test_setpoints_keep_their_distance():
    home = Home()
    home.at(600)
    home.do("setpoint", 2300, None)
    assert home.wanted()[1:3] == (2300, 2600)  # the cooling one moved
    home.do("setpoint", None, 2400)
    assert home.wanted()[1:3] == (2100, 2400)  # the heating one moved
    home.do("setpoint", 2100, 2200)
    assert home.wanted()[1:3] == (1900, 2200)  # only the cooling one was changed
    home.do("setpoint", 2150, 2250)
    assert home.wanted()[1:3] == (2150, 2450)  # both: heating leads
    home.do("setpoint", 500, 3500)
    assert home.wanted()[1:3] == (500, 3500)


def test_senseless_events_are_refused():
    home = Home()
    home.at(600)
    home.do("hold", 60)
    before = home.intent.snapshot(home.now_s())
    for word, a, b in (
        ("mode", "auto", None),
        ("mode", None, None),
        ("setpoint", None, None),
        ("setpoint", 499, 3000),
        ("setpoint", 2000, 3501),
        ("setpoint", 3400, None),
        ("setpoint", None, 600),
        ("setpoint", 20.5, None),
        ("setpoint", True, None),
        ("setpoint", "21", None),
        ("hold", -2, None),
        ("hold", 10081, None),
        ("hold", None, None),
        ("boost", 241, None),
        ("boost", -1, None),
        ("away", 2, None),
        ("away", "1", None),
        ("vacation", 600, None),
        ("vacation", 600 + 527041, None),
        ("vacation", None, None),
        ("explode", 1, 1),
        (None, 1, 1),
    ):
        assert not home.do(word, a, b), (word, a, b)
        assert home.intent.snapshot(home.now_s()) == before, (word, a, b)
        assert home.scan() == ("heat_cool", 2100, 2500, "hold")


def test_away():
    home = Home()
    home.at(600)
    home.do("setpoint", 2200, None)
    assert home.do("away", 1)
    assert home.scan() == ("heat_cool", 1700, 2900, "away")
    assert not home.intent.occupied
    assert home.at(5 * 1440 + 600)[3] == "away"
    assert home.do("away", 0)
    assert home.scan() == SETBACK


def test_away_where_the_setback_is_off():
    home = Home(setback_mode="off")
    home.at(600)
    home.do("away", 1)
    assert home.scan()[0] == "off"
    assert not home.intent.person_off


def test_boost():
    for mode, heat, cool in (
        ("heat", 2300, 2500),
        ("cool", 2100, 2300),
        ("dry", 2100, 2300),
        ("heat_cool", 2150, 2450),  # the deadband of 3 K leaves half a kelvin on each side
    ):
        home = Home(mode=mode)
        home.at(600)
        assert home.do("boost", 30)
        assert home.at(629) == (mode, heat, cool, "boost")
        assert home.at(630)[1:] == OCCUPIED[1:]


def test_boost_stays_within_the_limits():
    for mode, heat, cool, boosted in (("heat", 3400, 3500, 3500), ("cool", 500, 600, 500)):
        home = Home(mode=mode, deadband_cdeg=100, blocks=[], heat_cdeg=heat, cool_cdeg=cool)
        home.do("boost", 30)
        assert home.scan()[1 if mode == "heat" else 2] == boosted


def test_boost_over_night_away_and_hold():
    home = Home(setback_mode="off")
    home.at(NIGHT + 10)
    home.do("away", 1)
    home.do("boost", 60)
    assert home.scan() == ("heat_cool", 2150, 2450, "boost")
    assert home.intent.occupied
    assert home.at(NIGHT + 70)[3] == "away"
    home.do("away", 0)
    home.do("setpoint", 2200, 2800)
    home.do("boost", 60)
    assert home.scan()[1:] == (2350, 2650, "boost")
    assert home.do("boost", 0)
    assert home.scan()[1:] == (2200, 2800, "hold")
    home.do("boost", 60)
    assert home.do("hold", 0)  # not the boost is held
    assert home.scan()[1:] == (2200, 2800, "hold")


def test_vacation():
    home = Home()
    home.at(600)
    assert home.do("vacation", 600 + 14 * 1440)
    assert home.scan() == ("off", 1700, 2900, "vacation")
    assert not home.intent.person_off
    assert not home.intent.occupied
    assert home.at(599 + 14 * 1440)[3] == "vacation"
    home.has_clock = False
    assert home.at(600 + 14 * 1440)[3] == "vacation"
    home.has_clock = True
    assert home.scan() == OCCUPIED
    home.do("vacation", home.minute + 10)
    assert home.do("vacation", 0)
    assert home.scan() == OCCUPIED
    home.has_clock = False
    assert not home.do("vacation", home.minute + 10)  # nobody could say when it ends


def test_off_by_a_person_is_final():
    home = Home()
    home.at(600)
    assert home.do("mode", "off")
    assert home.intent.person_off
    assert home.intent.person_at_s == home.now_s()
    for word, a in (("away", 1), ("away", 0), ("resume", None), ("hold", 0), ("setpoint", 2300)):
        assert home.do(word, a)
        assert home.scan()[0] == "off" and home.intent.why == "off"
    assert not home.do("boost", 60)
    assert home.at(3 * 10080)[0] == "off"
    home.do("resume")
    home.do("mode", "heat")
    assert home.scan()[0] == "heat"
    assert not home.intent.person_off


def test_off_ends_a_boost():
    home = Home()
    home.at(600)
    home.do("boost", 60)
    home.do("mode", "off")
    home.do("mode", "heat_cool")
    assert home.scan() == OCCUPIED


def test_mode_where_the_schedule_is_off():
    home = Home(blocks=[[None, 2100, 2500, 1, DAY], ["off", 1700, 2900, 0, NIGHT]])
    assert home.at(NIGHT + 5)[0] == "off"
    home.do("mode", "heat")
    assert home.scan() == ("heat", 2000, 2600, "hold")
    assert home.at(1440 + NIGHT + 5)[0] == "heat"
    assert home.at(10080 + DAY) == ("heat", 2100, 2500, "schedule")


def test_the_same_mode_again_is_no_change():
    home = Home()
    home.at(600)
    home.do("mode", "heat_cool")
    assert home.intent.person_at_s is None


def test_nobody_there():
    home = Home(presence=1)
    home.presence = True
    home.at(DAY)
    home.presence = False
    assert home.at(DAY + 29) == OCCUPIED
    assert home.at(DAY + 30) == ("heat_cool", 1700, 2900, "absent")
    assert not home.intent.occupied
    home.presence = True
    assert home.at(DAY + 40) == OCCUPIED
    home.presence = False
    assert home.at(DAY + 80)[3] == "absent"
    home.presence = None  # the sensor died: taken for somebody
    assert home.at(DAY + 81) == OCCUPIED


def test_nobody_there_at_the_beginning_of_a_block():
    home = Home(presence=1)
    home.presence = False
    assert home.at(DAY + 29) == OCCUPIED
    assert home.at(DAY + 30)[3] == "absent"


def test_nobody_seen_does_not_matter():
    for changes in ({"presence": 0}, {"sleep": [0, 1440], "presence": 1}):
        home = Home(**changes)
        home.presence = False
        assert home.at(DAY + 200) == OCCUPIED
    home = Home(presence=1)
    home.presence = False
    home.at(DAY + 5)
    home.do("hold", 0)
    assert home.at(DAY + 200)[3] == "hold"


def test_sleep_hours():
    home = Home(sleep=[0, 360])
    home.at(359)
    assert home.intent.sleep
    home.at(360)
    assert not home.intent.sleep
    home.at(10080)
    assert home.intent.sleep
    home.has_clock = False
    home.scan()
    assert not home.intent.sleep


def restarted(home, off_min):
    """The same home after a cut of off_min, its clock not yet known."""
    data = home.intent.snapshot(home.now_s())
    again = Home()
    again.intent = Intent(config())
    again.minute = again.boot_min = home.minute + off_min
    again.has_clock = False
    again.intent.restore(again.now_s(), data)
    return again


def test_everything_survives_a_cut():
    for word, a, b in (
        ("setpoint", 2200, None),
        ("hold", 60, None),
        ("hold", -1, None),
        ("away", 1, None),
        ("vacation", 40000, None),
        ("mode", "off", None),
        ("mode", "cool", None),
        ("boost", 60, None),
        ("resume", None, None),
    ):
        home = Home()
        home.at(600)
        home.do(word, a, b)
        before = home.scan()
        again = restarted(home, 5)
        if before[3] == "schedule":
            before = before[:3] + ("no_clock",)
        assert again.scan() == before, word
        again.has_clock = True
        assert again.scan()[:3] == before[:3], word


def test_time_without_power_counts_as_zero():
    home = Home()
    home.at(600)
    home.do("hold", 60)
    home.at(630)
    again = restarted(home, 500)
    assert again.at(630 + 500 + 29)[3] == "hold"
    assert again.at(630 + 500 + 30)[3] == "no_clock"


def test_a_hold_until_the_next_block_ends_in_a_cut_that_goes_over_it():
    home = Home()
    home.at(600)
    home.do("setpoint", 2200, None)
    again = restarted(home, NIGHT)
    assert again.scan()[3] == "hold"
    again.has_clock = True
    assert again.scan() == SETBACK


def test_a_persons_age_survives():
    home = Home()
    home.at(600)
    home.do("mode", "heat")
    home.at(605)
    again = restarted(home, 1000)
    assert again.now_s() - again.intent.person_at_s == 300


def steady(home):
    intent = home.intent
    for n in range(50):
        intent.step(40000 + 2 * n, 700, 700, True)
        intent.step(40000 + 2 * n, 700, 700, False)


def test_a_steady_scan_allocates_nothing():
    if heap_lock is None:
        return
    for word, a in (
        ("resume", None),
        ("away", 1),
        ("vacation", 9000),
        ("boost", 200),
        ("hold", 60),
    ):
        home = Home(presence=1)
        home.at(650)
        home.do(word, a)
        steady(home)
        heap_lock()
        try:
            steady(home)
        finally:
            heap_unlock()
