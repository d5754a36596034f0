"""The start of a frozen build, as far as a VM can show it."""

from conftest import need
from source_files import REPOSITORY
from splitstat_cli import vms


def test_a_broken_flash_leads_to_the_safe_profile():
    need(vms.missing("micropython"))
    done = vms.run(
        "micropython",
        REPOSITORY / "tests/portable/frozen_boot.py",
        [REPOSITORY / "host_sim/virtual_board/on_vm", REPOSITORY / "tools/frozen/_boot.py"],
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "erased: format", "broken: watchdog safe", "good: mounted",
    ]  # fmt: skip
