"""A board with its page as a process of its own (tests/portable/page_board.py), and somebody who
speaks HTTP to it byte by byte."""

import hashlib
import hmac
import json
import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

import splitstat
from source_files import REPOSITORY
from splitstat_cli import home_file, mpy, vms

# A board is the second; the first is there to compare when both do something else.
MACHINES = [pytest.param("cpython", marks=pytest.mark.slow), "micropython"]
TOKEN = "kq7xm2r9tvbn4hw8cdzpsejg35"
SCRIPT = REPOSITORY / "tests/portable/page_board.py"
WWW = REPOSITORY / "firmware/splitstat/www"
# What page_board.py starts from: joined, as on a board, what is seldom needed apart from the rest.
PARTS = (
    *(f"splitstat.app.{part}" for part in ("history", "house", "seldom", "web")),
    *(f"splitstat.units.{unit}" for unit in ("gree", "mitsubishi_ac", "onokom")),
)
FLAT = REPOSITORY / "host_sim/homes/flat.toml"


class PageBoard:
    """One running board. out: its lines, as they came."""

    def __init__(self, process, port: int, out: Path):
        self.process = process
        self.port = port
        self.out = out
        self.cookie = ""
        self.url = f"http://127.0.0.1:{port}"

    def socket(self, timeout_s=15.0) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout_s)

    def raw(self, data: bytes, timeout_s=15.0) -> bytes:
        """All that comes back until the board closes; what came before a reset counts too."""
        with self.socket(timeout_s) as line:
            try:
                line.sendall(data)
            except OSError:
                pass  # it may have closed already; its answer can be read all the same
            return received(line)

    def ask(self, method: str, path: str, body=None, logged_in=True, **headers):
        """(status, headers as text, body as text)."""
        given = {"Host": f"127.0.0.1:{self.port}"}
        data = b""
        if body is not None:
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            given |= {"Content-Type": "application/json", "Content-Length": str(len(data))}
        if logged_in and self.cookie:
            given["Cookie"] = self.cookie
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{n}: {v}\r\n" for n, v in given.items() if v is not None)
        answer = self.raw(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + data)
        head, _, text = answer.partition(b"\r\n\r\n")
        return status(answer), head.decode(), text.decode()

    def json(self, path: str):
        code, _, text = self.ask("GET", path)
        assert code == 200, text
        return json.loads(text)

    def nonce(self) -> str:
        return json.loads(self.ask("POST", "/api/login", {})[2])["nonce"]

    def log_in(self, token=TOKEN) -> int:
        nonce = self.nonce()
        code, head, _ = self.ask(
            "POST", "/api/login", {"nonce": nonce, "proof": proof(token, nonce)}
        )
        if code == 200:
            self.cookie = head.partition("Set-Cookie: ")[2].partition(";")[0]
        return code

    def wait_for(self, room: int, timeout_s=10.0, **wanted) -> dict:
        """The state of a room as soon as it is as wanted; fails when that takes too long."""
        end = time.monotonic() + timeout_s
        while True:
            state = self.json("/api/state")["rooms"][room]
            if all(state[key] == value for key, value in wanted.items()):
                return state
            assert time.monotonic() < end, (wanted, state)
            time.sleep(0.1)

    def late_ms(self) -> int:
        """The longest delay of the control task so far."""
        return self._said()[1]

    def heap(self) -> int:
        return self._said()[3]

    def _said(self) -> list:
        lines = [line for line in self.out.read_text().splitlines() if line.startswith("late ")]
        return [int(word) if word.isdigit() else word for word in lines[-1].split()]

    def alive(self) -> bool:
        """It runs, control goes on, and a well-behaved client gets its answer."""
        before = len(self.out.read_text())
        time.sleep(1.3)
        code, _, _ = self.ask("GET", "/", logged_in=False)
        return self.process.poll() is None and len(self.out.read_text()) > before and code == 200


def proof(token: str, nonce: str) -> str:
    return hmac.new(token.encode(), nonce.encode(), hashlib.sha256).hexdigest()


def received(line) -> bytes:
    found = b""
    try:
        while piece := line.recv(65536):
            found += piece
    except ConnectionError:
        pass
    return found


def status(answer: bytes) -> int:
    """The status of an answer, 0 where there was none."""
    return int(answer.split(b" ")[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@contextmanager
def page_board(vm="cpython", heap_kib=None, speed=10, hours=0, board="flat", www=WWW):
    """A board of the demo flat; on MicroPython its firmware is joined and compiled, as for a
    board."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        package = Path(splitstat.__file__).parent
        if vm != "cpython":
            package, bundles = mpy.compile_bundles(package.parent, PARTS, place)
            joined = place / "script" / SCRIPT.name
            joined.parent.mkdir()
            joined.write_text(bundles.script(SCRIPT.read_text("utf-8")), "utf-8")
            mpy.compile_module(joined, joined.parent, place)
        home = place / "home.json"
        home.write_text(json.dumps(home_file.load(FLAT).compiled))
        (place / "data").mkdir()
        port = free_port()
        words = [home, www, port, TOKEN, speed, board, place / "data", hours]
        script = SCRIPT
        if vm != "cpython":  # compiled, so that its source takes no heap
            script = place / "start.py"
            script.write_text("import page_board\n")
        line = vms.command(vm, script, words, (package,), heap_kib)
        environment = dict(os.environ)
        path = str(package.parent)
        environment["PYTHONPATH" if vm == "cpython" else "MICROPYPATH"] = (
            path if vm == "cpython" else f".frozen:{path}"
        )
        out = place / "out.txt"
        with out.open("w") as file:
            process = subprocess.Popen(line, env=environment, stdout=file, stderr=file)
        try:
            end = time.monotonic() + 30
            while "late" not in out.read_text():
                assert process.poll() is None and time.monotonic() < end, out.read_text()
                time.sleep(0.05)
            yield PageBoard(process, port, out)
        finally:
            process.terminate()
            process.wait(10)
