"""The command itself: every subcommand answers --help, bad usage and bad input leave with 2."""

import subprocess
import sys

import pytest

from splitstat_cli import main


def splitstat(*words, **more):
    return subprocess.run(
        [sys.executable, "-c", "from splitstat_cli.main import run; run()", *map(str, words)],
        capture_output=True,
        text=True,
        **more,
    )


@pytest.mark.parametrize(
    "words",
    [["demo"], ["sim"], ["compare"], ["check"], ["units"], ["replay"], ["bench", "firmware"],
     ["bench", "simulator"], ["bench"], ["ir", "encode"], ["ir", "decode"], ["ir", "identify"],
     ["ir"], []],
    ids=" ".join,
)  # fmt: skip
def test_help(words):
    done = splitstat(*words, "--help")
    assert done.returncode == 0 and "Usage:" in done.stdout and done.stderr == ""


@pytest.mark.parametrize("words", [["nothing"], ["sim"], ["sim", "x.toml", "--days", "no"],
                                   ["replay", "x", "--vm", "pypy"]], ids=" ".join)  # fmt: skip
def test_bad_usage(words):
    done = splitstat(*words)
    assert done.returncode == 2 and done.stdout == "" and "Traceback" not in done.stderr


def test_version():
    assert splitstat("--version").stdout.startswith("splitstat ")


def test_help_does_not_import_the_simulator():
    code = (
        "import sys, splitstat_cli.main\n"
        "print([m for m in ('numpy', 'pandas', 'pvlib', 'host_sim') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_every_input_error_exists():
    """main names them by text: a renamed class must not turn into a traceback."""
    from importlib import import_module

    for module, name in main.INPUT_ERRORS:
        assert issubclass(getattr(import_module(module), name), Exception)


def test_an_unexpected_error_is_not_called_bad_input():
    assert not main.is_bad_input(ValueError("a fault of ours"))
