"""Lockout and changeover proved: every reachable state of two heads, against an oracle of its
own.

Why the time step is fine enough. The product counts whole units (on the board: seconds), stamps
with the unit of the scan, and compares ages with limits by >= alone; so its next step is a
function of the saturated ages. The explorer takes every input and every reboot in each unit, and
lets any number of units pass without a scan. So for the limits given, each sequence of scans,
inputs and reboots at whole units is among those explored: no instant lies between two steps (in
the setting `at_once` several scans may share a unit). The limits are small numbers in place of
30 to 86400; see gate_settings.py.

A reboot restores the newest snapshot at once. An older snapshot, or a longer cut, gives the
product smaller ages than the truth and the oracle larger ones, which can only make the product
wait longer: the random test does both. Waiting is bounded from every reachable state, as long as
no person acts, nothing is ended at once and scans and boards do not fail; the longest wait is
computed, not sampled.
"""

import random

import numpy as np
import pytest
from gate_explorer import NOW, Explorer, Twin
from gate_settings import FAST, LARGE
from gate_waiting import longest_wait

from splitstat.control import lockout
from splitstat.control.outdoor_unit import OutdoorUnit

ALL = [pytest.param(name, FAST[name], id=name) for name in FAST]
ALL += [pytest.param(name, LARGE[name], id=name, marks=pytest.mark.slow) for name in LARGE]


@pytest.fixture(autouse=True)
def _hours_again(monkeypatch):
    """An explorer shortens the product's hour and day; the tests after it find them whole."""
    monkeypatch.setattr(lockout, "HOUR_S", lockout.HOUR_S)
    monkeypatch.setattr(lockout, "DAY_S", lockout.DAY_S)


@pytest.mark.parametrize(("name", "setting"), ALL)
def test_every_state(name, setting, capsys):
    explorer = Explorer(setting).run()
    longest_other, longest = setting.bounds(explorer.heads)
    classes = np.array(explorer.classes())
    waits = [], []
    for asked in explorer.waiting:
        waits[0].append(longest_wait(explorer, asked, classes != asked[1], longest_other))
        waits[1].append(longest_wait(explorer, asked, None, longest))
    with capsys.disabled():
        print(
            f"\n{name}: {len(explorer.states)} states, {explorer.transitions} transitions,"
            f" longest wait {max(waits[0])} of {longest_other} for the other class,"
            f" {max(waits[1])} of {longest} at all"
        )
    assert max(waits[0]) <= longest_other and max(waits[1]) <= longest
    if setting.limits["auto"]:
        assert max(waits[1]) > 0


@pytest.mark.parametrize("name", FAST)
def test_memory_is_all_that_counts(name):
    """A product with a running clock, beside one that is made anew from ages at each step."""
    setting = FAST[name]
    chance = random.Random(name)
    twin = Twin(setting, 2)
    real = OutdoorUnit(setting.config, 2)
    now_s = 5
    real.restore(now_s, None)
    state = twin.get(twin.unit, NOW)
    each = [setting.inputs[0]] * 2
    for _ in range(20_000):
        twin.put(twin.unit, state)
        what = chance.random()
        if what < 0.01:
            data = real.snapshot(now_s)
            now_s = chance.randrange(10**6)
            real = OutdoorUnit(setting.config, 2)
            real.restore(now_s, data)
            twin.unit = twin.power_up(twin.unit.snapshot(NOW))
            state = twin.get(twin.unit, NOW)
        elif what < 0.1:
            state = twin.get(twin.unit, NOW + 1)
            now_s += 1
        else:
            if what < 0.6:
                each = [chance.choice(setting.inputs) for _ in range(2)]
            known = chance.choice(setting.known)
            columns = [list(column) for column in zip(*each, strict=True)]
            for unit, at_s in ((real, now_s), (twin.unit, NOW)):
                unit.wants, unit.score, unit.person, unit.end = columns
                unit.step(at_s, (), known)
            assert (real.call, real.why, real.wait_s) == (
                twin.unit.call, twin.unit.why, twin.unit.wait_s
            )
            state = twin.get(twin.unit, NOW + 1)
            now_s += 1
