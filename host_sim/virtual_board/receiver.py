"""A receiver module on a board's pin: a handset's frame becomes edges that the board is told of.

As on an ESP32 the handler of an edge runs from a queue that holds 8 calls. While the interpreter
is held up (a stall: flash, garbage) edges wait there, are all handled at its end, and what does
not fit is lost. An I2S peripheral that samples the pin does so by itself: it is told of all edges
at once, whatever the interpreter does.
"""

import struct

QUEUE = 8
STRETCH_US = 60  # what a receiver makes of a mark, as in channel/ir_channel.py
LATE_US = 30  # from an edge to its handler, at rest (general knowledge: tens of microseconds)
CHUNK = 40  # edges in one message to the board: shorter than the gap that ends a frame


class Receiver:
    """wires: BoardWires of the board that has `pin`. stalls: (after so many us of a frame, for so
    many us), which hold up the next frame that comes."""

    def __init__(self, wires, pin: int):
        self.wires = wires
        self.pin = pin
        self.stalls: list[tuple] = []
        self.lost = 0
        self.seen = 0  # frames

    def see(self, timings):
        """A frame begins now: us, a mark first. In the home's thread."""
        sampled = self.pin in self.wires.sampled
        if not sampled and self.pin not in self.wires.watched:
            return
        self.seen += 1
        stalls, self.stalls = self.stalls, []
        server = self.wires.board.server
        now_us = server.now_us()
        if sampled:
            edges = list(self._edges(timings))
            for first in range(0, len(edges), CHUNK):
                self._tell(now_us, edges[first : first + CHUNK])
            return
        edges = self._handled(self._edges(timings), stalls)
        if not edges:
            return
        for first in range(0, len(edges), CHUNK):
            part = edges[first : first + CHUNK]
            server.later.at(now_us + part[-1][0], lambda part=part: self._tell(now_us, part))

    def _tell(self, now_us, edges):
        data = b"".join(struct.pack("<qB", now_us + at_us, level) for at_us, level in edges)
        self.wires.board.send(b"P", bytes([self.pin]) + data)

    def _edges(self, timings):
        """(us since the start, level behind the edge); a receiver's output is low for a mark."""
        at_us = 0
        for i, us in enumerate(timings):
            yield at_us + (STRETCH_US if i & 1 else 0), i & 1
            at_us += us
        if len(timings) & 1:
            yield at_us + STRETCH_US, 1

    def _handled(self, edges, stalls) -> list:
        """When their handlers run; those that found the queue full never do."""
        handled, waiting = [], {}
        for at_us, level in edges:
            stall = next((s for s in stalls if s[0] <= at_us < s[0] + s[1]), None)
            if stall is None:
                handled.append((at_us + LATE_US, level))
            elif waiting.get(stall, 0) < QUEUE:
                waiting[stall] = waiting.get(stall, 0) + 1
                handled.append((stall[0] + stall[1] + LATE_US, level))
            else:
                self.lost += 1
        return handled
