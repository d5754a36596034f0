"""The plug is pulled while the real application writes (tests/portable/power_cuts.py): at every
block operation of littlefs, torn and whole, at every step of an NVS write, and by chance again
and again on the same memories."""

import re
import shutil

import pytest

from conftest import need
from source_files import REPOSITORY
from splitstat_cli import vms

SCRIPT = REPOSITORY / "tests/portable/power_cuts.py"
ON_VM = REPOSITORY / "host_sim/virtual_board/on_vm"
SAID = re.compile(r"^(\w+): (\d+) cuts, (\d+) lost, (\d+) unbootable, (\d+) short$", re.MULTILINE)
ROOM = {"heap_kib": 2_000_000, "timeout_s": 1200}  # nothing is collected on the way
CAMPAIGNS = ("settings", "history", "update", "snapshot", "wizard")


def figures(campaign: str, cuts: int, seed: int) -> tuple:
    """(cuts, lost, unbootable, short cycles)."""
    need(vms.missing("micropython"))
    done = vms.run("micropython", SCRIPT, [ON_VM, campaign, cuts, seed], **ROOM)
    found = SAID.search(done.stdout)
    assert done.returncode == 0 and found, done.stdout[-2000:] + done.stderr[-2000:]
    return tuple(map(int, found.groups()[1:]))


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_nothing_is_lost_at_some_cuts(campaign):
    assert figures(campaign, 150, 1) == (150, 0, 0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 8))
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_nothing_is_lost_at_any_cut(campaign, seed):
    assert figures(campaign, 200, seed) == (200, 0, 0, 0)


RENAME = "os.rename(old, new)"
FIRST_GONE = f"try:\n        os.remove(new)\n    except OSError:\n        pass\n    {RENAME}"
HOME = 'sealed.write("/home.json", text.encode())'
MISTAKES = [
    ("settings", "app/sealed.py", RENAME, FIRST_GONE),
    ("snapshot", "app/snapshot.py", "key + str(number & 1)", 'key + "0"'),
    ("update", "app/update.py", '_remove(self.into + "/" + MANIFEST)', "pass"),
    ("wizard", "app/first_run_home.py", HOME, "os.remove(setup.path)\n    " + HOME),
]


@pytest.mark.parametrize(("campaign", "file", "right", "wrong"), MISTAKES)
def test_a_mistake_is_seen(campaign, file, right, wrong, tmp_path):
    """The old file goes first; there is but one blob; a slot still looks whole; the answers go
    before the home is there."""
    need(vms.missing("micropython"))
    firmware = tmp_path / "firmware"
    shutil.copytree(REPOSITORY / "firmware", firmware)
    path = firmware / "splitstat" / file
    source = path.read_text("utf-8")
    assert source.count(right) == 1
    path.write_text(source.replace(right, wrong), "utf-8")
    arguments = [ON_VM, campaign, 300, 1]
    done = vms.run("micropython", SCRIPT, arguments, [firmware / "splitstat"], **ROOM)
    found = SAID.search(done.stdout)
    assert found and any(int(count) for count in found.groups()[2:]), done.stdout + done.stderr
