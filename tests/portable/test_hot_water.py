"""The hot-water tank and its hygiene: when it is heated, by what, and what is proved."""

from splitstat.control.hot_water import HotWater, TankInputs

MINUTE = 60


def config(**changed):
    found = {
        "sensors": 2, "setpoint_cdeg": 5000, "differential_cdeg": 500, "floor_cdeg": 4200,
        "cheap_cdeg": 0, "surplus_cdeg": 0, "windows": [], "max_s": 2400, "heat_pump_cdeg": 5500,
        "immersion": 1, "hygiene_cdeg": 6000, "hygiene_s": 1800, "hygiene_days": 7,
    }  # fmt: skip
    found.update(changed)
    return found


class Bench:
    """A HotWater and a crude tank: what heats it raises both sensors."""

    def __init__(self, top=5000, foot=5000, **changed):
        self.water = HotWater(config(**changed))
        self.tank = TankInputs(self.water.config["sensors"])
        self.top = top
        self.foot = foot
        self.now_s = 1000
        self.utc_min = 13675680
        self.short = self.shed = False
        self.dead = False  # the machine gives no heat
        self.clock = True
        self.blind = ()  # sensors that say nothing
        self.rise = 20  # cdeg a minute

    def minutes(self, n):
        water = self.water
        for _ in range(n):
            self.now_s += MINUTE
            self.utc_min += 1
            read = (self.top, self.foot)
            for k in range(len(self.tank.cdeg)):
                self.tank.cdeg[k] = None if k in self.blind else read[k]
            utc_min = self.utc_min if self.clock else None
            week_min = self.utc_min % 10080 if self.clock else None
            water.step(self.now_s, utc_min, week_min, self.tank, self.short, self.shed)
            self.tank.boost = False
            if (water.heat and not self.dead) or water.immersion:
                self.foot = min(self.foot + self.rise, 7000)
                self.top = max(self.top, self.foot)
            else:
                self.top -= 1
                self.foot -= 1
        return water


def proved(bench):
    if bench.water.hygiene is not None:
        bench.water.hygiene.age_min = 0
    return bench


def test_it_heats_a_differential_short_and_until_the_foot_is_there():
    bench = proved(Bench(4600, 2000))
    assert not bench.minutes(5).heat
    bench.top = 4490
    water = bench.minutes(1)
    assert water.heat and not water.immersion and water.target_cdeg == 5000
    bench.minutes(200)
    assert not water.heat and 4800 < bench.foot <= 5020 and water.reason[0] == "full"


def test_windows_fill_and_outside_only_the_floor_counts():
    bench = proved(Bench(4600, 2000, windows=[60, 120]))
    bench.utc_min = 10080 * 1000
    assert not bench.minutes(50).heat
    assert bench.minutes(20).heat and bench.water.reason[0] == "reheat"
    bench = proved(Bench(4300, 2000, windows=[60, 120]))
    bench.utc_min = 10080 * 1000 + 200
    assert not bench.minutes(2).heat
    bench.top = 4190
    assert bench.minutes(1).heat
    bench = proved(Bench(4600, 2000, windows=[60, 120]))
    bench.clock = False
    bench.top = 4400
    assert bench.minutes(1).heat  # without a clock as without windows


def test_cheap_hours_and_surplus_have_targets_of_their_own():
    bench = proved(Bench(4900, 4400, cheap_cdeg=5300, surplus_cdeg=5500))
    assert not bench.minutes(3).heat
    bench.tank.cheap = True
    water = bench.minutes(3)
    assert water.heat and water.target_cdeg == 5300
    bench.minutes(100)
    assert not water.heat and bench.foot >= 5200
    bench.tank.surplus = True
    bench.foot = 4900
    assert bench.minutes(1).target_cdeg == 5500 and water.heat
    bench.tank.surplus = bench.tank.cheap = False
    assert bench.minutes(20).target_cdeg == 5000
    bench.minutes(20)
    assert not water.heat


