"""Optimal start: how early is learned, what is run early is the schedule alone, and what lasts."""

from splitstat.control.learning import RecoveryLine
from splitstat.control.recovery import RecoveringIntent

DAY = 480  # both on Monday
NIGHT = 1320


class Fields:
    def __init__(self, **fields):
        for key in fields:
            setattr(self, key, fields[key])


class Morning:
    """A room on a Monday: scans of a minute, its temperature and weather set by the test."""

    def __init__(self, cdeg=1700, outdoor_cdeg=0, **changes):
        config = {
            "mode": "heat_cool",
            "heat_cdeg": 2000,
            "cool_cdeg": 2600,
            "setback_mode": None,
            "setback_heat_cdeg": 1700,
            "setback_cool_cdeg": 2900,
            "deadband_cdeg": 300,
            "differential_cdeg": 60,
            "hold_min": 0,
            "presence": 0,
            "blocks": [[None, 2000, 2500, 1, DAY], [None, 1700, 2900, 0, NIGHT]],
            "sleep": [],
        }
        config.update(changes)
        self.room = Fields(
            reading=Fields(cdeg=cdeg, source="sensor"),
            air=Fields(cdeg=outdoor_cdeg, heat_ok=True, cool_ok=True),
            zone=Fields(window=Fields(open=False)),
            modulation=Fields(hurry_cdeg=0, trim_heat=0),
        )
        self.intent = RecoveringIntent(config, self.room)
        self.minute = 0

    def at(self, minute, warms_cdeg=0):
        """Live up to a minute; while the room is hurried it warms by so much a minute."""
        while self.minute < minute:
            self.minute += 1
            if self.room.modulation.hurry_cdeg:
                self.room.reading.cdeg += warms_cdeg
            now_s = 1000 + self.minute * 60
            self.intent.step(now_s, self.minute, self.minute % 10080, None)
        return self.intent.heat_cdeg


def begins(morning, until=DAY):
    """The minute in which a block is begun early, or None."""
    for minute in range(morning.minute + 1, until):
        morning.at(minute)
        if morning.intent.early_min is not None:
            return minute
    return None


def test_a_block_begins_as_early_as_the_guess_has_it():
    # 3 K: 15 + 3 * 20 min
    assert begins(Morning()) == DAY - 75
    assert begins(Morning(cdeg=1960)) == DAY - 23
    assert begins(Morning(cdeg=1970)) is None  # where no call would begin
    morning = Morning(cdeg=2800, outdoor_cdeg=3300)
    assert begins(morning) == DAY - 75
    assert morning.intent.cool_cdeg == 2500
    assert morning.room.modulation.hurry_cdeg == -300


def test_it_lasts_until_the_block_itself_begins():
    morning = Morning()
    begins(morning)
    for minute in range(DAY - 74, NIGHT):
        assert morning.at(minute) == 2000, minute
        assert morning.intent.occupied
    assert morning.at(NIGHT) == 1700


def test_only_the_schedule_is_run_early():
    for word, value in (("setpoint", 1800), ("away", 1), ("mode", "off"), ("vacation", 9000)):
        morning = Morning()
        morning.at(100)
        assert morning.intent.event(7000, 100, word, value, None), word
        assert begins(morning) is None, word


def test_without_a_reading_or_in_the_wrong_season_nothing_begins():
    morning = Morning()
    morning.room.reading.source = "coasting"
    assert begins(morning) is None
    morning = Morning()
    morning.room.air.heat_ok = False
    assert begins(morning) is None


def test_the_boost_ends_within_half_an_hour_and_the_hurry_on_arrival():
    morning = Morning()
    morning.intent.lines[0].learn(300, 2000, 70)
    start = begins(morning)
    boosted = 0
    while morning.room.modulation.hurry_cdeg == 500:
        boosted += 1
        morning.at(morning.minute + 1)
    assert 0 < boosted <= 20  # and modulation.py looks every ten minutes
    assert morning.room.modulation.hurry_cdeg == 300
    morning.room.reading.cdeg = 1970
    morning.at(morning.minute + 1)
    assert morning.room.modulation.hurry_cdeg == 0
    assert morning.minute > start


def test_a_unit_that_heats_past_its_setpoint_by_itself_is_boosted_by_so_much_less():
    morning = Morning()
    begins(morning)
    assert morning.room.modulation.hurry_cdeg == 300  # nobody knows yet whether it does
    for trim_cdeg, hurry_cdeg in ((200, 500), (0, 500), (-300, 200)):
        morning = Morning()
        morning.intent.lines[0].learn(300, 2000, 70)
        morning.room.modulation.trim_heat = trim_cdeg * 120
        begins(morning)
        assert morning.room.modulation.hurry_cdeg == hurry_cdeg, trim_cdeg


