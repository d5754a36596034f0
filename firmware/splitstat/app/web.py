"""The board's page and its JSON API over HTTP/1.1, one request a connection: the part that waits.

Law: everything a stranger can make it do is bounded. Nine connections, of which four at a time
are served, and three of those may be event streams, so that one place is always there for a
question; five seconds for the request's head, ten for all of it. What goes wrong with one client
ends that client. What answers (web_answer.py and what it imports) is loaded when somebody asks
and forgotten soon after (seldom.py): nobody asks for most of a day.

Source of the limits: a server without them was stopped with 200 kB without a newline, and by
connections that send a byte now and then.
"""

import asyncio
import json

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_CLIENTS = const(4)
_OPEN = const(9)  # lwIP of the ESP32 port has 12 connections for all
_HEAD_S = const(5)
_TOTAL_S = const(10)
_SILENCE_S = const(10)  # of an event stream, and between signs of life
_PACE_S = const(1)  # changes closer together travel as one
_IDLE_S = const(1800)
STAYS = True  # Refused is what the parts that come and go raise (seldom.py)


class Refused(Exception):
    """A request that gets no more than its status and one sentence: Refused(status, sentence)."""


class Visitors:
    """Who is logged in, and who tried to: what stays in memory of login.py.

    token: text of login.new_token(). All times are seconds of one clock that never goes back.

    sessions: [word, seconds of its last use] each; nonces: those not yet signed; failures: wrong
    proofs since the start, wrong: those since the last right one."""

    def __init__(self, token: str):
        self.key = token.encode()
        self.nonces = []
        self.sessions = []
        self.wrong = self.failures = self.closed_until_s = 0

    def stays(self, now_s: int, session) -> bool:
        """Whether the session lives; looking at it keeps it alive."""
        if session not in self.sessions or now_s - session[1] >= _IDLE_S:
            return False
        session[1] = now_s
        return True


class Web:
    """house: app/house.py; token: text of login.new_token(); folder: of the page's files; port:
    TCP, and in the address that people type where it is not 80."""

    def __init__(self, house, token: str, folder: str, port=80):
        self.house = house
        self.login = Visitors(token)
        self.folder = folder
        self.port = port
        self.open = self.busy = self.streams = self.failed = 0

    async def run(self):
        """Serves until it is cancelled."""
        server = await asyncio.start_server(self.client, "0.0.0.0", self.port)
        try:
            while True:
                self.house.beats["web"] = 0
                await asyncio.sleep(_SILENCE_S)
        finally:
            server.close()

    async def client(self, reader, writer):
        """One connection from its beginning to its end; whatever it does ends here."""
        self.open += 1
        placed = 0
        try:
            if self.open <= _OPEN:
                # Browsers open connections to spare: who says nothing takes no place.
                first = await asyncio.wait_for(reader.read(256), _HEAD_S)
                for _ in range(_HEAD_S * 20):
                    if self.busy < _CLIENTS:
                        break
                    await asyncio.sleep(0.05)
                else:
                    raise EOFError
                placed = 1
                self.busy += 1
                session = await asyncio.wait_for(self._answer(reader, writer, first), _TOTAL_S)
                if session is not None:
                    await self._stream(writer, session)
        except Exception:  # a stranger's errors, MemoryError too, are not the house's
            self.failed += 1
        finally:
            self.busy -= placed
            self.open -= 1
            try:
                writer.close()
                await asyncio.wait_for(writer.wait_closed(), 1)
            except Exception:
                self.failed += 1

    def _answer(self, reader, writer, first: bytes):
        from splitstat.app.web_answer import exchange

        return exchange(self, reader, writer, first)

    async def _stream(self, writer, session):
        """A page hears of a change within a second, and every ten seconds in any case, so that it
        can tell a quiet house from a dead line. Whoever does not take what it is sent within five
        seconds is dropped; a page comes back by itself. The head was sent already."""
        try:
            house = self.house
            since = -1
            while self.login.stays(house.now_s, session):
                try:
                    since = await asyncio.wait_for(changed(house, since), _SILENCE_S)
                except asyncio.TimeoutError:  # noqa: UP041  (another class on MicroPython)
                    since = house.changes
                for room in range(len(house.traits)):
                    await _event(writer, "room", [room, _state(house, room)])
                await _event(writer, "board", board(house))
                await asyncio.sleep(_PACE_S)
        finally:
            self.streams -= 1


async def changed(house, since: int) -> int:
    """Waits until house.changes is not `since`, and returns it."""
    while house.changes == since:
        await house.news.wait()
    return house.changes


def _state(house, room):
    # In a function of its own: a task that waits would keep what it has imported.
    from splitstat.app.house_state import state

    return state(house, room)


async def _event(writer, name: str, value):
    writer.write(("event: %s\ndata: %s\n\n" % (name, json.dumps(value))).encode())
    await asyncio.wait_for(writer.drain(), _HEAD_S)


def board(house) -> dict:
    """What there is to say beside the rooms; boards: the other boards of the home."""
    neighbours = getattr(house, "neighbours", None)
    return {
        "home": house.name,
        "board": house.board,
        "version": house.version,
        "now_s": house.now_s,
        "utc_min": house.utc_min,
        "network": house.network,
        "plant": house.plant and house.plant.state(),
        "boards": [] if neighbours is None else list(neighbours.boards()),
    }
