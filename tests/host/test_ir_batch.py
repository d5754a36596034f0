"""The batch of infra-red messages: every vector there and back, and bad lines."""

import pytest

from ir_vectors import EVERY, PROFILES, unit_of, vectors
from splitstat_cli import ir_batch


def test_every_profile_has_its_sheet_name():
    assert set(ir_batch.profiles()) == set(EVERY)


@pytest.mark.parametrize("profile", PROFILES)
def test_vectors_there_and_back(profile):
    for vector in vectors()[profile][:3]:
        sent = ir_batch.encode({"profile": profile, "state": vector["state"]})
        assert sent == {"hz": vector["hz"], "timings": vector["timings"]}
        read = ir_batch.decode({"timings": sent["timings"], "profile": profile})
        assert read["profile"] == profile and read["candidates"] == [profile] and read["hex"]
        assert unit_of(profile).encode_state(read["state"])[1] == sent["timings"]


def test_without_a_profile_the_true_one_is_a_candidate():
    for profile in ("GREE.YAW1F", "DAIKIN", "COOLIX", "HITACHI_AC1.R-LT0541-HTA-A"):
        timings = vectors()[profile][0]["timings"]
        read = ir_batch.decode({"timings": timings})
        assert profile in read["candidates"] and read["profile"] == read["candidates"][0]


def test_toggles_follow_previous():
    state = {"power": True, "mode": "cool", "degrees": 24.0}
    question = {"profile": "WHIRLPOOL_AC.DG11J191", "state": state, "previous": state}
    timings = ir_batch.encode(question)["timings"]
    assert ir_batch.decode({"timings": timings})["state"]["power"] is None


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        "{}",
        '{"profile": "NOPE", "state": {}}',
        '{"profile": "GREE.YAW1F", "state": {"fan": "turbo"}}',
        '{"profile": "GREE.YAW1F", "state": {"degrees": "warm"}}',
        '{"profile": "GREE.YAW1F", "state": 5}',
    ],
)
def test_a_bad_line_is_answered_with_an_error(line):
    assert list(ir_batch.answer(ir_batch.encode, line)) == ["error"]


@pytest.mark.parametrize(
    "line", ["{", "{}", '{"timings": [1.5]}', '{"timings": "x"}', '{"timings": [1, 2, 3]}']
)
def test_what_cannot_be_read_is_answered_with_why(line):
    said = ir_batch.answer(ir_batch.decode, line)
    assert said["profile"] is None and said["why"]
