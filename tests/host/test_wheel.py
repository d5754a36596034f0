"""The wheel, built as for a release and installed alone, runs and litters nothing."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
UV = Path(sys.executable).parent / "uv"
OURS = {"splitstat", "splitstat_cli", "host_sim"}
CARRIED = {
    "host_sim/homes/flat.toml",
    "splitstat/modbus/notation.md",
    "splitstat_cli/boards/esp32_devkitc.py",
    "splitstat_cli/on_vm/wasm_vm.mjs",
}


def run(*words, **more):
    """Runs one command far from the repository and its environment; returns what it did."""
    apart = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "UV_PROJECT", "UV_PYTHON"))
    }
    return subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, env=apart, **more
    )


def done(*words, **more):
    found = run(*words, **more)
    assert found.returncode == 0, found.stdout + found.stderr
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The wheel that `uv build` makes, by way of the source archive."""
    folder = tmp_path_factory.mktemp("dist")
    done(UV, "build", "--quiet", REPOSITORY, "--out-dir", folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """The `splitstat` of an environment with the wheel and its dependencies alone."""
    folder = tmp_path_factory.mktemp("alone")
    locked = folder / "locked.txt"
    locked.write_text(
        done(UV, "export", "--quiet", "--locked", "--no-dev", "--no-hashes", "--no-emit-project",
             "--no-header", "--project", REPOSITORY).stdout
    )  # fmt: skip
    done(UV, "venv", "--quiet", "--python", sys.executable, folder / "env")
    python = folder / "env" / "bin" / "python"
    done(UV, "pip", "install", "--quiet", "--python", python, "--constraint", locked, built)
    return folder / "env" / "bin" / "splitstat"


def test_no_generic_name_at_the_top(built):
    names = {name.partition("/")[0] for name in zipfile.ZipFile(built).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == OURS


def test_carries_what_it_reads(built):
    names = set(zipfile.ZipFile(built).namelist())
    assert names >= CARRIED
    assert any(name.startswith("host_sim/weather/") for name in names)
    sources = {
        f"splitstat/{path.relative_to(REPOSITORY / 'firmware/splitstat')}"
        for path in (REPOSITORY / "firmware/splitstat").rglob("*.*")
        if path.suffix in (".py", ".md")
    }
    assert sources <= names


def test_tells_its_version_and_checks_the_demo_home(installed, tmp_path):
    assert done(installed, "--version", cwd=tmp_path).stdout == "splitstat 0.1.0\n"
    home = next(installed.parents[1].rglob("host_sim/homes/flat.toml"))
    assert done(installed, "check", home, cwd=tmp_path).returncode == 0


def test_simulates(installed, tmp_path):
    home = next(installed.parents[1].rglob("host_sim/homes/flat.toml"))
    trace = tmp_path / "trace.jsonl"
    words = ["sim", home, "--from", "01-10", "--days", "1", "--trace", trace, "--json"]
    assert isinstance(json.loads(done(installed, *words, cwd=tmp_path).stdout), dict)
    assert done(installed, "replay", trace, cwd=tmp_path).returncode == 0


def test_runs_the_demo(installed, tmp_path):
    words = ["demo", "--days", "3", "--out", tmp_path / "out", "--json"]
    found = done(installed, *words, cwd=tmp_path)
    assert len(json.loads(found.stdout)["rows"]) >= 6
    assert list((tmp_path / "out").glob("*.html"))
