"""Three presses of a handset tell its unit from all others, but for close relatives."""

import pytest

from splitstat.app import first_run_hear
from splitstat.control.types import UnitCommand
from splitstat_cli import first_tree
from splitstat_cli.unit_names import unit

UNITS = first_tree.infrared_units()
STRETCH_US = 60  # what a receiver makes of a mark


def presses(name: str) -> dict:
    """What its handset sends, as a receiver sees it: the marks stretched, without the last gap."""
    speaker = unit(name)
    found = {}
    for want, before in first_run_hear.BEFORE.items():
        if want == "heat" and speaker.traits.heat is None:
            continue
        command = UnitCommand(want, 2200, "auto", None, False)
        sent = speaker.encode(command, before)[1][:-1]
        found[want] = [us + (-STRETCH_US if i & 1 else STRETCH_US) for i, us in enumerate(sent)]
    return found


def candidates(heard: dict) -> list:
    """Names in the order in which the page shows them."""
    left = dict.fromkeys(UNITS, 0)
    for want, timings in heard.items():
        fits = {name: first_run_hear.fits(name, want, timings) for name in left}
        left = {name: left[name] + whole for name, whole in fits.items() if whole is not None}
    return sorted(left, key=lambda name: -left[name])


def test_every_unit_is_found_among_three_at_most():
    assert len(UNITS) > 75
    alone = 0
    for name in UNITS:
        found = candidates(presses(name))
        assert name in found[:3] and len(found) <= 3, (name, found)
        alone += len(found) == 1
    assert alone >= 72  # README says so


@pytest.mark.parametrize("name", ["gree.yaw1f", "midea", "daikin"])
def test_another_key_fits_nothing(name):
    """Cool 24 in place of cool 22, and heat in place of cool."""
    speaker = unit(name)
    for want, mode, cdeg in (
        ("cool", "cool", 2400),
        ("cool", "heat", 2200),
        ("off", "cool", 2200),
    ):
        command = UnitCommand(mode, cdeg, "auto", None, False)
        timings = speaker.encode(command, first_run_hear.BEFORE[want])[1][:-1]
        assert first_run_hear.fits(name, want, timings) is None
