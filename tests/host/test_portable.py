"""Runs tests/portable/ on CPython and both MicroPython VMs, a process for each file and VM."""

import re
from pathlib import Path

import pytest

from splitstat_cli import vms

PORTABLE = Path(__file__).parents[1] / "portable"
RUNNER = PORTABLE / "run.py"
MODULES = sorted(path.stem for path in PORTABLE.glob("test_*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_on_every_vm(vm, module):
    done = vms.run(vm, RUNNER, [module])
    report = done.stdout + done.stderr
    assert done.returncode == 0, report
    assert re.search(r"^[1-9]\d* passed, 0 failed$", done.stdout, re.MULTILINE), report


@pytest.fixture
def folder_of_runner(tmp_path):
    (tmp_path / "run.py").write_text(RUNNER.read_text())
    return tmp_path


@pytest.mark.parametrize(
    "body",
    [
        "def test_wrong():\n    assert 1 + 1 == 3\n",
        "def test_raises():\n    raise OSError(5)\n",
        "import no_such_module\n",
        "def not_a_test():\n    pass\n",
        "def test_(:\n",
    ],
    ids=["assert", "exception", "import", "no_test", "syntax"],
)
def test_a_failure_is_reported(vm, folder_of_runner, body):
    (folder_of_runner / "test_bad.py").write_text(body)
    done = vms.run(vm, folder_of_runner / "run.py", ["test_bad"])
    assert done.returncode == 1, done.stdout + done.stderr


def test_each_vm_is_what_it_says(vm, tmp_path):
    """The widths that make the third VM worth having: the size of a word and of ticks."""
    script = tmp_path / "widths.py"
    script.write_text(
        "import sys\nprint(sys.implementation.name, sys.maxsize)\n"
        "import time\nprint(time.ticks_add(0, -1) if hasattr(time, 'ticks_add') else None)\n"
    )
    assert (
        vms.run(vm, script).stdout.split()
        == {
            "cpython": ["cpython", str(2**63 - 1), "None"],
            "micropython": ["micropython", str(2**63 - 1), str(2**62 - 1)],
            "micropython32": ["micropython", str(2**31 - 1), str(2**30 - 1)],
        }[vm]
    )


def test_an_unknown_vm_is_refused():
    with pytest.raises(ValueError, match="none of cpython, micropython, micropython32"):
        vms.run("micropython16", RUNNER)
