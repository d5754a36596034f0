"""The board's page and its JSON API over HTTP/1.1, one request a connection.

Law: everything a stranger can make it do is bounded. Four clients at a time and four that wait,
at most three of them event streams, so that one place is always there for a question; five
seconds for the request's head, ten for all of it. The files of the page are for everybody, all
else is for those who are logged in. Host must be a name of this board (DNS rebinding), Origin the
board's own page, a question that changes something is never a GET, and there is no CORS. What
goes wrong with one client ends that client.

Source of the limits: a server without them was stopped with 200 kB without a newline, and by
connections that send a byte now and then.
"""

import asyncio
import json

from splitstat.app import api, web_events
from splitstat.app.web_files import Files
from splitstat.app.web_request import Refused, Request

const = int  # see web_request.py

_CLIENTS = const(4)
_WAITING = const(4)
_STREAMS = const(3)
_HEAD_S = const(5)
_TOTAL_S = const(10)
_BEAT_S = const(10)

_SAFETY = (
    b"Connection: close\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    b"Content-Security-Policy: default-src 'self'; frame-ancestors 'none'; base-uri 'none'\r\n\r\n"
)
_JSON = "application/json"


class Web:
    """house: app/house.py; login: login.Login; folder: of the page's files; port: TCP, and in the
    address that people type where it is not 80."""

    def __init__(self, house, login, folder: str, port=80):
        self.house = house
        self.login = login
        self.files = Files(folder)
        self.port = port
        self.busy = self.waiting = self.streams = self.failed = 0
        self.cookie = "splitstat_%d=" % port  # browsers share cookies between ports

    async def run(self):
        """Serves until it is cancelled."""
        server = await asyncio.start_server(self.client, "0.0.0.0", self.port)
        try:
            while True:
                self.house.beat("web")
                await asyncio.sleep(_BEAT_S)
        finally:
            server.close()

    async def client(self, reader, writer):
        """One connection from its beginning to its end; whatever it does ends here."""
        placed = False
        try:
            placed = await self._place()
            if placed:
                session = await asyncio.wait_for(self._exchange(reader, writer), _TOTAL_S)
                if session is not None:
                    await self._stream(writer, session)
        except Exception:  # a stranger's errors, MemoryError too, are not the house's
            self.failed += 1
        finally:
            if placed:
                self.busy -= 1
            try:
                writer.close()
                await asyncio.wait_for(writer.wait_closed(), 1)
            except Exception:
                self.failed += 1

    async def _place(self) -> bool:
        """Waits for one of the places; False where too many wait already, or for too long."""
        if self.waiting >= _WAITING:
            return False
        self.waiting += 1
        try:
            for _ in range(_TOTAL_S * 20):
                if self.busy < _CLIENTS:
                    self.busy += 1
                    return True
                await asyncio.sleep(0.05)
        finally:
            self.waiting -= 1
        return False

    async def _exchange(self, reader, writer):
        """Answers one request; the session's word where an event stream is to follow."""
        request = Request(reader)
        try:
            await asyncio.wait_for(request.head(), _HEAD_S)
            self._check(request)
            if request.path[:5] != "/api/":
                return await self._file(request, writer)
            body = None if request.method == "GET" else await request.body()
            if request.path == "/api/login" and body is not None:
                return await self._login(writer, body)
            session = self._session(request)
            if request.path == "/api/events" and body is None:
                if self.streams >= _STREAMS:
                    raise Refused(503, "three pages are live already")
                self._head(writer, 200, "text/event-stream")
                return session
            if request.path == "/api/logout" and body is not None:
                self.login.leave(session)
                value = {}
            else:
                value = api.answer(self, request, body)
            await self._send(writer, 200, value, request.path)
        except Refused as refused:
            await self._send(writer, refused.args[0], {"error": refused.args[1]})
        return None

    def _check(self, request):
        """Raises Refused unless the request is for this board and from its own page."""
        if request.method not in ("GET", "POST", "PUT"):
            raise Refused(405, "GET, POST and PUT only")
        host = request.headers.get("host", "").lower()
        name, _, port = host.partition(":")
        house = self.house
        known = (house.network.get("address"), house.board.lower() + ".local", "127.0.0.1")
        if name not in known or port != ("" if self.port == 80 else str(self.port)):
            raise Refused(403, "this is not a name of this board")
        if request.headers.get("origin", "http://" + host) != "http://" + host:
            raise Refused(403, "another site's page may not ask")

    def _session(self, request) -> str:
        """The session's word; raises Refused where nobody is logged in."""
        for pair in request.headers.get("cookie", "").split(";"):
            pair = pair.strip()
            if pair[: len(self.cookie)] == self.cookie:
                word = pair[len(self.cookie) :]
                if self.login.knows(self.house.now_s, word):
                    return word
        raise Refused(401, "log in first")

    async def _login(self, writer, body):
        """Without a proof a nonce to sign; with the right one a session."""
        now_s = self.house.now_s
        wait_s = self.login.wait_s(now_s)
        nonce = body.get("nonce")
        proof = body.get("proof")
        if wait_s:
            raise Refused(429, "too many wrong tokens: wait %d s" % wait_s)
        if proof is None:
            return await self._send(writer, 200, {"nonce": self.login.challenge()})
        word = None
        if type(nonce) is str and type(proof) is str:
            word = self.login.enter(now_s, nonce, proof)
        if word is None:
            raise Refused(403, "this is not the token of this board")
        cookie = "Set-Cookie: %s%s; Path=/; HttpOnly; SameSite=Strict\r\n" % (self.cookie, word)
        return await self._send(writer, 200, {}, "", cookie)

    async def _stream(self, writer, session: str):
        self.streams += 1
        try:
            await web_events.stream(
                self.house, writer, lambda: self.login.knows(self.house.now_s, session)
            )
        finally:
            self.streams -= 1

    def _head(self, writer, status: int, kind: str, more=""):
        cache = "" if "ETag" in more else "Cache-Control: no-store\r\n"
        writer.write(
            ("HTTP/1.1 %d \r\nContent-Type: %s\r\n%s%s" % (status, kind, more, cache)).encode()
        )
        writer.write(_SAFETY)

    async def _send(self, writer, status: int, value, path="", more=""):
        """value: what JSON can say, or a generator of text, sent piece by piece as it comes."""
        self._head(writer, status, "text/csv" if path[-4:] == ".csv" else _JSON, more)
        if type(value) is dict:
            value = (json.dumps(value),)
        for piece in value:
            writer.write(piece.encode())
            await writer.drain()

    async def _file(self, request, writer):
        found = self.files.find(request.path) if request.method == "GET" else None
        if found is None:
            raise Refused(404, "there is no such page")
        place, kind, gzipped = found
        tag = self.files.tag(place)
        more = "ETag: %s\r\nCache-Control: no-cache\r\n" % tag
        if request.headers.get("if-none-match") == tag:
            return self._head(writer, 304, kind, more)
        self._head(writer, 200, kind, more + ("Content-Encoding: gzip\r\n" if gzipped else ""))
        for piece in self.files.pieces(place):
            writer.write(piece)
            await writer.drain()
