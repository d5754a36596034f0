"""The board says of a reason and a fault what the command line says."""

import pytest

from splitstat.app import reason_text
from splitstat.app.home_assistant_asked import cents
from splitstat_cli import reasons


@pytest.mark.parametrize("word", reasons.WORDS)
@pytest.mark.parametrize("action", ["waiting", "heating"])
def test_a_reason(word, action):
    signed = reasons.WORDS[word][1] != "clock"  # seconds that are left are never negative
    for n in (-130, -4, 0, 5, 60, 140, 2130)[0 if signed else 2 :]:
        assert reason_text.say(action, word, n) == reasons.say(action, (word, n))


def test_faults():
    for word, text in reasons.FAULTS.items():
        assert reason_text.faults((word,)) == text
    assert reason_text.faults(()) == ""
    assert reason_text.say("idle", "made_up", 3) == "idle: made_up"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21.5", 2150),
        ("21", 2100),
        ("-3", -300),
        ("-0.25", -25),
        (".5", 50),
        ("21.567", 2156),
        *(
            (bad, None)
            for bad in "nan|inf|1e3|22,5|--5|+5|-|5.|1.2.3|²|1_0|1234567890||5-".split("|")
        ),
    ],
)
def test_numbers(text, value):
    assert cents(text) == value
