"""The three VMs as fixtures; one that is not installed is a skip here, a failure in CI."""

import os

import pytest

from splitstat_cli import vms


def need(missing: str | None) -> None:
    """Skips a test whose tool is missing on a private machine, and fails it in CI."""
    if missing and os.environ.get("CI"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)


@pytest.fixture(params=vms.VMS)
def vm(request):
    """Each of the three Python machines in turn, by name."""
    need(vms.missing(request.param))
    return request.param


@pytest.fixture(params=vms.VMS[1:])
def micropython(request):
    """Each of the two MicroPython machines in turn, by name."""
    need(vms.missing(request.param))
    return request.param
