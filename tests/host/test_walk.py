"""The walk of CONTRIBUTING, "Add your air conditioner", taken block by block in a copy of the
repository in which the example is not there yet.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from ir_vectors import vectors
from source_files import REPOSITORY

UNIT = "firmware/splitstat/units/rhoss.py"
VECTORS = "tests/vectors/ir/vectors.jsonl"
TEXT = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
WALK = TEXT.split("### Infra-red: a walk\n")[1].split("\n### ")[0]
BLOCKS = [
    (kind, textwrap.dedent(body))
    for kind, body in re.findall(r"^ *```(\w+)\n(.*?)^ *```$", WALK, re.MULTILINE | re.DOTALL)
]
COMMANDS = [line for kind, body in BLOCKS if kind == "sh" for line in body.splitlines()]


def block(kind: str) -> str:
    [body] = [body for one, body in BLOCKS if one == kind]
    return body


@pytest.fixture
def copy(tmp_path) -> Path:
    """The repository without its example, a recording beside it."""
    away = shutil.ignore_patterns("__pycache__", "node_modules", ".*", "weather", "sensors", "app")
    for name in ("firmware", "host_sim", "tools", "tests"):
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=away)
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    (tmp_path / UNIT).unlink()
    (tmp_path / "tests/vectors/ir/sheets/RHOSS.json").unlink()
    lines = (tmp_path / VECTORS).read_text().splitlines(keepends=True)
    (tmp_path / VECTORS).write_text("".join(line for line in lines if '"RHOSS"' not in line))
    rng = random.Random(3)
    timings = vectors()["RHOSS"][0]["timings"][:-1]
    (tmp_path / "capture.txt").write_text(
        " ".join(str(us + rng.randint(-60, 60)) for us in timings)
    )
    return tmp_path


def take(copy: Path, line: str):
    """One command of the walk, in the copy."""
    words = line.split()
    if words[0] == "splitstat":
        words = ["python", "-c", "from splitstat_cli.main import run; run()", *words[1:]]
    assert words[0] == "python", line
    folders = [str(copy), str(copy / "firmware"), str(copy / "tools")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folders)}
    return subprocess.run(
        [sys.executable, *words[1:]], cwd=copy, env=environment, capture_output=True, text=True
    )


def line_with(word: str) -> str:
    [line] = [line for line in COMMANDS if word in line]
    return line


def test_the_walk(copy):
    assert len(COMMANDS) == 6, "a new command needs its step here"
    # 1. A new protocol is not read, and there is no such unit.
    assert "no infra-red unit" in take(copy, line_with("ir decode")).stderr
    # 2. The recording becomes the vector that the walk shows.
    made = take(copy, line_with("ir_vector"))
    shown = [json.loads(line) for line in block("json").splitlines()]
    assert json.loads(made.stdout) == {key: shown[0][key] for key in ("us", "pulses")}
    with (copy / VECTORS).open("a") as file:
        file.write(block("json"))
    # 3. The file, and its drawing.
    (copy / UNIT).write_text(block("python"))
    drawn = take(copy, line_with("ir_picture")).stdout.splitlines()
    assert len(drawn) > 8 and all(line.rstrip() in block("python") for line in drawn)
    # 4. It speaks both ways.
    assert "cool 24 °C" in take(copy, line_with("ir decode")).stdout
    sent = take(copy, line_with("ir encode"))
    pulses = [abs(int(word)) for word in sent.stdout.split("Hz\n")[1].split()]
    assert pulses == vectors()["RHOSS"][1]["timings"]
    # 5. The tests that prove it run, for this unit alone, and pass.
    proved = take(copy, line_with("pytest"))
    assert proved.returncode == 0, proved.stdout
    assert int(re.search(r"(\d+) passed", proved.stdout)[1]) >= 6, proved.stdout
    # 6. It stands in the list of units.
    assert take(copy, line_with("supported_units")).returncode == 0
    rows = (copy / "SUPPORTED_UNITS.md").read_text("utf-8").splitlines()
    [row] = [row for row in rows if row.startswith("| Rhoss | `rhoss` | all |")]
    assert "| 2 |" in row, "two vectors"


def test_a_mistake_in_the_file_is_found_by_the_same_tests(copy):
    wrong = block("python").replace("check 11 sum 0..10", "check 11 sum 0..9")
    wrong = wrong.replace("4.4:3 mode (auto=5 cool=2", "4.4:3 mode (auto=5 cool=6")
    (copy / UNIT).write_text(wrong)
    with (copy / VECTORS).open("a") as file:
        file.write(block("json"))
    failed = take(copy, line_with("pytest"))
    assert failed.returncode == 1, failed.stdout


def test_the_example_is_the_file_of_today():
    assert block("python") == (REPOSITORY / UNIT).read_text(encoding="utf-8")
    lines = (REPOSITORY / VECTORS).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if '"RHOSS"' in line][:2] == block("json").splitlines()
