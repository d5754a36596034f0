"""Indoor and outdoor units: the tables at their points, and every habit that a controller
meets."""

import numpy as np
import pytest

from host_sim.plant.capacity import part_load_power, weather_rows
from host_sim.plant.indoor_unit import IndoorUnit
from host_sim.plant.outdoor_unit import OutdoorUnit
from host_sim.plant.thermostats import PERSONALITIES
from splitstat.control.types import UnitCommand


def command(mode, degrees=21.0, fan="auto", frost=False):
    return UnitCommand(mode, int(degrees * 100), fan, None, frost)


def row_at(outdoor_c, below_wet_k=1.0, ratio=None):
    """A row of constant weather; the humidity of EN 14511's points: wet bulb 1 K below dry
    bulb."""
    if ratio is None:
        wet = outdoor_c - below_wet_k
        a, b, heat = (17.269, 237.3, 2.5e6) if wet >= 0.0 else (21.875, 265.5, 2.83e6)
        pv = 610.5 * np.exp(a * wet / (b + wet))
        ratio = 0.62198 * pv / (101325.0 - pv) - 1006.0 * below_wet_k / heat
    return weather_rows(
        np.array([outdoor_c]), np.array([max(ratio, 1e-5)]), np.array([0.0]), 101325.0
    )[0]


def rig(count=1, dt_s=60, unit=None, outdoor=None):
    heads = [IndoorUnit(i, dict(unit or {}), dt_s) for i in range(count)]
    return heads, OutdoorUnit(heads, dict(outdoor or {}), dt_s)


def run(unit, row, air, minutes):
    """Steps; returns the rows (power W, heat W) of each."""
    seen = []
    for _ in range(minutes):
        unit.step(row, air)
        seen.append((unit.power_w, unit.heat_w))
    return seen


HEATING = [
    (-15, 1120, 330),
    (-10, 1360, 350),
    (-5, 1600, 370),
    (0, 1860, 470),
    (7, 2500, 500),
    (10, 2730, 520),
]
COOLING = [(20, 2280, 340), (25, 2190, 370), (30, 2090, 410), (35, 2000, 440), (40, 1910, 470)]


@pytest.mark.parametrize("outdoor_c, heat_w, power_w", HEATING)
def test_the_heating_table_is_met_over_whole_defrost_cycles(outdoor_c, heat_w, power_w):
    heads, unit = rig(unit={"personality": "fixed"})
    heads[0].obey(command("heat", 30))
    row = row_at(outdoor_c)
    run(unit, row, [20.0], 60)
    # From the end of one defrost to the end of a later one, or any four days where there is none.
    seen, ends = [], []
    for k in range(4 * 1440):
        was = unit.defrosting
        seen += run(unit, row, [20.0], 1)
        if was and not unit.defrosting:
            ends.append(k)
    if ends:
        seen = seen[ends[0] : ends[-1]]
    power = np.mean([p for p, _ in seen]) - unit.standby_w
    heat = np.mean([h for _, h in seen])
    assert heat == pytest.approx(heat_w, rel=0.02)
    assert power == pytest.approx(power_w, rel=0.02)


@pytest.mark.parametrize("outdoor_c, heat_w, power_w", COOLING)
def test_the_cooling_table_is_met(outdoor_c, heat_w, power_w):
    heads, unit = rig(unit={"personality": "fixed"})
    heads[0].obey(command("cool", 18))
    seen = run(unit, row_at(outdoor_c), [27.0], 90)[-10:]
    assert -np.mean([h for _, h in seen]) == pytest.approx(heat_w, rel=0.01)
    assert np.mean([p for p, _ in seen]) - unit.standby_w == pytest.approx(power_w, rel=0.01)


def test_a_warmer_room_takes_from_the_heating_cop():
    heads, unit = rig(unit={"personality": "fixed"})
    heads[0].obey(command("heat", 30))
    power, heat = run(unit, row_at(7.0), [24.0], 90)[-1]
    assert heat == pytest.approx(2430.0, rel=0.01)
    assert power - unit.standby_w == pytest.approx(510.0, rel=0.01)


