"""Answers one request: checks, the page's files, log-in, and the way to the API.

Law: the files of the page are for everybody, all else is for those who are logged in. Host must be
a name of this board (DNS rebinding), Origin the board's own page, a question that changes
something is never a GET, and there is no CORS. Loaded while somebody asks.
"""

import asyncio
import json

from splitstat.app.proof import same
from splitstat.app.web import Refused
from splitstat.app.web_request import Request

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_HEAD_S = const(5)
_STREAMS = const(3)
_SAFETY = (
    b"Connection: close\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
    b"Content-Security-Policy: default-src 'self'; frame-ancestors 'none'; base-uri 'none'\r\n\r\n"
)


async def exchange(web, reader, writer, first: bytes):
    """Answers one request; the session where an event stream is to follow, its head being sent.

    first: the bytes that came already. Raises EOFError, OSError."""
    try:
        request = Request(reader, first)
        await asyncio.wait_for(request.head(), _HEAD_S)
        if "point" in web.house.network and _elsewhere(web, request, writer):
            return None
        _check(web, request)
        path = request.path
        if path[:5] != "/api/":
            return await _file(web, request, writer)
        body = None if request.method == "GET" else await request.json()
        if path == "/api/login" and body is not None:
            value, more = _login(web, body)
            return await _send(writer, 200, value, "", more)
        session = _session(web, request)
        if web.house.home is None:
            from splitstat.app import first_run_door

            return await _send(writer, 200, first_run_door.answer(web.house, request, body))
        if path == "/api/events" and body is None:
            if web.streams >= _STREAMS:
                raise Refused(503, "three pages are live already")
            _head(writer, 200, "text/event-stream")
            web.streams += 1  # web.py takes it back when the stream ends
            return session
        if path == "/api/logout" and body is not None:
            web.login.sessions.remove(session)
            value = {}
        elif path[:12] == "/api/update/" and body is not None:
            from splitstat.app import update_door

            value = await update_door.answer(web, path[12:], body)
        elif path[:11] == "/api/board/" and body is not None:
            from splitstat.app import board_door

            value = await board_door.answer(web, path[11:], body)
        else:
            from splitstat.app import api

            value = api.answer(web, request, body)
        await _send(writer, 200, value, path)
    except Refused as refused:
        await _send(writer, refused.args[0], {"error": refused.args[1]})
    return None


def _check(web, request):
    """Raises Refused unless the request is for this board and from its own page."""
    if request.method not in ("GET", "POST", "PUT"):
        raise Refused(405, "GET, POST and PUT only")
    host = request.headers.get("host", "").lower()
    if not _ours(web, host):
        raise Refused(403, "this is not a name of this board")
    if request.headers.get("origin", "http://" + host) != "http://" + host:
        raise Refused(403, "another site's page may not ask")


def _ours(web, host: str) -> bool:
    """Whether a Host is a name of this board."""
    name, _, port = host.partition(":")
    house = web.house
    network = house.network
    known = (
        network.get("address"),
        network.get("point_address"),
        house.board.lower() + ".local",
        "127.0.0.1",
    )
    return name in known and port == ("" if web.port == 80 else str(web.port))


def _elsewhere(web, request, writer) -> bool:
    """Sends whoever asks for another place, as phones do in a new network, to our page."""
    from splitstat.app import captive

    page = "http://" + web.house.network["point_address"]
    if web.port != 80:
        page += ":%d" % web.port
    known = _ours(web, request.headers.get("host", "").lower())
    place = captive.elsewhere(request, known, page + "/")
    if place is None:
        return False
    _head(writer, 302, "text/plain", "Location: %s\r\n" % place)
    return True


def _session(web, request):
    """Raises Refused where nobody is logged in."""
    sessions = web.login.sessions
    for pair in request.headers.get("cookie", "").split(";"):
        name, _, word = pair.strip().partition("=")
        if name == _cookie(web):
            said = word.encode()
            for session in list(sessions):
                if same(session[0], said) and web.login.stays(web.house.now_s, session):
                    # The least recently used is the first to go when a fifth comes.
                    sessions.remove(session)
                    sessions.append(session)
                    return session
    raise Refused(401, "log in first")


def _cookie(web) -> str:
    return "splitstat_%d" % web.port  # browsers share cookies between ports


def _login(web, body):
    """Without a proof a nonce to sign; with the right one a session."""
    from splitstat.app import login

    now_s = web.house.now_s
    wait_s = login.wait_s(web.login, now_s)
    nonce = body.get("nonce")
    proof = body.get("proof")
    if wait_s:
        raise Refused(429, "too many wrong tokens: wait %d s" % wait_s)
    if proof is None:
        return {"nonce": login.challenge(web.login)}, ""
    word = None
    if type(nonce) is str and type(proof) is str:
        word = login.enter(web.login, now_s, nonce, proof)
    if word is None:
        raise Refused(403, "this is not the token of this board")
    cookie = "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Strict\r\n"
    return {}, cookie % (_cookie(web), word)


def _head(writer, status: int, kind: str, more=""):
    """The answer's head. more: lines of its own, with their ends."""
    cache = "" if "ETag" in more else "Cache-Control: no-store\r\n"
    text = "HTTP/1.1 %d \r\nContent-Type: %s\r\n%s%s" % (status, kind, more, cache)
    writer.write(text.encode())
    writer.write(_SAFETY)


async def _send(writer, status: int, value, path="", more=""):
    """value: what JSON can say, or a generator of text, sent piece by piece as it comes."""
    _head(writer, status, "text/csv" if path[-4:] == ".csv" else "application/json", more)
    if type(value) is dict:
        value = (json.dumps(value),)
    for piece in value:
        writer.write(piece.encode())
        await writer.drain()


async def _file(web, request, writer):
    from splitstat.app import web_files

    path = request.path
    if path == "/" and web.house.home is None:
        path = "/setup.html"
    found = web_files.find(web.folder, path) if request.method == "GET" else None
    if found is None:
        raise Refused(404, "there is no such page")
    place, kind, gzipped = found
    tag = web_files.tag(place)
    more = "ETag: %s\r\nCache-Control: no-cache\r\n" % tag
    if request.headers.get("if-none-match") == tag:
        return _head(writer, 304, kind, more)
    _head(writer, 200, kind, more + ("Content-Encoding: gzip\r\n" if gzipped else ""))
    for piece in web_files.pieces(place):
        writer.write(piece)
        await writer.drain()
