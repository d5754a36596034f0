"""The whole home: its books on real weather, its people, its commands; and it repeats itself."""

import pytest

from host_sim.plant.building import HOME_KEYS, ROOM_KEYS, home_of, room_of
from host_sim.plant.occupants import week_of
from host_sim.plant.plant import Plant
from host_sim.plant.weather import load_weather
from splitstat.control.types import UnitCommand
from still_weather import still_weather

DAY = 1440


def command(mode, degrees=21.0, fan="auto"):
    return UnitCommand(mode, int(degrees * 100), fan, None, False)


def flat(weather="mixed", seed=1, day=15, outdoor=None, **home):
    """Three rooms on one outdoor unit and a hall."""
    rooms = [
        {"name": "living", "outdoor_unit": 0, "building": {"area_m2": 28, "doors": ["hall"]}},
        {"name": "bedroom", "outdoor_unit": 0, "building": {"use": "bedroom", "doors": ["hall"]}},
        {"name": "hall", "building": {"use": "hall", "area_m2": 8}},
        {"name": "office", "outdoor_unit": 0, "building": {"use": "office", "doors": ["hall"]}},
    ]
    place = load_weather(weather) if isinstance(weather, str) else weather
    return Plant(home, rooms, [outdoor or {}], place, seed=seed, start_h=24 * day)


def run(plant, days, each=None):
    for k in range(plant.k, plant.k + int(days * DAY)):
        if each:
            each(plant)
        plant.step(k)


@pytest.mark.parametrize(
    "weather, day, mode, degrees",
    [("cold", 15, "heat", 21), ("mixed", 190, "cool", 24), ("hot_humid", 200, "dry", 24)],
)
def test_the_books_close_on_real_weather(weather, day, mode, degrees):
    plant = flat(weather, day=day)
    for head in plant.heads:
        head.obey(command(mode, degrees))
    run(plant, 5.3)
    books = plant.balance()
    assert abs(books["sensible_j"]) > 50e6
    assert books["sun_j"] > 10e6 and books["gains_j"] > 10e6
    assert books["error"] < 1e-6
    assert abs(books["water_error_kg"]) < 1e-9
    moved = plant.heat_moved_j
    if mode == "heat":
        assert books["sensible_j"] == pytest.approx(moved)
        assert books["water_dried_kg"] == 0.0
    else:
        held = sum(head.coil_water_kg for head in plant.heads)
        dripped = books["water_dried_kg"] - held
        assert dripped > 1.0
        # Sensible and latent make up the whole; water that evaporated again counts in both.
        latent = books["water_dried_kg"] * 2.45e6
        assert -books["sensible_j"] + latent == pytest.approx(moved, rel=0.02)


def test_it_repeats_itself_and_another_seed_does_not():
    def trace(seed):
        plant = flat(seed=seed, airing_per_day=2.5)
        plant.heads[0].obey(command("heat"))
        seen = []
        run(plant, 2, lambda p: seen.append((tuple(p.air_c), p.power_w, tuple(p.window_open))))
        return seen

    one = trace(1)
    assert trace(1) == one
    assert trace(2) != one


def test_the_rooms_follow_their_units_and_the_hall_follows_the_rooms():
    plant = flat("cold")
    heads = [plant.head_of[i] for i in range(4)]
    assert heads == [0, 1, None, 2] and plant.head_room == [0, 1, 3]
    plant.heads[0].obey(command("heat", 22))
    heat = [0.0] * 4
    most_w = 0.0

    def add(p):
        nonlocal most_w
        most_w = max(most_w, p.power_w)
        for i in range(4):
            heat[i] += p.heat_w[i]

    run(plant, 2, add)
    # The idle heads of the multi-split leak a little, the hall has none.
    assert heat[0] > 5.0 * heat[1] > 0.0 and heat[2] == 0.0
    assert plant.air_c[0] > plant.air_c[2] > plant.outdoor_c
    assert plant.compressor_starts >= 1
    assert 300.0 < most_w < 3000.0
    assert plant.energy_j < plant.heat_moved_j < 6.0 * plant.energy_j
    assert len(plant.return_c) == 3 and len(plant.rh) == 4
    assert all(0.0 < x < 1.2 for x in plant.rh + plant.surface_rh)


def test_a_minimum_of_half_the_capacity_starts_more_often():
    starts = {}
    for ratio in (0.35, 0.52):
        plant = flat("mixed", outdoor={"min_ratio": ratio, "nominal_heat_w": 3500.0})
        for head in plant.heads:
            head.obey(command("heat", 21))
        run(plant, 4)
        starts[ratio] = plant.compressor_starts
    assert starts[0.52] > 1.2 * starts[0.35]


