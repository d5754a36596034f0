"""A spring week of the demo flat with heat and cool demand: one answer on three VMs."""

import json

import pytest

from splitstat_cli import bench_firmware, replay, sim, trace


@pytest.fixture(scope="module")
def spring_week(tmp_path_factory):
    """Recorded by `splitstat sim`, as a user does it."""
    path = tmp_path_factory.mktemp("week") / "spring.jsonl"
    sim.run(bench_firmware.HOME, start="04-24", days=7, trace=path)
    return path


def test_it_is_a_week_with_heat_and_cool_demand(spring_week):
    header, falsified = trace.read(spring_week)
    assert falsified is None and len(header["home"]["rooms"]) == 3
    with open(spring_week) as lines:
        next(lines)
        scans = [json.loads(line) for line in lines]
    assert scans[-1]["now_s"] - scans[0]["now_s"] >= 7 * 86400 - 60
    actions = {room[6] for scan in scans for room in scan["out"][0]}
    assert {"heating", "cooling", "waiting"} <= actions


def test_no_difference(spring_week, vm):
    found = replay.replay(spring_week, vm)
    assert found["scans"] >= 7 * 1440 - 1
    assert (found["differences"], found["first"], found["falsified"]) == (0, None, None)
