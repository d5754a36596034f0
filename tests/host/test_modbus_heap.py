"""What a Modbus line with one unit takes of a board's memory."""

import pytest

from conftest import need
from splitstat_cli import bench_modbus, vms


@pytest.fixture(scope="module")
def parts():
    need(vms.missing(bench_modbus.VM))
    return bench_modbus.parts()


def test_master_and_one_unit_fit(parts):
    assert [name for name, _ in parts] == ["frames", "line", "unit", "talk", "master"]
    assert sum(size for _, size in parts) > 4000, parts
    assert bench_modbus.exceeded(parts) == []


def test_too_much_is_said():
    assert bench_modbus.exceeded([("all", bench_modbus.BUDGET_BYTES)]) == []
    assert "budget" in bench_modbus.exceeded([("all", bench_modbus.BUDGET_BYTES + 1)])[0]
