"""One Modbus line and everything that hangs on it: requests out, answers in, one at a time.

The port is injected: an asyncio stream pair, over a UART on a board, over a socket or a serial
device on a laptop. Retries and time-outs live here; what is said and believed does not
(modbus/conversation.py).

Before each request the line must be silent for 3.5 characters, and what still comes in is thrown
away: a late answer belongs to nobody. After a failure the pause grows, so that a slow device's
answer runs out before the next request. asyncio.Lock hands the line out in the order of asking: a
dead unit costs the others its time-outs and no more.
"""

import asyncio

from splitstat.control.types import CodecError
from splitstat.modbus.pdu import answer

BUSY = (5, 6)


class Master:
    """`reader.read(n)` and `writer.write(), writer.drain()` as asyncio streams have them.

    tries: how often a request is sent before it is given up, when nothing at all comes back; up to
    four times as often while something does. A refusal counts when it comes twice.

    baud: speed of the serial line in bit/s, or 0 for Modbus TCP. answer_s: how long a device may
    take; echo: the transceiver hears what it sends. broken(problem) is called for
    each answer that was thrown away, with "silence" where there was none and "" for garbage."""

    def __init__(self, reader, writer, baud=9600, answer_s=0.5, echo=False, broken=None):
        self.reader = reader
        self.writer = writer
        self.baud = baud
        self.answer_s = answer_s
        self.echo = echo
        self.broken = broken
        self.tries = 3
        self.number = 0
        self.line = asyncio.Lock()
        self.gap_s = answer_s
        # A board has one kind of line, and loads the frames of that one alone.
        if baud:
            from splitstat.modbus import rtu as wire

            # 3.5 characters of 11 bits end a frame (MODBUS over Serial Line V1.02, 2.5.1.1);
            # whoever hands on the bytes is late with them by more than that.
            self.gap_s = max(38.5 / baud, 0.02)
        else:
            from splitstat.modbus import tcp as wire
        self.wire = wire

    async def ask(self, address: int, request: bytes):
        """The values that answer a request, the code that refuses it, or None: it was tried in
        vain.

        Raises OSError when the port itself fails."""
        async with self.line:
            said = refused = None
            left = 4 * self.tries
            silence = 4
            pause_s = self.gap_s
            while left > 0:
                # What comes now is thrown away, until nothing has come for this long.
                while await self._read(256, pause_s if self.baud else 0.001):
                    pass
                cost = silence
                try:
                    said = answer(request, await self._exchange(address, request))
                    if said not in BUSY:
                        if not said or isinstance(said, list) or said == refused:
                            break
                        refused = said
                        cost = 1
                except CodecError as problem:
                    said = None
                    problem = str(problem)
                    if problem != "silence":
                        # It is there: what was not answered was not heard.
                        silence = 2
                        cost = 1
                    if self.broken:
                        self.broken(problem)
                left -= cost
                pause_s = self.gap_s if left & 3 else self.answer_s * (self.tries - left // 4)
            return said

    async def _exchange(self, address, request):
        """The answer to a request, out of its frame."""
        self.number += 1
        wire = self.wire
        frame = wire.frame(address, request, self.number)
        self.writer.write(frame)
        await self.writer.drain()
        if self.echo and await self._exactly(len(frame)) != frame:
            raise CodecError
        data = await self._exactly(wire.HEAD)
        data += await self._exactly(wire.size(request, data) - wire.HEAD)
        return wire.unframe(address, data, self.number)

    async def _exactly(self, count):
        """This many bytes; CodecError when they do not come in time."""
        data = b""
        while len(data) < count:
            some = await self._read(count - len(data), self.gap_s if data else self.answer_s)
            if not some:
                raise CodecError("" if data else "silence")
            data += some
        return data

    async def _read(self, count, within_s):
        """Some bytes, at most `count`; none when none came in time. Raises OSError at the end of
        the stream: the line was unplugged."""
        try:
            some = await asyncio.wait_for(self.reader.read(count), within_s)
        except asyncio.TimeoutError:  # noqa: UP041, MicroPython has no other
            return b""
        if some == b"":
            raise OSError("the line is closed")
        return some or b""


async def carry(master, address: int, talk):
    """Takes a conversation's requests to a device and the answers back. After one that got no
    answer the rest of its list is not sent."""
    answers = None
    while True:
        try:
            requests = talk.send(answers)
        except StopIteration:
            return
        answers = []
        for request in requests:
            lost = answers and answers[-1] is None
            answers.append(None if lost else await master.ask(address, request))