def test_low_speed_is_where_the_cop_is():
    relative = [r / part_load_power(r) for r in (0.35, 0.52, 0.7, 1.0, 1.4)]
    assert relative == sorted(relative, reverse=True)
    assert relative[3] == pytest.approx(1.0)
    assert relative[4] / relative[0] == pytest.approx(0.5, abs=0.02)
    r = np.linspace(0.2, 1.4, 121)
    power = np.array([part_load_power(x) for x in r])
    assert (np.diff(power, 2) > -1e-9).all()


DEFROSTS = [
    (9.0, 0.2, 0),
    (7.0, 1.0, 0),
    (4.0, 0.2, 1),
    (0.0, 1.0, 1),
    (-5.0, 1.0, 1),
    (0.0, 3.9, 0),
    (-20.0, 0.5, 0),
]


@pytest.mark.parametrize("outdoor_c, below_wet_k, expected", DEFROSTS)
def test_defrost_only_where_the_coil_is_cold_and_the_air_damp(outdoor_c, below_wet_k, expected):
    heads, unit = rig(unit={"personality": "fixed"})
    heads[0].obey(command("heat", 30))
    run(unit, row_at(outdoor_c, below_wet_k), [20.0], 240)
    assert (unit.defrosts > 0) == bool(expected)


def test_a_defrost_gives_no_heat_and_stills_the_fan():
    heads, unit = rig(unit={"personality": "fixed"})
    heads[0].obey(command("heat", 30))
    row = row_at(0.0)
    while not unit.defrosting:
        heat_before = unit.heat_w
        unit.step(row, [20.0])
    assert heads[0].fan == 0.0
    heat = [unit.heat_w] + [h for _, h in run(unit, row, [20.0], 5)]
    assert heat[:4] == [0.0] * 4
    assert heat[5] > 0.8 * heat_before
    assert heads[0].fan > 0.0
    assert unit.starts == 1 and unit.defrosts == 1


def test_cooling_never_defrosts():
    heads, unit = rig()
    heads[0].obey(command("cool", 16))
    run(unit, row_at(2.0, 0.1), [24.0], 600)
    assert unit.heat_w < 0.0 and unit.defrosts == 0


def test_low_speed_comes_only_after_the_warm_up():
    heads, unit = rig()
    heads[0].obey(command("heat", 21))
    row = row_at(7.0)
    unit.step(row, [18.0])
    # Its return air is held 1 K past the target: it wants the lowest speed and does not stop.
    heads[0].sensed_c, heads[0]._fast = 22.0, 0.0
    loads = []
    for _ in range(20):
        unit.step(row, [18.0])
        loads.append(unit.part_load)
    assert loads[0] > 0.65
    assert loads == sorted(loads, reverse=True)
    assert loads[-1] == pytest.approx(0.35)
    assert loads.index(0.35) == 14


def test_heat_comes_a_minute_late_after_a_start():
    heads, unit = rig(unit={"personality": "fixed"})
    heads[0].obey(command("heat", 30))
    row = row_at(7.0)
    heat = [h for _, h in run(unit, row, [20.0], 10)]
    missing_s = sum(heat[-1] - h for h in heat) * 60.0 / heat[-1]
    assert missing_s == pytest.approx(60.0, rel=0.02)


def test_its_own_minimum_times():
    heads, unit = rig(unit={"personality": "fixed"})
    row = row_at(7.0)
    heads[0].obey(command("heat", 21))
    states = []
    for _ in range(60):
        # The return air swings far past thermo-off and back every minute.
        heads[0].sensed_c = 25.0 if len(states) % 2 else 15.0
        unit.step(row, [25.0 if len(states) % 2 else 15.0])
        states.append(unit.running)
    lengths = []
    for state in states:
        if lengths and lengths[-1][0] == state:
            lengths[-1][1] += 1
        else:
            lengths.append([state, 1])
    assert len(lengths) > 5
    assert all(n >= 5 for on, n in lengths[1:-1] if on)
    assert all(n >= 3 for on, n in lengths[1:-1] if not on)
    assert unit.starts == sum(1 for on, _ in lengths if on)