def test_a_boost_fills_once():
    bench = proved(Bench(4900, 4800))
    assert not bench.minutes(2).heat
    bench.tank.boost = True
    assert bench.minutes(1).heat
    bench.minutes(60)
    assert not bench.water.heat and not bench.water.boosting


def test_rooms_get_the_machine_back_after_the_longest_time():
    bench = proved(Bench(4400, 1000, max_s=1800))
    bench.rise = 1
    bench.short = True
    bench.minutes(29)
    assert bench.water.heat
    bench.minutes(3)
    assert not bench.water.heat and bench.water.reason[0] == "rooms_first"
    heated = sum(bench.minutes(1).heat for _ in range(240))
    assert 90 <= heated <= 150  # in turn
    bench.short = False
    assert bench.minutes(2).heat
    bench = proved(Bench(3000, 1000, max_s=1800))  # nearly cold: it comes first
    bench.rise = 0
    bench.short = True
    assert all(bench.minutes(1).heat for _ in range(60)) and bench.water.first


def test_a_load_limit_stops_all_but_what_is_overdue():
    bench = proved(Bench(4000, 1000))
    bench.shed = True
    assert not bench.minutes(5).heat and bench.water.reason == ("load_limit", 0)
    bench.water.hygiene.age_min = 8 * 1440
    water = bench.minutes(2)
    assert water.hygiene.overdue and water.heat


def test_a_cycle_uses_the_second_stage_and_counts_what_is_measured():
    bench = Bench(5000, 5000)
    water = bench.minutes(1)
    assert water.hygiene.due and water.heat and water.reason[0] == "hygiene"
    bench.minutes(40)
    assert bench.foot > 5450 and not water.heat and water.immersion and water.beyond
    bench.minutes(60)
    hygiene = water.hygiene
    assert hygiene.proofs == 1 and hygiene.age_min < 30 and not hygiene.due and not water.immersion
    assert hygiene.proof == "bottom"
    bench.minutes(6 * 1440)
    assert hygiene.age_min > 5 * 1440 and hygiene.proofs == 1


def test_a_cycle_waits_for_a_good_hour_in_its_last_day():
    bench = proved(Bench(5000, 5000))
    bench.water.hygiene.age_min = 6 * 1440 + 100
    assert not bench.minutes(3).hygiene.due
    bench.tank.cheap = True
    assert bench.minutes(1).hygiene.due
    bench.tank.cheap = False
    assert bench.minutes(1).hygiene.due  # begun is begun
    bench = proved(Bench(5000, 5000))
    bench.water.hygiene.age_min = 7 * 1440 - 350
    assert bench.minutes(1).hygiene.due


def test_heat_that_came_by_itself_counts_but_not_with_a_break():
    bench = Bench(6200, 6100, hygiene_cdeg=6000)
    bench.minutes(29)
    assert bench.water.hygiene.proofs == 0
    bench.foot = 5950
    bench.minutes(1)
    assert bench.water.hygiene.held_s == 0
    bench.foot = bench.top = 6200
    bench.minutes(32)
    assert bench.water.hygiene.proofs == 1
    bench.foot = bench.top = 6200
    bench.minutes(60)
    assert bench.water.hygiene.proofs == 1  # one long heat is one proof
    assert bench.water.hygiene.age_min < 31


def test_a_sensor_that_stands_still_at_60_degrees_proves_nothing():
    bench = Bench(6200, 6100)
    for _ in range(120):
        bench.top, bench.foot = 6200, 6100
        bench.minutes(1)
    assert bench.water.hygiene.proofs == 0
    bench.foot = 6090
    bench.minutes(1)
    assert bench.water.hygiene.proofs == 1


def test_what_a_failed_sensor_would_have_shown_is_not_proved():
    for blind in ((0,), (1,)):
        bench = Bench(6500, 6500)
        bench.blind = blind
        bench.minutes(300)
        assert bench.water.hygiene.proofs == 0
        assert bench.water.hygiene.overdue
    bench = Bench(4000, 4000)
    bench.blind = (0, 1)
    water = bench.minutes(3)
    assert not water.heat and not water.immersion and water.fault == "tank_unseen"
    bench.blind = (1,)
    assert bench.minutes(2).heat and water.fault is None


