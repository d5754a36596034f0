"""Recordings of real remotes: the only evidence from outside that a table is right.

They are other people's recordings and not part of this repository: without the folder of facts
(SPLITSTAT_FACTS, else ../shared/facts beside the repository) these tests are skipped by name.
"""

import json

import pytest

from ir_vectors import CAPTURES, EVERY, unit_of
from splitstat import units
from splitstat.control.fahrenheit import to_fahrenheit
from splitstat.control.types import CodecError

pytestmark = pytest.mark.skipif(not CAPTURES.exists(), reason=f"no recordings at {CAPTURES}")

# Recordings that a table refuses, by protocol and state, and why.
REFUSED = {
    "COOLIX B20FE0": "one copy only; the second is the only check that this protocol has",
    "CORONA_AC 28619D966910EF": "a section (9D) that the sheet does not have",
    "HITACHI_AC1 B2AE4D51F06184000000001098": "model B, of which there is no sheet",
    "PANASONIC_AC 0220E004000000060220E004809B3253": "the short form of 16 bytes",
    "PANASONIC_AC32 0DF236FC": "mode code 5, which the sheet does not have",
    "SANYO_AC88 AA59A018062A1200000080": "its clock moved on between the copies",
    "VESTEL_AC F4410001FF1201": "16 degC, below the 18 degC that the sheet knows",
}
# Recordings of remotes that are set in Fahrenheit: no sheet has that, but the variants f do. They
# prove them. Degrees as stated, in degF.
FAHRENHEIT = {
    "BOSCH144 B24D3FC00CF3B24D3FC00CF3D5642011006A": ("bosch144.f", 61, "heat"),
    "DELONGHI_AC 6900000D0D01FB53": ("delonghi_ac.f", 90, "cool"),
    "MIDEA A18263FFFF6E": ("midea.f", 65, "auto"),
}
# Recordings that are read, where the reference library says something else of one key.
READ_OTHERWISE = {
    "RHOSS AA0460002080540000000002": ("degrees", 20.0),  # the library shows the bare code, 4
    "TEKNOPOINT 23CB26010024030F080000000053": ("swingv", "highest"),  # code 1, as in TCL112AC
}


def captures():
    if not CAPTURES.exists():
        return []
    return [json.loads(line) for line in CAPTURES.read_text().splitlines()]


def name_of(capture):
    return f"{capture['protocol']} {capture['state']}"


def readings(capture):
    """(unit, state) for every variant of the protocol that accepts the recording."""
    for profile in EVERY:
        if profile.split(".")[0] == capture["protocol"]:
            unit = unit_of(profile)
            try:
                state = unit.decode_state(capture["timings"])
            except CodecError:
                continue
            if state is not None:
                yield unit, state


def differences(unit, state, common):
    """Keys for which the stated word would have to be sent in another way than the word read."""
    out = []
    for key, word in state.items():
        if key == "feel":
            stated = common["sensor"]
        else:
            stated = common[key] >= 0 if key == "sleep" else common[key]
        if word in (None, "toggled", stated) or (key == "mode" and stated == "off"):
            continue
        if unit.encode_state({**state, key: stated}) != unit.encode_state(state):
            out.append((key, word))
    return out


@pytest.mark.parametrize("capture", captures(), ids=name_of)
def test_a_recording_is_read_as_stated(capture):
    found = [differences(unit, state, capture["common"]) for unit, state in readings(capture)]
    name = name_of(capture)
    if name in FAHRENHEIT:
        assert found == []
        unit, degf, mode = FAHRENHEIT[name]
        assert degf == capture["common"]["degrees"]
        state = units.load(unit).decode_state(capture["timings"])
        assert to_fahrenheit(round(100 * state["degrees"])) == degf
        assert state["mode"] == mode and state["power"] is True
    elif name in REFUSED:
        assert found == [], "read now: take it off the list"
    elif name in READ_OTHERWISE:
        assert [READ_OTHERWISE[name]] in found
    else:
        assert [] in found, found


def test_nothing_on_the_lists_is_missing_from_the_recordings():
    names = {name_of(capture) for capture in captures()}
    assert len(names) >= 80
    assert set(REFUSED) | set(READ_OTHERWISE) | set(FAHRENHEIT) <= names
