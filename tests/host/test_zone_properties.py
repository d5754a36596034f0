"""What no room may ever ask for, whatever it reads and whatever people want."""

import random
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[1] / "portable"))
from one_room import OneRoom, Wish, traits

MODES = ("off", "heat", "cool", "heat_cool", "dry", "fan_only")
AT_ONCE = ("person_off", "mode_change", "window", "over_temperature", "load_limit")


@settings(max_examples=150, deadline=None)
@given(
    heat=st.integers(1600, 2500),
    gap=st.integers(200, 500),
    differential=st.integers(20, 200),
    off=st.integers(-300, 300),
)
def test_engages_exactly_at_half_a_differential(heat, gap, differential, off):
    cool = heat + gap
    for target, cls in ((heat, "heat"), (cool, "cool")):
        room = OneRoom(Wish("heat_cool", heat, cool), 1650, differential_cdeg=differential)
        cdeg = target + off
        wants = room.lasts(3, cdeg)
        half = differential // 2
        expected = "heat" if heat - cdeg > half else "cool" if cdeg - cool > half else None
        if (expected == "cool" and cdeg < 1600) or (expected == "heat" and cdeg > 2600):
            expected = None
        assert wants == expected, (cls, cdeg)


STORY = st.lists(
    st.tuples(
        st.integers(1, 40),
        st.sampled_from(
            ("room", "outdoor", "mode", "setpoints", "sleep", "off", "window", "shed", "blind",
             "grant", "person", "humid")
        ),
        st.integers(0, 10**6),
    ),
    max_size=25,
)


