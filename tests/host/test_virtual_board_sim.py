"""`splitstat board sim`, as a newcomer meets it."""

import os
import signal
import subprocess
import sys
import time
from queue import Empty, Queue
from threading import Thread

import pytest

from command import ENTRY
from source_files import REPOSITORY
from splitstat_cli import vms
from splitstat_cli.board_page import BoardPage

SOON_S = 60  # from the command to a room on the page that lives

pytestmark = pytest.mark.skipif(
    vms.missing("micropython") is not None, reason=str(vms.missing("micropython"))
)


class Sim:
    """The command in a process of its own, and what it says."""

    def __init__(self, *options):
        home = REPOSITORY / "host_sim/homes/flat.toml"
        self.process = subprocess.Popen(
            [sys.executable, "-c", ENTRY, "board", "sim", str(home), *map(str, options)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=REPOSITORY,
            env={**os.environ, "COLUMNS": "200"},
        )
        self.lines: Queue = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self):
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)

    def said(self, words: str, by_s: float) -> str:
        """The line with these words, by the time of the monotonic clock."""
        seen = []
        while True:
            try:
                line = self.lines.get(timeout=max(by_s - time.monotonic(), 0.01))
            except Empty:
                raise AssertionError("".join(seen)) from None
            seen.append(line)
            if words in line:
                return line


def test_a_live_room_is_on_the_page_within_a_minute(tmp_path):
    by_s = time.monotonic() + SOON_S
    folder = tmp_path / "kept"
    sim = Sim("--http", 18230, "--folder", folder)
    try:
        words = sim.said("and log in with", by_s).split()
        page, token = words[2], words[-1]
        assert page == "http://127.0.0.1:18230"
        session = BoardPage(page.removeprefix("http://"), token)
        while True:
            room = session.ask("GET", "/api/state")["rooms"][0]
            if room["room_cdeg"] is not None:
                break
            assert time.monotonic() < by_s, room
            time.sleep(0.5)
        assert 500 < room["room_cdeg"] < 3500
        assert time.monotonic() < by_s
        children = _children(sim.process.pid)
        assert children
        sim.process.send_signal(signal.SIGTERM)
        assert sim.process.wait(20) == 0
        assert [pid for pid in children if _lives(pid)] == []
    finally:
        sim.process.kill()
        sim.process.wait()
    kept = {path.name for path in folder.rglob("*") if path.is_file()}
    assert {"flash.bin", "nvs.json"} <= kept


def _children(pid: int) -> list[int]:
    text = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return [int(word) for word in text.split()]


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