def test_a_sensor_that_never_moves_is_none():
    bench = proved(Bench(6500, 6500, hygiene_days=0))
    for hour in range(30):
        bench.now_s += 3600 - MINUTE
        bench.top = bench.foot = 6500
        bench.minutes(1)
        assert bench.water.fault == (None if hour <= 24 else "tank_unseen"), hour


def test_one_sensor_proves_the_top_only():
    bench = Bench(6100, 0, sensors=1)
    for _ in range(35):
        bench.top = 6100 + bench.now_s // 60 % 2
        bench.minutes(1)
    assert bench.water.hygiene.proofs == 1 and bench.water.hygiene.proof == "top"


def test_no_answer_brings_the_immersion_heater_and_is_told():
    bench = proved(Bench(4400, 2000))
    bench.dead = True
    bench.rise = 0
    water = bench.minutes(88)
    assert water.heat and not water.immersion and water.fault is None
    bench.minutes(3)
    assert water.fault == "tank_cold" and water.immersion
    bench.rise = 20
    bench.minutes(200)
    assert not water.heat and water.fault == "tank_cold"  # the heat pump is still to be proved
    bench.dead = False
    bench.top = 4400
    bench.foot = 2000
    bench.minutes(20)
    assert water.fault is None


def test_too_hot_is_off_whoever_did_it():
    bench = Bench(7600, 7600)
    water = bench.minutes(1)
    assert not water.heat and not water.immersion and water.fault == "tank_hot"


def test_hygiene_survives_power_cuts_and_a_lost_clock():
    bench = Bench(5000, 5000)
    bench.minutes(1)
    bench.water.hygiene.age_min = 3 * 1440
    kept = bench.water.snapshot(bench.utc_min)
    later = Bench(5000, 5000)
    later.water.restore(kept)
    later.utc_min = bench.utc_min + 2 * 1440
    later.minutes(1)
    assert 5 * 1440 <= later.water.hygiene.age_min <= 5 * 1440 + 2
    # The clock comes late: until then it was a day, then the time without power is known.
    later = Bench(5000, 5000)
    later.water.restore(kept)
    later.clock = False
    later.minutes(5)
    assert later.water.hygiene.age_min == 4 * 1440 + 4
    later.clock = True
    later.utc_min = bench.utc_min + 4 * 1440
    assert later.minutes(1).hygiene.due
    # Nobody knew the time: a cut counts as a day.
    kept = bench.water.snapshot(None)
    later = Bench(5000, 5000)
    later.water.restore(kept)
    later.minutes(1)
    assert later.water.hygiene.age_min == 4 * 1440
    # A clock that went back proves nothing.
    kept = bench.water.snapshot(bench.utc_min)
    later = Bench(5000, 5000)
    later.water.restore(kept)
    later.utc_min = bench.utc_min - 5000
    later.minutes(1)
    assert later.water.hygiene.age_min == 4 * 1440
    # Until the cut's length is known the alarm stands, and after ten minutes a cycle is due.
    later = Bench(6500, 6500)
    later.water.restore(kept)
    later.clock = False
    hygiene = later.minutes(9).hygiene
    assert hygiene.overdue and not hygiene.due
    assert later.minutes(3).hygiene.due
    later.clock = True
    later.utc_min = bench.utc_min + 60
    hygiene = later.minutes(1).hygiene
    assert not hygiene.overdue and not hygiene.due and hygiene.age_min < 3 * 1440 + 70
    # Never proved stays never proved, and a board that starts again says so at once.
    later = Bench(5000, 5000)
    later.water.restore([[None, None], False])
    hygiene = later.minutes(1).hygiene
    assert hygiene.due and hygiene.overdue


def test_hygiene_can_be_left_out():
    water = Bench(4400, 2000, hygiene_days=0).minutes(2)
    assert water.hygiene is None and water.heat and water.snapshot(5) == [None, False]
