"""select of the virtual board: poll() also sees simulated devices (those with soft_ready), and
its waiting is the board's rest."""

# Runs on MicroPython, beside modules that only exist there.
# pyright: reportMissingImports=false, reportAttributeAccessIssue=false
# pyright: reportArgumentType=false, reportIndexIssue=false, reportOptionalMemberAccess=false

import board_wire
import uselect
from uselect import POLLERR, POLLHUP, POLLIN, POLLOUT  # noqa: F401

_wire = board_wire.wire
_FAR_US = 1 << 60
_BLIND_MS = 50


class Poll:
    def __init__(self):
        self.native = uselect.poll()
        self.events = uselect.poll()
        for one in (self.native, self.events):
            one.register(_wire.events, POLLIN)
        self.soft = []
        self.wrapped = {}  # id of a machine's socket -> what stands for it (socket.Datagrams)

    def register(self, thing, flags=POLLIN | POLLOUT):
        if hasattr(thing, "native"):
            self.wrapped[id(thing.native)] = thing
            self.native.register(thing.native, flags)
        elif hasattr(thing, "soft_ready"):
            self.unregister(thing)
            self.soft.append((thing, flags))
        else:
            self.native.register(thing, flags)

    def modify(self, thing, flags):
        if hasattr(thing, "soft_ready"):
            self.register(thing, flags)
        else:
            self.native.modify(getattr(thing, "native", thing), flags)

    def unregister(self, thing):
        if hasattr(thing, "native"):
            self.wrapped.pop(id(thing.native), None)
            self.native.unregister(thing.native)
        elif hasattr(thing, "soft_ready"):
            self.soft = [pair for pair in self.soft if pair[0] is not thing]
        else:
            self.native.unregister(thing)

    def poll(self, ms=-1):
        return self.ipoll(ms)

    def ipoll(self, ms=-1, flags=0):
        until_us = _FAR_US if ms < 0 else _wire.us() + ms * 1000
        number = -1
        while True:
            ready = self._ready(0, number)
            if ready is None:  # the rest is over
                return []
            if ready or ms == 0:
                return ready
            if _wire.fast:
                if _wire.alone(until_us):
                    return []
                number = _wire.begin_wait(until_us)
                ready = self._ready(-1, number)
                if ready is None:
                    return []
                if ready:
                    _wire.wake()
                    return ready
                continue
            left_ms = -1 if ms < 0 else (until_us - _wire.us() + 999) // 1000
            if ms >= 0 and left_ms <= 0:
                return ready
            ready = self._ready(left_ms, -1)
            if ready:
                return ready

    def _ready(self, ms, number):
        """What is ready after at most ms; None when the rest of this number ended."""
        over = False
        found = []
        native = self.native
        if _wire.down:  # sockets hang: look at the home's events alone, and again soon
            native = self.events
            if not _wire.fast and not 0 <= ms < _BLIND_MS:
                ms = _BLIND_MS
        for thing, flags in native.ipoll(ms):
            if thing is not _wire.events:
                found.append((self.wrapped.get(id(thing), thing), flags))
            elif _wire.pump(number):
                over = True
        if _wire.down:
            found = []
        for thing, wanted in self.soft:
            flags = thing.soft_ready() & wanted
            if flags:
                found.append((thing, flags))
        return None if over and not found else found


def poll():
    return Poll()
