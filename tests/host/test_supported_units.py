"""SUPPORTED_UNITS.md is what the unit files say today, and its proofs are there."""

import json
import re
from collections import Counter

import pytest

from ir_vectors import CAPTURES, EVERY, HERE, unit_of
from source_files import REPOSITORY
from splitstat.control.types import CodecError
from splitstat_cli import supported_units
from splitstat_cli.unit_names import known_heat_pumps, known_units
from test_ir_captures import captures, differences

TEXT = (REPOSITORY / "SUPPORTED_UNITS.md").read_text(encoding="utf-8")
WRITE = "python -m splitstat_cli.supported_units"


def test_it_is_fresh():
    assert supported_units.document(REPOSITORY) == TEXT, WRITE


def test_every_unit_stands_in_a_table_once():
    rows = [line for line in TEXT[TEXT.index("## Infra-red") :].splitlines() if line[:1] == "|"]
    names = Counter(name for row in rows for name in re.findall(r"`([\w.]+)`", row))
    assert names == Counter(known_units() + known_heat_pumps())


def test_no_table_is_broken():
    for block in TEXT.split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1, rows[0]


def test_doubts_of_every_gateway_are_there():
    for path in sorted((REPOSITORY / "firmware/splitstat/units").glob("*.py")):
        if "Doubts:" in path.read_text(encoding="utf-8"):
            section = TEXT.split(f"### `{path.stem}`\n")[1].split("\n### ")[0]
            assert "Needs confirmation: " in section, path.stem


def readers(capture):
    """Profiles that read a recording as the reference library does."""
    for profile in EVERY:
        if profile.split(".")[0] == capture["protocol"]:
            unit = unit_of(profile)
            try:
                state = unit.decode_state(capture["timings"])
            except CodecError:
                continue
            if state is not None and differences(unit, state, capture["common"]) == []:
                yield profile


@pytest.mark.skipif(not CAPTURES.exists(), reason=f"no recordings at {CAPTURES}")
def test_the_numbers_of_recordings_are_those_that_are_read():
    read = Counter(profile for capture in captures() for profile in readers(capture))
    assert json.loads((HERE / "recordings.json").read_text()) == dict(sorted(read.items()))