def test_off_stops_at_once_and_the_start_waits_three_minutes():
    heads, unit = rig()
    row = row_at(7.0)
    heads[0].obey(command("heat", 25))
    run(unit, row, [18.0], 2)
    assert unit.running
    heads[0].obey(command("off"))
    run(unit, row, [18.0], 1)
    assert not unit.running and heads[0].heat_w == 0.0 and unit.power_w == unit.standby_w
    heads[0].obey(command("heat", 25))
    waits = 0
    while not unit.running:
        run(unit, row, [18.0], 1)
        waits += 1
    assert waits == 3
    assert unit.starts == 2


def test_first_mode_wins_and_the_other_stands_by():
    heads, unit = rig(2)
    row = row_at(12.0)
    heads[0].obey(command("heat", 24))
    run(unit, row, [18.0, 28.0], 1)
    heads[1].obey(command("cool", 20))
    run(unit, row, [18.0, 28.0], 30)
    assert unit.cls == "heat"
    assert heads[0].heat_w > 500.0
    assert heads[1].standing_by and heads[1].fan == 0.0
    assert 0.0 <= heads[1].heat_w <= 150.0
    # The first head goes off: the class stays with nobody to hold it but the second, who is on.
    heads[0].obey(command("off"))
    run(unit, row, [18.0, 28.0], 30)
    assert unit.cls == "heat" and not unit.running
    # Both off for five minutes: free.
    heads[1].obey(command("off"))
    run(unit, row, [18.0, 28.0], 4)
    assert unit.cls == "heat"
    run(unit, row, [18.0, 28.0], 2)
    assert unit.cls is None
    heads[1].obey(command("cool", 20))
    run(unit, row, [18.0, 28.0], 10)
    assert unit.cls == "cool" and heads[1].heat_w < 0.0 and not heads[1].standing_by


def test_dry_is_cooling():
    heads, unit = rig(2)
    row = row_at(25.0)
    heads[0].obey(command("dry", 22))
    run(unit, row, [27.0, 18.0], 5)
    heads[1].obey(command("heat", 22))
    run(unit, row, [27.0, 18.0], 20)
    assert unit.cls == "cool" and heads[1].standing_by
    assert heads[0].heat_w < 0.0


@pytest.mark.parametrize("holds", [True, False])
def test_a_head_in_fan_only_can_hold_the_class(holds):
    heads, unit = rig(2, outdoor={"fan_only_holds": holds})
    row = row_at(12.0)
    heads[0].obey(command("heat", 24))
    run(unit, row, [18.0, 18.0], 5)
    heads[1].obey(command("fan_only"))
    heads[0].obey(command("off"))
    run(unit, row, [18.0, 18.0], 20)
    assert heads[1].fan > 0.0 and not heads[1].standing_by
    assert unit.cls == ("heat" if holds else None)


def test_one_head_alone_may_turn_round():
    heads, unit = rig(1)
    row = row_at(15.0)
    heads[0].obey(command("heat", 24))
    run(unit, row, [20.0], 10)
    heads[0].obey(command("cool", 16))
    run(unit, row, [20.0], 1)
    assert not unit.running
    run(unit, row, [20.0], 5)
    assert unit.cls == "cool" and unit.heat_w < 0.0 and unit.starts == 2


def test_idle_heads_of_a_heating_multi_split_leak_heat():
    heads, unit = rig(3, unit={"personality": "fixed"})
    heads[0].obey(command("heat", 30))
    run(unit, row_at(7.0), [20.0] * 3, 60)
    for head in heads[1:]:
        assert 50.0 <= head.heat_w <= 150.0
    assert sum(h.heat_w for h in heads) == pytest.approx(unit.heat_w)
    heads[0].obey(command("off"))
    run(unit, row_at(7.0), [20.0] * 3, 1)
    assert [h.heat_w for h in heads] == [0.0] * 3


def test_heat_is_split_as_it_is_asked_for():
    heads, unit = rig(2)
    heads[0].obey(command("heat", 30))
    heads[1].obey(command("heat", 21))
    run(unit, row_at(7.0), [18.0, 19.0], 60)
    assert heads[0].want > 1.5 * heads[1].want > 0.0
    ratio = heads[0].heat_w / heads[1].heat_w
    assert ratio == pytest.approx(heads[0].want / heads[1].want)
    assert heads[0].heat_w + heads[1].heat_w == pytest.approx(unit.heat_w)
    assert unit.heat_w <= 1.4 * 1.01 * unit.nominal_heat_w


