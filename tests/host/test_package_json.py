"""A release as `mpremote mip install` puts it onto an empty virtual board."""

import functools
import json
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from source_files import REPOSITORY
from splitstat_cli import package_json, vms
from splitstat_cli.board_virtual import VirtualBoard


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    folder = tmp_path_factory.mktemp("release")
    package_json.run("esp32_devkitc", folder)
    return folder


def test_the_list_names_every_file_and_compiled_ones_only(release):
    listed = json.loads((release / "package.json").read_text())
    files = {str(path.relative_to(release)) for path in release.rglob("*.*")}
    files -= {"package.json", "update.tar"}
    assert {source for _, source in listed["urls"]} == files
    sources = {name for name in files if name.endswith(".py")}
    assert sources == {"boot.py", "main.py"}
    units = REPOSITORY / "firmware/splitstat/units"
    for unit in units.glob("[a-z]*.py"):
        assert f"a/splitstat/units/{unit.stem}.mpy" in files


@pytest.mark.skipif(vms.missing("micropython") is not None, reason="no 64-bit VM")
def test_mip_installs_it_and_it_starts(release):
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=release))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = REPOSITORY / "host_sim/homes/flat.toml"
    with VirtualBoard(home, tree=False, http=18260) as board:
        board.start()
        board.wait(lambda: ">>> " in board.console, 20, "the prompt")
        url = f"http://127.0.0.1:{server.server_port}/package.json"
        done = subprocess.run(
            [sys.executable, "-m", "mpremote", "connect", f"port:{board.port}",
             "mip", "install", "--target", "/", url],
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        board.cut_power()
        board.start()
        board.wait(lambda: "splitstat: no home file" in board.console, 30, "the application")
    server.shutdown()
