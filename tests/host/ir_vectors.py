"""The project's infra-red vectors, sheets and recordings for tests, and random states."""

import json
import os
from functools import cache
from pathlib import Path

from splitstat import units

HERE = Path(__file__).parents[1] / "vectors" / "ir"
# Recordings of real remotes are other people's: they stay where the facts are.
FACTS = Path(os.environ.get("SPLITSTAT_FACTS", HERE.parents[3] / "shared" / "facts"))
CAPTURES = FACTS / "ir" / "captures.jsonl"

WORDS = {
    "mode": "auto cool heat dry fan".split(),
    "fan": "auto min low medium medium_high high max".split(),
    "swingv": "off auto highest high upper_middle middle low lowest".split(),
    "swingh": "off auto left_max left middle right right_max wide".split(),
}
SWITCHES = "quiet turbo econo light filter clean beep sleep".split()
PLAIN = {"power": True, "fan": "auto", "swingv": "off", "swingh": "off"}
PLAIN.update(dict.fromkeys(SWITCHES, False))


def full(state: dict) -> dict:
    """A state with all its keys."""
    return {**PLAIN, **state}


@cache
def vectors() -> dict[str, list[dict]]:
    """profile -> its vectors, timings written out."""
    found: dict[str, list[dict]] = {}
    for line in (HERE / "vectors.jsonl").read_text().splitlines():
        vector = json.loads(line)
        us = vector.pop("us")
        vector["timings"] = [us[ord(letter) - 97] for letter in vector.pop("pulses")]
        vector["state"] = full(vector["state"])
        found.setdefault(vector["profile"], []).append(vector)
    return found


@cache
def sheets() -> dict[str, dict]:
    """profile -> its fact sheet."""
    found = [json.loads(path.read_text()) for path in sorted((HERE / "sheets").glob("*.json"))]
    return {sheet["profile"]: sheet for sheet in found}


PROFILES = sorted(sheets())
# Of these there is no sheet: what is known of them are vectors, or recordings.
OTHERS = sorted({"AIRWELL", *vectors()} - set(PROFILES))
EVERY = [*PROFILES, *OTHERS]


@cache
def unit_of(profile: str):
    """The unit whose file speaks this profile."""
    return units.load(profile.lower().replace("-", "_"))


def random_state(rng) -> dict:
    """Any state: what the sheets' vocabulary allows, 14 to 34 degC in half degrees."""
    state = {"power": rng.random() < 0.8, "degrees": rng.randrange(28, 69) / 2}
    for key, words in WORDS.items():
        state[key] = rng.choice(words)
    for key in SWITCHES:
        state[key] = rng.random() < 0.3
    return state