def test_cooling_dries_the_room():
    rh = {}
    for mode in ("off", "cool"):
        plant = flat("hot_humid", day=200, summer_airing=0)
        plant.heads[0].obey(command(mode, 23))
        run(plant, 3)
        rh[mode] = plant.ratio[0]
    assert rh["cool"] < 0.85 * rh["off"]


def test_people_come_by_the_hours_of_their_room():
    rooms = [
        {"name": "bed", "building": {"use": "bedroom"}},
        {"name": "mine", "occupied": [(600, 720), (1440 + 60, 1440 + 120)]},
    ]
    plant = Plant({}, rooms, [], still_weather(), weekday0=0)
    there = [[], []]
    for k in range(2 * DAY):
        plant.step(k)
        for i in (0, 1):
            there[i].append(plant.presence[i])
    assert there[0][3 * 60] == 1 and there[0][12 * 60] == 0 and there[0][23 * 60] == 1
    assert sum(there[1]) == 180
    assert there[1][11 * 60] == 1 and there[1][DAY + 90] == 1


def test_daylight_saving_moves_people_and_not_the_weather():
    given = [{"name": "a", "occupied": [(m + 600, m + 660) for m in range(0, 10080, 1440)]}]
    first = {}
    for shift in (0, 60):
        plant = Plant({}, given, [], still_weather(), wall_shift_min=shift)
        presence = []
        for k in range(2 * DAY):
            plant.step(k)
            presence.append(plant.presence[0])
        first[shift] = presence[DAY:].index(1)
    assert first[0] - first[60] == 60


def test_the_week_has_a_weekend():
    office = week_of("office")
    assert all(start < 5 * 1440 for start, _ in office)
    assert week_of("living") != office
    for use in ("living", "bedroom", "office", "kitchen", "bath", "hall"):
        for start, end in week_of(use):
            assert 0 <= start < end <= 10080


def test_windows_are_opened_as_often_as_the_home_says():
    for rate in (0.0, 2.0):
        plant = Plant(
            {"airing_per_day": rate, "summer_airing": 0},
            [{"name": "a", "occupied": [(0, 10080)]}],
            [],
            still_weather(dry_c=5.0),
        )
        opened = 0
        was = 0
        for k in range(10 * DAY):
            plant.step(k)
            opened += plant.window_open[0] and not was
            was = plant.window_open[0]
        assert rate * 10 * 0.8 <= opened <= rate * 10


def test_warm_evenings_open_windows_unless_the_unit_runs():
    rooms = [{"name": "a", "outdoor_unit": 0, "start_c": 29.0, "occupied": [(0, 10080)]}]
    for on, expected in ((False, 1), (True, 0)):
        home = {"airing_per_day": 0}
        plant = Plant(home, rooms, [{}], still_weather(dry_c=20.0))
        if on:
            plant.heads[0].obey(command("cool", 27))
        run(plant, 0.02)
        assert plant.window_open[0] == expected


def test_somebody_presses_the_handset():
    plant = flat(handset_per_day=3.0)
    presses = []
    for k in range(6 * DAY):
        for head, told in plant.handset():
            presses.append((k, head))
            assert isinstance(told, UnitCommand)
            plant.heads[head].obey(told)
        plant.step(k)
    assert 25 <= len(presses) <= 54
    assert {head for _, head in presses} == {0, 1, 2}
    assert all(7 * 60 <= k % DAY < 23 * 60 for k, _ in presses)
    assert plant.heads[0].command is not None


def test_steps_come_in_order():
    plant = flat()
    plant.step(0)
    with pytest.raises(ValueError, match="step 5 asked for, the plant is at 1"):
        plant.step(5)


def test_a_step_of_ten_seconds_gives_the_same_home():
    ends = []
    for dt_s in (10, 60):
        rooms = [{"name": "a", "outdoor_unit": 0, "start_c": 16.0}]
        plant = Plant({}, rooms, [{}], still_weather(dry_c=-2.0), dt_s=dt_s)
        plant.heads[0].obey(command("heat", 22))
        for k in range(86400 // dt_s):
            plant.step(k)
        ends.append((plant.air_c[0], plant.energy_j / 3.6e6))
        assert plant.balance()["error"] < 1e-9
    assert ends[0][0] == pytest.approx(ends[1][0], abs=0.5)
    assert ends[0][1] == pytest.approx(ends[1][1], rel=0.05)


def test_every_key_has_a_believable_default():
    for table in (HOME_KEYS, ROOM_KEYS):
        for key, (kind, _unit, low, high, default, doc) in table.items():
            assert kind in ("number", "word", "words") and doc, key
            if kind == "number" and default is not None:
                assert low <= default <= high, key
            if kind == "word" and low is not None and default is not None:
                assert default in low, key
    for use in ("living", "bath"):
        values = room_of({"use": use}, home_of({}))
        for key, (kind, _, low, high, _, _) in ROOM_KEYS.items():
            if kind == "number":
                assert low <= values[key] <= high, key
