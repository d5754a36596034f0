"""What everything running takes of the heap on the 32-bit VM, against its budgets."""

import pytest

from conftest import need
from splitstat_cli import bench_board, vms


@pytest.fixture(scope="module")
def figures():
    for vm in vms.VMS[1:]:
        need(vms.missing(vm))
    return bench_board.measure()


def test_everything_did_run(figures):
    ran = figures["ran"]
    assert ran["scans"] > 100
    assert ran["frames"] >= 1
    assert ran["page"] > 2000
    assert ran["broker"] > 100


@pytest.mark.parametrize(("part", "most"), bench_board.BUDGETS)
def test_a_part_keeps_its_budget(figures, part, most):
    assert 0 < figures[part] <= most


def test_no_large_block_comes_after_the_start(figures):
    assert 0 < figures["largest_block"] <= bench_board.LARGEST


def test_what_is_free_is_told_with_its_largest_piece(figures):
    assert 4096 <= figures["largest_free"] <= figures["free"] < 160 * 1024


def test_a_thermometer_that_is_heard_has_its_share(figures):
    assert 1281 < figures["bluetooth"] < 4096  # its driver alone takes so much


def test_a_budget_exceeded_is_told():
    kept = {**dict(bench_board.BUDGETS), "largest_block": 4096}
    assert bench_board.exceeded(kept) == []
    assert bench_board.exceeded(kept | {"app": 14337}) == [
        "micropython32: application, sensors and hardware takes 14337 bytes, the budget is 14336"
    ]
    assert len(bench_board.exceeded(kept | {"largest_block": 4112})) == 1
