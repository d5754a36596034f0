"""The three VMs as fixtures; one that is not installed is a skip here, a failure in CI."""

import os
import shutil

import pytest

from splitstat_cli import vms

# Files whose tests share a board, a broker or a browser, on ports of their own.
# The tests are of the files as they are; what is compiled has its own (test_native.py).
os.environ["SPLITSTAT_PLAIN"] = "1"

SHARED = ("test_bench_board", "test_board_", "test_first_run_", "test_home_assistant", "test_mqtt",
          "test_neighbours", "test_page_b", "test_three_boards", "test_update_board",
          "test_virtual_board", "test_web_")  # fmt: skip


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Such a file's tests run one after the other in one process; all others wherever there is
    room. (pytest-xdist 3.8 has a mark for it, which pytest 9.2 no longer lets it see.)"""
    from xdist.scheduler import LoadScopeScheduling

    class OneProcessAFile(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            path = nodeid.partition("::")[0]
            return path if path.rpartition("/")[2].startswith(SHARED) else nodeid

    return OneProcessAFile(config, log) if config.getvalue("dist") == "loadgroup" else None


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


@pytest.fixture(scope="module")
def broker(tmp_path_factory):
    """A real Mosquitto of the test file's own."""
    from mqtt_peers import Mosquitto

    started = Mosquitto(tmp_path_factory.mktemp("broker"))
    yield started
    started.stop()


@pytest.fixture(scope="module")
def browser():
    """A real Chromium of the test file's own."""
    chromium = shutil.which("chromium")
    need(None if chromium else "chromium is missing: `apt-get install chromium`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--no-proxy-server"]
        )
        yield started
        started.close()
