"""A client of an MQTT 3.1.1 broker, for asyncio.

Law: whatever the broker does, the rest of the board does not notice. No packet that comes in takes
more memory than 512 bytes (ours are below 200; what is longer is read and dropped), nothing waits
without an end, and whatever goes wrong in a session ends that session alone: the next one is tried
after a pause that doubles, from 1 to 300 s, never twice the same. Retained messages are none of
ours: a command that the broker kept is not a wish of now.

One session is two tasks: what goes out, with the keep-alive, and what comes in. How it begins is
in mqtt_begin.py, which is loaded for that.
"""

import asyncio
import os

from splitstat.app.loop import ticks_ms

const = int  # the cross compiler folds const() and drops _NAMES; elsewhere it is the identity

_LARGEST = const(512)
_GULP = const(256)  # of what is dropped, at a time
_IN_FLIGHT = const(4)  # said, and not yet acknowledged
_PATIENCE = const(2)  # keep-alives within which the broker must acknowledge
_MASK = const(0x3FFFFFFF)  # ticks_ms() wraps there


class Mqtt:
    """open: `async open(host, port)` gives a stream pair, None to find the host by its name.
    place: (host, port); hello: what mqtt_begin.connect() wants after the keep-alive. keep_s: a
    sign of life each so many seconds, and all that a broker may take to answer.

    connected tells whether there is a session."""

    reader: asyncio.StreamReader  # of the session
    writer: asyncio.StreamWriter

    def __init__(self, open, place, hello, keep_s: int = 20):
        self.open = open
        self.place = place
        self.hello = hello
        self.keep_s = keep_s
        self.connected = False
        self.number = 0
        self.flight = []  # [number, keep-alives seen, first byte, head, rest], the oldest first

    async def run(self, client, first_s=1, longest_s=300):
        """For ever. `await client.talk()` is what goes out in a session, until pause() raises;
        `await client.heard(topic, payload)` what comes in: it may publish at most once only.
        client.beat() is called all the while."""
        self.beat = client.beat
        pause_s = first_s
        while True:
            self.lasting = False
            try:
                await self._session(client)
            except Exception:  # whatever it is: it ends a session, and nothing else
                pass
            if self.lasting:
                pause_s = first_s
            # Half of it at least: a thousand boards shall not come back as one.
            left_s = max(first_s, pause_s * (128 + os.urandom(1)[0] // 2) / 255)
            pause_s = min(pause_s * 2, longest_s)
            while left_s > 0:
                self.beat()
                await asyncio.sleep(min(left_s, self.keep_s))
                left_s -= self.keep_s

    async def _session(self, client):
        """Raises whatever ends it."""
        self.line = asyncio.Lock()
        self.writer = listening = None  # pyright: ignore  (there is none yet)
        try:
            await asyncio.wait_for(self._begin(), self.keep_s)
            self.connected = self.lives = True
            listening = asyncio.create_task(self._listen(client))
            await self._ping()
            await client.talk()
        finally:
            self.connected = False
            if listening is not None:
                listening.cancel()
            if self.writer is not None:
                self.writer.close()
                await asyncio.wait_for(self.writer.wait_closed(), 1)

    async def _begin(self):
        from splitstat.app.mqtt_begin import begin

        await begin(self)

    async def pause(self, seconds):
        """Whoever talks lets time pass by this. Raises OSError when the session is over; a sign of
        life now and then, and an answer that does not come ends it."""
        await asyncio.sleep(seconds)
        if not self.lives:
            raise OSError("lost")
        if (ticks_ms() - self.pinged_ms) & _MASK < self.keep_s * 1000:
            return
        for each in self.flight:
            each[1] += 1
            if each[1] > _PATIENCE:
                raise OSError("not acknowledged")
        if not self.answered:
            raise OSError("silent")
        self.lasting = True
        await self._ping()

    async def _ping(self):
        self.beat()
        self.answered = False
        self.pinged_ms = ticks_ms()
        await self.write(0xC0, b"")

    async def _listen(self, client):
        try:
            while True:
                first, body, whole = await self.packet()
                if first >> 4 == 3:
                    await self._message(client, first, body, whole)
                elif first == 0x40 or first == 0x90:
                    number = body[0] << 8 | body[1]
                    self.flight = [each for each in self.flight if each[0] != number]
                elif first == 0xD0 and not body:
                    self.answered = True
                else:
                    break  # not a packet for a client
        except Exception:  # as in run()
            pass
        self.lives = False

    async def _message(self, client, first, body, whole):
        at = 2 + (body[0] << 8 | body[1])
        end = at + (first & 6)  # a number of two bytes where it is asked for an answer
        if first & 4 or end > len(body):
            raise ValueError("not a message")
        topic = str(body[2:at], "utf-8")  # raises where it is none, which ends the session
        if end > at:
            await self.write(0x40, body[at:end])
        if whole and not first & 1:
            await client.heard(topic, body[end:])

    async def packet(self):
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

    async def write(self, first, body, more=()):
        """One packet. more: what follows body, in pieces, so that it is never whole in memory.
        Raises asyncio.TimeoutError where the broker does not take it."""
        await asyncio.wait_for(self._write(first, body, more), self.keep_s)

    async def _write(self, first, body, more):
        size = len(body)
        for piece in more:
            size += len(piece)
        async with self.line:
            self.writer.write(head(first, size) + body)
            await self.writer.drain()
            for piece in more:
                self.writer.write(piece)
                await self.writer.drain()

    async def publish(self, topic: str, payload, keep=True):
        """At least once, retained unless told otherwise."""
        await self.numbered(0x33 if keep else 0x32, text(topic), (payload,))

    async def say(self, topic: str, pieces, keep=False):
        """At most once. pieces: a list of bytes that are the payload one after the other."""
        await self.write(0x31 if keep else 0x30, text(topic), pieces)

    async def numbered(self, first, before, after):
        """A packet that is acknowledged, its number between before and after; waits while four are
        on their way."""
        while len(self.flight) >= _IN_FLIGHT:
            await self.pause(0.05)
        self.number = self.number % 65535 + 1
        before += bytes((self.number >> 8, self.number & 255))
        self.flight.append([self.number, 0, first, before, after])
        await self.write(first, before, after)


def text(words) -> bytes:
    """A string, or bytes, with its length in front. Raises ValueError above 65,535 bytes."""
    data = words if type(words) is bytes else words.encode()
    if len(data) > 65535:
        raise ValueError("too long")
    return bytes((len(data) >> 8, len(data) & 255)) + data


def head(first: int, size: int) -> bytes:
    """The fixed header: type and flags, then how many bytes follow (below 2**28)."""
    data = [first]
    while size > 127:
        data.append(size & 127 | 128)
        size >>= 7
    data.append(size)
    return bytes(data)
