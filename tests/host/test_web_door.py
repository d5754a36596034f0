"""Log-in, sessions and the page's files as a client sees them, on CPython and MicroPython."""

import gzip
import json
import threading

import pytest

from conftest import need
from page_boards import MACHINES, TOKEN, WWW, page_board, proof, status
from splitstat_cli import vms


@pytest.fixture(scope="module")
def gzipped(tmp_path_factory):
    """The page as it lies on a board: every file gzipped, none as it is."""
    folder = tmp_path_factory.mktemp("www")
    for path in WWW.iterdir():
        (folder / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    return folder


@pytest.fixture(scope="module", params=MACHINES)
def machine(request):
    need(vms.missing(request.param))
    return request.param


@pytest.fixture(scope="module")
def board(machine, gzipped):
    with page_board(machine, heap_kib=192, www=gzipped) as board:
        assert board.log_in() == 200
        yield board


@pytest.mark.parametrize("path", ["/", *sorted(f"/{path.name}" for path in WWW.iterdir())])
def test_a_gzipped_file_comes_whole_and_once(board, path):
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\n"
    raw = board.raw(f"{request}\r\n".encode())
    head, _, body = raw.partition(b"\r\n\r\n")
    assert b"\r\nContent-Encoding: gzip\r\n" in head
    assert gzip.decompress(body) == (WWW / (path[1:] or "index.html")).read_bytes()
    tag = head.partition(b"ETag: ")[2].partition(b"\r\n")[0].decode()
    code, again, text = board.ask("GET", path, logged_in=False, If_None_Match=tag)
    assert (code, text) == (304, "") and tag in again
    assert status(board.raw(f'{request}If-None-Match: "00000000"\r\n\r\n'.encode())) == 200


def test_a_session_is_one_of_four(board):
    """The fifth ends the one that was used least recently, and log-out ends one's own."""
    cookies = []
    for _ in range(4):
        assert board.log_in() == 200
        cookies.append(board.cookie)
    board.cookie = cookies[0]
    assert board.ask("GET", "/api/state")[0] == 200
    assert board.log_in() == 200
    codes = [
        board.ask("GET", "/api/state", logged_in=False, Cookie=cookie)[0] for cookie in cookies
    ]
    assert codes == [200, 401, 200, 200]
    assert board.ask("POST", "/api/logout", {})[0] == 200
    assert board.ask("GET", "/api/state")[0] == 401
    assert board.log_in() == 200


def test_a_schedule_that_was_read_can_be_written(board):
    """Sleep hours of the home file that go over the end of the week, too."""
    over = 0
    for room in range(3):
        path = f"/api/rooms/{room}/schedule"
        schedule = board.json(path)
        sleep = schedule["sleep"]
        over += bool(sleep) and sleep[-1] < sleep[-2]
        code, _, text = board.ask("PUT", path, schedule)
        assert (code, text) == (200, "{}")
        assert board.json(path) == schedule
        if sleep:
            wrong = {"blocks": schedule["blocks"], "sleep": [sleep[1], sleep[0], *sleep[2:]]}
            assert board.ask("PUT", path, wrong)[0] == 400 or len(sleep) == 2
    assert over


def test_the_api_says_all_of_it(board):
    state = board.json("/api/state")
    assert len(state["rooms"]) == len(state["traits"]) == 3
    assert board.json("/api/log")[0][3] == "starting"
    assert set(board.json("/api/settings")) == {"home", "schedules"}
    assert all(len(point) == 5 for point in board.json("/api/history?room=0&hours=24"))
    assert board.ask("GET", "/api/history.csv?room=1")[1].count("text/csv") == 1
    code, _, text = board.ask("POST", "/api/push", {"room": 0, "sensor": 0, "cdeg": 2100})
    assert code == 400 and "pushed to" in text


def test_every_prefix_of_the_credential(machine):
    """In parallel, as somebody would who hopes to be faster than the lock: none gets in, and after
    the fifth nobody does."""
    with page_board(machine, heap_kib=192, speed=1) as board:
        codes = {}

        def attempt(length):
            code, _, text = board.ask("POST", "/api/login", {})
            if code == 200:
                nonce = json.loads(text)["nonce"]
                answer = {"nonce": nonce, "proof": proof(TOKEN[:length], nonce)}
                code = board.ask("POST", "/api/login", answer)[0]
            codes[length] = code

        for first in range(0, len(TOKEN), 3):
            threads = [
                threading.Thread(target=attempt, args=(length,))
                for length in range(first, min(first + 3, len(TOKEN)))
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert sorted(codes) == list(range(len(TOKEN)))
        assert set(codes.values()) == {403, 429}
        assert list(codes.values()).count(403) <= 7  # five, and what was under way with the fifth
        assert board.ask("POST", "/api/login", {})[0] == 429  # the right one would have to wait
        assert board.late_ms() < 1000 and board.alive()


def test_the_door_opens_again_and_idle_sessions_end(machine):
    """600 of the board's seconds in one of ours: a lock is 60 s, an idle session lives 1800."""
    with page_board(machine, heap_kib=192, speed=600) as board:
        assert board.log_in() == 200
        assert board.ask("GET", "/api/state")[0] == 200
        threading.Event().wait(4)
        assert board.ask("GET", "/api/state")[0] == 401
        for _ in range(5):
            nonce = board.nonce()
            board.ask("POST", "/api/login", {"nonce": nonce, "proof": "0" * 64})
        threading.Event().wait(0.5)
        assert board.log_in() == 200
