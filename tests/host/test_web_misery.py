"""What strangers send: the server refuses it, goes on, and control is never late.

On CPython and on the 64-bit MicroPython VM with 192 KiB of heap, over real sockets (160 serves
people and refuses each of these, but not forty clients beside three idle pages). After every case
the board must still answer, and its control task must never have been a second late.
"""

import threading
import time

import pytest

from conftest import need
from page_boards import MACHINES, page_board, received, status
from splitstat_cli import vms

LATE_MS = 1000
HEAD = "Host: 127.0.0.1:{port}\r\n"
JSON = HEAD + "Cookie: {cookie}\r\nContent-Type: application/json\r\n"
ASK = "POST /api/rooms/0/ask HTTP/1.1\r\n" + JSON
DEEP = "[" * 2000 + "]" * 2000


@pytest.fixture(scope="module", params=MACHINES)
def board(request):
    need(vms.missing(request.param))
    with page_board(request.param, heap_kib=192) as board:
        assert board.log_in() == 200
        yield board


def sized(text: str) -> str:
    return ASK + f"Content-Length: {len(text.encode())}\r\n\r\n{text}"


# name: (what is sent, the statuses that are a good answer; 0: closed without one)
CASES = {
    "no newline": ("A" * 200_000, {414, 0}),
    "no newline in a header": ("GET / HTTP/1.1\r\nX: " + "a" * 200_000, {431, 0}),
    "10,000 headers": ("GET / HTTP/1.1\r\n" + HEAD + "X: y\r\n" * 10_000 + "\r\n", {431, 0}),
    "8 kB address": ("GET /" + "a" * 8000 + " HTTP/1.1\r\n" + HEAD + "\r\n", {414, 0}),
    "negative length": (ASK + "Content-Length: -1\r\n\r\n", {400}),
    "huge length": (ASK + "Content-Length: 1000000000\r\n\r\n", {413}),
    "length over the limit": (ASK + "Content-Length: 4097\r\n\r\n" + "a" * 4097, {413, 0}),
    "length in words": (ASK + "Content-Length: ten\r\n\r\n", {400}),
    "length with a plus": (ASK + "Content-Length: +10\r\n\r\n", {400}),
    "two lengths": (ASK + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", {400}),
    "length and chunks": (
        ASK + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        {501},
    ),
    "a chunk bomb": (ASK + "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\n", {501}),
    "deep JSON": (sized(DEEP), {400}),
    "a number of 3,000 digits": (sized('{"word": "hold", "a": ' + "9" * 3000 + "}"), {400}),
    "infinity": (sized('{"word": "hold", "a": 1e999}'), {400}),
    "not a number": (sized('{"word": "hold", "a": NaN}'), {400}),
    "JSON that is a list": (sized("[]"), {400}),
    "JSON that is nothing": (sized(""), {400}),
    "a body that is not UTF-8": (ASK + "Content-Length: 4\r\n\r\n\udcff\udcfe{}", {400}),
    "true for a number": (sized('{"word": "away", "a": true}'), {400}),
    "a fraction": (sized('{"word": "setpoint", "a": 2150.5}'), {400}),
    "a list for a number": (sized('{"word": "setpoint", "a": [2150]}'), {400}),
    "no word": (sized('{"a": 2150}'), {400}),
    "an unknown word": (sized('{"word": "explode"}'), {400}),
    "no such room": (ASK.replace("rooms/0", "rooms/99") + "Content-Length: 2\r\n\r\n{}", {404}),
    "a form": (
        ASK.replace("application/json", "text/plain") + "Content-Length: 2\r\n\r\n{}",
        {415},
    ),
    "wrong Host": ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", {403}),
    "wrong port in Host": ("GET / HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n", {403}),
    "no Host": ("GET / HTTP/1.1\r\n\r\n", {403}),
    "two Hosts": ("GET / HTTP/1.1\r\n" + HEAD + HEAD + "\r\n", {400}),
    "Host that begins well": ("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n\r\n", {403}),
    "wrong Origin": (
        ASK + 'Origin: http://evil.example\r\nContent-Length: 17\r\n\r\n{"word":"resume"}',
        {403},
    ),
    "Origin null": (ASK + "Origin: null\r\nContent-Length: 2\r\n\r\n{}", {403}),
    "HEAD": ("HEAD / HTTP/1.1\r\n" + HEAD + "\r\n", {405}),
    "OPTIONS": ("OPTIONS * HTTP/1.1\r\n" + HEAD + "\r\n", {400, 405}),
    "a CORS question": (
        "OPTIONS /api/state HTTP/1.1\r\n" + HEAD + "Origin: http://evil.example\r\n\r\n",
        {405},
    ),
    "TRACE": ("TRACE / HTTP/1.1\r\n" + HEAD + "\r\n", {405}),
    "a websocket": (
        "GET /api/state HTTP/1.1\r\n" + HEAD + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        {401},
    ),
    "dots": ("GET /../app/login.py HTTP/1.1\r\n" + HEAD + "\r\n", {404}),
    "encoded dots": ("GET /..%2fapp/login.py HTTP/1.1\r\n" + HEAD + "\r\n", {404}),
    "double slash": ("GET //app.js HTTP/1.1\r\n" + HEAD + "\r\n", {404}),
    "backslash": ("GET /..\\login.py HTTP/1.1\r\n" + HEAD + "\r\n", {404}),
    "encoded NUL": ("GET /app.js%00 HTTP/1.1\r\n" + HEAD + "\r\n", {404}),
    "NUL": ("GET /app.js\0 HTTP/1.1\r\n" + HEAD + "\r\n", {400}),
    "a second ending": ("GET /app.js.map HTTP/1.1\r\n" + HEAD + "\r\n", {404}),
    "not UTF-8": ("GET /\udcff\udcfe HTTP/1.1\r\n" + HEAD + "\r\n", {400}),
    "HTTP/2": ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400}),
    "TLS": ("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", {400}),
    "HTTP/0.9": ("GET /\r\n", {400}),
    "bare line feeds": ("GET / HTTP/1.1\nHost: 127.0.0.1\n\n", {400}),
    "a folded line": ("GET / HTTP/1.1\r\n" + HEAD + " folded: x\r\n\r\n", {400}),
    "a header without a colon": ("GET / HTTP/1.1\r\n" + HEAD + "colon\r\n\r\n", {400}),
    "a space before the colon": ("GET / HTTP/1.1\r\n" + HEAD + "X : y\r\n\r\n", {400}),
    "a change by GET": ("GET /api/rooms/0/ask?word=resume HTTP/1.1\r\n" + JSON + "\r\n", {404}),
    "log-out by GET": ("GET /api/logout HTTP/1.1\r\n" + JSON + "\r\n", {404}),
    "push by GET": ("GET /api/push HTTP/1.1\r\n" + JSON + "\r\n", {404}),
    "a schedule of words": (
        "PUT /api/rooms/0/schedule HTTP/1.1\r\n"
        + JSON
        + 'Content-Length: 29\r\n\r\n{"blocks": "x", "sleep": [1]}',
        {400},
    ),
    "hours without end": (
        "GET /api/history?room=0&hours=999999999999999999 HTTP/1.1\r\n" + JSON + "\r\n",
        {404},
    ),
    "no session": ("GET /api/state HTTP/1.1\r\n" + HEAD + "\r\n", {401}),
    "a session of somebody else": (
        "GET /api/state HTTP/1.1\r\n" + HEAD + "Cookie: splitstat_{port}=" + "0" * 32 + "\r\n\r\n",
        {401},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused(board, name):
    text, good = CASES[name]
    text = text.replace("{port}", str(board.port)).replace("{cookie}", board.cookie)
    answer = board.raw(text.encode("utf-8", "surrogateescape"))
    assert status(answer) in good, answer[:300]
    assert board.ask("GET", "/", logged_in=False)[0] == 200
    assert board.late_ms() < LATE_MS


def test_pipelined_requests_get_one_answer(board):
    one = f"GET /words.js HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\n\r\n".encode()
    assert board.raw(one * 20).count(b"HTTP/1.1 ") == 1


def test_slow_senders_on_every_connection(board):
    """A byte now and then on twelve connections: control is not late, and within ten seconds of
    their beginning a well-behaved client is served again."""
    lines = [board.socket() for _ in range(12)]
    begun = time.monotonic()
    try:
        while time.monotonic() - begun < 4:
            for line in lines:
                try:
                    line.sendall(b"G")
                except OSError:
                    pass
            time.sleep(0.5)
        answered = None
        while answered != 200 and time.monotonic() - begun < 20:
            answered = board.ask("GET", "/", logged_in=False)[0]
            time.sleep(0.2)
        assert answered == 200
        assert time.monotonic() - begun < 12
    finally:
        for line in lines:
            line.close()
    assert board.late_ms() < LATE_MS and board.alive()


def test_a_slow_body_ends(board):
    begun = time.monotonic()
    with board.socket() as line:
        head = ASK.format(port=board.port, cookie=board.cookie) + "Content-Length: 100\r\n\r\n{"
        line.sendall(head.encode())
        assert status(received(line)) == 0
    assert 3 < time.monotonic() - begun < 12
    assert board.alive()


def test_a_page_that_does_not_read_is_dropped(board):
    """Event streams whose readers stand still: a fourth client is served all the same."""
    request = f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{board.port}\r\nCookie: {board.cookie}"
    lines = [board.socket() for _ in range(4)]
    try:
        for line in lines:
            line.sendall(f"{request}\r\n\r\n".encode())
        time.sleep(1)
        assert board.json("/api/diagnostics")["event_streams"] == 3
        assert sorted(status(line.recv(20)) for line in lines) == [200, 200, 200, 503]
    finally:
        for line in lines:
            line.close()
    assert board.late_ms() < LATE_MS


def test_many_at_once(board):
    """Forty clients in parallel: every one is served or turned away, and the board goes on."""
    codes = []

    def client():
        try:
            codes.append(board.ask("GET", "/rooms.js", logged_in=False)[0])
        except OSError:
            codes.append(0)

    threads = [threading.Thread(target=client) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(codes) <= {200, 0} and codes.count(200) >= 4
    assert board.alive() and board.late_ms() < LATE_MS


def test_the_heap_does_not_grow(board):
    """After all of the above. MicroPython alone can say."""
    if not board.heap():
        pytest.skip("CPython does not tell its heap")

    def after_sixty():
        for _ in range(60):
            board.raw(b"A" * 3000)
            board.ask("GET", "/api/state")
        time.sleep(1.5)
        return board.heap()

    before = after_sixty()
    assert after_sixty() - before < 3000