@pytest.mark.parametrize("ratio", [0.35, 0.52])
def test_the_lowest_speed_is_a_parameter(ratio):
    heads, unit = rig(outdoor={"min_ratio": ratio})
    heads[0].obey(command("heat", 21))
    row = row_at(7.0)
    for _ in range(40):
        unit.step(row, [20.0])
        heads[0].sensed_c = 21.9
    assert unit.part_load == pytest.approx(ratio)


class Box:
    """A room of one capacity and one loss, W/K: enough to tell thermostats apart."""

    def __init__(self, personality, room_c=20.0, loss_w_k=60.0, **unit):
        self.heads, self.unit = rig(unit={"personality": personality, **unit})
        self.air = [room_c]
        self.loss_w_k = loss_w_k

    def run(self, outdoor_c, hours):
        row = row_at(outdoor_c)
        seen = []
        for _ in range(hours * 60):
            self.unit.step(row, self.air)
            heat = self.heads[0].heat_w + self.loss_w_k * (outdoor_c - self.air[0])
            self.air[0] += heat * 60.0 / 600e3
            seen.append((self.air[0], self.unit.part_load))
        return np.array(seen)


def heated(personality, outdoors=(2.0,), hours=24, **unit):
    """Room air, part load, starts a day; the outdoor temperatures take turns."""
    box = Box(personality, **unit)
    box.heads[0].obey(command("heat", 21))
    box.run(outdoors[0], 12)
    starts = box.unit.starts
    seen = np.concatenate([box.run(c, hours // len(outdoors)) for c in outdoors])
    return seen[:, 0], seen[:, 1], (box.unit.starts - starts) * 24 / hours


def test_five_personalities_and_no_two_alike():
    marks = {}
    for name in PERSONALITIES:
        air, load, starts = heated(name, (2.0, -8.0, 6.0, -4.0))
        marks[name] = (air.mean() / 0.15, air.std() / 0.1, load.std() / 0.05, starts / 5.0)
    assert len(marks) >= 5
    names = list(marks)
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            apart = [abs(x - y) for x, y in zip(marks[a], marks[b], strict=True)]
            assert max(apart) > 1.0, (a, b, apart)


def test_proportional_runs_through_and_fixed_goes_on_and_off():
    _, load, starts = heated("proportional")
    assert starts <= 1.0 and load.std() < 0.1
    _, _, starts = heated("fixed")
    assert starts >= 20.0
    _, load, _ = heated("coarse")
    assert load.std() > 0.15


def test_the_hidden_offset_warms_the_room_by_kelvins():
    plain = heated("proportional")[0].mean()
    for offset in (2.0, 3.0, 4.0):
        air = heated("hidden_offset", hidden_offset_k=offset)[0].mean()
        assert air - plain == pytest.approx(offset, abs=0.8)


def test_the_integrator_is_slow_to_answer():
    """After a cold start the proportional one is at full speed at once, the integrator much
    later."""
    minutes = {}
    for name in ("proportional", "integrator"):
        box = Box(name, room_c=16.0)
        box.heads[0].obey(command("heat", 21))
        seen = box.run(2.0, 3)
        minutes[name] = int(np.argmax(seen[:, 1] > 1.2))
    assert minutes["proportional"] <= 2
    assert minutes["integrator"] >= 6


def test_thermo_off_lies_where_the_make_has_it():
    for past_k in (0.5, 1.5, 3.0):
        heads, _ = rig(unit={"thermo_off_k": past_k})
        heads[0].obey(command("heat", 21))
        heads[0].think(15.0)
        for reading in np.arange(19.0, 26.0, 0.5):
            heads[0].sensed_c = reading
            heads[0]._fast = heads[0]._slow = 0.0
            if heads[0].think(20.0) == 0.0:
                break
        assert reading - 21.0 == pytest.approx(past_k)


@pytest.mark.parametrize("after", ["on", "off", "sampling"])
def test_the_fan_after_thermo_off(after):
    heads, unit = rig(unit={"fan_after_off": after})
    heads[0].obey(command("heat", 21))
    row = row_at(7.0)
    run(unit, row, [18.0], 30)
    fans = []
    for _ in range(120):
        unit.step(row, [27.0])
        fans.append(heads[0].fan > 0.0)
    share = np.mean(fans[30:])
    assert not unit.running
    if after == "on":
        assert share == 1.0
    elif after == "off":
        assert share == 0.0
    else:
        assert 0.05 < share < 0.3


@pytest.mark.parametrize(
    "form, at_rest, loaded", [("wall", 0.5, 2.0), ("ceiling", 1.0, 3.0), ("floor", -0.3, 0.3)]
)
def test_where_it_hangs_biases_its_return_air(form, at_rest, loaded):
    for part_load, bias in ((0.0, at_rest), (1.0, loaded)):
        heads, _ = rig(unit={"form": form})
        heads[0].obey(command("heat", 21))
        heads[0].part_load = part_load
        heads[0].think(20.0)
        assert heads[0].sensed_c == pytest.approx(20.0 + bias)
        assert heads[0].return_c == pytest.approx(heads[0].sensed_c, abs=0.25)
        assert heads[0].return_c * 2 == int(heads[0].return_c * 2)


def test_the_setpoint_is_rounded_as_the_unit_can():
    for step_k, taken in ((1.0, 22.0), (0.5, 21.5)):
        heads, _ = rig(unit={"step_k": step_k})
        heads[0].obey(command("heat", 21.6))
        assert heads[0]._target_c == taken


def test_the_frost_function_holds_eight_degrees():
    box = Box("proportional", room_c=12.0, loss_w_k=60.0)
    box.heads[0].obey(command("heat", 10, frost=True))
    air = box.run(-8.0, 30)[-600:, 0]
    assert 5.0 < air.mean() < 9.0


def test_fan_speed_limits_capacity_and_makes_noise():
    heat, noise = {}, {}
    for fan in ("quiet", "medium", "high"):
        heads, unit = rig()
        heads[0].obey(command("heat", 30, fan))
        run(unit, row_at(7.0), [15.0], 30)
        heat[fan], noise[fan] = heads[0].heat_w, heads[0].noise_dba
    assert heat["quiet"] < heat["medium"] < heat["high"]
    assert 18.0 < noise["quiet"] < noise["medium"] < noise["high"] < 45.0


def cooled_head(want, ratio=0.012):
    heads, unit = rig()
    heads[0].obey(command("cool", 16))
    row = row_at(30.0)
    run(unit, row, [27.0], 20)
    heads[0].heat_w = -2000.0 * want
    heads[0].part_load = want
    heads[0].fan = 0.35 + 0.5 * want
    for _ in range(6):
        heads[0].coil(27.0, ratio, 101325.0, 300)
    return heads[0]


def test_a_low_speed_dries_less():
    low, high = cooled_head(0.35), cooled_head(1.2)
    assert high.sensible_share < low.sensible_share <= 1.0
    # EN 14511's cooling point with air of 47 % humidity: sensible ratio 0.7 to 0.9 for such units.
    assert 0.65 < cooled_head(1.0, 0.0105).sensible_share < 0.92
    assert cooled_head(1.0, 0.004).sensible_share == pytest.approx(1.0)
    assert high.dried_kg_s * 2.45e6 == pytest.approx(2400.0 * (1.0 - high.sensible_share))


def test_water_on_the_coil_goes_back_while_the_fan_runs_on():
    head = cooled_head(1.0)
    held = head.coil_water_kg
    assert 0.1 < held <= 0.9 / 10500.0 * 2000.0
    head.running, head.heat_w, head.fan = False, 0.0, 0.35
    back = 0.0
    for _ in range(24):
        head.coil(27.0, 0.012, 101325.0, 300)
        assert head.dried_kg_s <= 0.0
        assert head.evaporation_w == pytest.approx(head.dried_kg_s * 2.45e6)
        back -= head.dried_kg_s * 300
    # Two hours at 0.35 of the flow: 2.8 time constants of 900 s / 0.35.
    assert back + head.coil_water_kg == pytest.approx(held)
    assert head.coil_water_kg == pytest.approx(0.06 * held, rel=0.2)
    head.fan = 0.0
    head.coil_water_kg = 0.1
    head.coil(27.0, 0.012, 101325.0, 300)
    assert head.coil_water_kg == 0.1 and head.dried_kg_s == 0.0
