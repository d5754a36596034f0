"""A client of an MQTT 3.1.1 broker, for asyncio.

Law: whatever the broker does, the rest of the board does not notice. No packet that comes in takes
more memory than 512 bytes (ours are below 200; what is longer is read and dropped), nothing waits
without an end, and whatever goes wrong in a session ends that session alone: the next one is tried
after a pause that doubles, from 1 to 300 s, never twice the same. Retained messages are none of
ours: a command that the broker kept is not a wish of now.

One session is three tasks (what comes in, the keep-alive, what goes out); the first that ends, for
whatever reason, ends it. Names are resolved and TLS is put on elsewhere: the caller opens the
stream pair.
"""

import asyncio
import os

from splitstat.app.mqtt_packets import connect, head, subscribe, text

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LARGEST = const(512)
_GULP = const(256)  # of what is dropped, at a time
_IN_FLIGHT = const(4)  # said, and not yet acknowledged
_PATIENCE = const(2)  # keep-alives within which the broker must acknowledge


class Mqtt:
    """`async open(host, port)` gives a stream pair. will: (topic, payload). keep_s: a sign of life
    each so many seconds, and all that a broker may take to answer.

    connected, sessions (how many there were) and problem (why the last one ended) are to be read.
    """

    def __init__(self, open, host, port, name, will=None, user=None, password=None, keep_s=20):
        self.open = open
        self.place = (host, port)
        self.hello = connect(name, keep_s * 2 + 1 if keep_s > 1 else 2, will, user, password)
        self.keep_s = keep_s
        self.connected = False
        self.sessions = 0
        self.problem = None
        self.number = 0
        self.flight = []  # [number, keep-alives seen, first byte, head, rest], the oldest first

    async def run(self, talk, heard, beat, first_s=1, longest_s=300):
        """For ever. `await talk()` is what goes out in a session, `await heard(topic, payload)`
        what comes in: it may publish at most once only. beat() is called all the while."""
        pause_s = first_s
        while True:
            self.lasting = False
            self.ended = asyncio.Event()
            self.line = asyncio.Lock()
            self.writer = None
            tasks = []
            try:
                await asyncio.wait_for(self._connect(), self.keep_s)
                self.heard = heard
                self.connected = True
                self.sessions += 1
                for part in (self._listen(), self._keep(beat), self._talk(talk)):
                    tasks.append(asyncio.create_task(self._guard(part)))
                await self.ended.wait()
            except Exception as why:
                self.problem = why
            finally:
                self.connected = False
                for task in tasks:
                    task.cancel()
                await self._close()
            if self.lasting:
                pause_s = first_s
            # Half of it at least: a thousand boards shall not come back as one.
            left_s = max(first_s, pause_s * (128 + os.urandom(1)[0] // 2) / 255)
            pause_s = min(pause_s * 2, longest_s)
            while left_s > 0:
                beat()
                await asyncio.sleep(min(left_s, self.keep_s))
                left_s -= self.keep_s

    async def _guard(self, part):
        """Nothing that happens to a part of a session goes unseen."""
        try:
            await part
        except Exception as why:
            self.problem = why
        self.ended.set()

    async def _connect(self):
        self.reader, self.writer = await self.open(self.place[0], self.place[1])
        await self._write(0x10, self.hello)
        kind, body, _ = await self._packet()
        if kind != 0x20 or len(body) != 2 or body[1]:
            raise ValueError("refused: %s" % (body[1] if len(body) == 2 else kind))

    async def _close(self):
        if self.writer is not None:
            try:
                self.writer.close()
                await asyncio.wait_for(self.writer.wait_closed(), 1)
            except Exception as why:
                self.problem = self.problem or why

    async def _talk(self, talk):
        """What was not acknowledged before is said again, then what is new."""
        self.flight = [each for each in self.flight if each[2] >> 4 == 3]
        for each in self.flight:
            each[1] = 0
            await self._write(each[2] | 8, each[3], each[4])
        await talk()

    async def _keep(self, beat):
        """A sign of life now and then; an answer that does not come ends the session."""
        while True:
            beat()
            self.answered = False
            await asyncio.wait_for(self._write(0xC0, b""), self.keep_s)
            await asyncio.sleep(self.keep_s)
            for each in self.flight:
                each[1] += 1
                if each[1] > _PATIENCE:
                    raise OSError("not acknowledged")
            if not self.answered:
                raise OSError("silent")
            self.lasting = True

    async def _listen(self):
        while True:
            first, body, whole = await self._packet()
            kind = first >> 4
            if kind == 3:
                await self._message(first, body, whole)
            elif first == 0x40 or first == 0x90:
                number = body[0] << 8 | body[1]
                self.flight = [each for each in self.flight if each[0] != number]
                if 128 in body[2:]:
                    self.problem = "a subscription was refused"
            elif first == 0xD0 and not body:
                self.answered = True
            else:
                raise ValueError("not a packet for a client")

    async def _message(self, first, body, whole):
        at = 2 + (body[0] << 8 | body[1])
        end = at + (first & 6)  # a number of two bytes where it is asked for an answer
        if first & 4 or end > len(body):
            raise ValueError("not a message")
        topic = str(body[2:at], "utf-8")  # raises where it is none, which ends the session
        if end > at:
            await self._write(0x40, body[at:end])
        if whole and not first & 1:
            await self.heard(topic, body[end:])

    async def _packet(self):
        """(first byte, at most 512 bytes of the rest, whether that is all of it)."""
        first = (await self.reader.readexactly(1))[0]
        size = shift = 0
        more = 128
        while more & 128:
            if shift > 21:
                raise ValueError("length")
            more = (await self.reader.readexactly(1))[0]
            size |= (more & 127) << shift
            shift += 7
        body = await self.reader.readexactly(min(size, _LARGEST))
        size -= len(body)
        whole = not size
        while size:
            size -= len(await self.reader.readexactly(min(size, _GULP)))
        return first, body, whole

    async def _write(self, first, body, more=()):
        """One packet. more: what follows body, in pieces, so that it is never whole in memory."""
        size = len(body)
        for piece in more:
            size += len(piece)
        async with self.line:
            self.writer.write(head(first, size) + body)
            await self.writer.drain()
            for piece in more:
                self.writer.write(piece)
                await self.writer.drain()

    async def subscribe(self, filters):
        """At least once each."""
        await self._numbered(0x82, b"", (subscribe(filters),))

    async def publish(self, topic: str, payload, keep=True):
        """At least once, retained unless told otherwise; waits while four are on their way."""
        await self._numbered(0x33 if keep else 0x32, text(topic), (payload,))

    async def say(self, topic: str, pieces, keep=False):
        """At most once. pieces: a list of bytes that are the payload one after the other."""
        await self._write(0x31 if keep else 0x30, text(topic), pieces)

    async def _numbered(self, first, before, after):
        while len(self.flight) >= _IN_FLIGHT:
            await asyncio.sleep(0.05)
        self.number = self.number % 65535 + 1
        before += bytes((self.number >> 8, self.number & 255))
        self.flight.append([self.number, 0, first, before, after])
        await self._write(first, before, after)
