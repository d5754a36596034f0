"""What must hold for any person pressing anything at any time."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from splitstat.control.intent import Intent
from splitstat.control.schedule import MODES

START_MIN = 14_000_000
cdeg = st.one_of(
    st.none(), st.integers(1500, 3000), st.integers(0, 4000), st.floats(), st.text(max_size=3)
)
minutes = st.one_of(st.none(), st.integers(-3, 400), st.integers(), st.booleans(), st.floats())
EVENTS = st.one_of(
    st.tuples(st.just("mode"), st.one_of(st.sampled_from(MODES), minutes), st.none()),
    st.tuples(st.just("setpoint"), cdeg, cdeg),
    st.tuples(st.sampled_from(("hold", "boost", "away")), minutes, st.none()),
    st.tuples(
        st.just("vacation"),
        st.one_of(st.integers(START_MIN, START_MIN + 9000), minutes),
        st.none(),
    ),
    st.tuples(st.sampled_from(("resume", "nonsense", None)), minutes, minutes),
)
# (minutes to live on, has a clock, presence, event or None)
LIVES = st.lists(
    st.tuples(
        st.integers(0, 500),
        st.booleans(),
        st.sampled_from((None, True, False)),
        st.one_of(st.none(), EVENTS),
    ),
    max_size=25,
)


@st.composite
def configs(draw):
    gap = draw(st.integers(100, 500))
    heat = draw(st.integers(500, 3500 - gap))
    cool = draw(st.integers(heat + gap, 3500))
    setback_heat = draw(st.integers(500, heat))
    setback_cool = draw(st.integers(cool, 3500))
    comfort = [heat, cool, 1]
    setback = [setback_heat, setback_cool, 0]
    mode = st.sampled_from((None, *MODES))
    blocks = [
        [draw(mode), *draw(st.sampled_from((comfort, setback))), minute]
        for minute in sorted(draw(st.sets(st.integers(0, 10079), max_size=6)))
    ]
    return {
        "mode": draw(st.sampled_from(MODES)),
        "heat_cdeg": heat,
        "cool_cdeg": cool,
        "setback_mode": draw(st.sampled_from((None, "off", "heat", "cool"))),
        "setback_heat_cdeg": setback_heat,
        "setback_cool_cdeg": setback_cool,
        "deadband_cdeg": gap,
        "hold_min": draw(st.sampled_from((-1, 0, 30))),
        "presence": draw(st.integers(0, 1)),
        "blocks": blocks,
        "sleep": [0, 400],
    }


def wanted(intent):
    return (
        intent.mode,
        intent.heat_cdeg,
        intent.cool_cdeg,
        intent.occupied,
        intent.sleep,
        intent.person_off,
        intent.person_at_s,
        intent.why,
    )


def live(config, life, stride=7):
    """Yields (intent, minute, what step() takes, event) after each part of a life."""
    intent = Intent(config)
    minute = 0
    for length, clock, presence, event in life:
        accepted = None
        now = (minute * 60 + 100, START_MIN + minute if clock else None)
        if event is not None:
            before = intent.snapshot(now[0])
            accepted = intent.event(*now, *event)
            if not accepted:
                assert intent.snapshot(now[0]) == before
        end = minute + length
        while True:
            week_min = (START_MIN + minute) % 10080 if clock else None
            now = (minute * 60 + 100, START_MIN + minute if clock else None)
            intent.step(*now, week_min, presence)
            if minute >= end:
                break
            minute = min(end, minute + stride)
        yield intent, (*now, week_min, presence), event if accepted else None


@given(configs(), LIVES)
def test_setpoints_are_in_range_and_apart(config, life):
    for intent, _, _ in live(config, life):
        assert intent.mode in MODES
        if intent.mode == "heat_cool":
            assert intent.cool_cdeg - intent.heat_cdeg >= config["deadband_cdeg"]
        if intent.mode in ("heat", "heat_cool"):
            assert 500 <= intent.heat_cdeg <= 3500
        if intent.mode in ("cool", "heat_cool", "dry"):
            assert 500 <= intent.cool_cdeg <= 3500


@given(configs(), LIVES)
def test_off_by_a_person_ends_with_a_mode_word_alone(config, life):
    off = config["mode"] == "off"
    for intent, _, event in live(config, life):
        if event is not None and event[0] == "mode":
            off = event[1] == "off"
        assert intent.person_off == off
        if off:
            assert intent.mode == "off" and intent.why == "off"


@given(configs(), LIVES)
def test_a_mode_that_a_person_asks_for_is_not_withheld(config, life):
    knows_the_block = (0, True, None, None)
    at_once = [(0, True, presence, event) for _, _, presence, event in life]
    for intent, _, event in live(config, [knows_the_block, *at_once]):
        if event is not None and event[0] == "mode" and event[1] != "off":
            assert intent.mode != "off"


@given(configs(), LIVES)
def test_a_second_scan_at_once_changes_nothing(config, life):
    for intent, now, _ in live(config, life):
        before = wanted(intent)
        intent.step(*now)
        assert wanted(intent) == before


@given(configs(), LIVES)
def test_a_cut_of_no_length_changes_nothing(config, life):
    for intent, now, _ in live(config, life):
        data = json.loads(json.dumps(intent.snapshot(now[0])))
        assert len(json.dumps(data, separators=(",", ":"))) <= 100
        again = Intent(config)
        again.restore(now[0], data)
        again.step(*now)
        found, expected = wanted(again), wanted(intent)
        if intent.why == "absent" or (config["presence"] and now[3] is False):
            continue  # after a start nobody knows how long the room has been empty
        if now[2] is not None and data[-1] is not None and (data[-1] - now[2]) % 10080 <= 120:
            continue  # nor whether a block began a week ago, or in this hour that comes twice
        if now[2] is None:  # nor, without a clock, what day's sleep it is
            assert found[:4] == expected[:4]
        else:
            assert found == expected
        assert again.snapshot(now[0]) == data


@given(configs(), LIVES)
@settings(max_examples=50)
def test_the_period_of_the_scans_does_not_matter(config, life):
    life = [(length, clock, None, event) for length, clock, _, event in life]
    often = [(wanted(one), now) for one, now, _ in live(config, life, 1)]
    seldom = [(wanted(one), now) for one, now, _ in live(config, life, 13)]
    assert often == seldom