def test_no_weight_is_below_nothing():
    line = RecoveryLine()
    for drive in (1000, 4000):
        for _ in range(20):
            line.learn(500, drive, 60 if drive == 1000 else 5)
    assert min(line.weights) >= 0
    assert line.minutes(500, 4000) >= line.minutes(500, 0)


def test_it_learns_to_be_on_time():
    mornings = [DAY + 1440 * day for day in range(7)]
    nights = [NIGHT + 1440 * day for day in range(7)]
    blocks = [[None, 2000, 2500, 1] + mornings, [None, 1700, 2900, 0] + nights]
    morning = Morning(blocks=blocks)
    late = []
    for day in range(14):
        morning.room.reading.cdeg = 1700 - day % 3 * 40
        while morning.room.reading.cdeg < 1970:
            morning.at(morning.minute + 1, warms_cdeg=2)
        late.append(morning.minute - day * 1440 - DAY)
        morning.at(day * 1440 + 1439)
    assert late[0] > 40, late
    assert all(abs(minutes) <= 10 for minutes in late[7:]), late


def test_a_line_comes_to_what_a_room_takes():
    line = RecoveryLine()
    for n in range(200):
        gap = 100 + n * 37 % 300
        drive = 1000 + n * 53 % 2000
        line.learn(gap, drive, 20 + gap // 5 + drive // 200)
    for gap in (100, 250, 400):
        for drive in (1000, 3000):
            assert abs(line.minutes(gap, drive) - 20 - gap // 5 - drive // 200) <= 3


def test_one_odd_day_counts_for_little_and_nothing_leads_out_of_range():
    line = RecoveryLine()
    before = line.minutes(300, 2000)
    line.learn(300, 2000, before + 50)
    assert before < line.minutes(300, 2000) <= before + 20
    before = line.minutes(300, 2000)
    line.learn(300, 2000, 5000)
    assert before < line.minutes(300, 2000) <= before + 5
    for took in (0, 9999):
        for _ in range(100):
            line.learn(1000, 6000, took)
            assert 0 <= line.minutes(1000, 6000) <= 240
            assert 0 <= line.minutes(0, 0) <= 240


def test_an_open_window_or_a_hand_teaches_nothing():
    for spoil in (
        lambda m: setattr(m.room.zone.window, "open", True),
        lambda m: setattr(m.room.reading, "source", "coasting"),
        lambda m: m.intent.event(99, 450, "setpoint", 1900, None),
    ):
        morning = Morning()
        begins(morning)
        weights = list(morning.intent.lines[0].weights)
        spoil(morning)
        morning.room.reading.cdeg = 2000
        morning.at(morning.minute + 2)
        assert morning.intent.lines[0].weights == weights
        assert morning.intent.sample is None


def test_what_is_learned_outlives_a_power_cut_and_an_older_snapshot_does():
    morning = Morning()
    morning.intent.lines[1].learn(200, 800, 120)
    kept = morning.intent.snapshot(5000)
    again = Morning()
    again.intent.restore(7000, kept)
    assert again.intent.lines[1].weights == morning.intent.lines[1].weights
    assert again.intent.lines[0].weights == morning.intent.lines[0].weights
    assert not again.intent.lines[1].carries(800)
    again.intent.restore(7000, kept[:7])
    kept[8] = [1, 2, 3]
    again.intent.restore(7000, kept)
    assert again.intent.lines[1].weights[:3] == [1, 2, 3]


def test_where_the_unit_hangs_short_of_the_setpoint_is_kept_and_forgotten():
    line = RecoveryLine()
    assert line.carries(6000)
    line.learn(300, 3500, line.minutes(300, 3500) + 61)
    assert line.carries(3299)
    assert not line.carries(3300)
    line.learn(300, 3400, 240)
    assert not line.carries(3200)
    for _ in range(20):
        line.learn(300, 1000, line.minutes(300, 1000))
    assert line.carries(3500)


def test_a_room_is_not_set_back_far_where_the_unit_hangs():
    morning = Morning(outdoor_cdeg=-1000)
    assert morning.at(1) == 1700
    morning.intent.lines[0].weights[3] = 3000
    assert morning.at(2) == 1900
    morning.room.air.cdeg = 0
    assert morning.at(3) == 1700
    # Neither a hold nor absence, and never within the deadband of the cooling setpoint.
    morning.room.air.cdeg = -1000
    morning.intent.event(1300, 4, "away", 1, None)
    assert morning.at(5) == 1700
    morning = Morning(outdoor_cdeg=-1000)
    morning.intent.lines[0].weights[3] = 3000
    morning.intent.schedule.blocks[1][2] = 2100
    assert morning.at(2) == 1800


def test_sleep_hours_stay_quiet_until_they_end():
    morning = Morning(sleep=[0, DAY])
    begins(morning)
    assert morning.intent.sleep
    morning.at(DAY)
    assert not morning.intent.sleep
