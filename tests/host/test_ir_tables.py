"""Every table against the project's vectors and fact sheets, mark by mark and space by space."""

import itertools
import random

import pytest

import ir_sheet
from ir_vectors import PLAIN, PROFILES, SWITCHES, WORDS, random_state, sheets, unit_of, vectors

RANDOM_STATES = 500


@pytest.mark.parametrize("profile", PROFILES)
def test_the_sheet_reader_itself_reproduces_the_vectors(profile):
    assert len(vectors()[profile]) == 6
    for vector in vectors()[profile]:
        assert ir_sheet.transmission(sheets()[profile], vector["state"]) == vector["timings"]


@pytest.mark.parametrize("profile", vectors())
def test_vectors(profile):
    for vector in vectors()[profile]:
        sent = unit_of(profile).encode_state(vector["state"])
        assert sent == (vector["hz"], vector["timings"]), vector["state"]
        read = unit_of(profile).decode_state(vector["timings"])
        assert read is not None and unit_of(profile).encode_state(read) == sent


@pytest.mark.parametrize("profile", PROFILES)
def test_random_states_equal_the_sheet_and_come_back(profile):
    rng = random.Random(profile)
    for _ in range(RANDOM_STATES):
        check(profile, random_state(rng))


@pytest.mark.parametrize("profile", PROFILES)
def test_every_mode_temperature_and_fan(profile):
    unit, sheet = unit_of(profile), sheets()[profile]
    for mode, fan in itertools.product(WORDS["mode"], WORDS["fan"]):
        for half in range(28, 69):
            state = {**PLAIN, "mode": mode, "fan": fan, "degrees": half / 2}
            assert unit.encode_state(state)[1] == ir_sheet.transmission(sheet, state), state


@pytest.mark.parametrize("profile", PROFILES)
def test_every_pair_of_the_other_keys(profile):
    others = {key: [True, False] for key in ["power", *SWITCHES]}
    others.update(swingv=WORDS["swingv"], swingh=WORDS["swingh"])
    for one, two in itertools.combinations(others, 2):
        for a, b in itertools.product(others[one], others[two]):
            mode = WORDS["mode"][(len(one) + len(two)) % 5]
            check(profile, {**PLAIN, "mode": mode, "degrees": 24.0, one: a, two: b})


def check(profile, state):
    """Sent as the sheet says; read back as a state that is sent the same way."""
    unit = unit_of(profile)
    timings = unit.encode_state(state)[1]
    assert timings == ir_sheet.transmission(sheets()[profile], state), state
    canonical = unit.decode_state(timings)
    assert canonical is not None, state
    assert unit.encode_state(canonical)[1] == timings, (state, canonical)
    assert unit.decode_state(timings) == unit.decode_state(unit.encode_state(canonical)[1])
    for key, value in canonical.items():
        if key in unit.toggles:
            assert value in (None, "toggled"), (key, value)
        elif key in ("power", "degrees") or key in SWITCHES:
            assert value is None or key == "degrees" or value in (True, False), (key, value)