def change(room, what, number):
    wish = room.wish
    if what == "outdoor":
        room.outdoor_cdeg = None if number % 7 == 0 else number % 6000 - 2000
    elif what == "mode":
        wish.mode = wish.wish = MODES[number % 6]
    elif what == "setpoints":
        wish.heat_cdeg = 1500 + number % 1100
        wish.cool_cdeg = wish.heat_cdeg + 100 + number % 700
        wish.occupied = number % 2 == 0
    elif what == "sleep":
        wish.sleep = number % 2 == 0
    elif what == "off":
        wish.person_off = number % 2 == 0
        wish.mode = "off" if wish.person_off else "heat_cool"
        wish.why = "off" if wish.person_off else ("schedule", "vacation")[number % 4 // 2]
    elif what == "window":
        room.inputs.window = (None, True, False)[number % 3]
    elif what == "shed":
        room.shed = number % 3 == 0
    elif what == "grant":
        room.grants = number % 3 != 0
        room.call = (None, "heat", "cool")[number % 3]
    elif what == "person":
        wish.mode = wish.wish = MODES[number % 6]
        wish.person_at_s = room.now_s
    elif what == "humid":
        room.inputs.humidity_cpct = number % 10000


def check(room, before, kept_from_s):
    """What must always hold after a scan. before: (wants, call) of the scan before."""
    zone = room.zone
    wish = room.wish
    cdeg = room.reading.cdeg
    wants = zone.wants
    assert wants in (None, "heat", "cool")
    assert 0 <= zone.score <= 4000
    assert zone.end is None or zone.end in AT_ONCE
    assert (zone.target_cdeg is None) == (wants is None)
    if zone.resting:
        assert wants is not None and zone.score == 0
    if zone.dry:
        assert wants == "cool"
    if wish.person_off:
        assert wants is None and zone.end is not None
    if cdeg is not None:
        heat_cdeg = wish.heat_cdeg if wish.mode in ("heat", "heat_cool") else 2500
        if cdeg > max(2600, heat_cdeg + 100):
            assert wants != "heat"
        cool_cdeg = wish.cool_cdeg if wish.mode in ("cool", "heat_cool") else 1700
        if wish.mode != "dry" and cdeg < min(1600, cool_cdeg - 100):
            assert wants != "cool"
        if cdeg < 700 and not wish.person_off:
            assert wants == "heat"
    call = before[1]
    if call is not None and wants != call and room.now_s - kept_from_s < 1800:
        assert zone.end is not None or zone.frost.duty is not None, zone.reason


@settings(max_examples=250, deadline=None)
@given(story=STORY, frost=st.sampled_from((None, 800)), seed=st.integers(0, 10**6))
def test_whatever_happens(story, frost, seed):
    rng = random.Random(seed)
    room = OneRoom(Wish(), 1000, traits(frost), dry_above_cpct=6500)
    room.lasts(3)
    kept_from_s = room.now_s
    for minutes, what, number in story:
        change(room, what, number)
        to = number % 4000 - 500 if what == "room" else room.cdeg + rng.randint(-100, 100)
        start = room.cdeg
        for k in range(1, minutes + 1):
            before = (room.zone.wants, room.call)
            if what == "blind":
                room.cdeg = None
                room.step()
                room.cdeg = start
            else:
                room.step(start + (to - start) * k // minutes)
            check(room, before, kept_from_s)
            if room.call != before[1]:
                kept_from_s = room.now_s


@settings(max_examples=60, deadline=None)
@given(
    cls=st.sampled_from(("heat", "cool", None)),
    outdoor=st.sampled_from((1650, 1000, 3000)),
    share=st.floats(0.001, 0.5),
    seed=st.integers(0, 10**6),
)
def test_spikes_change_no_demand(cls, outdoor, share, seed):
    """85, -127, markers, absence and jumps among good samples: 0 changes of what is wanted."""
    rng = random.Random(seed)
    wish = {"heat": Wish("heat"), "cool": Wish("cool"), None: Wish()}[cls]
    level = {"heat": 1950, "cool": 2650, None: 2300}[cls]
    room = OneRoom(wish, outdoor)
    room.lasts(40, level)
    wants = room.zone.wants
    rests = room.zone.resting
    bad = 0
    for minute in range(600):
        cdeg = level + rng.randint(-5, 5)
        bad += 1
        if rng.random() < share and bad < 3:
            cdeg = rng.choice((8500, -12700, 12650, None, cdeg + 2000, cdeg - 1500))
        else:
            bad = 0
        room.cdeg = cdeg
        room.step()
        assert room.zone.wants == wants and room.zone.resting == rests, minute
        assert abs(room.reading.cdeg - level) <= 6
    assert room.ends == []


@settings(max_examples=40, deadline=None)
@given(
    outdoor=st.integers(-1500, 650), dip=st.integers(30, 200), minutes=st.integers(4, 15),
    pause=st.integers(25, 90), error=st.integers(0, 90),
)
def test_defrosts_are_never_a_window_nor_a_fault(outdoor, dip, minutes, pause, error):
    room = OneRoom(Wish("heat"), outdoor)
    room.lasts(30, 1940)
    level = 2000 - error
    room.drifts(40, level)
    for _ in range(6):
        room.drifts(minutes, level - dip)
        room.drifts(max(pause - 15, 10), level)
        room.lasts(15)
        assert room.ends == [] and room.zone.wants == "heat"
        assert room.verify.fault is None


@settings(max_examples=40, deadline=None)
@given(fall=st.integers(8, 40), outdoor=st.integers(-1500, 1000), start=st.integers(1950, 2080))
def test_an_open_casement_is_found(fall, outdoor, start):
    """A room that falls by 8..40 K/h while its unit heats: found before it has lost 16 min of heat
    and closed again within half an hour and a quarter."""
    room = OneRoom(Wish("heat", 2100), outdoor)
    room.lasts(60, start)
    minutes = 0
    while not room.zone.window.open:
        room.step(room.cdeg - fall * 100 // 60)
        minutes += 1
        assert minutes <= 25
        if room.cdeg < outdoor + 700 or room.zone.frost.cold:
            return  # as cold as outdoors; or near frost, which outranks a window
    assert room.zone.wants is None and room.ends == ["window"]
    room.lasts(31)
    assert not room.zone.window.open and room.zone.wants == "heat"
