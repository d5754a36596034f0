"""The infra-red engine and any one unit fit into 8 KiB of heap on a board."""

import pytest

from conftest import need
from ir_vectors import EVERY
from splitstat_cli import bench_profiles, vms


@pytest.fixture(scope="module")
def rows():
    for vm in ("micropython", "micropython32"):
        need(vms.missing(vm))
    return bench_profiles.rows()


def test_engine_and_any_unit_fit(rows):
    names = {profile.lower().replace("-", "_") for profile in EVERY}
    assert {row["unit"] for row in rows} == names | set(bench_profiles.FAHRENHEIT)
    assert bench_profiles.exceeded(rows) == []
    assert min(row["heap_bytes"] for row in rows) > 4000, "that cannot be the whole engine"
    assert bench_profiles.exceeded([{**rows[0], "heap_bytes": 8193}])


def test_times_are_measured(rows):
    for row in rows:
        for key in ("encode_us_32", "decode_us_32", "encode_us_64", "decode_us_64"):
            assert 10 < row[key] < 1_000_000, row
