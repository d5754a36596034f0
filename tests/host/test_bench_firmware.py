"""The core keeps its budgets of heap and garbage on both MicroPython VMs."""

import pytest

from conftest import need
from splitstat_cli import bench_firmware, vms

A_WEEK = 1

def test_budgets_and_their_parts(micropython):
    """A short run: every budget but those that only 100,000 scans can tell."""
    row = bench_firmware.measure(micropython, A_WEEK)
    parts = row["parts"]
    assert sum(size for _, size in parts["core"] + parts["state"]) == row["core_bytes"]
    assert sum(size for _, size in parts["unit"]) == row["unit_bytes"]
    assert all(size > 0 for _, size in parts["core"])
    assert bench_firmware.exceeded([row]) == []


@pytest.mark.parametrize(
    "vm", ["micropython", pytest.param("micropython32", marks=pytest.mark.slow)]
)
def test_heap_does_not_grow_in_ten_weeks(vm):
    need(vms.missing(vm))
    row = bench_firmware.measure(vm, bench_firmware.WEEKS)
    assert (row["grown_bytes"], row["grown_in_a_week_bytes"]) == (0, 0)


def test_a_budget_exceeded_is_told():
    row = {"vm": "micropython32", "core_bytes": 40000, "unit_bytes": 8192, "scan_bytes_worst": 513}
    assert bench_firmware.exceeded([row, {"vm": "cpython"}]) == [
        "micropython32: core_bytes is 40000, the budget is 36864",
        "micropython32: scan_bytes_worst is 513, the budget is 512",
    ]
