"""What everything running takes of the heap on the 32-bit VM, against its budgets."""

import pytest

from conftest import need
from splitstat_cli import bench_board, vms

# What was reached so far where a budget is missed; it may only fall.
CEILINGS = {"app": 22 * 1024, "mqtt": 9 * 1024 + 768}


@pytest.fixture(scope="module")
def figures():
    need(vms.missing(bench_board.VM))
    return bench_board.measure()


def test_everything_did_run(figures):
    ran = figures["ran"]
    assert ran["scans"] > 100
    assert ran["frames"] >= 1
    assert ran["page"] > 2000
    assert ran["broker"] > 100


@pytest.mark.parametrize(("part", "most"), bench_board.BUDGETS)
def test_a_part_keeps_its_budget(figures, part, most, request):
    assert figures[part] > 0
    assert figures[part] <= CEILINGS.get(part, most)
    if part in CEILINGS:
        why = f"{part} is not yet down to its budget of {most} bytes"
        request.node.add_marker(pytest.mark.xfail(strict=True, reason=why))
    assert figures[part] <= most


def test_no_large_block_comes_after_the_start(figures):
    assert figures["largest_block"] <= max(bench_board.LARGEST, figures["start_block"])


def test_a_budget_exceeded_is_told():
    kept = {**dict(bench_board.BUDGETS), "largest_block": 4480, "start_block": 4480}
    assert bench_board.exceeded(kept) == []
    assert bench_board.exceeded(kept | {"app": 14337}) == [
        "micropython32: application, sensors and hardware takes 14337 bytes, the budget is 14336"
    ]
    assert len(bench_board.exceeded(kept | {"largest_block": 4496})) == 1
