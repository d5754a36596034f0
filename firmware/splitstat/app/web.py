"""The board's page and its JSON API over HTTP/1.1, one request a connection.

Law: everything a stranger can make it do is bounded. Nine connections, of which four at a time
are served, and three of those may be event streams, so that one place is always there for a
question; five seconds for the request's head, ten for all of it. The files of the page are for
everybody, all else is for those who are logged in. Host must be a name of this board (DNS
rebinding), Origin the board's own page, a question that changes something is never a GET, and
there is no CORS. What goes wrong with one client ends that client.

Source of the limits: a server without them was stopped with 200 kB without a newline, and by
connections that send a byte now and then.
"""

import asyncio
import json

from splitstat.app import api
from splitstat.app.web_files import Files
from splitstat.app.web_request import Refused, Request

const = int  # see web_request.py

_CLIENTS = const(4)
_OPEN = const(9)  # lwIP of the ESP32 port has 12 connections for all
_STREAMS = const(3)
_HEAD_S = const(5)
_TOTAL_S = const(10)
_SILENCE_S = const(10)  # of an event stream, and between signs of life
_PACE_S = const(1)  # changes closer together travel as one

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
        self.open = self.busy = self.streams = self.failed = 0
        self.cookie = "splitstat_%d=" % port  # browsers share cookies between ports

    async def run(self):
        """Serves until it is cancelled."""
        server = await asyncio.start_server(self.client, "0.0.0.0", self.port)
        try:
            while True:
                self.house.beat("web")
                await asyncio.sleep(_SILENCE_S)
        finally:
            server.close()

    async def client(self, reader, writer):
        """One connection from its beginning to its end; whatever it does ends here."""
        self.open += 1
        placed = False
        try:
            if self.open <= _OPEN:
                request = Request(reader)
                # Browsers open connections to spare: who says nothing takes no place.
                await asyncio.wait_for(request.more(), _HEAD_S)
                for _ in range(_HEAD_S * 20):
                    if self.busy < _CLIENTS:
                        break
                    await asyncio.sleep(0.05)
                else:
                    raise EOFError
                self.busy += 1
                placed = True
                session = await asyncio.wait_for(self._exchange(request, writer), _TOTAL_S)
                if session is not None:
                    await self._stream(writer, session)
        except Exception:  # a stranger's errors, MemoryError too, are not the house's
            self.failed += 1
        finally:
            self.open -= 1
            if placed:
                self.busy -= 1
            try:
                writer.close()
                await asyncio.wait_for(writer.wait_closed(), 1)
            except Exception:
                self.failed += 1

    async def _exchange(self, request, writer):
        """Answers one request; the session's word where an event stream is to follow."""
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
                return session
            if request.path == "/api/logout" and body is not None:
                self.login.leave(session)
                value = {}
            elif request.path[:12] == "/api/update/" and body is not None:
                from splitstat.app import update_door

                value = await update_door.answer(self, request.path[12:], body)
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
        """A page hears of a change within a second, and every ten seconds in any case, so that it
        can tell a quiet house from a dead line. Whoever does not take what it is sent within five
        seconds is dropped; a page comes back by itself."""
        if self.streams >= _STREAMS:
            return await self._send(writer, 503, {"error": "three pages are live already"})
        self.streams += 1
        try:
            self._head(writer, 200, "text/event-stream")
            house = self.house
            since = -1
            while self.login.knows(house.now_s, session):
                try:
                    since = await asyncio.wait_for(house.changed(since), _SILENCE_S)
                except asyncio.TimeoutError:  # noqa: UP041  (another class on MicroPython)
                    since = house.changes
                for text in api.news(house):
                    writer.write(text.encode())
                    await asyncio.wait_for(writer.drain(), _HEAD_S)
                await asyncio.sleep(_PACE_S)
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
