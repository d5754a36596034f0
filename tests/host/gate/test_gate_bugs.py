"""Each seeded bug in tests/mutants/ must be found: by the explorer, those of several boards
(boards_*) by the simulated boards."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
HERE = Path(__file__).parent
PATCHES = sorted((REPOSITORY / "tests" / "mutants").glob("*.patch"))


def hunt(firmware, *where):
    """What the hunt found in this copy of the firmware; empty: nothing. where: states,
    boards."""
    done = subprocess.run(
        [sys.executable, HERE / "gate_hunt.py", *where],
        env=os.environ | {"PYTHONPATH": str(firmware), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stderr if done.returncode else ""


def test_there_are_enough():
    assert len(PATCHES) >= 40


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.stem)
def test_a_seeded_bug_is_found(patch, tmp_path):
    no_caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPOSITORY / "firmware", tmp_path / "firmware", ignore=no_caches)
    applied = subprocess.run(
        ["git", "apply", patch], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert applied.returncode == 0, applied.stderr
    where = "boards" if patch.stem.startswith("boards_") else "states"
    assert hunt(tmp_path / "firmware", where), "nobody noticed"


def test_the_product_has_none():
    """As for states, the hunt sees a part of what test_gate_states.py sees."""
    assert hunt(REPOSITORY / "firmware", "boards") == ""
